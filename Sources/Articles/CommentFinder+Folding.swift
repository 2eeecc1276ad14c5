import Markup
import Model

extension CommentFinder {
  /// Engines wrap a comment twice (`li#comment-1 > article#div-comment-1`), themes as well: one of them
  /// stays.
  mutating func fold() {
    var kept: [CommentItem] = []
    /// Indices in `kept` of the items that are open at the place we are.
    var open: [Int] = []
    for (index, item) in items.enumerated() {
      while let last = open.last, kept[last].end <= item.node { open.removeLast() }
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
      page.hasClass(ancestor, in: CommentMarkup.replies)
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
        if length > 60 { return true }
      } else if areBothNameless, isOwnPart(index, node), !page.tree.contains(inner.node, in: index) {
        return true
      }
      index += 1
    }
    return false
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
}
