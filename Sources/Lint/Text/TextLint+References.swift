import Model

extension TextLint {
  private struct Definition {
    let number: Int
    let address: String
    let line: Int
  }

  /// `[3]` in the text, and `[3] https://…` in the list of links.
  ///
  /// In quotes a number without an address is no error: articles have footnotes of their own.
  mutating func checkReferences() {
    var definitions: [Definition] = []
    var used: [Int: (line: Int, isQuoted: Bool)] = [:]
    for (index, line) in lines.enumerated() {
      if let definition = definition(at: index) {
        definitions.append(definition)
      } else {
        for number in uses(in: line.withoutAddresses)
        where used[number] == nil || used[number]?.isQuoted == true {
          used[number] = (index + 1, line.isQuoted)
        }
      }
    }
    guard !definitions.isEmpty else { return }
    let known = Dictionary(grouping: definitions, by: \.number)
    measures.references = known.count
    for (number, place) in used.sorted(by: { $0.key < $1.key }) where known[number] == nil {
      findings.add(
        place.isQuoted ? .warning : severityOfContent, "ref-undefined",
        "[\(number)] has no address in the list of links",
        hint: "add it to the list", line: place.line)
    }
    checkList(definitions, known, used: Set(used.keys))
  }

  private mutating func checkList(_ definitions: [Definition], _ known: [Int: [Definition]], used: Set<Int>) {
    var order: [Int] = []
    var seen: Set<Int> = []
    for definition in definitions where seen.insert(definition.number).inserted {
      order.append(definition.number)
      if !used.contains(definition.number) {
        findings.add(
          .warning, "ref-unused", "[\(definition.number)] is not used", hint: "leave it out",
          line: definition.line)
      }
      let addresses = Set((known[definition.number] ?? []).map { comparableAddress($0.address) })
      if addresses.count > 1 {
        findings.add(
          severityOfContent, "ref-duplicate", "[\(definition.number)] has \(addresses.count) addresses",
          hint: "one number, one address", line: definition.line)
      }
    }
    guard let first = order.min() else { return }
    let sorted = order.sorted()
    if sorted != Array(first..<(first + order.count)) {
      let gap = zip(sorted, sorted.dropFirst()).first { $1 != $0 + 1 }?.0 ?? first
      findings.add(
        severityOfContent, "ref-gap", "the list of links has a gap after [\(gap)]",
        hint: "count without gaps",
        line: definitions.first { $0.number == gap }?.line)
    } else if order != sorted {
      findings.add(
        .warning, "ref-order", "the list of links does not count up", hint: "number in reading order",
        line: definitions.first?.line)
    }
  }

  /// A line of the list of links, or one with a title whose address stands in the next line.
  private func definition(at index: Int) -> Definition? {
    let line = lines[index].trimmed
    guard line.hasBytePrefix("["), let close = line.utf8.firstIndex(of: UInt8(ascii: "]")),
      let number = number(line[line.utf8.index(after: line.utf8.startIndex)..<close])
    else { return nil }
    var rest = line.utf8[close...].dropFirst()
    if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
    guard let blank = rest.first, isBlank(blank) else { return nil }
    let content = String(decoding: trimmedBlanks(Array(rest)[...]), as: UTF8.self)
    if let address = lineAddress(content) {
      return Definition(number: number, address: address, line: index + 1)
    }
    guard !content.isEmpty, index + 1 < lines.count, let address = lineAddress(lines[index + 1].trimmed)
    else {
      return nil
    }
    return Definition(number: number, address: address, line: index + 1)
  }

  /// An address that fills a line, in angle brackets or not.
  private func lineAddress(_ text: String) -> String? {
    let bare = String(decoding: text.utf8.filter { !"<>".utf8.contains($0) }, as: UTF8.self)
    let line = TextLine(bare)
    return line.rawAddresses.first == bare ? bare : nil
  }

  /// Numbers in brackets that no letter and no bracket touches from the left, and no address from the right.
  private func uses(in text: String) -> [Int] {
    let bytes = Array(text.utf8)
    var found: [Int] = []
    var from = 0
    while from < bytes.count, let open = bytes[from...].firstIndex(of: UInt8(ascii: "[")) {
      from = open + 1
      let digits = bytes[from...].prefix(5).prefix(while: isDigit)
      let close = digits.endIndex
      guard close < bytes.count, bytes[close] == UInt8(ascii: "]"),
        open == 0 || !(isNameByte(bytes[open - 1]) || bytes[open - 1] == UInt8(ascii: "]")),
        close + 1 >= bytes.count || bytes[close + 1] != UInt8(ascii: "("),
        let number = number(String(decoding: digits, as: UTF8.self))
      else { continue }
      found.append(number)
    }
    return found
  }

  private func number(_ digits: some StringProtocol) -> Int? {
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit) else { return nil }
    return Int(digits)
  }
}

extension TextLint {
  /// Lines behind which nothing is looked for when the end of the text is.
  private static let footerLines = 40

  /// Whoever no longer wants it finds the way out at the end, and why it came; the list of links may stand behind.
  mutating func checkFooter() {
    let kept = lines.indices.filter { definition(at: $0) == nil }
    let tail = kept.suffix(TextLint.footerLines).map { lines[$0] }
    let words = tail.map(\.text)
    guard let place = words.lastIndex(where: namesUnsubscribing) else {
      findings.add(
        severityOfContent, "unsubscribe", "there is no line to unsubscribe near the end",
        hint: "set the publication's unsubscribe address")
      if !saysWhy(words.joined(separator: " ")) { sayNoReason() }
      return
    }
    let near = tail[place...].prefix(3)
    if !near.contains(where: { !$0.rawAddresses.isEmpty || !uses(in: $0.withoutAddresses).isEmpty }) {
      findings.add(
        severityOfContent, "unsubscribe", "the line to unsubscribe has no address with it",
        hint: "write the address behind the word")
    }
    if !saysWhy(words.joined(separator: " ")) { sayNoReason() }
  }

  private mutating func sayNoReason() {
    findings.add(
      severityOfContent, "why", "nothing near the end says why readers get this",
      hint: "You are getting this because …")
  }
}
