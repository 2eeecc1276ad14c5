import Model

/// What is wrong with the HTML form of an edition, errors first.
///
/// It asks for what mail programs and their readers need: sizes that Gmail shows whole, styles that survive, colours that can be
/// read in the dark too, a language, a preheader, images with words, safe links, headings in order, tables that Outlook sees
/// whole; and for traces of a template that went wrong.
public func lintHTML(_ html: [UInt8], rules: LintRules = LintRules()) -> LintReport {
  var lint = HTMLLint(html, rules: rules)
  return lint.run()
}

/// The same for a text that is known to be sound UTF-8.
public func lintHTML(_ html: String, rules: LintRules = LintRules()) -> LintReport {
  lintHTML(Array(html.utf8), rules: rules)
}

struct HTMLLint {
  /// What is longer is not looked at: ten times as much as Gmail shows, so an error already.
  private static let longest = 1 << 20

  /// The whole file.
  let source: [UInt8]
  /// What is judged of it, as UTF-8.
  let bytes: [UInt8]
  let rules: LintRules
  let tree: HTMLTreeBuilder
  let sheet: StyleSheet
  let cascade: Cascade
  /// By node: whether nobody sees it.
  let isHidden: [Bool]
  var findings: Findings
  var measures = LintMeasures()

  var document: HTMLDocument { tree.document }

  init(_ html: [UInt8], rules: LintRules = LintRules(), source name: String? = nil) {
    source = html
    self.rules = rules
    findings = Findings(source: name)
    let judged = html.count > HTMLLint.longest ? Array(html.prefix(HTMLLint.longest)) : html
    let marked = judged.starts(with: [0xEF, 0xBB, 0xBF]) ? judged.dropFirst(3) : judged[...]
    bytes = Array(String(decoding: marked, as: UTF8.self).utf8)
    tree = HTMLTreeBuilder(bytes)
    var sheet = StyleSheet()
    let document = tree.document
    for index in document.elements("style") { sheet.add(document.text(of: index)) }
    self.sheet = sheet
    cascade = Cascade(document, sheet)
    var isHidden: [Bool] = []
    isHidden.reserveCapacity(document.nodes.count)
    for (index, node) in document.nodes.enumerated() {
      let isParentHidden = index > 0 && isHidden[node.parent]
      isHidden.append(
        isParentHidden || node.tag != nil && cascade.style(of: index, isDark: false).isHidden)
    }
    self.isHidden = isHidden
  }

  /// True if the end of the file was not looked at.
  var isCut: Bool { source.count > HTMLLint.longest }

  mutating func run() -> LintReport {
    checkSource()
    checkLeftovers()
    checkDocument()
    checkPreheader()
    checkElements()
    checkIdentifiers()
    checkTables()
    checkStyles()
    checkRepetition()
    checkContainer()
    checkHeadings()
    checkImages()
    checkLinks()
    checkFooter()
    checkContrast()
    checkOutlook()
    checkSupport()
    return LintReport(findings, measures)
  }

  /// A finding at a node.
  mutating func say(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ hint: String? = nil, at index: Int
  ) {
    let node = document.nodes[index]
    findings.add(severity, code, message, hint: hint, line: node.line, column: node.column)
  }
}
