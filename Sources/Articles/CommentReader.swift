import Markup
import Model

/// Reads author, date and words of one comment out of its place in a page.
struct CommentReader {
  private let page: PageIndex
  private let item: CommentItem
  private let address: WebAddress?
  private let monthFirst: Bool
  /// Elements of the comment, without those of its answers.
  private let scope: [Int]

  init(
    _ page: PageIndex, _ item: CommentItem, children: Set<Int>, address: WebAddress?, monthFirst: Bool
  ) {
    self.page = page
    self.item = item
    self.address = address
    self.monthFirst = monthFirst
    var scope: [Int] = []
    for range in item.ranges {
      var index = range.lowerBound
      while index < range.upperBound {
        if index != item.node, children.contains(index) {
          index = page.tree[index].end
          continue
        }
        scope.append(index)
        index += 1
      }
    }
    self.scope = scope
  }

  // MARK: - Author

  /// The element that names the author, and the name.
  func author() -> (node: Int, name: String)? {
    for place in scope
    where page.tree[place]["itemprop"] == "author" || page.tree[place]["itemprop"] == "creator" {
      if let content = page.tree[place]["content"], let name = CommentReader.cleaned(content) {
        return (place, name)
      }
      if let inner = page.tree.descendants(of: place).first(where: { page.tree[$0]["itemprop"] == "name" }) {
        let text = page.tree[inner]["content"] ?? page.tree.lineText(of: inner)
        if let name = CommentReader.cleaned(text) { return (place, name) }
      }
      if let name = CommentReader.cleaned(page.tree.lineText(of: place)) { return (place, name) }
    }
    var found: [(rank: Int, node: Int)] = []
    for place in scope where !page.tree[place].isText {
      var rank: Int?
      for token in page.classTokens(place) {
        if let candidate = CommentReader.authorRanks[token] { rank = min(rank ?? candidate, candidate) }
      }
      if rank == nil, page.tree[place].name == "cite" { rank = 3 }
      if let typeof = page.tree[place]["property"] ?? page.tree[place]["rel"], rank == nil {
        if typeof.holds("foaf:name") || typeof.holds("sioc:has_creator")
          || typeof.holds("schema:author")
        {
          rank = 4
        }
      }
      if let rank { found.append((rank, place)) }
    }
    found.sort { ($0.rank, $0.node) < ($1.rank, $1.node) }
    for candidate in found where page.textLength(candidate.node) <= 200 {
      if let name = name(in: candidate.node) { return (candidate.node, name) }
    }
    return bareAuthor()
  }

  /// The name in an element that may hold more: a link first, else what stands before "says" or a date.
  private func name(in node: Int) -> String? {
    let inner = page.tree.descendants(of: node)
    for token in ["fn", "comment-author-name", "username", "name"] {
      if let place = inner.first(where: { page.hasClass($0, token) }),
        let name = CommentReader.cleaned(page.tree.lineText(of: place))
      {
        return name
      }
    }
    let text = page.tree.lineText(of: node)
    if let name = CommentReader.cleaned(text), countWords(name) <= 6 { return name }
    for place in inner where ["a", "strong", "b", "cite", "h3", "h4", "h5"].contains(page.tree[place].name) {
      if let name = CommentReader.cleaned(page.tree.lineText(of: place)), countWords(name) <= 6 {
        return name
      }
    }
    return nil
  }

  /// Without any mark: the first short bold or linked text, or the first part of a line "Name | date |
  /// Reply".
  private func bareAuthor() -> (node: Int, name: String)? {
    for place in scope where page.tree[place].isText {
      let text = foldedWhiteSpace(page.tree[place].text)
      guard text.utf8.count <= 120, text.utf8.contains(UInt8(ascii: "|")) else { continue }
      if let first = text.split(separator: "|").first, let name = CommentReader.cleaned(String(first)) {
        return (page.tree[place].parent, name)
      }
    }
    for place in scope {
      guard ["strong", "b", "a", "h3", "h4", "h5", "cite"].contains(page.tree[place].name) else { continue }
      let length = page.textLength(place)
      guard (2...50).contains(length) else { continue }
      if let name = CommentReader.cleaned(page.tree.lineText(of: place)), Byline.isName(name),
        !isControl(name), !page.hasClass(place, in: CommentMarkup.controls)
      {
        return (place, name)
      }
    }
    return nil
  }

