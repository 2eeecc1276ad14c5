import International
import Model

extension TextLint {
  mutating func checkWidths() {
    var wide = 0
    var firstWide: Int?
    var widest = 0
    for (index, line) in lines.enumerated() {
      let width = line.width
      guard width > TextLint.preferredWidth || width > widest, !line.isAddressOnly else { continue }
      widest = max(widest, width)
      if width > TextLint.largestWidth {
        findings.add(
          .error, "width", "\(width) cells; mail programs break lines after \(TextLint.largestWidth)",
          hint: line.rawAddresses.isEmpty
            ? "wrap at \(TextLint.preferredWidth)" : "give the address a line of its own",
          line: index + 1)
      } else if width > TextLint.preferredWidth {
        wide += 1
        firstWide = firstWide ?? index + 1
      }
    }
    measures.widest = widest
    if wide > 0 {
      findings.add(
        .warning, "width-preferred", "\(wide) lines are wider than \(TextLint.preferredWidth) cells",
        hint: "answers put signs before them", line: firstWide)
    }
  }

  /// Wrapped lines whose next word would have fitted look like a comb.
  mutating func checkBreaks() {
    var wrapped = 0
    var early = 0
    var firstEarly: Int?
    for (index, (line, next)) in zip(lines, lines.dropFirst()).enumerated()
    where !line.isBlank && line.rawAddresses.isEmpty && next.rawAddresses.isEmpty
      && line.indent == next.indent
    {
      let content = String(decoding: next.text.utf8.dropFirst(next.indent), as: UTF8.self)
      guard content.unicodeScalars.first?.properties.generalCategory == .lowercaseLetter,
        let word = content.utf8.split(separator: 0x20).first
      else { continue }
      wrapped += 1
      if line.width + 1 + displayWidth(String(decoding: word, as: UTF8.self)) <= TextLint.preferredWidth {
        early += 1
        firstEarly = firstEarly ?? index + 1
      }
    }
    guard wrapped >= 5 else { return }
    measures.earlyBreaks = rounded(100 * Double(early) / Double(wrapped), 1)
    if early * 5 > wrapped {
      findings.add(
        .warning, "ragged", "\(early) of \(wrapped) wrapped lines break before they are full",
        hint: "wrap once, at \(TextLint.preferredWidth)", line: firstEarly)
    }
  }

  /// Addresses are whole, on one line.
  mutating func checkAddresses() {
    measures.links = lines.reduce(0) { $0 + $1.rawAddresses.count }
    for (index, line) in lines.enumerated() {
      for address in line.rawAddresses {
        let whole = withoutPunctuation(address)
        let isShortened = address.hasByteSuffix("...") || whole.unicodeScalars.contains("…")
        if isShortened || whole.unicodeScalars.contains(where: { [0x200B, 0xAD, 0xFEFF].contains($0.value) })
        {
          findings.add(
            .error, "address-damaged", "a damaged or shortened address: \(excerpt(whole))",
            hint: "write it whole",
            line: index + 1)
        }
      }
      guard index + 1 < lines.count, let last = line.rawAddresses.last, line.text.hasByteSuffix(last),
        line.width >= TextLint.preferredWidth - 2, lines[index + 1].rawAddresses.isEmpty,
        isRestOfAddress(lines[index + 1].trimmed)
      else { continue }
      findings.add(
        .error, "address-broken", "an address seems to go on in the next line",
        hint: "give it a line of its own",
        line: index + 1)
    }
  }
}

private func isRestOfAddress(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return bytes.count > 1 && bytes.allSatisfy { isLetter($0) || isDigit($0) || "_%&=?/.-".utf8.contains($0) }
    && bytes.dropFirst().contains { "/=?&%".utf8.contains($0) }
    && !bytes.allSatisfy { "-=".utf8.contains($0) }
}
