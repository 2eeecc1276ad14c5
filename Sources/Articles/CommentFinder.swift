import Markup
import Model

/// Finds the comments of a page by what its engine calls them, and who answers whom.
///
/// Works from whole class names, ids and item types, never from parts of class names: `one-sidebar` is no
/// sidebar.
struct CommentFinder {
  /// More are not read from one page; most engines wrap a comment twice.
  static let maximumItems = 24_000

  let page: PageIndex
  var items: [CommentItem] = []
  /// Subtrees that hold comments or the form for them, for the article's text to leave out.
  var regions: Set<Int> = []
  /// Items that were refused by their own class, such as `comment miniature`.
  private var refused: [Int] = []
  var homes: [Home] = []

  /// - Parameter address: the page's own; comments that link to other pages are those of other pages.
  init(_ page: PageIndex, address: WebAddress? = nil) {
    self.page = page
    readHomes()
    collect()
    if items.isEmpty { collectFromLists() }
    if items.isEmpty { collectByAnchors() }
    if items.isEmpty { collectByWords() }
    dropRefused()
    fold()
    nameByLinks()
    dropItems(ofOtherPagesThan: address)
    findRegions()
    link()
  }

  // MARK: - Collecting

  private mutating func collect() {
    var candidates = 0
    for index in page.tree.nodes.indices {
      let node = page.tree[index]
      guard !node.isText, !CommentFinder.neverItems.contains(node.name) else { continue }
      guard var item = item(at: index, node) else { continue }
      candidates += 1
      if candidates > CommentFinder.maximumItems { break }
      if isForeign(index) {
        refused.append(index)
        continue
      }
      guard let isListed = home(of: index, hasKey: item.key != nil) else { continue }
      if !isListed, item.key == nil, page.isTeaser(index) { continue }
      item.isListed = isListed
      if node.name == "dt" { item.ranges += followingDefinitions(of: index) }
      items.append(item)
    }
  }

  private func item(at index: Int, _ node: HTMLNode) -> CommentItem? {
    let tokens = page.classTokens(index)
    let id = page.id(index)
    let keyed = CommentKey.ofID(id)
    let isNamed = tokens.contains(where: CommentMarkup.items.contains)
    let isTyped = isCommentType(node)
    let isBlogger =
      id.utf8.first == UInt8(ascii: "c") && keyed != nil && (tokens.contains("comment-author") || isNamed)
    let isKeyed =
      keyed != nil && (id.contains("comm") || homes[node.parent] == .list)
      && ["li", "div", "article", "dt", "section", "tr", "dl"].contains(node.name)
    guard isNamed || isTyped || isKeyed || isBlogger else { return nil }
    if isNamed, keyed == nil, !isTyped, node.name == "p" || node.name == "td" { return nil }
    if tokens.contains("crawler-post"), keyed?.key == "1" { return nil }
    if tokens.contains("message--post"), isTopic(index) { return nil }
    var item = CommentItem(node: index, ranges: [index..<node.end])
    item.key = keyed?.key ?? statedKey(node, id, Array(tokens))
    item.parentKey =
      keyed?.parent
      ?? ["data-parent-id", "data-parent", "data-parent-comment-id", "data-parentid", "data-reply-to"].lazy
      .compactMap { node[$0].flatMap(CommentKey.digits) }.first
    if item.parentKey == "0" { item.parentKey = nil }
    for token in tokens {
      if let depth = depth(of: token) { item.depth = depth }
      if token == "pingback" { item.kind = .pingback }
      if token == "trackback" { item.kind = .trackback }
    }
    for name in ["data-depth", "data-level"] {
      if let depth = node[name].flatMap({ Int($0) }), (0...99).contains(depth) { item.depth = depth }
    }
    if let level = node["aria-level"].flatMap({ Int($0) }) { item.depth = level }
    item.isByArticleAuthor = tokens.contains(where: CommentMarkup.byArticleAuthor.contains)
    return item
  }

