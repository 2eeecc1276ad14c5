import Markup
import Model

extension CommentReader {
  /// The element that names the author, and the name.
  func findAuthor(outside body: Int?) -> Author? {
    if var found = statedAuthor() {
      found.isNamed = true
      return found
    }
    var found: [(rank: Int, node: Int)] = []
    for place in scope where !page.tree[place].isText {
      if let body, page.tree.contains(place, in: body) { continue }
      if let rank = rank(ofAuthor: place) { found.append((rank, place)) }
    }
    found.sort { ($0.rank, $0.node) < ($1.rank, $1.node) }
    for candidate in found where page.textLength(candidate.node) <= 200 {
      if var author = author(in: candidate.node) {
        author.isNamed = true
        return author
      }
    }
    return lineAuthor(outside: body) ?? bareAuthor(outside: body) ?? leadingAuthor(outside: body)
  }

  /// By microdata.
  private func statedAuthor() -> Author? {
    for place in scope
    where page.tree[place]["itemprop"] == "author" || page.tree[place]["itemprop"] == "creator" {
      if let content = page.tree[place]["content"], let name = CommentName.cleaned(content) {
        return Author(node: place, name: name)
      }
      if let inner = page.tree.descendants(of: place).first(where: { page.tree[$0]["itemprop"] == "name" }) {
        let text = page.tree[inner]["content"] ?? page.tree.lineText(of: inner)
        if let name = CommentName.cleaned(text) { return Author(node: place, name: name) }
      }
      guard page.textLength(place) <= 200 else { continue }
      if let author = author(in: place) { return author }
    }
    return nil
  }

  private func rank(ofAuthor place: Int) -> Int? {
    var rank: Int?
    for token in page.classTokens(place) {
      if let candidate = CommentReader.authorRanks[token] { rank = min(rank ?? candidate, candidate) }
    }
    if let rank { return rank }
    let node = page.tree[place]
    if node.name == "cite" { return 3 }
    if let property = node["property"] ?? node["rel"],
      property.contains("foaf:name") || property.contains("sioc:has_creator")
        || property.contains("schema:author")
    {
      return 4
    }
    if page.classTokens(place).contains(where: { CommentMarkup.ends($0, CommentMarkup.authorEndings) }) {
      return CommentMarkup.authors.count
    }
    return nil
  }

  /// The name in an element that may hold more: a name's own element first, else what stands before "says"
  /// or a date.
  private func author(in node: Int) -> Author? {
    let inner = page.tree.descendants(of: node)
    for token in ["fn", "comment-author-name", "username", "name"] {
      if let place = inner.first(where: { page.hasClass($0, token) }),
        let found = CommentName.parts(of: page.tree.lineText(of: place))
      {
        return Author(node: node, name: found.name, isByArticleAuthor: found.isByArticleAuthor)
      }
    }
    let line = lineWithoutBadges(node)
    if let found = runningOn(node, line) { return found }
    if let found = CommentName.parts(of: line), isPlausible(found.name) {
      return Author(node: node, name: found.name, isByArticleAuthor: found.isByArticleAuthor)
    }
    for place in inner where ["a", "strong", "b", "cite", "h3", "h4", "h5"].contains(page.tree[place].name) {
      if let found = CommentName.parts(of: page.tree.lineText(of: place)), countWords(found.name) <= 6,
        !isControl(found.name)
      {
        return Author(node: node, name: found.name, isByArticleAuthor: found.isByArticleAuthor)
      }
    }
    return nil
  }

  /// `<strong>Ann Lee</strong>June 6, 2013`: without white space only markup parts name and date.
  private func runningOn(_ node: Int, _ line: String) -> Author? {
    guard line.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    for inner in page.tree.descendants(of: node)
    where ["a", "strong", "b", "cite", "span"].contains(page.tree[inner].name) {
      let text = page.tree.lineText(of: inner)
      let start = foldedWhiteSpace(line)
      guard !text.isEmpty, start.hasPrefix(text), start.utf8.count > text.utf8.count else { continue }
      guard let next = start.utf8.dropFirst(text.utf8.count).first, next > 0x20, next != UInt8(ascii: ","),
        let found = CommentName.parts(of: text)
      else { return nil }
      return Author(node: node, name: found.name, isByArticleAuthor: found.isByArticleAuthor)
    }
    return nil
  }

