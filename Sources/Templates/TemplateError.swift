/// What is wrong with a template, and where.
public struct TemplateError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// A key that no value stands behind.
    case unknownKey(String, hint: String?)
    /// A partial that is not in the folder.
    case unknownPartial(String, hint: String?)
    /// A file that every template needs.
    case missingFile
    /// A tag that is never closed, closed twice, or badly written.
    case badTag(String)
    /// A tag that Mustache knows and digest refuses.
    case refusedTag(String)
    /// A key used in a way that its value does not allow.
    case wrongUse(String)
    /// HTML that does not belong into a mail, or a value where it would not be safe.
    case refusedMarkup(String)
    /// Partials or sections nested without end, or too much of anything.
    case tooDeep(String)
    /// A line of `theme.yaml` or `strings.LANGUAGE.yaml`.
    case badSetting(String)
    /// A value that does not fit its declared key: a fault of the program, not of the template.
    case wrongValue(String)
  }

  /// Name of the file within the template folder.
  public let file: String
  /// From 1; `nil` when the whole file is meant.
  public let line: Int?
  /// From 1, in Unicode scalars.
  public let column: Int?
  public let problem: Problem

  public init(file: String, line: Int? = nil, column: Int? = nil, problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}

extension TemplateError: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: what (hint)`.
  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return place + ": " + message
  }

  /// The problem in one sentence, without the place.
  public var message: String {
    switch problem {
    case .unknownKey(let name, let hint): "unknown key \"\(name)\"" + words(for: hint)
    case .unknownPartial(let name, let hint): "unknown partial \"\(name)\"" + words(for: hint)
    case .missingFile: "the file is missing; every template needs it"
    case .badTag(let message), .refusedTag(let message), .wrongUse(let message), .refusedMarkup(let message),
      .tooDeep(let message), .badSetting(let message), .wrongValue(let message):
      message
    }
  }

  /// Machine-readable name of the problem.
  public var code: String {
    switch problem {
    case .unknownKey: "template-unknown-key"
    case .unknownPartial: "template-unknown-partial"
    case .missingFile: "template-missing-file"
    case .badTag: "template-bad-tag"
    case .refusedTag: "template-refused-tag"
    case .wrongUse: "template-wrong-use"
    case .refusedMarkup: "template-refused-markup"
    case .tooDeep: "template-too-much"
    case .badSetting: "template-bad-setting"
    case .wrongValue: "template-wrong-value"
    }
  }

  private func words(for hint: String?) -> String { hint.map { " (did you mean \"\($0)\"?)" } ?? "" }
}
