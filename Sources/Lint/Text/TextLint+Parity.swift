import Model

extension TextLint {
  /// Headings that are looked for; more than any edition has.
  private static let mostHeadings = 300

  /// Both forms say the same: readers see one, spam filters compare the two.
  mutating func checkParity(with html: [UInt8]) {
    let page = HTMLLint(html)
    checkHeadings(of: page)
    checkLinks(of: page)
    checkWords(of: page)
  }

  private mutating func checkHeadings(of page: HTMLLint) {
    let spoken = letters(lines.map(\.text).joined(separator: "\n"))[...]
    var rest = spoken
    for heading in page.headings.prefix(TextLint.mostHeadings) where heading.level <= 3 {
      let wanted = letters(page.document.text(of: heading.index))
      guard !wanted.isEmpty else { continue }
      guard end(of: wanted, in: spoken) != nil else {
        findings.add(
          .error, "heading-missing", "a heading of the HTML is not in the text: \(excerpt(heading.text))",
          hint: "render both from one edition")
        continue
      }
      // Headings of the third level repeat from article to article.
      guard heading.level < 3 else { continue }
      if let end = end(of: wanted, in: rest) {
        rest = rest[end...]
      } else {
        findings.add(
          .error, "heading-order",
          "the text has this heading earlier than the HTML: \(excerpt(heading.text))",
          hint: "render both from one edition")
      }
    }
  }

  private mutating func checkLinks(of page: HTMLLint) {
    let written = lines.flatMap { $0.rawAddresses.map(withoutPunctuation) }
    let known = Set(written.map(comparableAddress))
    var wanted: Set<String> = []
    for index in page.links {
      let address = page.document.nodes[index]["href"] ?? ""
      guard !address.isEmpty, !address.hasBytePrefix("#") else { continue }
      let comparable = comparableAddress(address)
      if wanted.insert(comparable).inserted, !known.contains(comparable) {
        findings.add(
          .error, "link-missing", "a link of the HTML is not in the text: \(excerpt(address))",
          hint: "render both from one edition")
      }
    }
    guard !page.isCut else { return }
    let words = Set(page.document.nodes.flatMap { addresses(in: $0.text) }.map(comparableAddress))
    for address in written where !wanted.contains(comparableAddress(address)) {
      if words.contains(comparableAddress(address)) { continue }
      findings.add(
        .warning, "link-extra", "a link of the text is not in the HTML: \(excerpt(address))",
        hint: "render both from one edition")
    }
  }

  private mutating func checkWords(of page: HTMLLint) {
    var spoken: [String: Int] = [:]
    for line in lines { for word in longWords(line.text) { spoken[word, default: 0] += 1 } }
    var wanted = 0
    var shared = 0
    for (index, node) in page.document.nodes.enumerated() where node.tag == nil && page.isVisibleText(index) {
      for word in longWords(node.text) {
        wanted += 1
        if let count = spoken[word], count > 0 {
          shared += 1
          spoken[word] = count - 1
        }
      }
    }
    guard wanted > 0 else { return }
    let percent = 100 * Double(shared) / Double(wanted)
    measures.sharedWords = rounded(percent, 1)
    if percent < 92 {
      findings.add(
        percent < 80 ? .error : .warning, "parity",
        "the text has only \(rounded(percent, 1)) % of the words of the HTML",
        hint: "filters compare the two; render both from one edition")
    }
  }
}

/// An address without what a reader's eye or a mail program leaves off, and in lower case where case does not count.
func comparableAddress(_ address: String) -> String {
  var scalars = Array(address.unicodeScalars)
  while let last = scalars.last, ".,;:!?)>]}'\"»”’#/".unicodeScalars.contains(last) { scalars.removeLast() }
  let bare = String(String.UnicodeScalarView(scalars))
  return bare.utf8.count { $0 == UInt8(ascii: "/") } <= 2 ? bare.lowercased() : bare
}

/// Words of at least four letters or digits, in lower case.
private func longWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = String.UnicodeScalarView()
  func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
  for scalar in text.lowercased().unicodeScalars {
    if isPart(scalar) {
      word.append(scalar)
    } else {
      if word.count >= 4 { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
  }
  if word.count >= 4 { words.append(String(word)) }
  return words
}

/// Letters and digits only, in lower case, so that line breaks and marks do not count.
private func letters(_ text: String) -> [UInt32] {
  text.lowercased().unicodeScalars.compactMap { scalar in
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar.value : nil
  }
}

/// Index after the first place of `wanted`.
private func end(of wanted: [UInt32], in text: ArraySlice<UInt32>) -> Int? {
  guard let first = wanted.first, text.count >= wanted.count else { return nil }
  var from = text.startIndex
  let last = text.endIndex - wanted.count
  while from <= last, let start = text[from...last].firstIndex(of: first) {
    if text[start..<(start + wanted.count)].elementsEqual(wanted) { return start + wanted.count }
    from = start + 1
  }
  return nil
}
