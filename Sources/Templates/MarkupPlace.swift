/// Where in a piece of HTML a tag of the template stands.
enum MarkupPlace: Hashable {
  /// Between tags.
  case text
  /// In the quoted value of an attribute; `isStart` if nothing stands before it in the value.
  case attribute(name: String, isStart: Bool)
  /// In a value without quotation marks.
  case unquotedValue
  /// Inside a tag, outside of any value.
  case insideTag
  /// In a `style` element.
  case styleSheet
  /// In a comment of HTML.
  case comment
}

/// What of HTML does not belong into a mail, whoever wrote the template.
enum MarkupRules {
  /// Elements that run, load or collect something; mail programs remove them or refuse the mail.
  static let refusedElements: Set<String> = [
    "applet", "audio", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input", "link",
    "math",
    "noscript", "object", "option", "plaintext", "script", "select", "svg", "template", "textarea", "video",
    "xmp",
  ]

  /// The pages of the archive say by links where they stand and where the feed is; mail programs remove such.
  static func mayLink(_ element: String, in file: TemplateFile) -> Bool {
    element == "link" && file.name.utf8.starts(with: "archive".utf8)
  }

  /// Attributes whose value is an address.
  static let addressAttributes: Set<String> = [
    "action", "background", "cite", "data", "formaction", "href", "longdesc", "ping", "poster", "src",
    "srcset",
    "xlink:href",
  ]

  /// How an address that stands in a template may begin. What is loaded with the mail must be https.
  static func allows(address: String, in attribute: String) -> Bool {
    let address = address.lowercased()
    if address.hasPrefix("https://") { return true }
    guard attribute == "href" else { return address.isEmpty }
    return address.isEmpty || ["http://", "mailto:", "tel:", "#"].contains { address.hasPrefix($0) }
  }

  /// What in a style loads something or runs; `nil` if nothing does.
  static func refusedStyle(_ style: String) -> String? {
    let style = style.lowercased()
    for piece in ["\\", "expression(", "@import", "url(", "behavior:", "-moz-binding", "javascript:"] {
      if style.contains(piece) { return piece }
    }
    return nil
  }
}
