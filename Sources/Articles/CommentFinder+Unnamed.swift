import Markup

/// Comments of engines whose names we do not know, by the list, the anchor or the words of a class name.
extension CommentFinder {
  /// Lists of comments whose items have no names: each `li` is one.
  mutating func collectFromLists() {
    var end = 0
    for index in page.tree.nodes.indices where index >= end {
      let node = page.tree[index]
      guard node.name == "ol" || node.name == "ul", isList(index), home(of: index, hasKey: true) != nil else {
        continue
      }
      for child in page.tree.children(of: index) where page.tree[child].name == "li" {
        guard page.textLength(child) >= 20, page.linkDensity(child) < 0.7, !isForeign(child) else { continue }
        var item = CommentItem(node: child, ranges: [child..<page.tree[child].end])
        item.isByArticleAuthor = page.hasClass(child, in: CommentMarkup.byArticleAuthor)
        items.append(item)
      }
      end = node.end
    }
  }

  /// `<li><a name="comment-12"></a>`: elements that begin with the anchor of a comment.
  mutating func collectByAnchors() {
    for (index, node) in page.tree.nodes.enumerated() where node.name == "a" && page.textLength(index) == 0 {
      let parent = node.parent
      guard let name = (node["name"] ?? node["id"]).map(asciiLowered), name.contains("comment"),
        let key = CommentKey.ofID(name)?.key,
        ["li", "div", "article", "section", "td"].contains(page.tree[parent].name),
        !(parent + 1..<index).contains(where: { !page.tree[$0].isText || page.textLength($0) > 0 })
      else { continue }
      let place = whole(parent)
      guard let isListed = home(of: place, hasKey: true) else { continue }
      var item = CommentItem(node: place, ranges: [place..<page.tree[place].end])
      item.key = key
      item.isListed = isListed
      items.append(item)
      if items.count == CommentFinder.maximumItems { break }
    }
  }

  /// Where a list holds the parts of one comment, the list, not its first part.
  private func whole(_ part: Int) -> Int {
    let list = page.tree[part].parent
    guard ["ul", "dl", "tr"].contains(page.tree[list].name) else { return part }
    let children = page.tree.children(of: list)
    guard children.first(where: { !page.tree[$0].isText }) == part else { return part }
    let parts = children.filter { !page.tree[$0].isText }
    let tokens = Set(parts.map { page.classTokens($0).first ?? "" })
    return parts.count > 1 && tokens.count == parts.count ? list : part
  }

  /// By words in class names that are common to no engine: the reader asks more of these.
  mutating func collectByWords() {
    for index in page.tree.nodes.indices
    where page.classTokens(index).contains(where: CommentMarkup.namesItem) {
      let node = page.tree[index]
      guard !CommentFinder.neverItems.contains(node.name), !isForeign(index),
        page.textLength(index) >= 16, let isListed = home(of: index, hasKey: false), !page.isTeaser(index)
      else { continue }
      var item = CommentItem(node: index, ranges: [index..<node.end])
      item.key = CommentKey.ofID(page.id(index))?.key ?? statedKey(node, page.id(index), [])
      item.isListed = isListed
      item.isByArticleAuthor = page.hasClass(index, in: CommentMarkup.byArticleAuthor)
      items.append(item)
      if items.count == CommentFinder.maximumItems { break }
    }
  }
}
