import Model

extension TextLint {
  /// `[3]` in the text, and `[3] https://…` in the list of links.
  ///
  /// Quoted lines are left out, and nothing here is an error: articles have footnotes of their own.
  mutating func checkReferences() {
    var defined: [Int: (address: String, line: Int)] = [:]
    var order: [Int] = []
    var used: [Int: Int] = [:]
    for (index, line) in lines.enumerated() {
      if let definition = definition(line) {
        if let known = defined[definition.number], known.address != definition.address {
          findings.add(
            .warning, "ref-duplicate",
            "[\(definition.number)] has two addresses, here and in line \(known.line)",
            line: index + 1)
        } else if defined[definition.number] == nil {
          order.append(definition.number)
          defined[definition.number] = (definition.address, index + 1)
        }
      } else if !isQuoted(line) {
        for number in uses(in: line) where used[number] == nil { used[number] = index + 1 }
      }
    }
    guard !defined.isEmpty else { return }
    for (number, line) in used.sorted(by: { $0.key < $1.key }) where defined[number] == nil {
      findings.add(.warning, "ref-undefined", "[\(number)] has no address in the list of links", line: line)
    }
    for number in order where used[number] == nil {
      findings.add(.warning, "ref-unused", "[\(number)] is not used", line: defined[number]?.line)
    }
    if order != Array(1...order.count) {
      findings.add(.warning, "ref-order", "the list of links does not count up from 1")
    }
  }

  private func isQuoted(_ line: Substring) -> Bool {
    let first = line.first { $0 != " " }
    return first == "|" || first == ">"
  }

  private func definition(_ line: Substring) -> (number: Int, address: String)? {
    let parts = line.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, let number = reference(parts[0]), let address = addresses(in: parts[1]).first
    else { return nil }
    return (number, address)
  }

  private func uses(in line: Substring) -> [Int] {
    line.split(separator: " ").compactMap { word in
      var word = word
      while let last = word.last, ".,;:!?|".contains(last) { word.removeLast() }
      return reference(word)
    }
  }

  /// The number of `[12]`.
  private func reference(_ word: Substring) -> Int? {
    guard word.first == "[", word.last == "]", (3...5).contains(word.utf8.count) else { return nil }
    return Int(word.dropFirst().dropLast())
  }
}
