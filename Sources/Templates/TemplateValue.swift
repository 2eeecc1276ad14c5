/// A value handed to a template.
///
/// A key without a value is simply left out of its object: it prints nothing, and a section over it stays away. Empty text
/// and empty lists count as absent too.
public indirect enum TemplateValue: Hashable, Sendable {
  /// Plain text; escaped where it is printed.
  case text(String)
  /// Ready HTML; printed with three braces.
  case html(EscapedHTML)
  /// A condition for sections.
  case bool(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])

  /// An object with the absent members left out.
  public static func object(present members: [String: TemplateValue?]) -> TemplateValue {
    .object(members.compactMapValues { $0 })
  }

  /// The text, or nothing if there is none.
  public static func optional(_ text: String?) -> TemplateValue? {
    guard let text, !text.isEmpty else { return nil }
    return .text(text)
  }
}

/// What a template may find behind a key.
public indirect enum TemplateShape: Hashable, Sendable {
  case text
  /// An address that was checked: the only thing that an attribute such as `href` may take.
  case link
  /// One of a few words of our own, such as `left` or a language tag: may stand in a style, too.
  case word
  case html
  case bool
  /// Many of the same shape.
  case list(TemplateShape)
  case object([String: TemplateShape])

  /// Every key of the shape as a path, sorted: `sections[].items[].title`.
  public var paths: [String] {
    switch self {
    case .text, .link, .word, .html, .bool: []
    case .list(let element): element.paths.map { "[]." + $0 } + (element.isLeaf ? ["[]"] : [])
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { name, shape in
        shape.isLeaf
          ? [name] : shape.paths.map { $0.hasPrefix("[]") ? name + $0 : name + "." + $0 }
      }
    }
  }

  /// For messages.
  var name: String {
    switch self {
    case .text: "text"
    case .link: "an address"
    case .word: "a word"
    case .html: "ready HTML"
    case .bool: "a condition"
    case .list: "a list"
    case .object: "a group of keys"
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .text, .link, .word, .html, .bool: true
    case .list, .object: false
    }
  }
}
