import Markup

/// Finds dialogs that stand before a page, and what they hide of it from screen readers while they are open.
enum OpenDialogs {
  /// Dialogs, which are hidden, and what holds most of the page's text and is only hidden behind one.
  ///
  /// - Parameter length: the length of the text of a subtree, without white space.
  static func find(_ tree: HTMLTree, length: (Int) -> Int) -> [(node: Int, isHidden: Bool)] {
    let all = length(0)
    var found: [(node: Int, isHidden: Bool)] = []
    for (index, node) in tree.nodes.enumerated() where !node.isText {
      if isDialog(node) {
        // Some put the whole page into one.
        if length(index) * 2 <= all { found.append((index, true)) }
      } else if node["aria-hidden"] == "true", !isHiddenOtherwise(node), length(index) * 2 > all {
        found.append((index, false))
      }
    }
    return found
  }

  private static func isDialog(_ node: HTMLNode) -> Bool {
    if node.name == "dialog" || node["aria-modal"] == "true" { return true }
    guard let role = node["role"] else { return false }
    return role == "dialog" || role == "alertdialog"
  }

  private static func isHiddenOtherwise(_ node: HTMLNode) -> Bool {
    if node["hidden"] != nil { return true }
    let style = (node["style"] ?? "").utf8.filter { $0 > 0x20 }.map(lowered)
    return style.span.holds("display:none") || style.span.holds("visibility:hidden")
  }
}
