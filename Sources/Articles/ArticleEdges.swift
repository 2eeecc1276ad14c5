import Model

/// Cleans the head and the end of what was read: the title once more, lines of dates and categories,
/// headings that head nothing, lists of links.
enum ArticleEdges {
  static func trimmed(_ blocks: [FlowBlock], title: String?, authors: [String]) -> [FlowBlock] {
    var blocks = blocks
    trimHead(&blocks, title: title, authors: authors)
    trimEnd(&blocks)
    return blocks
  }

  private static func trimHead(_ blocks: inout [FlowBlock], title: String?, authors: [String]) {
    if let title = title.map(lettersOnly), !title.isEmpty,
      let place = blocks.prefix(10).firstIndex(where: { isTitle($0, title) })
    {
      // What stands before the title is not the article, unless it is prose.
      for index in 0..<place where blocks[index].wordCount < 25 { blocks[index].role = .boilerplate }
      blocks.remove(at: place)
    }
    for index in blocks.indices.prefix(8) where blocks[index].role == nil {
      let block = blocks[index]
      if block.kind == .figure { continue }
      if block.wordCount > 16 || (block.kind == .paragraph && endsSentence(block.text) && block.wordCount > 6)
      {
        break
      }
      if isHeadLine(block, authors: authors) { blocks[index].role = .boilerplate }
    }
  }

  private static func isTitle(_ block: FlowBlock, _ title: String) -> Bool {
    guard block.kind == .heading || block.kind == .paragraph, block.text.utf8.count < 400 else {
      return false
    }
    return lettersOnly(block.text) == title
  }

  /// Dates, names, counts of comments and minutes, crumbs.
  private static func isHeadLine(_ block: FlowBlock, authors: [String]) -> Bool {
    if block.linkDensity > 0.6, block.wordCount <= 10 { return true }
    if block.wordCount <= 14, PageDate(reading: block.text) != nil { return true }
    let letters = lettersOnly(block.text)
    if authors.contains(where: { letters == lettersOnly($0) || letters == "by" + lettersOnly($0) }) {
      return true
    }
    let cues = CueText(block.text)
    return cues.holds(any: [
      "min read", "minute read", "minutes read", "min. lesezeit", "minuten lesezeit", "reading time",
      "lesezeit",
    ])
      || cues.begins(any: [
        "comments", "no comments", "0 comments", "1 comment", "leave a comment", "kommentare", "updated",
        "published", "by",
      ])
  }

  private static func trimEnd(_ blocks: inout [FlowBlock]) {
    for index in blocks.indices.reversed() {
      let block = blocks[index]
      if block.role != nil { continue }
      switch block.kind {
      case .heading: blocks[index].role = .boilerplate
      case .list where block.linkDensity > 0.6,
        .paragraph where block.linkDensity > 0.8 && block.wordCount <= 14 && !endsSentence(block.text):
        blocks[index].role = .boilerplate
      default: return
      }
    }
  }
}
