/// A document as one array in reading order: everything that stands in a node follows it without a gap.
///
/// Nothing here calls itself, so depth costs nothing; a node finds its ancestors by ``Node/parent`` and its content by
/// ``Node/end``.
struct HTMLDocument {
  struct Node {
    let tag: HTMLTag?
    let text: String
    /// Index of the element around it; of the root its own.
    let parent: Int
    /// Count of elements around it.
    let depth: Int
    let line: Int
    let column: Int
    /// Index behind the last node that stands in it.
    var end: Int

    /// Empty for text.
    var name: String { tag?.name ?? "" }
    subscript(attribute: String) -> String? { tag?[attribute] }
  }

  private(set) var nodes: [Node] = []
  /// Index of `<head>`, if there is one.
  var head: Int?
  /// Index of `<body>`, written or not.
  var body: Int?

  /// Indices of the elements, in reading order.
  var elements: [Int] { nodes.indices.filter { nodes[$0].tag != nil } }

  func elements(_ name: String) -> [Int] { nodes.indices.filter { nodes[$0].name == name } }

  /// The words that stand in a node, as they are written.
  func text(of index: Int) -> String {
    nodes[index..<nodes[index].end].prefix(longestLook).reduce(into: "") { $0 += $1.text }
  }

  /// The words that a screen reader says for a node: its text, and what images have instead.
  func spoken(_ index: Int) -> String {
    nodes[index..<nodes[index].end].prefix(longestLook).reduce(into: "") { words, node in
      words += node.text
      if node.name == "img", let alternative = node["alt"] { words += " \(alternative) " }
    }
  }

  /// The nearest element around `index` that passes, itself left out.
  func ancestor(of index: Int, where passes: (Node) -> Bool) -> Int? {
    var place = index
    while nodes[place].parent != place {
      place = nodes[place].parent
      if passes(nodes[place]) { return place }
    }
    return nil
  }

  func isIn(_ index: Int, _ other: Int?) -> Bool {
    guard let other else { return false }
    return index > other && index < nodes[other].end
  }

  mutating func append(_ node: Node) { nodes.append(node) }
  mutating func close(_ index: Int) { nodes[index].end = nodes.count }

  mutating func replaceTag(of index: Int, with tag: HTMLTag) {
    let old = nodes[index]
    nodes[index] = Node(
      tag: tag, text: "", parent: old.parent, depth: old.depth, line: old.line, column: old.column,
      end: old.end)
  }
}

/// Nodes of an element that are read for its words.
private let longestLook = 5000
