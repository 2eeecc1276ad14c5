/// The look of an edition: an HTML template, a plain-text template, their partials, a theme, and fixed words.
///
/// Everything is checked when the set is made: afterwards rendering cannot meet an unknown key or partial.
public struct TemplateSet: Sendable {
  private static let entry = "digest"

  private let html: CompiledTemplates
  private let text: CompiledTemplates
  private let theme: [String: String]
  private let wordings: [Wording]

  /// Takes the files of a template folder; what the folder lacks comes from the built-in template.
  public init(files: [TemplateFile]) throws(TemplateError) {
    let parts = try Parts(files: files, builtIn: TemplateSet.builtInFiles)
    try parts.check(entry: TemplateSet.entry)
    html = try CompiledTemplates(
      files: parts.html, contentType: ContentType.html,
      theme: parts.theme.mapValues(EscapedHTML.init(escaping:)))
    text = try CompiledTemplates(files: parts.text, contentType: ContentType.text)
    theme = parts.theme
    wordings = parts.wordings
  }

  /// The template that is compiled into the program.
  public static func builtIn() throws(TemplateError) -> TemplateSet {
    try TemplateSet(files: [])
  }

  /// Everything that is wrong with a template folder: at most one problem a form or file. Empty if ``init(files:)`` takes it.
  public static func problems(in files: [TemplateFile]) -> [TemplateError] {
    do {
      return try Parts(files: files, builtIn: builtInFiles).problems(entry: entry)
    } catch {
      return [error]
    }
  }

  /// Renders the HTML form. Keys are those of ``DigestKeys/html``; the theme's are added here.
  public func renderHTML(_ values: [String: TemplateValue]) throws(TemplateError) -> String {
    try renderHTML(values, entry: TemplateSet.entry, keys: DigestKeys.html)
  }

  /// Renders the HTML template `entry`, which was checked against `keys`.
  func renderHTML(
    _ values: [String: TemplateValue], entry: String, keys: [String: TemplateShape]
  ) throws(TemplateError) -> String {
    var values = values
    values["theme"] = .object(theme.mapValues { .text($0) })
    let node = try Node(
      .object(values), shape: Parts.withTheme(keys, theme), file: entry + ".html.mustache")
    return html.render(entry, node)
  }

  /// Renders the plain-text form. Keys are those of ``DigestKeys/text``.
  public func renderText(_ values: [String: TemplateValue]) throws(TemplateError) -> String {
    let node = try Node(.object(values), shape: DigestKeys.text, file: TemplateSet.entry + ".txt.mustache")
    return text.render(TemplateSet.entry, node)
  }

  /// The words for a language: those of the very tag, else of its first part, else English.
  public func wording(for language: String) -> Wording {
    let wanted = language.lowercased()
    let primary = String(wanted.prefix { $0 != "-" && $0 != "_" })
    for candidate in [wanted, primary, "en"] {
      if let found = wordings.first(where: { $0.language.lowercased() == candidate }) { return found }
    }
    return Wording(language: "en", texts: [:])
  }

  /// The words that templates may print themselves.
  public func plainWords(of wording: Wording) -> TemplateValue {
    .object(WordingKeys.plain.reduce(into: [:]) { $0[$1] = .text(wording($1)) })
  }
}
