import Model

/// Collects what a lint has to say.
struct Findings {
  /// Of each code; a broken file would say the same a thousand times.
  private static let mostOfACode = 40

  private(set) var diagnostics: [Diagnostic] = []
  private var counts: [String: Int] = [:]
  private let source: String?

  init(source: String? = nil) {
    self.source = source
  }

  /// - Parameter hint: what to do about it; stands in brackets after the message.
  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, hint: String? = nil, line: Int? = nil,
    column: Int? = nil
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Findings.mostOfACode else { return }
    diagnostics.append(
      Diagnostic(
        severity: severity, code: code, message: hint.map { "\(message) (\($0))" } ?? message, source: source,
        line: line, column: column))
  }

  mutating func add(_ others: [Diagnostic]) { diagnostics += others }

  func has(_ code: String) -> Bool { counts[code] != nil }

  /// Errors first, then warnings and notes, each in the order of their lines.
  var sorted: [Diagnostic] {
    let more = counts.filter { $0.value > Findings.mostOfACode }.sorted { $0.key < $1.key }.map {
      code, count in
      Diagnostic(
        severity: .note, code: "more", message: "\(count - Findings.mostOfACode) more of \(code)",
        source: source)
    }
    return (diagnostics + more).enumerated().sorted { left, right in
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

/// A text as it may stand in a message: one line, at most 60 scalars, nothing that turns or hides what follows.
func excerpt(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var count = 0
  var hasBlank = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      hasBlank = !result.isEmpty
      continue
    }
    guard count < 60 else {
      result.append("…")
      break
    }
    if hasBlank { result.append(" ") }
    hasBlank = false
    result.append(isUnseen(scalar) ? "\u{FFFD}" : scalar)
    count += 1
  }
  return String(result)
}

private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate: true
  default: false
  }
}
