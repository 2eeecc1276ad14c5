/// The settings of a theme with their places: the built-in one's, those of the theme that was chosen, and those of the folder.
struct Theme: Hashable, Sendable {
  private struct Setting: Hashable {
    let value: String
    let file: String
    let line: Int
    /// Rises with every file that was read: of two settings the later one is to blame.
    let layer: Int
  }

  private var settings: [String: Setting] = [:]
  private var layers = 0

  /// By name, as templates print them.
  var values: [String: String] { settings.mapValues(\.value) }

  /// The same with type that does not slant.
  var uprightValues: [String: String] {
    values.mapValues { $0.hasPrefix("italic ") ? String($0.dropFirst("italic ".count)) : $0 }
  }

  /// Adds the settings of a file; those of the same name give way.
  mutating func add(_ file: TemplateFile) throws(TemplateError) {
    layers += 1
    for entry in try SettingsFile(file).entries {
      settings[entry.name] = Setting(value: entry.value, file: file.name, line: entry.line, layer: layers)
    }
  }

  /// What is wrong, in the order of files and lines, at most a hundred faults and what contrast is too low.
  ///
  /// - Parameter printed: names of the settings that the templates print: those may be a folder's own.
  func problems(printed: Set<String>) -> [TemplateError] {
    var found: [TemplateError] = []
    for (name, setting) in settings.sorted(by: {
      ($0.value.layer, $0.value.line) < ($1.value.layer, $1.value.line)
    }) {
      guard found.count < 100 else { break }
      func add(_ problem: TemplateError.Problem) {
        found.append(TemplateError(file: setting.file, line: setting.line, column: 1, problem: problem))
      }
      if ThemeToken.kinds[name] == nil, !printed.contains(name) {
        add(.unknownKey(name, hint: suggestion(for: name, among: ThemeToken.kinds.keys)))
      } else if let complaint = ThemeToken.complaint(about: setting.value, as: ThemeToken.kinds[name] ?? .own)
      {
        add(.badSetting("\"\(name)\": \(complaint)"))
      }
    }
    for name in ThemeToken.kinds.keys.sorted() where settings[name] == nil {
      found.append(TemplateError(file: "theme.yaml", problem: .badSetting("\"\(name)\" is missing")))
    }
    return found + contrastProblems()
  }

  private func contrastProblems() -> [TemplateError] {
    var found: [TemplateError] = []
    let dark = ThemeToken.pairs.map { (ThemeToken.dark($0.0), ThemeToken.dark($0.1)) }
    for (text, back) in ThemeToken.pairs + dark {
      guard let one = settings[text], let two = settings[back], let above = Colour(one.value),
        let below = Colour(two.value)
      else { continue }
      let contrast = above.contrast(with: below)
      guard contrast < 4.5 else { continue }
      let blamed = (two.layer, two.line) > (one.layer, one.line) ? two : one
      found.append(
        TemplateError(
          file: blamed.file, line: blamed.line, column: 1,
          problem: .badSetting(
            "\"\(text)\" on \"\(back)\" has a contrast of \(oneDecimal(contrast)): it must be 4.5 to be read")
        ))
    }
    return found
  }
}

/// `4.4` for 4.49: never rounded up to what is asked for.
private func oneDecimal(_ number: Double) -> String {
  let tenths = Int(number * 10)
  return "\(tenths / 10).\(tenths % 10)"
}
