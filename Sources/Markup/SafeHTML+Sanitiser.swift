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
        text.append(node.text)
        index += 1
        continue
      }
      let separates = HTMLElementTraits.of(node.name).contains(.closesParagraph) || node.name == "br"
      if separates || node.name == "td" || node.name == "th" || node.name == "tr" { text.space() }
      let treatment = SafeHTMLRules.treatment(of: node.name)
      let isUnwrapped = treatment == .unwrap
      switch treatment {
      case .drop:
        // What parted two words still does when it is gone.
        if separates { writer.text(" ") }
        index = node.end
        continue
      case .unwrap: if separates { writer.text(" ") }
      case .keep: start(node)
      }
      if separates { open.append((isUnwrapped ? " " : "", node.end)) }
      index += 1
    }
    closeElements(endingAt: end)
  }

  private mutating func start(_ node: HTMLNode) {
    // An anchor in an anchor ends the outer one in browsers: only the outer is kept.
    if node.name == "a" {
      if openAnchors > 0 { return }
    }
    if isSpacer(node) { return }
    writer.startTag(node.name)
    for attribute in node.attributes {
      if SafeHTMLRules.isAddress(attribute.name) {
        let address = SafeHTMLRules.address(
          attribute.value, of: attribute.name, in: node.name, base: base)
        if let address { writer.attribute(attribute.name, address) }
      } else if SafeHTMLRules.allows(attribute.name) {
        writer.attribute(attribute.name, attribute.value)
      }
    }
    writer.endOfStartTag()
    if !HTMLElementTraits.of(node.name).contains(.void) {
      open.append((node.name, node.end))
      if node.name == "a" { openAnchors += 1 }
    }
  }

  /// Tracking images: one or two pixels wide or high.
  private func isSpacer(_ node: HTMLNode) -> Bool {
    guard node.name == "img" else { return false }
    return ["width", "height"].contains { name in
      guard let value = node[name], let size = Int(value) else { return false }
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
