/// A parsed HTML document or fragment: a flat, immutable value without pointers.
///
/// Nodes stand in document order; the descendants of a node are exactly those between it and its
/// ``HTMLNode/end``. So a walk over a subtree is a loop over a range, however deep the tree is.
/// Node 0 is the document itself.
public struct HTMLTree: Hashable, Sendable {
  public let nodes: [HTMLNode]
  /// True if the input was longer than what is read, or nested deeper.
  public let isIncomplete: Bool

  init(nodes: [HTMLNode], isIncomplete: Bool) {
    self.nodes = nodes
    self.isIncomplete = isIncomplete
  }

  @inlinable
  public subscript(index: Int) -> HTMLNode { nodes[index] }

  /// The children of a node, in order.
  public func children(of index: Int) -> some Sequence<Int> {
    let end = nodes[index].end
    return sequence(state: index + 1) { next -> Int? in
      guard next < end else { return nil }
      defer { next = nodes[next].end }
      return next
    }
  }

  /// The descendants of a node, in document order, without the node itself.
  @inlinable
  public func descendants(of index: Int) -> Range<Int> { (index + 1)..<nodes[index].end }

  /// The ancestors of a node, innermost first, without the document.
  public func ancestors(of index: Int) -> some Sequence<Int> {
    sequence(state: nodes[index].parent) { next -> Int? in
      guard next > 0 else { return nil }
      defer { next = nodes[next].parent }
      return next
    }
  }

  /// Whether `ancestor` holds `index` or is it.
  @inlinable
  public func contains(_ index: Int, in ancestor: Int) -> Bool {
    index >= ancestor && index < nodes[ancestor].end
  }

  /// The text of a subtree as it stands in the source, scripts left out.
  public func rawText(of index: Int) -> String {
    var text = nodes[index].text
    var next = index + 1
    while next < nodes[index].end {
      if nodes[next].name == "script" {
        next = nodes[next].end
        continue
      }
      text += nodes[next].text
      next += 1
    }
    return text
  }

  /// The text of a subtree in one line: white space folded, blocks and line breaks apart.
  public func lineText(of index: Int) -> String {
    var text = FoldedText()
    var next = index
    while next < nodes[index].end {
      let node = nodes[next]
      if node.name == "script" || node.name == "template" {
        next = node.end
        continue
      }
      if node.isText {
        text.append(node.text)
      } else if node.separates {
        text.space()
      }
      next += 1
      // What ends here separates as well.
      var ending = next - 1
      while ending > index, nodes[ending].end == next {
        if nodes[ending].separates { text.space() }
        ending = nodes[ending].parent
      }
    }
    return text.string
  }
}

/// An element or a text of an ``HTMLTree``.
public struct HTMLNode: Hashable, Sendable {
  /// Lower case; empty for text.
  public let name: String
  /// Empty for elements.
  public let text: String
  public let attributes: [HTMLAttribute]
  /// Index of the parent; -1 for the document.
  public let parent: Int
  /// Index after the last descendant.
  public internal(set) var end: Int
  let traits: HTMLElementTraits

  init(
    name: String, text: String, attributes: [HTMLAttribute], parent: Int, end: Int,
    traits: HTMLElementTraits = []
  ) {
    self.name = name
    self.text = text
    self.attributes = attributes
    self.parent = parent
    self.end = end
    self.traits = traits
  }

  @inlinable
  public var isText: Bool { name.isEmpty }

  /// Whether it parts the words before it from those in it.
  var separates: Bool {
    traits.contains(.closesParagraph) || name == "br" || name == "td" || name == "th" || name == "tr"
  }

  /// The value of an attribute, by lower-case name.
  @inlinable
  public subscript(attribute: String) -> String? {
    for candidate in attributes where candidate.name == attribute { return candidate.value }
    return nil
  }
}

/// An attribute of an element: the name in lower case, the value with references decoded.
public struct HTMLAttribute: Hashable, Sendable {
  public let name: String
  public let value: String
}
