import Markup
import Model

/// What the commenter wrote.
extension CommentReader {
  func text() -> String {
    if let body {
      var parts = [flow(body, excluding: children.union(controls(below: body)))]
      // A paragraph cannot hold lists or quotes: those of the same comment stand after it.
      if page.tree[body].name == "p" {
        parts += wordsAfter(body)
      }
      let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
      if !text.isEmpty { return text }
    }
    // No named body: everything but what is known to be something else.
    var excluded = children
    for range in item.ranges { excluded.formUnion(controls(in: range)) }
    excluded.remove(item.node)
    if let author {
      let text = flowOfRanges(excluding: excluded.union(authorLine(author.node)))
      if !text.isEmpty { return text }
    }
    return flowOfRanges(excluding: excluded)
  }

  func flowOfRanges(excluding excluded: Set<Int>) -> String {
    item.ranges.filter { !excluded.contains($0.lowerBound) }
      .map { flow($0.lowerBound, excluding: excluded) }
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Elements without a class of their own and bare text that follow on the same level.
  func wordsAfter(_ node: Int) -> [String] {
    let end = min(page.tree[page.tree[node].parent].end, item.end)
    var found: [String] = []
    var line = ""
    var next = page.tree[node].end
    while next < end {
      let sibling = page.tree[next]
      if sibling.isText {
        line += sibling.text
      } else if ["b", "strong", "i", "em", "a", "u", "code"].contains(sibling.name),
        page.classTokens(next).isEmpty
      {
        line += page.tree.lineText(of: next)
      } else if sibling.name == "br" {
        line += " "
      } else {
        let isContent = ["p", "ul", "ol", "blockquote", "pre", "dl", "table"].contains(sibling.name)
        guard isContent, page.classTokens(next).isEmpty, sibling["id"] == nil, !children.contains(next) else {
          break
        }
        found.append(foldedWhiteSpace(line))
        line = ""
        found.append(flow(next, excluding: children.union(controls(below: next))))
      }
      next = sibling.end
    }
    found.append(foldedWhiteSpace(line))
    return found.filter { !$0.isEmpty && !isLeftover($0) }
  }

  func controls(below node: Int) -> Set<Int> {
    controls(in: (node + 1)..<max(node + 1, page.tree[node].end))
  }

  func controls(in range: Range<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for place in range where place != item.node {
      let node = page.tree[place]
      guard !node.isText else { continue }
      if holdsWords(place) { continue }
      if page.hasClass(place, in: CommentMarkup.controls) || node.name == "time"
        || node["itemprop"] == "author"
      {
        found.insert(place)
      } else if node.name == "a" || node.name == "button", isControl(page.tree.lineText(of: place)) {
        found.insert(place)
      } else if isSubject(place, node) {
        found.insert(place)
      } else if ["dateCreated", "datePublished"].contains(node["itemprop"] ?? "") {
        found.insert(place)
      } else if ["footer", "header"].contains(node.name), page.textLength(place) < 120,
        page.paragraphCount(place) <= 1
      {
        found.insert(place)
      }
    }
    return found
  }

  /// A heading that links to the comment itself, as Drupal and SPIP put one above each.
  private func isSubject(_ place: Int, _ node: HTMLNode) -> Bool {
    guard headingLevel(node.name) != nil || page.hasClass(place, in: ["forum-titre", "comment-title"]) else {
      return false
    }
    return page.tree.descendants(of: place).contains { inner in
      guard page.tree[inner].name == "a", let href = page.tree[inner]["href"] else { return false }
      return page.hasClass(inner, "permalink") || item.key != nil && CommentKey.ofLink(href) == item.key
    }
  }

  /// A part that is named like a control but holds the paragraphs of the comment.
  func holdsWords(_ place: Int) -> Bool {
    page.paragraphCount(place) > 0 && page.textLength(place) * 2 > page.textLength(item.node)
      && page.textLength(place) > 40
  }

  func isControl(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let cues = CueText(text)
    return CommentReader.labels.contains(cues.string)
      || cues.begins(any: ["reply to", "antworten auf", "log in to reply", "gefällt mir", "like ("])
      || (text.utf8.count <= 40 && CommentDate.reading(text) != nil)
  }

  /// The line that names the author, as far as it is only that.
  func authorLine(_ author: Int) -> Set<Int> {
    var line: Set<Int> = [author]
    for ancestor in page.tree.ancestors(of: author) {
      guard ancestor > item.node, page.textLength(ancestor) < 90,
        page.paragraphCount(ancestor) == 0 || page.tree[ancestor].name == "p",
        page.tree.descendants(of: ancestor).allSatisfy({ place in
          !page.tree[place].isText || page.tree.contains(place, in: author)
            || isLeftover(page.tree[place].text)
        })
      else { break }
      line.insert(ancestor)
    }
    return line
  }

  func flow(_ node: Int, excluding excluded: Set<Int>) -> String {
    let blocks = QuotedWords.paragraphs(page, of: node, excluding: excluded)
    // Among the commenter's own words a date is a word.
    let isOwn = node == body
    return blocks.filter { !(isOwn ? isLabel($0) : isLeftover($0)) }.joined(separator: "\n\n")
  }

  func isLabel(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let cues = CueText(text).string
    return CommentReader.labels.contains(cues) || CommentName.isEnding(cues)
  }

  /// A label, a date or marks that stand between the parts of a comment.
  func isLeftover(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    if isLabel(text) || CommentName.trimmed(text).isEmpty { return true }
    if CommentName.isMailAddress(text.utf8) && countWords(text) == 1
      || CommentName.isMachineAddress(text.utf8)
    {
      return true
    }
    return text.utf8.count <= 40 && countWords(text) <= 6 && CommentDate.reading(text) != nil
  }

  /// Whether the words are only the name and the date.
  func isOnlyData(_ text: String) -> Bool {
    guard let author, text.utf8.count <= author.name.utf8.count + 48,
      countWords(text) <= countWords(author.name) + 4
    else { return false }
    return text.range(ofASCII: author.name) != nil && CommentDate.reading(text) != nil
  }

  /// Words on the controls of a comment.
  static let labels: NameSet = [
    "reply", "reply ↓", "↓", "antworten", "répondre", "responder", "rispondi", "beantwoorden", "edit",
    "(edit)", "bearbeiten",
    "quote", "zitieren", "report", "melden", "permalink", "link", "like", "liked by", "share", "delete",
    "löschen", "log in to reply",
    "#", "(quote)", "answer", "kommentar von", "comment by", "posted by", "by", "gefällt mir", "verfasst von",
    "zitat", "reply →", "flag", "up", "down", "vote", "0", "+", "-", "▲", "▼", "author", "autor",
    "antworten ↓", "loading...",
    "view comment", "ja", "melde", "report abuse", "reply to comment", "add a reply", "quote this",
    "répondre à ce message", "citer", "signaler", "teilen", "kommentar melden", "not helpful", "helpful",
    "post author", "beitragsautor", "says", "expand", "collapse", "parent", "permanent link",
    "link to comment", "hide replies", "show replies", "permalien", "svara", "svar",
    "odpovědět", "odpowiedz",
  ]
}
