import Model

extension HTMLLint {
  mutating func checkImage(_ value: (String) -> String?, _ token: HTMLToken) {
    let address = value("src") ?? ""
    let shown = excerpt(address)
    func isNumber(_ text: String?) -> Bool {
      text.map { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? false
    }
    if let words = value("alt") {
      if let last = links.indices.last, open.contains(where: { $0.name == "a" }) { links[last].text += words }
      if let last = headings.indices.last, isInHeading { headings[last].text += words }
    } else {
      findings.add(
        .error, "img-alt", "the image \(shown) has no alt", hint: "alt=\"\" if it says nothing",
        line: token.line,
        column: token.column)
    }
    if !isNumber(value("width")) {
      findings.add(
        .error, "img-size", "the image \(shown) has no width in pixels", line: token.line,
        column: token.column)
    }
    if !isNumber(value("height")) {
      findings.add(
        .warning, "img-size", "the image \(shown) has no height in pixels", line: token.line,
        column: token.column)
    }
    let lowercased = address.lowercased()
    if lowercased.hasPrefix("data:") {
      findings.add(
        .error, "img-data", "a data: image; Gmail drops it", line: token.line, column: token.column)
    } else if !lowercased.hasPrefix("https://"), !lowercased.hasPrefix("cid:") {
      findings.add(
        .error, "img-src", "the image address is not https: \(shown)", line: token.line, column: token.column)
    }
    if value("width") == "1", value("height") == "1" {
      findings.add(
        .warning, "tracking-pixel", "an image of one pixel: \(shown)", line: token.line, column: token.column)
    }
  }

  mutating func checkTable(_ value: (String) -> String?, _ token: HTMLToken) {
    let role = value("role")?.lowercased() ?? ""
    guard role != "presentation", role != "none" else { return }
    findings.add(
      .warning, "table-role", "a table without role=\"presentation\" is read out as a table of data",
      line: token.line, column: token.column)
  }

  mutating func checkHeadings() {
    let first = headings.filter { $0.level == 1 }
    if first.count != 1 {
      findings.add(
        .error, "h1", "the document has \(first.count) <h1>; it needs exactly one", line: first.last?.line)
    }
    var level = 0
    for heading in headings {
      if heading.level > level + 1 {
        findings.add(
          .error, "heading-order", "h\(heading.level) follows h\(level): \(excerpt(heading.text))",
          line: heading.line)
      }
      if heading.text.allSatisfy(\.isWhitespace) {
        findings.add(.error, "heading-empty", "an empty h\(heading.level)", line: heading.line)
      }
      level = heading.level
    }
  }

  mutating func checkLinks() {
    for link in links {
      let address = link.address.lowercased()
      let name = excerpt(link.text)
      func say(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
        findings.add(severity, code, message, line: link.line, column: link.column)
      }
      if ["javascript:", "vbscript:", "data:", "file:"].contains(where: address.hasPrefix) {
        say(.error, "link-scheme", "a dangerous link: \(excerpt(link.address))")
      } else if address.hasPrefix("http://") {
        say(.warning, "link-absolute", "the link is not https: \(excerpt(link.address))")
      } else if address == "#" || address.isEmpty {
        say(.error, "link-absolute", "the link \"\(name)\" leads nowhere")
      } else if !["https://", "mailto:", "tel:", "#"].contains(where: address.hasPrefix) {
        say(.error, "link-absolute", "the link is not an absolute https address: \(excerpt(link.address))")
      }
      if link.address.utf8.contains(where: { $0 <= 0x20 || "<>\"".utf8.contains($0) }) {
        say(.error, "link-characters", "an address with white space or brackets: \(excerpt(link.address))")
      }
      if name.isEmpty { say(.error, "link-name", "a link without words: \(excerpt(link.address))") }
    }
    if !links.contains(where: { namesUnsubscribing($0.text) || namesUnsubscribing($0.address) }) {
      findings.add(
        .warning, "unsubscribe", "there is no link to unsubscribe",
        hint: "set the publication's unsubscribe address")
    }
  }

  mutating func checkLeftovers() {
    for piece in visibleText {
      for leftover in leftovers(in: piece.text) {
        findings.add(
          .warning, leftover.code, "\(leftover.words): \(excerpt(piece.text))", line: piece.line)
      }
    }
  }
}

/// True if the text has a word for unsubscribing, in the languages that mail programs look for.
func namesUnsubscribing(_ text: String) -> Bool {
  let bytes = Array(text.lowercased().utf8)
  return unsubscribingWords.contains { contains($0, in: bytes) }
}

private let unsubscribingWords = [
  "unsubscrib", "opt-out", "opt out", "optout", "abmelden", "abbestell", "désabonn", "désinscri",
  "darse de baja",
  "disiscri", "afmelden", "avsluta", "退订", "退訂", "配信停止", "購読解除", "إلغاء الاشتراك", "отписаться",
].map { Array($0.utf8) }

/// A plain search by bytes; the library's own is made for other sizes.
private func contains(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
  guard let first = word.first, bytes.count >= word.count else { return false }
  var from = 0
  let last = bytes.count - word.count
  while from <= last, let start = bytes[from...last].firstIndex(of: first) {
    if bytes[start..<(start + word.count)].elementsEqual(word) { return true }
    from = start + 1
  }
  return false
}

/// Traces of a template or a program in text for people.
func leftovers(in text: String) -> [(code: String, words: String)] {
  var found: [(code: String, words: String)] = []
  let hasSigns = text.utf8.contains { "{}%".utf8.contains($0) }
  if hasSigns, ["{{", "}}", "{%", "%}", "<%"].contains(where: text.contains) {
    found.append(("template-residue", "this looks like a template tag that was not filled"))
  }
  let words = text.utf8.split { byte in
    byte < 0x80 && !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte | 0x20)
      && !"(-_".utf8.contains(byte)
  }
  let hasValue = words.contains { word in
    word.starts(with: "Optional(".utf8)
      || ["nil", "null", "undefined", "NaN"].contains { word.elementsEqual($0.utf8) }
  }
  if hasValue { found.append(("value-residue", "this looks like a value of a program")) }
  return found
}
