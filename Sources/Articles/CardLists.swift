import Markup

/// Finds boxes that stand side by side, each a link with a title to something else: related posts, teasers,
/// products.
enum CardLists {
  /// The boxes, by their element.
  static func find(_ page: PageIndex) -> Set<Int> {
    var found: Set<Int> = []
    let tree = page.tree
    for parent in tree.nodes.indices where !tree[parent].isText && page.linkLength(parent) > 0 {
      var groups: [String: [Int]] = [:]
      for child in tree.children(of: parent) where boxes.contains(tree[child].name) {
        groups[tree[child].name + "." + (page.classTokens(child).first ?? ""), default: []].append(child)
      }
      for group in groups.values where group.count >= 2 {
        let cards = group.filter { isCard(page, $0) }
        // Two alone may be anything, unless both have a heading that is a link.
        let isList =
          group.count == 2
          ? cards.count == 2 && cards.allSatisfy { page.linkedHeadingCount($0) > 0 }
          : cards.count * 5 >= group.count * 4
        if isList { found.formUnion(cards) }
      }
    }
    return found
  }

  private static func isCard(_ page: PageIndex, _ index: Int) -> Bool {
    let length = page.textLength(index)
    guard length >= 12, length <= 400, page.linkLength(index) > 0 else { return false }
    return page.linkDensity(index) > 0.5 || page.linkedHeadingCount(index) > 0
  }

  private static let boxes: NameSet = ["div", "li", "article", "section", "a", "td", "figure"]
}
