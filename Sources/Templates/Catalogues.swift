/// The fixed words in all languages: the built-in ones, and those of a folder over them.
struct Catalogues: Sendable {
  private struct Catalogue {
    var texts: [String: String] = [:]
    /// Name of the last file that was read for it.
    var file: String
  }

  private var catalogues: [String: Catalogue] = [:]
  /// What is wrong with single entries.
  private(set) var problems: [TemplateError] = []

  /// Adds the entries of a file; those of the same name give way.
  mutating func add(_ file: TemplateFile, language: String) throws(TemplateError) {
    let language = language.lowercased()
    var catalogue = catalogues[language] ?? Catalogue(file: file.name)
    catalogue.file = file.name
    for entry in try SettingsFile(file).entries {
      guard problems.count < 100 else { break }
      if let problem = problem(of: entry) {
        problems.append(TemplateError(file: file.name, line: entry.line, column: 1, problem: problem))
      } else {
        catalogue.texts[entry.name] = entry.value
      }
    }
    catalogues[language] = catalogue
  }

  /// Entries that a language lacks. A file for a region (`en-US`) holds only what it says otherwise than its language.
  var missingEntries: [TemplateError] {
    catalogues.sorted { $0.key < $1.key }.flatMap { language, catalogue in
      let texts = texts(for: language)
      return WordingKeys.required(in: language).filter { texts[$0] == nil }.map {
        TemplateError(file: catalogue.file, problem: .badSetting("\"\($0)\" is missing"))
      }
    }
  }

  /// In the order of their tags.
  var wordings: [Wording] {
    catalogues.keys.sorted().map { Wording(language: canonicalTag($0), texts: texts(for: $0)) }
  }

  private func texts(for language: String) -> [String: String] {
    let general = catalogues[primaryLanguage(language)]?.texts ?? [:]
    return general.merging(catalogues[language]?.texts ?? [:]) { _, own in own }
  }

  private func problem(of entry: SettingsFile.Entry) -> TemplateError.Problem? {
    guard let known = WordingKeys.arguments(of: entry.name) else {
      return .unknownKey(entry.name, hint: suggestion(for: entry.name, among: WordingKeys.all))
    }
    if entry.name == "digits", entry.value.unicodeScalars.count != 10 {
      return .badSetting("\"digits\": write the ten digits from nought to nine")
    }
    for name in placeholders(entry.value) where !known.contains(name) {
      let hint = suggestion(for: name, among: known).map { " (did you mean \"{\($0)}\"?)" } ?? ""
      return .badSetting("\"\(entry.name)\": nothing fills in \"{\(name)}\"\(hint)")
    }
    return nil
  }

  /// The names in braces.
  private func placeholders(_ text: String) -> [String] {
    var names: [String] = []
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      names.append(String(decoding: rest[(open + 1)..<close], as: UTF8.self))
      rest = rest[(close + 1)...]
    }
    return names
  }
}

/// `en-US` of `en-us`: the region in capitals, as tags are written.
private func canonicalTag(_ tag: String) -> String {
  let parts = tag.split(separator: "-")
  return parts.enumerated().map { $0 > 0 && $1.utf8.count == 2 ? $1.uppercased() : String($1) }
    .joined(separator: "-")
}
