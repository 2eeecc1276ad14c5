import Model

/// Turns the lists that people type without markup into list blocks.
///
/// Short paragraphs or lines that follow each other and all begin with the same mark ("…", a bullet, a
/// dash, numbers that count up) are the items of one list. Marks of enumeration are markup typed by hand
/// and are dropped; an ellipsis belongs to the words and stays.
func markedLists(_ blocks: [FlowBlock]) -> [FlowBlock] {
  var result: [FlowBlock] = []
  result.reserveCapacity(blocks.count)
  var units: [Unit] = []
  func settle() {
    result.append(contentsOf: listed(units))
    units = []
  }
  for block in blocks {
    guard block.kind == .paragraph else {
      settle()
      result.append(block)
      continue
    }
    if block.lines.isEmpty {
      units.append(Unit(line: nil, block: block))
    } else {
      for (place, line) in block.lines.enumerated() {
        units.append(Unit(line: line, block: block, isContinuation: place > 0))
      }
    }
  }
  settle()
  return result
}

/// A paragraph, or one line of it.
private struct Unit {
  let line: InlineText.Line?
  let block: FlowBlock
  var isContinuation = false
  let mark: ListMark?

  init(line: InlineText.Line?, block: FlowBlock, isContinuation: Bool = false) {
    self.line = line
    self.block = block
    self.isContinuation = isContinuation
    let text = line?.text ?? block.text
    mark = text.utf8.count <= 360 ? ListMark(of: text) : nil
  }

  var text: String { line?.text ?? block.text }
}

private func listed(_ units: [Unit]) -> [FlowBlock] {
  var result: [FlowBlock] = []
  var index = 0
  while index < units.count {
    var end = index + 1
    if let mark = units[index].mark {
      var previous = mark
      while end < units.count, let next = units[end].mark, next.continues(previous) {
        previous = next
        end += 1
      }
      if end - index >= mark.leastItems {
        let items = units[index..<end].map { ListMark.withoutMark($0.text, mark) }
        result.append(
          FlowBlock(
            kind: .list, text: items.joined(separator: "\n"), items: items, isOrdered: mark.isNumber,
            linkBytes: 0, node: units[index].block.node))
        index = end
        continue
      }
    }
    // Lines of one paragraph stay together as far as no list took some of them.
    end = index + 1
    if units[index].line != nil {
      while end < units.count, units[end].isContinuation, !startsList(units, at: end) { end += 1 }
    }
    result.append(joined(units[index..<end]))
    index = end
  }
  return result
}

private func startsList(_ units: [Unit], at index: Int) -> Bool {
  guard let mark = units[index].mark else { return false }
  var end = index + 1
  var previous = mark
  while end < units.count, end - index < mark.leastItems, let next = units[end].mark, next.continues(previous)
  {
    previous = next
    end += 1
  }
  return end - index >= mark.leastItems
}

private func joined(_ units: ArraySlice<Unit>) -> FlowBlock {
  guard let first = units.first else { return FlowBlock(kind: .paragraph, text: "", node: 0) }
  var block = first.block
  if units.count == block.lines.count || first.line == nil { return block }
  let lines = units.compactMap(\.line)
  let isVerse = lines.count > 1 && lines.allSatisfy { $0.bytes.count <= 80 }
  let line = InlineText.Line.joined(lines, separator: isVerse ? 0x0A : 0x20)
  block.text = line.text
  block.marks = line.marks
  block.linkBytes = line.linkBytes
  block.lines = lines.count > 1 ? lines : []
  return block
}

/// What a line of a hand-made list begins with.
enum ListMark: Equatable {
  case ellipsis
  case bullet(UInt32)
  /// The number, and the sign after it.
  case number(Int, UInt32)

  var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// A dash may open a line of dialogue, a number may be a year: two do not make a list of these.
  var leastItems: Int {
    switch self {
    case .ellipsis: 2
    case .bullet(let sign): sign == 0x2D || sign == 0x2013 || sign == 0x2014 || sign == 0x2A ? 3 : 2
    case .number: 3
    }
  }

  init?(of text: String) {
    let scalars = Array(text.unicodeScalars.prefix(8))
    guard let first = scalars.first else { return nil }
    func isSpace(_ place: Int) -> Bool { place < scalars.count && scalars[place].properties.isWhitespace }
    switch first.value {
    case 0x2026: self = .ellipsis
    case 0x2E where scalars.count > 3 && scalars[1] == "." && scalars[2] == ".": self = .ellipsis
    case 0x2022, 0x25E6, 0x25AA, 0x2023, 0xB7, 0x25CF, 0x25A0, 0x25BA, 0x2713, 0x2714, 0x2192, 0x27A4, 0x2756:
      self = .bullet(first.value)
    case let sign where [0x2D, 0x2A, 0x2B, 0x2013, 0x2014, 0x6F].contains(sign) && isSpace(1):
      self = .bullet(sign)
    case 0x30...0x39:
      var place = 0
      var number = 0
      while place < min(scalars.count, 3), (0x30...0x39).contains(scalars[place].value) {
        number = number * 10 + Int(scalars[place].value - 0x30)
        place += 1
      }
      guard place < scalars.count, [0x2E, 0x29].contains(scalars[place].value), isSpace(place + 1) else {
        return nil
      }
      self = .number(number, scalars[place].value)
    default: return nil
    }
  }

  func continues(_ previous: ListMark) -> Bool {
    switch (previous, self) {
    case (.ellipsis, .ellipsis): true
    case (.bullet(let one), .bullet(let other)): one == other
    case (.number(let one, let sign), .number(let other, let otherSign)):
      other == one + 1 && sign == otherSign
    default: false
    }
  }

  /// The item's words.
  static func withoutMark(_ text: String, _ mark: ListMark) -> String {
    var scalars = text.unicodeScalars[...]
    switch mark {
    case .ellipsis: return text
    case .bullet: scalars = scalars.dropFirst()
    case .number:
      scalars = scalars.drop { (0x30...0x39).contains($0.value) }
      scalars = scalars.dropFirst()
    }
    return String(String.UnicodeScalarView(scalars.drop { $0.properties.isWhitespace }))
  }
}
