import Model

/// What is wrong with a message as it goes on the wire, errors first; its parts are looked at, too.
public func lintMessage(_ message: [UInt8], rules: LintRules = LintRules()) -> LintReport {
  var lint = MessageLint(message, rules: rules)
  lint.checkWire()
  lint.checkHeader()
  lint.checkPeople()
  lint.checkSubject()
  lint.checkIdentity()
  lint.checkList()
  lint.checkStructure()
  lint.checkEncodings()
  lint.checkContents()
  return LintReport(lint.findings, lint.measures)
}

struct MessageLint {
  let message: [UInt8]
  let rules: LintRules
  let entity: MessageEntity
  var findings = Findings()
  var measures = LintMeasures()
  /// Index of the first byte of each line.
  private let lineStarts: [Int]

  init(_ message: [UInt8], rules: LintRules = LintRules()) {
    self.message = message
    self.rules = rules
    entity = MessageEntity(message[...])
    lineStarts = [0] + message.indices.filter { message[$0] == 0x0A }.map { $0 + 1 }
  }

  /// What depends on settings that may still have to be made.
  var severityOfSettings: Severity { rules.isDraft ? .warning : .error }

  var header: MessageHeader { entity.header }

  /// Number of the line that holds a byte, from 1.
  func line(of place: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A finding at a field.
  mutating func say(
    _ severity: Severity, _ code: String, _ message: String, _ hint: String? = nil,
    at field: MessageField? = nil
  ) {
    findings.add(severity, code, message, hint: hint, line: field.map { line(of: $0.place) })
  }
}
