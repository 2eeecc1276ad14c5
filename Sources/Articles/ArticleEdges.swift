import Model

/// Cleans the head and the end of what was read: what stood above the title, the title once more, lines of
/// dates and names, what stood on the page twice, crumbs after the last sentence.
enum ArticleEdges {
  static func trimmed(_ blocks: [FlowBlock], title: String?, authors: [String]) -> [FlowBlock] {
    var blocks = blocks
    let title = title.map(lettersOnly).flatMap { $0.isEmpty ? nil : $0 }
    if let title { trimTitle(&blocks, title) }
    trimHead(&blocks, authors: authors)
    trimRepeats(&blocks, title: title)
    blocks = LinkSections.marked(blocks)
    trimCrumbs(&blocks, authors: authors)
    return endTrimmed(blocks)
  }

  /// Without headings and links after the last paragraph.
  static func endTrimmed(_ blocks: [FlowBlock]) -> [FlowBlock] {
    var blocks = blocks
    for index in blocks.indices.reversed() where blocks[index].role == nil {
      let block = blocks[index]
      switch block.kind {
      case .heading: blocks[index].role = .boilerplate
      case .list where block.linkDensity > 0.7,
        .paragraph where block.linkDensity > 0.8 && block.wordCount <= 14 && !endsSentence(block.text):
        blocks[index].role = .boilerplate
      default: return blocks
      }
    }
    return blocks
  }

  // MARK: - The title

  /// What stands above the title is not the article, unless it is prose; the title itself is left out.
  private static func trimTitle(_ blocks: inout [FlowBlock], _ title: String) {
    if let place = blocks.prefix(blocks.count / 2).firstIndex(where: {
      $0.kind == .heading && isTitle($0, title)
    }),
      prose(blocks[..<place]) * 4 < prose(blocks[place...])
    {
      for index in 0..<place where !blocks[index].isLead {
        let isSentence = blocks[index].isProse && endsSentence(blocks[index].text)
        if !isSentence || place > 12 { blocks[index].role = .boilerplate }
      }
    }
    if let place = blocks.prefix(10).firstIndex(where: { isTitle($0, title) }) {
      for index in 0..<place where blocks[index].wordCount < 25 { blocks[index].role = .boilerplate }
      blocks.remove(at: place)
    }
  }

  private static func prose(_ blocks: ArraySlice<FlowBlock>) -> Int {
    blocks.reduce(0) { $0 + ($1.isProse ? $1.size : 0) }
  }

  private static func isTitle(_ block: FlowBlock, _ title: String) -> Bool {
    guard block.kind == .heading || block.kind == .paragraph, block.text.utf8.count < 400 else {
      return false
    }
    let letters = lettersOnly(block.text)
    // The title that is known may have the site's name at its end.
    return letters == title || (letters.utf8.count * 10 >= title.utf8.count * 6 && title.hasPrefix(letters))
  }

  // MARK: - The head

  /// Lines above the second paragraph that say who and when.
  private static func trimHead(_ blocks: inout [FlowBlock], authors: [String]) {
    var prose = 0
    for index in blocks.indices.prefix(24) where blocks[index].role == nil && blocks[index].kind != .figure {
      if blocks[index].isProse {
        prose += 1
        if prose > 1 { return }
      } else if isHeadLine(blocks[index], authors: authors) {
        blocks[index].role = .byline
      }
    }
  }

  /// Dates, names, counts of comments and minutes, crumbs.
  private static func isHeadLine(_ block: FlowBlock, authors: [String]) -> Bool {
    // "Frank Sample:" leads to what he said.
    if Attributions.introduces(block.text) { return false }
    if block.linkDensity > 0.6, block.wordCount <= 10 { return true }
    if block.wordCount <= 14, PageDate(reading: block.text) != nil || isDay(block.text) { return true }
    if namesAuthor(block, authors: authors) || isCount(block) { return true }
    let cues = CueText(block.text)
    return cues.holds(any: Cues.readingTimes) || cues.begins(any: Cues.headOpenings)
  }

  /// "--", "3", "4 minutes": no letters, or nothing but how long it takes.
  private static func isCount(_ block: FlowBlock) -> Bool {
    guard block.kind == .paragraph, block.text.utf8.count <= 24 else { return false }
    let words = CueText(block.text).string.split(separator: " ")
    guard let first = words.first else { return false }
    if !block.text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { return true }
    return words.count == 2 && first.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      && minutes.contains(String(words[1]))
  }

  private static let minutes: NameSet = [
    "min", "min.", "mins", "minute", "minutes", "minuten", "minuto", "minutos", "minuti", "minuut", "minuter",
  ]

  /// "Nov 18", "18. November": a month and a number.
  private static func isDay(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count == 2 && words.contains(where: PageDate.isMonth)
      && words.contains { $0.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
  }

  /// "Ann Lee", "By Ann Lee", "Ann Lee, The Daily News": a name and a few words.
  private static func namesAuthor(_ block: FlowBlock, authors: [String]) -> Bool {
    guard !authors.isEmpty, block.wordCount <= 8, !endsSentence(block.text) else { return false }
    let letters = lettersOnly(block.text)
    return authors.contains { author in
      let name = lettersOnly(author)
      return name.utf8.count >= 5
        && (letters.hasPrefix(name) || letters.hasPrefix("by" + name) || letters.hasSuffix("by" + name))
    }
  }

  // MARK: - Repeats

  /// The title once more; captions and teasers that stand on the page twice; prose that was read before. An author's own
  /// paragraphs may repeat themselves.
  private static func trimRepeats(_ blocks: inout [FlowBlock], title: String?) {
    var seen: [String: Int] = [:]
    let longestTitle = (title?.utf8.count ?? 0) * 3
    for index in blocks.indices where blocks[index].kind != .code && blocks[index].kind != .table {
      // An author's own paragraph can only be the title.
      guard !blocks[index].isParagraphElement || blocks[index].text.utf8.count <= longestTitle else {
        continue
      }
      let letters = lettersOnly(blocks[index].text)
      if letters.utf8.count > 8, letters == title { blocks[index].role = .boilerplate }
      guard letters.utf8.count > 40, !blocks[index].isParagraphElement,
        let first = seen.updateValue(index, forKey: letters)
      else { continue }
      // Whole sentences that stand twice may be what somebody says twice: once they are read.
      let isProse = blocks[first].isProse
      for place in isProse ? [index] : [first, index] where blocks[place].role == nil {
        blocks[place].role = .boilerplate
      }
    }
  }

  // MARK: - The end

  /// Names, initials and buttons after the last sentence.
  private static func trimCrumbs(_ blocks: inout [FlowBlock], authors: [String]) {
    guard blocks.count(where: { $0.role == nil && $0.isProse }) >= 3 else { return }
    for index in blocks.indices.reversed() where blocks[index].role == nil {
      let block = blocks[index]
      if namesAuthor(block, authors: authors) {
        blocks[index].role = .byline
      } else if block.kind == .paragraph, block.wordCount <= 3, block.lines.count < 2,
        !endsSentence(block.text),
        block.size < 10
      {
        let isCredit = BlockRoles.isCredit(CueText(block.text), words: block.wordCount)
        blocks[index].role = isCredit ? .credit : .boilerplate
      } else {
        return
      }
    }
  }
}
