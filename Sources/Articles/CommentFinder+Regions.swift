import Markup

extension CommentFinder {
  mutating func findRegions() {
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
}
