import Markup
import Model

extension CommentReader {
  /// When the comment was written, as exactly as the page says it.
  func published() -> PageDate? {
    for place in scope where !isInBody(place) {
      let node = page.tree[place]
      guard !node.isText else { continue }
      let isTime =
        node.name == "time"
        || ["dateCreated", "datePublished", "commentTime", "uploadDate"].contains(node["itemprop"] ?? "")
        || node["property"]?.contains("dateCreated") == true || node["property"]?.contains("dc:date") == true
      if isTime || node.name == "abbr" {
        for value in [node["datetime"], node["content"], node["title"]].compactMap({ $0 }) {
          if let date = CommentDate.reading(value, monthFirst: monthFirst) ?? CommentDate.counting(value) {
            return date
          }
        }
        if isTime, let date = CommentDate.reading(page.tree.lineText(of: place), monthFirst: monthFirst) {
          return date
        }
      }
      for name in [
        "data-comment-timestamp", "data-timestamp", "data-time", "data-utime", "data-epoch", "data-unixtime",
      ] {
        if let date = node[name].flatMap(CommentDate.counting) { return date }
      }
      // Blogger links to the millisecond.
      if node.name == "a", let href = node["href"], let mark = href.range(ofASCII: "showComment="),
        let date = CommentDate.counting(leadingDigits(href[mark...]))
      {
        return date
      }
    }
    for place in scope where !page.tree[place].isText && !isInBody(place) {
      guard page.classTokens(place).contains(where: isDateToken) else { continue }
      if let title = page.tree[place]["title"] ?? page.tree[place]["datetime"],
        let date = CommentDate.reading(title, monthFirst: monthFirst)
      {
        return date
      }
      if page.textLength(place) <= 200,
        let date = CommentDate.reading(page.tree.lineText(of: place), monthFirst: monthFirst)
      {
        return date
      }
    }
    // Any short text that is a date, not in what may be the commenter's words.
    for place in scope where page.tree[place].isText && !isInBody(place) {
      let text = foldedWhiteSpace(page.tree[place].text)
      let isParagraph = body == nil && page.tree[page.tree[place].parent].name == "p"
      guard text.utf8.count <= (isParagraph ? 60 : 120),
        let date = CommentDate.reading(text, monthFirst: monthFirst)
      else { continue }
      return date
    }
    return nil
  }

  private func isDateToken(_ token: String) -> Bool {
    CommentReader.dateTokens.contains(token) || CommentMarkup.ends(token, CommentMarkup.dateEndings)
  }

  private func leadingDigits(_ text: Substring) -> String {
    String(decoding: Array(text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }), as: UTF8.self)
  }

  private static let dateTokens = NameSet(CommentMarkup.dates)
}
