import Markup

/// Finds what generators put into headings beside their words: signs that link to the heading itself, links to edit it.
enum HeadingMarks {
  /// Places of elements within headings that are no words of theirs.
  ///
  /// - Parameter length: the length of the text of a subtree, without white space.
  static func find(_ tree: HTMLTree, length: (Int) -> Int) -> [Int] {
    var found: [Int] = []
    var heading = 0
    for (index, node) in tree.nodes.enumerated() where !node.isText {
      if headingLevel(node.name) != nil { heading = index }
      guard heading > 0, index > heading, index < tree[heading].end, node.name == "a" || node.name == "span"
      else { continue }
      let own = length(index)
      // What is all of the heading is its text.
      guard own > 0, own <= 30, own < length(heading) else { continue }
      if isSign(index, node, in: tree) || isNamedMark(node) { found.append(index) }
    }
    return found
  }

  /// "¶", "#", "§": no letter and no digit, and a link to a place of the page or a sign that is used for nothing else.
  private static func isSign(_ index: Int, _ node: HTMLNode, in tree: HTMLTree) -> Bool {
    let text = tree.lineText(of: index).unicodeScalars
    guard text.count <= 4,
      !text.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    else { return false }
    if text.contains(where: { $0 == "¶" || $0 == "🔗" || $0 == "⚓" }) { return true }
    return node.name == "a" && node["href"]?.utf8.first == UInt8(ascii: "#")
  }

  private static func isNamedMark(_ node: HTMLNode) -> Bool {
    guard let classes = node["class"], classes.utf8.count <= 200 else { return false }
    let isLink = node.name == "a" && node["href"].map { $0.utf8.contains(UInt8(ascii: "#")) } == true
    return asciiLowered(classes).split(separator: " ").contains { token in
      edits.contains(String(token)) || isLink && permalinks.contains(String(token))
    }
  }

  private static let permalinks: NameSet = [
    "headerlink", "header-anchor", "heading-anchor", "heading-link", "anchor-link", "anchorjs-link",
    "hash-link",
    "hash-link-icon", "anchor", "permalink", "header-link", "headinglink", "deep-link",
  ]

  private static let edits: NameSet = ["mw-editsection", "edit-link", "edit-section", "editsection"]
}
