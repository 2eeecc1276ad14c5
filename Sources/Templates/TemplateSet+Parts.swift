extension TemplateSet {
  /// The files of a set by what they are for, read, compiled and judged.
  struct Parts {
    let html: TemplateProgram
    let upright: TemplateProgram
    let text: TemplateProgram
    let archiveEdition: TemplateProgram
    let archiveIndex: TemplateProgram
    let wordings: [Wording]
    let accent: String
    /// Everything that is wrong.
    let problems: [TemplateError]

    /// - Parameters:
    ///   - files: what a folder holds; laid over the theme, which is laid over the default.
    ///   - entry: name of the template that each form begins with.
    init(files: [TemplateFile], theme name: String, entry: String) {
      var html: [String: TemplateFile] = [:]
      var text: [String: TemplateFile] = [:]
      var theme = Theme()
      var catalogues = Catalogues()
      var problems: [TemplateError] = []
      let chosen = TemplateSet.files(ofTheme: name)
      if chosen == nil {
        let hint = suggestion(for: name, among: TemplateSet.themes).map { " (did you mean \"\($0)\"?)" } ?? ""
        problems.append(
          TemplateError(file: "theme", problem: .badSetting("no theme is called \"\(name)\"\(hint)")))
      }
      for file in TemplateSet.builtInFiles + (chosen ?? []) + files {
        do throws(TemplateError) {
          switch file.role {
          case .html(let name): html[name] = file
          case .text(let name): text[name] = file
          case .theme: try theme.add(file)
          case .strings(let language): try catalogues.add(file, language: language)
          case .other: break
          }
        } catch {
          problems.append(error)
        }
      }
      let size = files.reduce(0) { $0 + $1.text.utf8.count }
      guard size <= Parts.mostBytes, files.count <= Parts.mostFiles else {
        problems.append(
          TemplateError(
            file: files.first?.name ?? "", problem: .tooDeep("the folder holds over 2 MB or over 200 files")))
        self.html = TemplateProgram(steps: [])
        upright = self.html
        self.text = self.html
        archiveEdition = self.html
        archiveIndex = self.html
        wordings = catalogues.wordings
        accent = ""
        self.problems = problems
        return
      }
      let page = Parts.compiled(html, entry: entry, keys: DigestKeys.html, theme: theme.values)
      let letter = Parts.compiled(text, entry: entry, keys: DigestKeys.text, theme: nil)
      self.html = page.program
      let hasItalics = theme.values.values.contains { $0.hasPrefix("italic ") }
      upright =
        hasItalics
        ? Parts.compiled(html, entry: entry, keys: DigestKeys.html, theme: theme.uprightValues).program
        : page.program
      self.text = letter.program
      let archived = Parts.archive(html, theme: theme.values)
      archiveEdition = archived.edition
      archiveIndex = archived.index
      wordings = catalogues.wordings
      accent = theme.values["accent"] ?? ""
      problems += page.problems + letter.problems
      problems += archived.problems.filter { !page.problems.contains($0) }
      problems += theme.problems(printed: Parts.printedSettings(html))
      problems += catalogues.problems + catalogues.missingEntries
      self.problems = problems
    }

    private static let mostBytes = 2 << 20
    private static let mostFiles = 200

    /// The program of one form, and what is wrong with it and with the files that it does not draw in.
    private static func compiled(
      _ files: [String: TemplateFile], entry: String, keys: [String: TemplateShape], theme: [String: String]?
    ) -> (program: TemplateProgram, problems: [TemplateError]) {
      var compiler = TemplateCompiler(files: files, escapesHTML: theme != nil, theme: theme ?? [:])
      let program = compiler.compile(entry, against: keys)
      for name in files.keys.sorted() { compiler.read(name) }
      return (program, compiler.problems)
    }

    /// The programs of the archive's pages, and what is wrong with them.
    private static func archive(
      _ files: [String: TemplateFile], theme: [String: String]
    ) -> (edition: TemplateProgram, index: TemplateProgram, problems: [TemplateError]) {
      var compiler = TemplateCompiler(files: files, escapesHTML: true, theme: theme)
      let edition = compiler.compile(TemplateSet.editionEntry, against: ArchiveKeys.edition)
      let index = compiler.compile(TemplateSet.indexEntry, against: ArchiveKeys.index)
      return (edition, index, compiler.problems)
    }

    /// Names of the settings that the templates print.
    private static func printedSettings(_ files: [String: TemplateFile]) -> Set<String> {
      var names: Set<String> = []
      for file in files.values {
        for tag in (try? TagScanner.tags(of: file)) ?? [] where tag.name.hasPrefix("theme.") {
          names.insert(String(tag.name.dropFirst("theme.".count)))
        }
      }
      return names
    }
  }
}
