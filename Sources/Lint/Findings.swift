import Model

/// Collects what a lint has to say.
struct Findings {
  private(set) var diagnostics: [Diagnostic] = []
  private let source: String?

  init(source: String? = nil) {
    self.source = source
  }

  /// - Parameter hint: what to do about it; stands in brackets after the message.
  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, hint: String? = nil, line: Int? = nil,
    column: Int? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity: severity, code: code, message: hint.map { "\(message) (\($0))" } ?? message, source: source,
        line: line, column: column))
  }

  mutating func add(_ others: [Diagnostic]) { diagnostics += others }

  /// Errors first, then warnings and notes, each in the order of their lines.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      (rank(left.element), left.element.line ?? 0, left.offset)
        < (rank(right.element), right.element.line ?? 0, right.offset)
    }.map(\.element)
  }
}

private func rank(_ diagnostic: Diagnostic) -> Int {
  switch diagnostic.severity {
  case .error: 0
  case .warning: 1
  case .note: 2
  }
}

/// A text as it may stand in a message: one line, at most 60 characters.
func excerpt(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return line.count > 60 ? line.prefix(59) + "…" : line
}
