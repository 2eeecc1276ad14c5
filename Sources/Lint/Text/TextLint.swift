import Model

/// What is wrong with the plain-text form of an edition, errors first.
///
/// - Parameter html: the HTML form; when given, the two must have the same headings in the same order, the same links and the
///   same words.
public func lintText(_ text: [UInt8], html: [UInt8]? = nil, rules: LintRules = LintRules()) -> LintReport {
  var lint = TextLint(text, rules: rules)
  return lint.run(html: html)
}

/// The same for texts that are known to be sound UTF-8.
public func lintText(_ text: String, html: String? = nil, rules: LintRules = LintRules()) -> LintReport {
  lintText(Array(text.utf8), html: html.map { Array($0.utf8) }, rules: rules)
}

struct TextLint {
  /// What is longer is not looked at.
  private static let longest = 1 << 20
  /// Cells that a line should not be wider than; an address may be.
  static let preferredWidth = 72
  /// Mail programs break wider lines wherever they are.
  static let largestWidth = 78

  private let source: [UInt8]
  let rules: LintRules
  /// Without line ends.
  let lines: [TextLine]
  var findings: Findings
  var measures = LintMeasures()

  init(_ text: [UInt8], rules: LintRules = LintRules(), source name: String? = nil) {
    source = text
    self.rules = rules
    findings = Findings(source: name)
    let judged = String(decoding: text.prefix(TextLint.longest), as: UTF8.self)
    var lines = judged.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      TextLine(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
    }
    if lines.last?.text.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// True if the end of the file was not looked at.
  var isCut: Bool { source.count > TextLint.longest }

  /// What is an error in a finished edition and may come from an article or a missing setting in one that was just made.
  var severityOfContent: Severity { rules.isDraft ? .warning : .error }

  mutating func run(html: [UInt8]?) -> LintReport {
    measures.bytes = source.count
    measures.lines = lines.count
    guard lines.contains(where: { !$0.isBlank }) else {
      checkEncoding(source, &findings)
      findings.add(.error, "empty", "there is no text", hint: "many readers and all filters look at it")
      return LintReport(findings, measures)
    }
    checkWhole()
    checkLines()
    checkWidths()
    checkBreaks()
    checkAddresses()
    checkReferences()
    if !isCut { checkFooter() }
    if let html { checkParity(with: html) }
    return LintReport(findings, measures)
  }

  private mutating func checkWhole() {
    checkEncoding(source, &findings)
    if isCut {
      findings.add(.note, "only-beginning", "only the first \(TextLint.longest) bytes were looked at")
    }
    checkLineEnds()
    if source.last != 0x0A {
      findings.add(.error, "final-newline", "the text does not end with a line break", hint: "add one")
    } else if lines.count > 2, lines.suffix(2).allSatisfy(\.text.isEmpty) {
      findings.add(.warning, "final-newline", "several blank lines at the end", line: lines.count)
    }
    if lines.first?.text.isEmpty == true {
      findings.add(.warning, "leading-blank", "the text begins with a blank line", line: 1)
    }
    let hasRule = lines.contains { $0.isRule }
    if lines.count > 40, !hasRule {
      findings.add(
        .warning, "structure", "no rule or underline parts this long text",
        hint: "a line of at least eight = or -")
    }
  }

  private mutating func checkLineEnds() {
    var line = 1
    var hasPair = false
    for (index, byte) in source.enumerated() {
      if byte == 0x0A { line += 1 }
      guard byte == 0x0D else { continue }
      if index + 1 < source.count, source[index + 1] == 0x0A {
        hasPair = true
      } else {
        findings.add(
          .error, "line-end", "a carriage return without a line feed", hint: "one line feed ends a line",
          line: line)
        return
      }
    }
    if hasPair { findings.add(.note, "line-end", "lines end with CR LF, as on the wire") }
  }
}