  private func isPlausible(_ name: String) -> Bool {
    countWords(name) <= 8 && name.utf8.count <= 80 && !isControl(name)
  }

  /// The line of an element without labels such as "Post author" that have elements of their own.
  private func lineWithoutBadges(_ node: Int) -> String {
    let badges = page.tree.descendants(of: node).filter { page.hasClass($0, in: CommentReader.badges) }
    guard !badges.isEmpty else { return page.tree.lineText(of: node) }
    var text = ""
    var place = node
    while place < page.tree[node].end {
      if badges.contains(place) {
        place = page.tree[place].end
        continue
      }
      text += page.tree[place].isText ? page.tree[place].text : " "
      place += 1
    }
    return text
  }

  // MARK: - Without a mark

  /// "Posted by: Ann Lee | June 6, 2013": the name in a line of data.
  private func lineAuthor(outside body: Int?) -> Author? {
    var found: [(rank: Int, node: Int)] = []
    for place in scope where !page.tree[place].isText {
      if let body, page.tree.contains(place, in: body) { continue }
      for token in page.classTokens(place) {
        if let rank = CommentReader.lineRanks[token] { found.append((rank, place)) }
      }
    }
    found.sort { ($0.rank, $0.node) < ($1.rank, $1.node) }
    for (_, node) in found where page.textLength(node) <= 160 {
      let line = spaced(node)
      if let author = author(inLine: line, at: node) { return author }
      for inner in page.tree.descendants(of: node) where isEmphasised(inner) {
        if let author = author(inLine: page.tree.lineText(of: inner), at: inner) { return author }
      }
    }
    return nil
  }

  /// The text of an element, its parts apart, without links to the comment itself (subjects, numbers).
  private func spaced(_ node: Int) -> String {
    var text = ""
    var place = node
    while place < page.tree[node].end {
      let inner = page.tree[place]
      if inner.name == "a", let href = inner["href"], isOwnLink(href),
        CommentDate.reading(page.tree.lineText(of: place)) == nil
      {
        place = inner.end
        continue
      }
      if inner.name == "time" {
        place = inner.end
        text += " | "
        continue
      }
      text += inner.isText ? inner.text : " "
      place += 1
    }
    return foldedWhiteSpace(text)
  }

  private func isEmphasised(_ place: Int) -> Bool {
    guard ["strong", "b", "a", "h3", "h4", "h5", "cite"].contains(page.tree[place].name) else { return false }
    return !(page.tree[place]["href"].map(isOwnLink) ?? false)
  }

  /// A link to the comment itself or to nothing.
  func isOwnLink(_ href: String) -> Bool {
    guard let mark = href.utf8.lastIndex(of: UInt8(ascii: "#")) else { return false }
    if href.utf8.startIndex == mark { return true }
    return CommentKey.ofLink(href) != nil
  }

  private func author(inLine line: String, at node: Int) -> Author? {
    guard let found = CommentName.parts(of: line), isPlausible(found.name), Byline.isName(found.name) else {
      return nil
    }
    return Author(node: node, name: found.name, isByArticleAuthor: found.isByArticleAuthor)
  }

  /// The first part of a line "Name | date | Reply", or the first short bold or linked text.
  private func bareAuthor(outside body: Int?) -> Author? {
    for place in scope where page.tree[place].isText {
      if let body, page.tree.contains(place, in: body) { continue }
      let text = foldedWhiteSpace(page.tree[place].text)
      guard text.utf8.count <= 120, text.utf8.contains(UInt8(ascii: "|")) else { continue }
      if let first = text.split(separator: "|").first, let name = CommentName.cleaned(String(first)) {
        return Author(node: page.tree[place].parent, name: name)
      }
    }
    for place in scope {
      if let body, page.tree.contains(place, in: body) { continue }
      guard isEmphasised(place), (2...50).contains(page.textLength(place)), !isInSentence(place) else {
        continue
      }
      if let author = author(inLine: page.tree.lineText(of: place), at: place), !isControl(author.name),
        !page.hasClass(place, in: CommentMarkup.controls)
      {
        return author
      }
    }
    return nil
  }