  /// A name without what themes put round it; `nil` if nothing or only an e-mail address is left.
  static func cleaned(_ text: String) -> String? {
    var name = foldedWhiteSpace(Byline.withPlainSpaces(text))
    if name.holds(" | "), let bar = name.split(separator: " | ").first { name = String(bar) }
    for opening in [
      "Posted by:", "Posted by", "Comment by", "Kommentar von", "Submitted by", "Verfasst von", "By:", "By ",
      "Von ", "von ",
    ]
    where name.hasPrefix(opening) {
      name = String(name.dropFirst(opening.count))
    }
    if let date = firstDate(in: name), date > 0 { name = String(name.prefix(date)) }
    name = foldedWhiteSpace(name)
    let lower = asciiLowered(name)
    for ending in [
      " says:", " says...", " says", " said...", " said…", " said:", " said", " sagt:", " sagte:", " sagt",
      " sagte", " schreibt:", " schrieb:", " schrieb", " meint:", " wrote:", " wrote", " writes:", " dit :",
      " dit:", " dit", " dice:", " dijo...", " dijo", " dice", " ha detto:", " ha detto", " schreef:",
      " zegt", " commented:", " commented", " on",
    ]
    where lower.hasSuffix(ending) && name.utf8.count > ending.utf8.count {
      name = String(name.dropLast(ending.count))
      break
    }
    var scalars = name.unicodeScalars[...]
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || ",;:|–—·•".unicodeScalars.contains(scalar)
    }
    while let first = scalars.first, isEdge(first) { scalars.removeFirst() }
    while let last = scalars.last, isEdge(last) || last == "-" { scalars.removeLast() }
    name = withoutEmail(String(String.UnicodeScalarView(scalars)))
    guard !name.isEmpty, name.utf8.count <= 120 else { return nil }
    return name
  }

  /// Characters before a date that stands in the name's line.
  private static func firstDate(in text: String) -> Int? {
    guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), PageDate(reading: text) != nil else {
      return nil
    }
    let words = text.split(separator: " ")
    var length = 0
    for (index, word) in words.enumerated() {
      let rest = words[index...].joined(separator: " ")
      if index + 1 == words.count || PageDate(reading: words[(index + 1)...].joined(separator: " ")) == nil {
        return PageDate(reading: rest) != nil ? length : nil
      }
      length += word.count + 1
    }
    return nil
  }

  private static func withoutEmail(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "@")) else { return name }
    let words: [Substring] = name.split(separator: " ").filter { (word: Substring) -> Bool in
      guard let at = word.firstIndex(of: "@"), at != word.startIndex, word.first != "(" else { return true }
      return !word[at...].contains(".")
    }
    return words.joined(separator: " ")
  }

  /// The commenter's own page.
  func authorURL(_ node: Int) -> String? {
    var places = Array(page.tree.descendants(of: node))
    places.insert(node, at: 0)
    if let outer = page.tree.ancestors(of: node).first(where: { page.tree[$0].name == "a" }),
      outer >= item.node
    {
      places.append(outer)
    }
    for place in places where page.tree[place].name == "a" {
      guard let href = page.tree[place]["href"], let link = WebAddress(href, relativeTo: address), link.isWeb,
        link.withoutFragment != address?.withoutFragment, !(link.host ?? "").contains("gravatar.com")
      else { continue }
      return link.string
    }
    return nil
  }

  // MARK: - Date and address

  func published() -> PageDate? {
    for place in scope {
      let node = page.tree[place]
      guard !node.isText else { continue }
      let isTime =
        node.name == "time"
        || ["dateCreated", "datePublished", "commentTime", "uploadDate"].contains(node["itemprop"] ?? "")
        || node["property"]?.holds("dateCreated") == true || node["property"]?.holds("dc:date") == true
      if isTime || node.name == "abbr" {
        for value in [node["datetime"], node["content"], node["title"]].compactMap({ $0 }) {
          if let date = PageDate(reading: value, monthFirst: monthFirst) { return date }
        }
        if isTime, let date = PageDate(reading: page.tree.lineText(of: place), monthFirst: monthFirst) {
          return date
        }
      }
      // Blogger links to the millisecond.
      if node.name == "a", let href = node["href"], let mark = href.range(ofASCII: "showComment="),
        let date = milliseconds(href[mark...])
      {
        return date
      }
    }
    for place in scope where !page.tree[place].isText {
      guard page.classTokens(place).contains(where: CommentReader.dateTokens.contains) else { continue }
      if let title = page.tree[place]["title"] ?? page.tree[place]["datetime"],
        let date = PageDate(reading: title, monthFirst: monthFirst)
      {
        return date
      }
      if page.textLength(place) <= 200,
        let date = PageDate(reading: page.tree.lineText(of: place), monthFirst: monthFirst)
      {
        return date
      }
    }
    // Any short text that is a date.
    for place in scope where page.tree[place].isText {
      let text = page.tree[place].text
      guard text.utf8.count <= 120,
        let date = PageDate(reading: foldedWhiteSpace(text), monthFirst: monthFirst)
      else {
        continue
      }
      return date
    }
    return nil
  }

  private func milliseconds(_ text: Substring) -> PageDate? {
    let digits = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard (12...14).contains(digits.count), let value = Int64(String(decoding: Array(digits), as: UTF8.self))
    else {
      return nil
    }
    return PageDate(instant: Instant(secondsSince1970: value / 1000), hasTime: true)
  }

  func permalink() -> String? {
    for place in scope where page.tree[place].name == "a" {
      guard let href = page.tree[place]["href"], let mark = href.utf8.lastIndex(of: UInt8(ascii: "#")) else {
        continue
      }
      let id = asciiLowered(String(href[href.utf8.index(after: mark)...]))
      guard let key = CommentMarkup.key(ofID: id)?.key, key == item.key,
        let link = WebAddress(href, relativeTo: address), link.isWeb
      else { continue }
      return link.string
    }
    return nil
  }

  // MARK: - Words

  func text(excluding children: Set<Int>, author: Int?) -> String {
    if let body = bodyNode(author: author) {
      var parts = [flow(body, excluding: children.union(controls(below: body)))]
      // A paragraph cannot hold lists or quotes: those of the same comment stand after it.
      if page.tree[body].name == "p" {
        for next in siblings(after: body, excluding: children) {
          parts.append(flow(next, excluding: children.union(controls(below: next))))
        }
      }
      let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
      if !text.isEmpty { return text }
    }
    // No named body: everything but what is known to be something else.
    var excluded = children
    for range in item.ranges { excluded.formUnion(controls(in: range)) }
    excluded.remove(item.node)
    if let author {
      let text = flowOfRanges(excluding: excluded.union(authorLine(author)))
      if !text.isEmpty { return text }
    }
    return flowOfRanges(excluding: excluded)
  }

  private func flowOfRanges(excluding excluded: Set<Int>) -> String {
    item.ranges.filter { !excluded.contains($0.lowerBound) }
      .map { flow($0.lowerBound, excluding: excluded) }
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func bodyNode(author: Int?) -> Int? {
    for place in scope {
      guard let property = page.tree[place]["itemprop"] ?? page.tree[place]["property"] else { continue }
      if ["text", "commentText", "schema:text", "content:encoded"].contains(where: { property.holds($0) }),
        isBlockElement(page.tree[place].name) || page.tree[place].name == "span"
      {
        return place
      }
    }
    var best: (rank: Int, node: Int)?
    for place in scope where place != item.node && !page.tree[place].isText {
      guard !["a", "img", "input", "button", "form"].contains(page.tree[place].name) else { continue }
      for token in page.classTokens(place) {
        guard let rank = CommentReader.bodyRanks[token], rank < best?.rank ?? Int.max else { continue }
        // A wrapper that holds the author too is no body.
        if let author, page.tree.contains(author, in: place) { continue }
        if page.textLength(place) == 0 { continue }
        best = (rank, place)
      }
    }
    if best == nil, item.ranges.count > 1 { return item.ranges[1].lowerBound }
    return best?.node
  }

  /// Elements without a class of their own that follow on the same level.
  private func siblings(after node: Int, excluding children: Set<Int>) -> [Int] {
    let end = min(page.tree[page.tree[node].parent].end, item.ranges.last?.upperBound ?? node)
    var found: [Int] = []
    var next = page.tree[node].end
    while next < end {
      let sibling = page.tree[next]
      if !sibling.isText {
        let isContent = ["p", "ul", "ol", "blockquote", "pre", "dl", "table"].contains(sibling.name)
        guard isContent, page.classTokens(next).isEmpty, sibling["id"] == nil, !children.contains(next) else {
          break
        }
        found.append(next)
      }
      next = sibling.end
    }
    return found
  }

  private func controls(below node: Int) -> Set<Int> {
    controls(in: (node + 1)..<max(node + 1, page.tree[node].end))
  }

  private func controls(in range: Range<Int>) -> Set<Int> {
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

  /// A part that is named like a control but holds the paragraphs of the comment.
  private func holdsWords(_ place: Int) -> Bool {
    page.paragraphCount(place) > 0 && page.textLength(place) * 2 > page.textLength(item.node)
      && page.textLength(place) > 40
  }

  private func isControl(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let cues = CueText(text)
    return CommentReader.labels.contains(cues.string)
      || cues.begins(any: ["reply to", "antworten auf", "log in to reply", "gefällt mir", "like ("])
      || (PageDate(reading: text) != nil && text.utf8.count <= 40)
  }

  /// The line that names the author, as far as it is only that.
  private func authorLine(_ author: Int) -> Set<Int> {
    var line: Set<Int> = [author]
    for ancestor in page.tree.ancestors(of: author) {
      guard ancestor > item.node, page.textLength(ancestor) < 90,
        page.paragraphCount(ancestor) == 0 || page.tree[ancestor].name == "p"
      else { break }
      line.insert(ancestor)
    }
    return line
  }

  private func flow(_ node: Int, excluding excluded: Set<Int>) -> String {
    BlockFlow.plainBlocks(page, of: node, excluding: excluded).map(\.text)
      .filter { !isLeftover($0) }.joined(separator: "\n\n")
  }

  private func isLeftover(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let cues = CueText(text).string
    if CommentReader.labels.contains(cues) || cues == "says:" || cues == "says" { return true }
    return text.utf8.count <= 40 && countWords(text) <= 6 && PageDate(reading: text) != nil
  }

  /// Words on the controls of a comment.
  private static let labels: Set<String> = [
    "reply", "reply ↓", "↓", "antworten", "répondre", "responder", "rispondi", "beantwoorden", "edit",
    "(edit)", "bearbeiten",
    "quote", "zitieren", "report", "melden", "permalink", "link", "like", "liked by", "share", "delete",
    "löschen", "log in to reply",
    "#", "(quote)", "answer", "kommentar von", "comment by", "posted by", "by", "gefällt mir", "verfasst von",
    "zitat", "reply →", "flag", "up", "down", "vote", "0", "+", "-", "▲", "▼", "author", "autor",
    "antworten ↓", "loading...",
    "view comment", "link to comment", "hide replies", "show replies", "permalien", "svara", "svar",
    "odpovědět", "odpowiedz",
  ]

  private static let authorRanks = ranks(CommentMarkup.authors)
  private static let bodyRanks = ranks(CommentMarkup.bodies)
  private static let dateTokens = NameSet(CommentMarkup.dates)

  private static func ranks(_ tokens: [String]) -> NameTable<Int> {
    NameTable(Dictionary(tokens.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min))
  }
}

extension String {
  /// Index after the first occurrence of an ASCII text.
  func range(ofASCII text: String) -> String.Index? {
    utf8.span.position(of: text).map { utf8.index(utf8.startIndex, offsetBy: $0 + text.utf8.count) }
  }
}
