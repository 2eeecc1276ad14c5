import Markup

/// Elements inside a text: written out again as HTML, for the sanitiser to judge.
extension FeedBuilder {
  mutating func startInsideField(_ tag: XMLStartTag, _ term: FeedTerm, _ frame: inout FeedFrame) {
    guard let children = field?.children else { return }
    switch children {
    case .read:
      // The element is a container after all: its own text was white space.
      field = nil
      if !frames.isEmpty { frames[frames.count - 1].isFieldEnd = false }
      open(tag, term, &frame)
    case .dropped:
      field?.depth += 1
    case .markup:
      if omitsDivision(tag) {
        field?.text.removeAll()
        field?.isMarkup = true
        field?.context = frame.context
      } else {
        let written = attributes(of: tag, frame)
        let name = tag.name.local
        field?.becomeMarkup()
        field?.startTag(name, written)
        frame.endTag = isVoid(name) ? nil : name
      }
      field?.depth += 1
    }
  }

  mutating func endInsideField(_ frame: FeedFrame) {
    field?.depth -= 1
    if let name = frame.endTag { field?.endTag(name) }
  }

  /// The `div` that Atom 1.0 puts around XHTML is no part of the text (RFC 4287 §3.1.1.3).
  private func omitsDivision(_ tag: XMLStartTag) -> Bool {
    guard let field, field.depth == 0, !field.isMarkup, field.namespace == .atom10,
      let type = field.attributes.value("type").map(trimmed), type != "text"
    else { return false }
    return equalsIgnoringCase(tag.name.local, "div") && field.text.bytes.allSatisfy(isBlank)
  }

  /// Attributes without namespaces' declarations; addresses absolute where the element has a base of its own.
  private func attributes(of tag: XMLStartTag, _ frame: FeedFrame) -> [(name: String, value: String)] {
    guard !tag.attributes.isEmpty else { return [] }
    let ownBase = frame.context !== field?.context ? base(in: frame.context) : nil
    return tag.attributes.compactMap { attribute in
      if attribute.name.prefix == "xml" && attribute.name.local != "lang" { return nil }
      let name = attribute.name.prefix == "xml" ? "lang" : attribute.name.qualified
      if let ownBase, Self.addressAttributes.contains(name),
        let resolved = WebAddress(attribute.value, relativeTo: ownBase, spelling: .international)
      {
        return (name, resolved.string)
      }
      return (name, attribute.value)
    }
  }

  private static let addressAttributes: Set<String> = [
    "href", "src", "cite", "longdesc", "poster", "background", "action", "data", "usemap",
  ]

  private func isVoid(_ name: String) -> Bool {
    switch asciiLowerCased(name) {
    case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
      "track", "wbr":
      true
    default: false
    }
  }
}
