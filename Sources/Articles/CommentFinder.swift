import Markup
import Model

/// Finds the comments of a page by what its engine calls them, and who answers whom.
///
/// Works from whole class names, ids and item types, never from parts of class names: `one-sidebar` is no
/// sidebar.
struct CommentFinder {
  /// More are not read from one page.
  static let maximumItems = 6_000

  private let page: PageIndex
  private(set) var items: [CommentItem] = []
  /// Subtrees that hold comments or the form for them, for the article's text to leave out.
  private(set) var regions: Set<Int> = []
  /// The outermost element that is known to hold comments, if any.
  private(set) var container: Int?

  init(_ page: PageIndex) {
    self.page = page
    collect()
    fold()
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
      guard isAtHome(index, hasKey: item.key != nil) else { continue }
      if node.name == "dt" { item.ranges += followingDefinitions(of: index) }
      items.append(item)
    }
  }

  private func item(at index: Int, _ node: HTMLNode) -> CommentItem? {
    let tokens = page.classTokens(index)
    let id = page.id(index)
    let keyed = CommentMarkup.key(ofID: id)
    let isNamed = tokens.contains(where: CommentMarkup.items.contains)
    let isTyped = isCommentType(node)
    let isBlogger =
      id.utf8.first == UInt8(ascii: "c") && keyed != nil && (tokens.contains("comment-author") || isNamed)
    let isKeyed =
      keyed != nil && ["li", "div", "article", "dt", "section", "tr", "dl"].contains(node.name)
      && id.holds("comm")
    guard isNamed || isTyped || isKeyed || isBlogger else { return nil }
    if isNamed, keyed == nil, !isTyped, node.name == "p" || node.name == "td" { return nil }
    if tokens.contains("crawler-post"), keyed?.key == "1" { return nil }
    var item = CommentItem(node: index, ranges: [index..<node.end])
    item.key =
      keyed?.key ?? node["data-comment-id"].flatMap(digits) ?? node["data-wpd-id"].flatMap(digits)
      ?? node["about"].flatMap(digits) ?? (tokens.contains("comtr") ? digits(id) : nil)
    item.parentKey =
      keyed?.parent ?? node["data-parent-id"].flatMap(digits) ?? node["data-parent"].flatMap(digits)
    if item.parentKey == "0" { item.parentKey = nil }
    for token in tokens {
      if let depth = depth(of: token) { item.depth = depth }
      if token == "pingback" { item.kind = .pingback }
      if token == "trackback" { item.kind = .trackback }
    }
    if let level = node["aria-level"].flatMap({ Int($0) }) { item.depth = level }
    item.isByArticleAuthor = tokens.contains(where: CommentMarkup.byArticleAuthor.contains)
    return item
  }

  private func depth(of token: String) -> Int? {
    for prefix in ["depth-", "comment-depth-", "wpd_comment_level-", "wc_comment_level-", "level-"]
    where token.hasPrefix(prefix) {
      return Int(token.dropFirst(prefix.count)).flatMap { (1...99).contains($0) ? $0 : nil }
    }
    return nil
  }

  private func isCommentType(_ node: HTMLNode) -> Bool {
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

  private func digits(_ text: String) -> String? {
    let digits = text.utf8.drop { $0 < 0x30 || $0 > 0x39 }.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return digits.isEmpty ? nil : String(decoding: Array(digits), as: UTF8.self)
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

  /// The nearest container decides: a list of comments speaks for an item, a widget or teaser against it.
  private func isAtHome(_ index: Int, hasKey: Bool) -> Bool {
    if page.hasClass(index, in: CommentMarkup.foreign) { return false }
    for ancestor in page.tree.ancestors(of: index) {
      let id = page.id(ancestor)
      if page.hasClass(ancestor, in: CommentMarkup.foreign) || CommentMarkup.foreign.contains(id) {
        return false
      }
      if page.tree[ancestor].name == "nav" || page.tree[ancestor].name == "noscript" && !isDisqus(ancestor) {
        return false
      }
      if isList(ancestor) { return true }
    }
    return hasKey || isCommentType(page.tree[index]) || page.tree[index].end - index > 6
  }

  private func isDisqus(_ index: Int) -> Bool {
    page.tree.ancestors(of: index).contains { page.id($0) == "disqus_thread" } || page.textLength(index) > 200
  }

  private func isList(_ index: Int) -> Bool {
    CommentMarkup.lists.contains(page.id(index)) || page.hasClass(index, in: CommentMarkup.lists)
  }

  // MARK: - Folding

  /// Engines wrap a comment twice (`li#comment-1 > article#div-comment-1`), themes as well: one of them
  /// stays.
  private mutating func fold() {
    var kept: [CommentItem] = []
    /// Indices in `kept` of the items that are open at the place we are.
    var open: [Int] = []
    for (index, item) in items.enumerated() {
      while let last = open.last, page.tree[kept[last].node].end <= item.node { open.removeLast() }
      if let last = open.last, kept[last].key == nil, isListItself(kept[last], from: index) {
        // Called "comment", but the list of all of them.
        kept[last] = item
        continue
      }
      if let last = open.last, isSame(kept[last], item) {
        if kept[last].key == nil { kept[last].key = item.key }
        kept[last].isByArticleAuthor = kept[last].isByArticleAuthor || item.isByArticleAuthor
        if kept[last].depth == nil { kept[last].depth = item.depth }
        if kept[last].parentKey == nil { kept[last].parentKey = item.parentKey }
        if item.kind != .comment { kept[last].kind = item.kind }
        continue
      }
      open.append(kept.count)
      kept.append(item)
    }
    items = kept.filter { page.textLength($0.node) > 0 || $0.ranges.count > 1 }
    dropDuplicates()
  }

  private func isSame(_ outer: CommentItem, _ inner: CommentItem) -> Bool {
    if let key = inner.key, let outerKey = outer.key { return key == outerKey }
    // One of the two has no name of its own: a wrapper if it holds hardly anything else.
    let isNested = page.tree.ancestors(of: inner.node).prefix { $0 != outer.node }.contains { ancestor in
      page.hasClass(ancestor, in: ["children", "comment-replies", "replies", "indented", "child-comments"])
    }
    if isNested { return false }
    // `section.comment-content.comment` is the body, not a comment in the comment.
    if inner.key == nil, page.hasClass(inner.node, in: CommentMarkup.bodyTokens) { return true }
    return !holdsNamedItem(outer, before: inner)
  }

  /// Whether an item without a name holds, besides the item at `index`, others on that item's level.
  private func isListItself(_ outer: CommentItem, from index: Int) -> Bool {
    let inner = items[index]
    let innerEnd = page.tree[inner.node].end
    guard outer.depth == nil, inner.key != nil,
      let next = items[(index + 1)...].first(where: { $0.node >= innerEnd }),
      next.key != nil, next.key != inner.key, next.node < page.tree[outer.node].end
    else { return false }
    return page.tree[next.node].parent == page.tree[inner.node].parent
  }

  /// Whether the wrapper already has a body of its own before this item begins.
  private func holdsNamedItem(_ outer: CommentItem, before inner: CommentItem) -> Bool {
    guard inner.node > outer.node else { return false }
    let areBothNameless = outer.key == nil && inner.key == nil
    var length = 0
    var index = outer.node + 1
    while index < inner.node {
      let node = page.tree[index]
      if node.isText {
        length += node.text.utf8.count { $0 > 0x20 }
      } else if areBothNameless, isOwnPart(index, node), !page.tree.contains(inner.node, in: index) {
        return true
      }
      index += 1
    }
    return length > 60
  }

  private func isOwnPart(_ index: Int, _ node: HTMLNode) -> Bool {
    guard page.textLength(index) > 0 else { return false }
    return node["itemprop"] == "text" || node["itemprop"] == "author"
      || page.hasClass(index, in: CommentMarkup.ownParts)
  }

  private mutating func dropDuplicates() {
    var seen: Set<String> = []
    items = items.filter { item in
      guard let key = item.key else { return true }
      return seen.insert(key).inserted
    }
  }

  // MARK: - Regions

  private mutating func findRegions() {
    for item in items {
      for range in item.ranges { regions.insert(range.lowerBound) }
    }
    var end = 0
    for index in page.tree.nodes.indices.dropFirst() where index >= end {
      let node = page.tree[index]
      guard !node.isText, node.name != "body", node.name != "html", node.name != "main",
        node.name != "article"
      else {
        continue
      }
      let id = page.id(index)
      let isForm = CommentMarkup.forms.contains(id) || page.hasClass(index, in: CommentMarkup.forms)
      if isForm || isList(index) {
        guard !holdsArticle(index) else { continue }
        regions.insert(index)
        end = node.end
        if container == nil, !isForm { container = index }
      }
    }
  }

  /// A container that holds more text than its comments is the page's, not the comments'.
  private func holdsArticle(_ index: Int) -> Bool {
    let node = page.tree[index]
    for place in page.tree.descendants(of: index) {
      if page.tree[place]["itemprop"] == "articleBody" { return true }
      if page.hasClass(place, in: ["entry-content", "post-content", "article-body", "post-body"]),
        !isInItem(place)
      {
        return true
      }
    }
    if items.isEmpty {
      return page.paragraphCount(index) > 12 && page.textLength(index) * 2 > page.textLength(0)
        && node.name == "div"
    }
    return false
  }

  /// Whether some item holds the node: the last item that begins before it, or one that holds that item.
  private func isInItem(_ place: Int) -> Bool {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].node <= place { low = middle + 1 } else { high = middle }
    }
    var steps = 0
    var index = low - 1
    while index >= 0, steps < 256 {
      if place < page.tree[items[index].node].end { return true }
      index -= 1
      steps += 1
    }
    return false
  }

  // MARK: - Parents

  private mutating func link() {
    var byKey: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      if let key = item.key { byKey[key] = index }
    }
    var open: [Int] = []
    var atDepth: [Int: Int] = [:]
    for index in items.indices {
      while let last = open.last, page.tree[items[last].node].end <= items[index].node { open.removeLast() }
      if let key = items[index].parentKey, let parent = byKey[key], parent != index {
        items[index].parent = parent
      } else if let last = open.last {
        items[index].parent = last
      } else if let parent = indentedParent(of: index) {
        items[index].parent = parent
      } else if let depth = items[index].depth ?? indent(of: index), depth > 1 {
        items[index].parent =
          stride(from: depth - 1, through: 1, by: -1).lazy.compactMap { atDepth[$0] }.first
      } else if let key = answeredKey(of: index), let parent = byKey[key], parent < index {
        items[index].parent = parent
      }
      if let depth = items[index].depth ?? indent(of: index) {
        atDepth[depth] = index
        for deeper in atDepth.keys.filter({ $0 > depth }) { atDepth[deeper] = nil }
      }
      open.append(index)
    }
  }

  /// Drupal: replies stand in a `div.indented` after what they answer.
  private func indentedParent(of index: Int) -> Int? {
    guard index > 0 else { return nil }
    let node = items[index].node
    guard
      let wrapper = page.tree.ancestors(of: node).first(where: {
        page.hasClass($0, in: ["indented", "children", "replies", "comment-replies", "child-comments"])
      })
    else { return nil }
    // The last item that ends before the wrapper begins.
    for candidate in stride(from: index - 1, through: max(0, index - 300), by: -1) {
      let other = items[candidate]
      guard page.tree[other.node].end <= wrapper else { continue }
      // It must stand on the wrapper's own level.
      let parent = page.tree[wrapper].parent
      if page.tree.contains(other.node, in: parent) {
        let isOnLevel = !page.tree.ancestors(of: other.node).prefix { $0 != parent }.contains {
          page.hasClass($0, in: ["indented", "children", "replies", "comment-replies", "child-comments"])
        }
        if isOnLevel { return candidate }
      }
    }
    return nil
  }

  /// Hacker News: `td.ind[indent]`.
  private func indent(of index: Int) -> Int? {
    guard page.hasClass(items[index].node, "comtr") else { return nil }
    for place in page.tree.descendants(of: items[index].node) where page.hasClass(place, "ind") {
      if let value = page.tree[place]["indent"].flatMap({ Int($0) }) { return value + 1 }
    }
    return nil
  }

  /// "In reply to" with a link to the comment that is answered.
  private func answeredKey(of index: Int) -> String? {
    for place in page.tree.descendants(of: items[index].node) {
      let node = page.tree[place]
      guard node.name == "a", let href = node["href"], let mark = href.utf8.lastIndex(of: UInt8(ascii: "#"))
      else {
        continue
      }
      let cues = CueText(page.tree.lineText(of: node.parent))
      guard page.textLength(node.parent) < 80,
        cues.holds(any: ["in reply to", "replying to", "antwort auf", "reply to"])
      else { continue }
      let id = asciiLowered(String(href[href.utf8.index(after: mark)...]))
      if let key = CommentMarkup.key(ofID: id)?.key, key != items[index].key { return key }
    }
    return nil
  }

  private static let neverItems: NameSet = [
    "a", "span", "h1", "h2", "h3", "h4", "h5", "h6", "button", "form", "input", "body", "html", "textarea",
    "label", "i",
    "ul", "ol", "img", "strong", "em", "b", "nav", "header", "head", "table", "tbody", "small", "link",
    "meta", "select",
    "option", "svg", "time", "cite",
  ]
}
