/// Something worth saying about an input that was read nevertheless.
public struct Diagnostic: Hashable, Sendable, Codable {
  public enum Severity: String, Sendable, Codable {
    case error, warning, note
  }

  public let severity: Severity
  /// Machine-readable name, such as `xml-not-well-formed`.
  public let code: String
  /// A sentence, lower case, without a full stop.
  public let message: String
  /// The file or address that it is about.
  public let source: String?
  /// From 1.
  public let line: Int?
  /// From 1.
  public let column: Int?

  public init(
    severity: Severity, code: String, message: String, source: String? = nil, line: Int? = nil,
    column: Int? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.source = source
    self.line = line
    self.column = column
  }
}

extension Diagnostic {
  /// The same, said of the file or address `source`.
  public func of(_ source: String) -> Diagnostic {
    Diagnostic(
      severity: severity, code: code, message: message, source: source, line: line, column: column)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: severity: message`, as far as a place is known.
  public var description: String {
    var place = ""
    if let source { place += source + ":" }
    if let line { place += "\(line):" }
    if line != nil, let column { place += "\(column):" }
    return (place.isEmpty ? "" : place + " ") + "\(severity.rawValue): \(message)"
  }
}
