import Markup

/// Comments of an engine that we do not know: below a heading that announces them, siblings of one shape
/// that each hold a date.
struct GenericComments {
  private let page: PageIndex
  private var tree: HTMLTree { page.tree }

  static func items(_ page: PageIndex) -> [CommentItem] { GenericComments(page: page).items() }

  private func items() -> [CommentItem] {
    var announcements = 0
    for (index, node) in tree.nodes.enumerated() where !node.isText {
      let isHeading =
        headingLevel(node.name) != nil || page.hasClass(index, in: ["comments-title", "comment-title"])
      guard isHeading, isAnnouncement(index) else { continue }
      announcements += 1
      if announcements > 6 { break }
      // The heading's own surroundings: up to three levels of ancestors, after the heading.
      var place = index
      for _ in 0..<3 {
        let parent = tree[place].parent
        guard parent > 0, !["body", "html"].contains(tree[parent].name) || place == index else { break }
        if let items = items(in: tree[index].end..<tree[parent].end) { return items }
        place = parent
      }
    }
    return []
  }

  private func isAnnouncement(_ index: Int) -> Bool {
    guard (4...120).contains(page.textLength(index)) else { return false }
    if tree.ancestors(of: index).contains(where: {
      page.hasClass($0, in: CommentMarkup.foreign) || tree[$0].name == "aside"
        || page.classTokens($0).contains(where: CommentMarkup.isOfManyPages)
    }) {
      return false
    }
    let cues = CueText(tree.lineText(of: index))
    return cues.holds(any: GenericComments.announcements) && !cues.holds(any: GenericComments.refusals)
  }

  /// The first group of siblings of one shape that look like comments.
  private func items(in range: Range<Int>) -> [CommentItem]? {
    var firsts: [Int] = []
    var groups: [Shape: [Int]] = [:]
    for index in range where !tree[index].isText {
      let node = tree[index]
      guard ["div", "li", "article", "section", "blockquote", "dd", "tr", "p", "dl"].contains(node.name),
        node.end <= range.upperBound
      else { continue }
      let shape = shape(index)
      if groups[shape] == nil { firsts.append(index) }
      groups[shape, default: []].append(index)
    }
    for first in firsts {
      guard let members = groups[shape(first)], members.count >= 2 else { continue }
      let dated = members.filter { page.textLength($0) >= 16 && hasDate($0) }
      guard dated.count >= 2, dated.count * 10 >= members.count * 6 else { continue }
      // Another heading between speaks of something else, and teasers lead to other articles.
      if hasHeading(in: range.lowerBound..<first) || dated.count(where: page.isTeaser) * 2 >= dated.count {
        return nil
      }
      return dated.map { CommentItem(node: $0, ranges: [$0..<tree[$0].end]) }
    }
    return nil
  }

  private struct Shape: Hashable {
    let parent: Int
    let name: String
    let token: String
  }

  private func shape(_ index: Int) -> Shape {
    Shape(parent: tree[index].parent, name: tree[index].name, token: page.classTokens(index).first ?? "")
  }

  private func hasHeading(in range: Range<Int>) -> Bool {
    range.contains { headingLevel(tree[$0].name) != nil && page.textLength($0) > 0 }
  }

  private func hasDate(_ index: Int) -> Bool {
    var looked = 0
    for place in tree.descendants(of: index) {
      let node = tree[place]
      if node.name == "time" { return true }
      guard node.isText, node.text.utf8.count <= 100 else { continue }
      looked += 1
      if looked > 12 { return false }
      if CommentDate.reading(foldedWhiteSpace(node.text)) != nil { return true }
    }
    return false
  }

  private static let announcements = [
    "comment", "comments", "responses", "response", "replies", "thoughts on", "what people are saying",
    "what others are saying", "what you said", "reader comments", "kommentare", "kommentar",
    "leserkommentare", "commentaires", "comentarios", "comentários", "commenti", "reacties", "discussion",
    "reactions", "feedback", "have your say", "reaktionen", "antworten", "réactions", "komentarze",
    "kommentarer",
    "meinungen", "lesermeinungen", "leserbriefe", "letters",
  ]

  private static let refusals = [
    "recent comments", "latest comments", "neueste kommentare", "letzte kommentare", "neue kommentare",
    "derniers commentaires", "últimos comentarios", "ultimi commenti", "no comments", "comments are closed",
    "comments off", "keine kommentare", "most commented", "meistkommentiert", "top comments",
  ]
}

extension PageIndex {
  /// Whether the element leads to another page of the site by a heading or a link of several words.
  func isTeaser(_ index: Int) -> Bool {
    for place in tree.descendants(of: index) where tree[place].name == "a" {
      guard let href = tree[place]["href"], !href.utf8.contains(UInt8(ascii: "#")) else { continue }
      let isInHeading = headingLevel(tree[tree[place].parent].name) != nil
      let words = tree.lineText(of: place).split(separator: " ").count
      let isLocal = !href.utf8.starts(with: "http".utf8)
      if isInHeading && words >= 3 || isLocal && words >= 4 { return true }
    }
    var linked = linkLength(index)
    // A link within the page is the date's.
    for place in tree.descendants(of: index) where tree[place].name == "a" {
      if tree[place]["href"]?.utf8.first == UInt8(ascii: "#") { linked -= textLength(place) }
    }
    return linked * 2 > textLength(index)
  }
}
