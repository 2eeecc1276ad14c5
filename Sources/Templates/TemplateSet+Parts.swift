extension TemplateSet {
  /// The files of a set by what they are for.
  struct Parts {
    let html: [String: TemplateFile]
    let text: [String: TemplateFile]
    let theme: [String: String]
    let wordings: [Wording]

    init(files: [TemplateFile], builtIn: [TemplateFile]) throws(TemplateError) {
      var html: [String: TemplateFile] = [:]
      var text: [String: TemplateFile] = [:]
      var theme: [String: String] = [:]
      var words: [String: [String: String]] = [:]
      for file in builtIn + files {
        switch file.role {
        case .html(let name): html[name] = file
        case .text(let name): text[name] = file
        case .theme:
          for entry in try SettingsFile(file).entries {
            guard !entry.name.utf8.contains(UInt8(ascii: ".")) else {
              throw TemplateError(
                file: file.name, line: entry.line, column: 1,
                problem: .badSetting("the name of a theme's setting has no dot: \"\(entry.name)\""))
            }
            guard !entry.value.contains("{{") else {
              throw TemplateError(
                file: file.name, line: entry.line, column: 1,
                problem: .badSetting("a theme's setting holds no tags"))
            }
            theme[entry.name] = entry.value
          }
        case .strings(let language):
          for entry in try SettingsFile(file).entries {
            guard WordingKeys.allowed.contains(entry.name) else {
              let hint = suggestion(for: entry.name, among: WordingKeys.allowed)
              throw TemplateError(
                file: file.name, line: entry.line, column: 1,
                problem: .unknownKey(entry.name, hint: hint))
            }
            words[language, default: [:]][entry.name] = entry.value
          }
        case .other: break
        }
      }
      self.html = html
      self.text = text
      self.theme = theme
      let english = words["en"] ?? [:]
      wordings = words.sorted { $0.key < $1.key }.map { language, texts in
        Wording(language: language, texts: texts.merging(english) { own, _ in own })
      }
    }

    /// `keys` of an HTML template, and the theme's.
    static func withTheme(
      _ keys: [String: TemplateShape], _ theme: [String: String]
    ) -> [String: TemplateShape] {
      var keys = keys
      keys["theme"] = .object(theme.mapValues { _ in .text })
      return keys
    }

    /// Throws the first problem.
    func check(entry: String) throws(TemplateError) {
      if let problem = problems(entry: entry).first { throw problem }
    }

    /// The first problem of each form, and of each file that no form draws in.
    func problems(entry: String) -> [TemplateError] {
      problems(
        of: html, entry: entry, suffix: ".html.mustache", keys: Parts.withTheme(DigestKeys.html, theme),
        escapesHTML: true)
        + problems(
          of: text, entry: entry, suffix: ".txt.mustache", keys: DigestKeys.text, escapesHTML: false)
        + [archiveProblem()].compactMap(\.self) + missingWords()
    }

    private func problems(
      of files: [String: TemplateFile], entry: String, suffix: String, keys: [String: TemplateShape],
      escapesHTML: Bool
    ) -> [TemplateError] {
      guard files[entry] != nil else {
        return [TemplateError(file: entry + suffix, problem: .missingFile)]
      }
      var found: [TemplateError] = []
      do {
        var checker = TemplateChecker(files: files, escapesHTML: escapesHTML)
        try checker.check(entry, against: .object(keys))
      } catch {
        found.append(error)
      }
      for (_, file) in files.sorted(by: { $0.key < $1.key }) where file.name != found.first?.file {
        do {
          _ = try TagScanner.tags(of: file)
        } catch {
          found.append(error)
        }
      }
      guard found.isEmpty else { return found }
      do {
        _ = try CompiledTemplates(files: files, contentType: ContentType.text)
      } catch {
        found.append(error)
      }
      return found
    }

    private func missingWords() -> [TemplateError] {
      guard let english = wordings.first(where: { $0.language == "en" }) else {
        return [TemplateError(file: "strings.en.yaml", problem: .missingFile)]
      }
      return WordingKeys.required.filter { english($0) == $0 }.map {
        TemplateError(file: "strings.en.yaml", problem: .badSetting("\"\($0)\" is missing"))
      }
    }
  }
}
