/// One file of a template folder, already read: templates never touch the disk themselves.
public struct TemplateFile: Hashable, Sendable {
  /// Name within the folder, such as `digest.html.mustache`.
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Whether a template takes notice of a file of this name.
  public var isPartOfTemplate: Bool { role != .other }

  /// What a file of a template folder is for, told by its name.
  enum Role: Equatable {
    /// `NAME.html.mustache`: the HTML form or a partial of it.
    case html(name: String)
    /// `NAME.txt.mustache`: the plain-text form or a partial of it.
    case text(name: String)
    /// `theme.yaml`, or `NAME.theme.yaml`: colours and type.
    case theme
    /// `strings.LANGUAGE.yaml`: the fixed words.
    case strings(language: String)
    /// A read-me, an editor's backup: not ours.
    case other
  }

  var role: Role {
    if name == "theme.yaml" || name.hasSuffix(".theme.yaml") { return .theme }
    if let stem = name.without(suffix: ".html.mustache") { return .html(name: stem) }
    if let stem = name.without(suffix: ".txt.mustache") { return .text(name: stem) }
    if let stem = name.without(suffix: ".yaml"), stem.hasPrefix("strings.") {
      return .strings(language: String(stem.dropFirst("strings.".count)))
    }
    return .other
  }
}

extension String {
  fileprivate func without(suffix: String) -> String? {
    hasSuffix(suffix) && utf8.count > suffix.utf8.count ? String(dropLast(suffix.count)) : nil
  }
}