  /// A link or bold word amid the text of a paragraph is no name.
  private func isInSentence(_ place: Int) -> Bool {
    let parent = page.tree[place].parent
    guard page.tree[parent].name == "p" || page.tree[parent].name == "li", parent > item.node else {
      return false
    }
    var before = 0
    for inner in parent..<place where page.tree[inner].isText {
      before += page.tree[inner].text.utf8.count { $0 > 0x20 }
    }
    return before > 12
  }

  /// The first words of the item, if a date follows them.
  private func leadingAuthor(outside body: Int?) -> Author? {
    var texts: [(node: Int, text: String)] = []
    for place in scope where page.tree[place].isText {
      if let body, page.tree.contains(place, in: body) { continue }
      let text = foldedWhiteSpace(page.tree[place].text)
      guard !text.isEmpty,
        !page.tree.ancestors(of: place).prefix(while: { $0 > item.node }).contains(where: isTime)
      else {
        continue
      }
      texts.append((page.tree[place].parent, text))
      if texts.count == 3 { break }
    }
    guard let first = texts.first, first.text.utf8.count <= 100 else { return nil }
    let hasDate = texts.dropFirst().contains {
      $0.text.utf8.count <= 60 && CommentDate.reading($0.text) != nil
    }
    guard hasDate || CommentDate.reading(first.text) != nil else { return nil }
    return author(inLine: first.text, at: first.node)
  }

  private func isTime(_ place: Int) -> Bool { page.tree[place].name == "time" }

  // MARK: - The author's own page

  func authorURL() -> String? {
    guard let author else { return nil }
    let node = author.node
    for place in page.tree.descendants(of: node) where page.tree[place]["itemprop"] == "url" {
      if page.tree[place].name == "link",
        let url = CommentLink.shown(page.tree[place]["href"], relativeTo: address)
      {
        return url
      }
    }
    var places = [node] + Array(page.tree.descendants(of: node))
    if let outer = page.tree.ancestors(of: node).first(where: { page.tree[$0].name == "a" }),
      outer >= item.node
    {
      places.append(outer)
    }
    for place in places where page.tree[place].name == "a" {
      guard let href = page.tree[place]["href"], !isOwnLink(href),
        let link = WebAddress(href, relativeTo: address),
        link.withoutFragment != address?.withoutFragment, !isInBody(place)
      else { continue }
      let text = page.tree.lineText(of: place)
      if CommentDate.reading(text) != nil || isControl(text) { continue }
      if let url = CommentLink.shown(link) { return url }
    }
    return nil
  }

  /// Whether a class or a word of the markup says that the article's author wrote it.
  func isByArticleAuthor() -> Bool {
    if item.isByArticleAuthor || author?.isByArticleAuthor == true { return true }
    for place in scope where !isInBody(place) {
      let node = page.tree[place]
      if node.isText {
        guard node.text.utf8.count <= 40 else { continue }
        if CommentReader.authorWords.contains(CueText(node.text).string) { return true }
      } else if page.hasClass(place, in: CommentMarkup.authorMarks) {
        return true
      }
    }
    return false
  }

  private static let authorWords: NameSet = [
    "post author", "by post author", "author", "autor", "autorin", "beitragsautor", "article author",
    "beitragsautorin", "auteur", "autore", "verfasser", "(author)", "(autor)", "[author]",
    "autor des beitrags",
  ]

  private static let badges: NameSet = [
    "badge", "post-author-badge", "by-post-author", "author-badge", "role", "user-role", "screen-reader-text",
    "says", "comment-author-badge", "post-author-label", "userattrs", "comment-author-role", "usertitle",
  ]

  private static let authorRanks: [String: Int] = ranks(CommentMarkup.authors)
  private static let lineRanks: [String: Int] = ranks(CommentMarkup.lines)
}