  /// A forum's first post, #1, is what the others comment on.
  private func isTopic(_ index: Int) -> Bool {
    page.tree.descendants(of: index).contains { place in
      page.tree[place].isText && page.tree[page.tree[place].parent].name == "a"
        && foldedWhiteSpace(page.tree[place].text) == "#1"
    }
  }

  /// The key in another attribute than the id's usual form.
  func statedKey(_ node: HTMLNode, _ id: String, _ tokens: [String]) -> String? {
    for name in ["data-comment-id", "data-wpd-id", "data-commentid", "data-comment"] {
      if let key = node[name].flatMap(CommentKey.digits) { return key }
    }
    // Reddit's and Lobsters' names are letters and digits.
    for name in ["data-fullname", "data-shortid"] {
      guard let value = node[name], value.utf8.count <= 24 else { continue }
      let key = value.utf8.starts(with: "t1_".utf8) ? String(value.dropFirst(3)) : value
      if !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return key }
    }
    if let key = node["about"].flatMap(CommentKey.digits) { return key }
    if tokens.contains("comtr") { return CommentKey.digits(id) }
    return CommentKey.isNumber(id, atLeast: 5) && id.utf8.count <= 20 ? id : nil
  }

  private func depth(of token: String) -> Int? {
    for prefix in CommentFinder.depthPrefixes where token.hasPrefix(prefix) {
      return Int(token.dropFirst(prefix.count)).flatMap { (0...99).contains($0) ? $0 : nil }
    }
    return nil
  }

  func isCommentType(_ node: HTMLNode) -> Bool {
    for name in ["itemtype", "typeof"] {
      guard let value = node[name] else { continue }
      for part in value.utf8.split(whereSeparator: { $0 <= 0x20 }) {
        let last = part.split {
          $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#")
        }.last
        let type = String(decoding: (last.map(Array.init) ?? []).map(lowered), as: UTF8.self)
        if type == "comment" || type == "usercomments" { return true }
      }
    }
    return false
  }

  private func followingDefinitions(of index: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let parentEnd = page.tree[page.tree[index].parent].end
    var next = page.tree[index].end
    while next < parentEnd {
      let node = page.tree[next]
      if node.name == "dt" { break }
      if node.name == "dd" { ranges.append(next..<node.end) }
      next = node.end
    }
    return ranges
  }

  /// An item inside of which stands its twin that was refused goes as well.
  private mutating func dropRefused() {
    guard !refused.isEmpty else { return }
    var next = 0
    var kept: [CommentItem] = []
    for item in items {
      while next < refused.count, refused[next] < item.node { next += 1 }
      if next < refused.count, refused[next] < item.end,
        item.key == CommentKey.ofID(page.id(refused[next]))?.key, item.key != nil
      {
        continue
      }
      kept.append(item)
    }
    items = kept
  }

  func isForeign(_ index: Int) -> Bool {
    page.hasClass(index, in: CommentMarkup.foreign)
      || page.classTokens(index).contains(where: CommentMarkup.isOfManyPages)
  }

  func isList(_ index: Int) -> Bool {
    CommentMarkup.lists.contains(page.id(index)) || page.hasClass(index, in: CommentMarkup.lists)
  }

  private static let depthPrefixes = [
    "depth-", "comment-depth-", "wpd_comment_level-", "wc_comment_level-", "level-", "commentlevel-",
    "comment-level-", "replytreelevel", "indent-", "comment-indent-", "comment-level", "lvl-",
  ]

  static let neverItems: NameSet = [
    "a", "span", "h1", "h2", "h3", "h4", "h5", "h6", "button", "form", "input", "body", "html", "textarea",
    "label", "i",
    "ul", "ol", "img", "strong", "em", "b", "nav", "header", "head", "table", "tbody", "small", "link",
    "meta", "select",
    "option", "svg", "time", "cite", "dd",
  ]
}
