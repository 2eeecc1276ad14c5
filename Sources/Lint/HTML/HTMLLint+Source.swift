import Model

extension HTMLLint {
  /// Gmail cuts at about 102 KiB; warn a good way before.
  private static let warningSize = 90 * 1024
  private static let largestSize = 102 * 1024

  /// A line is counted for each place, so there are not more of them.
  private static let shownPlaces = 40

  /// Bytes and letters, before anything is understood.
  mutating func checkSource() {
    measures.bytes = source.count
    if source.count >= HTMLLint.largestSize {
      findings.add(
        .error, "size",
        "the HTML has \(source.count) bytes; Gmail cuts it off at about \(HTMLLint.largestSize)",
        hint: "print fewer articles in full")
    } else if source.count >= HTMLLint.warningSize {
      findings.add(
        .warning, "size",
        "the HTML has \(source.count) bytes, close to Gmail's limit of \(HTMLLint.largestSize)",
        hint: "print fewer articles in full")
    }
    if isCut {
      findings.add(.note, "only-beginning", "only the first \(bytes.count) bytes were looked at")
    }
    checkEncoding(source, &findings)
    if source.starts(with: [0xEF, 0xBB, 0xBF]) {
      findings.add(
        .error, "byte-order-mark", "the file begins with a byte order mark",
        hint: "leave it out; in a message it stands before the document type", line: 1)
    }
    if let place = bytes.firstIndex(where: isControl) {
      findings.add(
        .error, "control-character",
        "the source holds the control character \(scalarName(UInt32(bytes[place])))",
        hint: "drop it where the text comes in", line: lineNumber(of: place, in: bytes))
    }
  }

  /// Traces of templates and programs, and escapes that were escaped again.
  mutating func checkLeftovers() {
    let severity: Severity = rules.isDraft ? .warning : .error
    if !rules.allowsBraces {
      for place in templateTags(in: bytes, outside: styleRanges()).prefix(HTMLLint.shownPlaces) {
        findings.add(
          severity, "template-residue",
          "this looks like a template tag that was not filled: \(excerpt(words(at: place)))",
          hint: "correct the template; --allow-braces if an article shows such tags",
          line: lineNumber(of: place, in: bytes))
      }
    }
    let escapes = places(of: Array("&amp;".utf8), in: bytes).filter(isEscapedTwice)
    for place in escapes.prefix(HTMLLint.shownPlaces) {
      findings.add(
        severity, "double-escape", "a character reference was escaped again: \(excerpt(words(at: place)))",
        hint: "escape once, where the text goes out", line: lineNumber(of: place, in: bytes))
    }
    for (index, node) in document.nodes.enumerated() where node.tag == nil && isVisibleText(index) {
      if holdsValue(node.text) {
        say(
          .warning, "value-residue", "this looks like a value of a program: \(excerpt(node.text))",
          "correct the template, or leave the line out when there is nothing to say", at: index)
      }
    }
  }

  /// True for text in the body that somebody sees.
  func isVisibleText(_ index: Int) -> Bool {
    let node = document.nodes[index]
    let parent = document.nodes[node.parent].name
    return !node.text.isEmpty && !isHidden[index] && document.isIn(index, document.body) && parent != "style"
      && parent != "script"
  }

  private func isEscapedTwice(_ place: Int) -> Bool {
    let rest = bytes[(place + 5)...].prefix(9)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    return ["amp", "lt", "gt", "quot", "apos", "nbsp"].contains(name)
      || name.hasBytePrefix("#") && name.utf8.count > 1 && name.dropFirst().utf8.allSatisfy(isDigit)
  }

  private func words(at place: Int) -> String {
    String(decoding: bytes[place...].prefix(40), as: UTF8.self)
  }

  private func styleRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for start in places(of: Array("<style".utf8), in: bytes) where start >= ranges.last?.upperBound ?? 0 {
      let end = firstPlace(of: Array("</style".utf8), in: bytes, from: start) ?? bytes.count
      ranges.append(start..<end)
    }
    return ranges
  }
}
