/// A piece of an HTML source with its place.
struct HTMLToken {
  enum Kind {
    case start(HTMLTag)
    case end(name: String)
    /// Text between tags, character references read.
    case text(String)
    /// The content of `style` and `script`.
    case raw(String)
    /// `<!DOCTYPE …>`, without the brackets.
    case declaration(String)
    /// What stands between `<!--` and `-->`.
    case comment(String)
  }

  let kind: Kind
  /// From 1.
  let line: Int
  /// From 1, in bytes.
  let column: Int
}

/// A start tag.
struct HTMLTag {
  struct Attribute {
    let name: String
    let value: String
  }

  let name: String
  let attributes: [Attribute]
  let isSelfClosing: Bool

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}
