/// The look of an edition: an HTML template, a plain-text template, their partials, a theme, and fixed words.
///
/// Everything is checked when the set is made: afterwards rendering cannot meet an unknown key or partial.
public struct TemplateSet: Sendable {
  private static let entry = "digest"

  /// Bytes that one form may have. The HTML of a mail has under 90,000, a page of the archive some megabytes at most; a
  /// template that prints more is at fault.
  private static let outputLimit = 32 << 20

  private let html: TemplateProgram
  /// The same without italics.
  private let upright: TemplateProgram
  private let text: TemplateProgram
  let archiveEdition: TemplateProgram
  let archiveIndex: TemplateProgram
  private let wordings: [Wording]
  /// The theme's colour of what can be followed, for the links in quotations.
  public let accent: String

  /// Takes the files of a template folder; what the folder lacks comes from the built-in template.
  ///
  /// - Parameter theme: one of ``themes``; the folder's own `theme.yaml` is laid over it.
  public init(files: [TemplateFile], theme: String = TemplateSet.themes[0]) throws(TemplateError) {
    let parts = Parts(files: files, theme: theme, entry: TemplateSet.entry)
    if let problem = parts.problems.first { throw problem }
    html = parts.html
    upright = parts.upright
    text = parts.text
    archiveEdition = parts.archiveEdition
    archiveIndex = parts.archiveIndex
    wordings = parts.wordings
    accent = parts.accent
  }

  /// The template that is compiled into the program.
  public static func builtIn(theme: String = TemplateSet.themes[0]) throws(TemplateError) -> TemplateSet {
    try TemplateSet(files: [], theme: theme)
  }

  /// Everything that is wrong with a template folder, at most a hundred problems a form. Empty if ``init(files:theme:)``
  /// takes it.
  public static func problems(
    in files: [TemplateFile], theme: String = TemplateSet.themes[0]
  ) -> [TemplateError] {
    Parts(files: files, theme: theme, entry: entry).problems
  }

  /// Renders the HTML form. Keys are those of ``DigestKeys/html``; the theme's are in the template already.
  ///
  /// - Parameter isUpright: true for scripts that know no italics, where programs would only slant the letters.
  public func renderHTML(
    _ values: [String: TemplateValue], isUpright: Bool = false
  ) throws(TemplateError) -> String {
    try render(
      isUpright ? upright : html, values, keys: DigestKeys.html, file: TemplateSet.entry + ".html.mustache")
  }

  /// Renders the plain-text form. Keys are those of ``DigestKeys/text``.
  public func renderText(_ values: [String: TemplateValue]) throws(TemplateError) -> String {
    try render(text, values, keys: DigestKeys.text, file: TemplateSet.entry + ".txt.mustache")
  }

  func render(
    _ program: TemplateProgram, _ values: [String: TemplateValue], keys: [String: TemplateShape], file: String
  ) throws(TemplateError) -> String {
    try checkFit(values, keys, file: file)
    guard let output = program.render(values, limit: TemplateSet.outputLimit) else {
      throw TemplateError(file: file, problem: .tooDeep("the template prints more than 32 MB"))
    }
    return output
  }

  /// Tags of the languages that there are fixed words for, sorted.
  public var languages: [String] { wordings.map(\.language) }

  /// Whether there are fixed words for a language, or for the one that its tag begins with.
  public func hasWording(for language: String) -> Bool { found(language) != nil }

  /// The words for a language: those of the very tag, else of its first part, else English.
  public func wording(for language: String) -> Wording {
    found(language) ?? found("en") ?? Wording(language: "en", texts: [:])
  }

  private func found(_ language: String) -> Wording? {
    let candidates = [language.lowercased(), primaryLanguage(language)]
    for candidate in candidates {
      if let found = wordings.first(where: { $0.language.lowercased() == candidate }) { return found }
    }
    return nil
  }

  /// The words that templates may print themselves.
  public func plainWords(of wording: Wording) -> TemplateValue {
    .object(WordingKeys.plain.reduce(into: [:]) { $0[$1] = .text(wording($1)) })
  }
}
