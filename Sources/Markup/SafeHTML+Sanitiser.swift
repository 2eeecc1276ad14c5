/// Walks a tree and writes what is allowed of it.
struct SafeHTMLSanitiser {
  private(set) var writer = SafeHTMLWriter()
  private(set) var text = FoldedText()
  private let tree: HTMLTree
  private let base: WebAddress?
  /// Elements that were started, with the index at which they end; an empty name or a space for what only
  /// parts words.
  private var open: [(name: String, end: Int)] = []
  private var openAnchors = 0
  /// Whether an element that holds others lost its tags. Parsers may then read the result in another way: a cell
  /// or block may end what is now directly around or before it.
  private(set) var mayNestAnew = false
  /// The drawing or formula we are in; its kind is `nil` if it must lose its tags.
  private var embedding: (kind: SafeEmbedding.Kind?, end: Int)?

  init(tree: HTMLTree, base: WebAddress?) {
    self.tree = tree
    self.base = base
  }

  mutating func walk(_ root: Int) {
    let end = tree[root].end
    var index = root
    while index < end {
      closeElements(endingAt: index)
      let node = tree[index]
      if node.isText {
        writer.text(node.text)
        text.append(withoutControls(node.text))
        index += 1
        continue
      }
      enterEmbedding(at: index)
      let traits = node.traits
      let separates = Self.separates(node.name, traits)
      if separates || node.name == "td" || node.name == "th" || node.name == "tr" { text.space() }
      let treatment = treatment(of: node.name)
      let isUnwrapped = treatment == .unwrap
      switch treatment {
      case .drop:
        // What parted two words still does when it is gone.
        if separates { writer.text(" ") }
        index = node.end
        continue
      case .unwrap:
        if separates { writer.text(" ") }
        if !mayNestAnew, !traits.contains(.skeleton) { mayNestAnew = holdsElement(index) }
      case .keep: start(node)
      }
      if separates { open.append((isUnwrapped ? " " : "", node.end)) }
      index += 1
    }
    closeElements(endingAt: end)
  }

  /// Whether an element parts the words before it from those in it.
  static func separates(_ name: String, _ traits: HTMLElementTraits) -> Bool {
    traits.contains(.closesParagraph) || name == "br" || name == "title"
  }

  private func holdsElement(_ index: Int) -> Bool {
    (index + 1..<max(index + 1, tree[index].end)).contains { !tree[$0].isText }
  }

  private mutating func enterEmbedding(at index: Int) {
    if let current = embedding, index < current.end { return }
    embedding = nil
    if let kind = SafeEmbedding.kind(of: tree[index].name) {
      let isHarmless = SafeEmbedding.isHarmless(tree, index, kind)
      embedding = (isHarmless ? kind : nil, tree[index].end)
    }
  }

  private func treatment(of name: String) -> SafeHTMLRules.Treatment {
    isInDrawing ? .keep : SafeHTMLRules.treatment(of: name)
  }

  /// Whether all elements and attributes are those of a drawing or formula.
  private var isInDrawing: Bool { embedding?.kind != nil }

  private mutating func start(_ node: HTMLNode) {
    // An anchor in an anchor ends the outer one in browsers: only the outer is kept.
    if node.name == "a" {
      if openAnchors > 0 {
        mayNestAnew = true
        return
      }
    }
    if node.name == "img", Self.isSpacer(node.attributes) { return }
    writer.startTag(node.name)
    if isInDrawing {
      drawingAttributes(node)
    } else {
      for attribute in node.attributes { Self.write(attribute, of: node.name, base: base, to: &writer) }
    }
    writer.endOfStartTag()
    if !node.traits.contains(.void) {
      open.append((node.name, node.end))
      if node.name == "a" { openAnchors += 1 }
    }
  }

  /// Writes what is allowed of an attribute of an element outside of drawings.
  static func write(
    _ attribute: HTMLAttribute, of element: String, base: WebAddress?, to writer: inout SafeHTMLWriter
  ) {
    if SafeHTMLRules.isAddress(attribute.name) {
      let address = SafeHTMLRules.address(attribute.value, of: attribute.name, in: element, base: base)
      if let address { writer.attribute(attribute.name, address) }
    } else if attribute.name == "style" && element != "img" {
      let style = SafeStyle.sanitised(attribute.value)
      if !style.isEmpty { writer.attribute("style", style) }
    } else if SafeHTMLRules.allows(attribute.name) {
      writer.attribute(attribute.name, attribute.value)
    }
  }

  /// Attributes of a drawing or formula; namespaces are declared where they are needed.
  private mutating func drawingAttributes(_ node: HTMLNode) {
    if let namespace = SafeEmbedding.namespace(of: node.name) { writer.attribute("xmlns", namespace) }
    var hasLinks = false
    for attribute in node.attributes {
      if attribute.name == "xlink:href" {
        let address = SafeHTMLRules.address(
          attribute.value, of: attribute.name, in: node.name, base: base)
        guard let address else { continue }
        writer.attribute(attribute.name, address)
      } else if SafeEmbedding.allows(attribute.name) {
        writer.attribute(attribute.name, attribute.value)
      } else {
        continue
      }
      hasLinks = hasLinks || attribute.name.utf8.starts(with: "xlink:".utf8)
    }
    if hasLinks { writer.attribute("xmlns:xlink", SafeEmbedding.linkNamespace) }
  }

  /// Tracking images: one or two pixels wide or high.
  static func isSpacer(_ attributes: [HTMLAttribute]) -> Bool {
    attributes.contains { attribute in
      guard attribute.name == "width" || attribute.name == "height", let size = Int(attribute.value) else {
        return false
      }
      return size <= 2
    }
  }

  private mutating func closeElements(endingAt index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      if last.name.isEmpty || last.name == " " {
        writer.text(last.name)
        text.space()
        continue
      }
      writer.endTag(last.name)
      if last.name == "a" { openAnchors -= 1 }
    }
  }
}
