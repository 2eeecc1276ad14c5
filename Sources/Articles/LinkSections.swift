import Model

/// Finds what leads to other articles: headings and labels with nothing but links under them, runs of links,
/// lists of titles. Independent of language.
///
/// Only links within the site count: what an author recommends elsewhere is content. A text that consists of such lists, as the round-up of a week does, stays as it is.
struct LinkSections {
  private let blocks: [FlowBlock]
  /// Blocks without a role.
  private let places: [Int]
  private var found: Set<Int> = []

  static func marked(_ blocks: [FlowBlock]) -> [FlowBlock] {
    var sections = LinkSections(blocks)
    sections.findHeaded()
    sections.findRuns()
    sections.findLists()
    func amount(_ places: some Sequence<Int>) -> Int { places.reduce(0) { $0 + blocks[$1].text.utf8.count } }
    guard amount(sections.found) * 5 < amount(sections.places) * 2 else { return blocks }
    var blocks = blocks
    for index in sections.found { blocks[index].role = .boilerplate }
    return blocks
  }

  private init(_ blocks: [FlowBlock]) {
    self.blocks = blocks
    places = blocks.indices.filter { blocks[$0].role == nil }
  }

  private mutating func findHeaded() {
    var position = 0
    while position < places.count {
      let block = blocks[places[position]]
      let isLabel = block.kind == .paragraph && block.wordCount <= 8 && !endsSentence(block.text)
      guard block.kind == .heading || isLabel else {
        position += 1
        continue
      }
      let end = self.end(of: position, isLabel: isLabel)
      if end == position + 1, block.kind == .heading, headsFurniture(places[position]) {
        found.insert(places[position])
      } else if position > 0, leadsElsewhere(places[(position + 1)..<end]) {
        found.formUnion(places[position..<end])
      } else if position > 0, let links = leadingLinks(places[(position + 1)..<end]) {
        // The text goes on after the links.
        found.formUnion(places[position..<links])
      }
      position = end
    }
  }

  /// The position after the last block that belongs to a heading or label.
  private func end(of position: Int, isLabel: Bool) -> Int {
    var end = position + 1
    while end < places.count, blocks[places[end]].kind != .heading {
      if isLabel, blocks[places[end]].inwardDensity < 0.6 { break }
      end += 1
    }
    return end
  }

  /// The position after the links that stand directly under a heading: a list of them, or several.
  private func leadingLinks(_ members: ArraySlice<Int>) -> Int? {
    let links = members.prefix { blocks[$0].inwardDensity > 0.9 }
    let isList = links.first.map { blocks[$0].kind == .list && blocks[$0].items.count > 1 } ?? false
    return isList || links.count > 1 ? links.endIndex : nil
  }

  /// Whether seven tenths of the text are links, and nothing in it is content of its own.
  private func leadsElsewhere(_ members: ArraySlice<Int>) -> Bool {
    var length = 0
    var linked = 0
    for index in members {
      let block = blocks[index]
      switch block.kind {
      case .code, .figure, .table: return false
      // Of a single item, the links may be what it talks about.
      case .list where block.items.count < 2 && block.inwardDensity < 0.9: return false
      default: break
      }
      length += block.letterCount
      linked += block.linkBytes - block.outwardBytes
    }
    return length > 0 && linked * 10 >= length * 7
  }

  /// A heading whose text turned out to be furniture.
  private func headsFurniture(_ index: Int) -> Bool {
    let after = blocks[(index + 1)...].prefix { $0.kind != .heading }
    return !after.isEmpty && after.allSatisfy { $0.role == .boilerplate || $0.role == .callToAction }
  }

  /// Two and more links that stand as paragraphs of their own.
  private mutating func findRuns() {
    var run: [Int] = []
    for index in places + [blocks.endIndex] {
      if index < blocks.endIndex, blocks[index].kind == .paragraph, blocks[index].inwardDensity > 0.9,
        blocks[index].wordCount >= 3
      {
        run.append(index)
        continue
      }
      if run.count >= 2, let first = run.first, first > 0, !introduces(blocks[first - 1]) {
        found.formUnion(run)
      }
      run = []
    }
  }

  private mutating func findLists() {
    for index in places where blocks[index].kind == .list && blocks[index].inwardDensity > 0.9 && index > 0 {
      let block = blocks[index]
      guard block.items.count >= 2, block.wordCount >= block.items.count * 4, !introduces(blocks[index - 1])
      else { continue }
      found.insert(index)
    }
  }

  /// Whether the paragraph leads over to what follows.
  private func introduces(_ block: FlowBlock) -> Bool {
    guard block.kind == .paragraph, block.role == nil, let last = block.text.unicodeScalars.last else {
      return false
    }
    return last == ":" || last == "："
  }
}
