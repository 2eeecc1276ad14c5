import Model

extension TextLint {
  /// Both forms say the same: readers see one, spam filters compare the two.
  mutating func checkParity(with html: String) {
    var document = HTMLLint(html)
    _ = document.run()
    let spoken = letters(text)[...]
    var rest = spoken
    for heading in document.headings where heading.level <= 3 {
      let wanted = letters(heading.text)
      guard !wanted.isEmpty else { continue }
      guard contains(spoken, wanted) else {
        findings.add(
          .error, "heading-missing", "a heading of the HTML is not in the text: \(excerpt(heading.text))")
        continue
      }
      // Headings of the third level repeat from article to article.
      guard heading.level < 3 else { continue }
      if let end = end(of: wanted, in: rest) {
        rest = rest[end...]
      } else {
        findings.add(
          .error, "heading-order", "the text has this heading earlier than the HTML: \(excerpt(heading.text))"
        )
      }
    }
    let known = Set(addresses(in: text).map(comparable))
    var missing: Set<String> = []
    for link in document.links where !link.address.hasPrefix("#") {
      let address = comparable(link.address)
      if !known.contains(address), missing.insert(address).inserted {
        findings.add(
          .error, "link-missing", "a link of the HTML is not in the text: \(excerpt(link.address))")
      }
    }
  }

  /// An address without what a reader's eye or a mail program leaves off.
  private func comparable(_ address: String) -> String {
    var address = address[...]
    while let last = address.last, ".,;:!?)>]}'\"»”’#/".contains(last) { address.removeLast() }
    return String(address)
  }
}

/// Letters and digits only, in lower case, so that line breaks and marks do not count.
private func letters(_ text: String) -> [UInt32] {
  text.lowercased().unicodeScalars.compactMap { scalar in
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar.value : nil
  }
}

private func contains(_ text: ArraySlice<UInt32>, _ wanted: [UInt32]) -> Bool {
  end(of: wanted, in: text) != nil
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
