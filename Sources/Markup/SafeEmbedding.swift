/// Drawings and formulas: kept as a whole or not at all.
///
/// Parsers disagree on what ends a drawing and on what in it runs. So `svg` and `math` stay only if all they
/// hold is known and nothing in them tries to run; else they lose their tags, and what is inside is judged as
/// if they had never been there.
enum SafeEmbedding {
  enum Kind { case drawing, formula }

  /// The kind of an element that begins something embedded.
  static func kind(of name: String) -> Kind? {
    switch name {
    case "svg": .drawing
    case "math": .formula
    default: nil
    }
  }

  /// The namespace that the outermost element of its kind declares.
  static func namespace(of name: String) -> String? {
    switch name {
    case "svg": "http://www.w3.org/2000/svg"
    case "math": "http://www.w3.org/1998/Math/MathML"
    default: nil
    }
  }

  static let linkNamespace = "http://www.w3.org/1999/xlink"

  /// Whether all of the element at `root` may be kept.
  static func isHarmless(_ tree: HTMLTree, _ root: Int, _ kind: Kind) -> Bool {
    for index in root..<tree[root].end {
      let node = tree[index]
      if node.isText { continue }
      guard index == root || mayHold(kind, node.name) else { return false }
      guard node.attributes.allSatisfy({ isInert($0, of: node.name) }) else { return false }
    }
    return true
  }

  /// Whether an attribute may be written inside a drawing or formula.
  static func allows(_ attribute: String) -> Bool { attributes.contains(attribute) }

  private static func mayHold(_ kind: Kind, _ name: String) -> Bool {
    switch kind {
    case .drawing: drawingElements.contains(name)
    case .formula: formulaElements.contains(name)
    }
  }

  private static func isInert(_ attribute: HTMLAttribute, of element: String) -> Bool {
    if attribute.name.utf8.starts(with: "on".utf8) || attribute.name == "style" { return false }
    guard SafeHTMLRules.isAddress(attribute.name) || attribute.name == "xlink:href" else { return true }
    return SafeHTMLRules.address(attribute.value, of: attribute.name, in: element, base: nil) != nil
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  private static let drawingElements = words(
    "a circle defs desc ellipse g line path polygon polyline rect svg text title tspan")
  private static let formulaElements = words(
    """
    maction math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt \
    mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none
    """)
  private static let attributes = words(
    """
    cx cy d fill fill-opacity fill-rule height opacity points r rx ry stroke stroke-linecap stroke-linejoin \
    stroke-opacity stroke-width transform version viewbox baseprofile width x x1 x2 y y1 y2 display mathvariant \
    columnalign rowspacing stretchy xlink:show xlink:title xlink:type
    """)
}
