import Markup
import Model

/// Comments of an engine that we do not know: below a heading that announces them, siblings of one shape
/// that each hold a date.
enum GenericComments {
  static func items(_ page: PageIndex) -> [CommentItem] {
    let tree = page.tree
    var announcements = 0
    for (index, node) in tree.nodes.enumerated() where !node.isText {
      let isHeading =
        headingLevel(node.name) != nil || page.hasClass(index, in: ["comments-title", "comment-title"])
      guard isHeading, isAnnouncement(page, index) else { continue }
      announcements += 1
      if announcements > 6 { break }
      // The heading's own surroundings: up to three levels of ancestors, after the heading.
      var place = index
      for _ in 0..<3 {
        let parent = tree[place].parent
        guard parent > 0, !["body", "html"].contains(tree[parent].name) || place == index else { break }
        if let items = items(page, in: tree[index].end..<tree[parent].end) { return items }
        place = parent
      }
    }
    return []
  }

  private static func isAnnouncement(_ page: PageIndex, _ index: Int) -> Bool {
    guard (4...120).contains(page.textLength(index)) else { return false }
    if page.tree.ancestors(of: index).contains(where: {
      page.hasClass($0, in: CommentMarkup.foreign) || page.tree[$0].name == "aside"
    }) {
      return false
    }
    let cues = CueText(page.tree.lineText(of: index))
    if cues.holds(any: ["recent comments", "latest comments", "neueste kommentare", "letzte kommentare"]) {
      return false
    }
    return cues.holds(any: announcements)
  }

  /// The first group of siblings of one shape that look like comments.
  private static func items(_ page: PageIndex, in range: Range<Int>) -> [CommentItem]? {
    let tree = page.tree
    var parents: [Int] = []
    var groups: [String: [Int]] = [:]
    for index in range where !tree[index].isText {
      let node = tree[index]
      guard ["div", "li", "article", "section", "blockquote", "dd", "tr", "p", "dl"].contains(node.name),
        node.end <= range.upperBound
      else { continue }
      let key = "\(node.parent) \(node.name) \(page.classTokens(index).first ?? "")"
      if groups[key] == nil { parents.append(index) }
      groups[key, default: []].append(index)
    }
    for first in parents {
      let key = "\(tree[first].parent) \(tree[first].name) \(page.classTokens(first).first ?? "")"
      guard let members = groups[key], members.count >= 2 else { continue }
      let dated = members.filter { page.textLength($0) >= 30 && hasDate(page, $0) }
      guard dated.count >= 2, dated.count * 10 >= members.count * 6 else { continue }
      return dated.map { CommentItem(node: $0, ranges: [$0..<tree[$0].end]) }
    }
    return nil
  }

  private static func hasDate(_ page: PageIndex, _ index: Int) -> Bool {
    var looked = 0
    for place in page.tree.descendants(of: index) {
      let node = page.tree[place]
      if node.name == "time" { return true }
      guard node.isText, node.text.utf8.count <= 100 else { continue }
      looked += 1
      if looked > 12 { return false }
      if PageDate(reading: foldedWhiteSpace(node.text)) != nil { return true }
    }
    return false
  }

  private static let announcements = [
    "comment", "comments", "responses", "response", "replies", "thoughts on", "what people are saying",
    "what others are saying", "what you said", "reader comments", "kommentare", "kommentar",
    "leserkommentare", "commentaires",
    "comentarios", "comentários", "commenti", "reacties", "discussion", "reactions", "feedback",
    "have your say",
  ]
}
