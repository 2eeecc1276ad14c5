public import Model

/// What is wrong with the HTML form of an edition, errors first.
///
/// It asks for what mail programs and their readers need (sizes that Gmail shows whole, a language, a preheader, images with
/// words, safe links, headings in order) and for traces of a template that went wrong.
public func lintHTML(_ html: String) -> [Diagnostic] {
  var lint = HTMLLint(html)
  return lint.run()
}

/// One pass over the tokens of a document.
struct HTMLLint {
  /// Gmail cuts at about 102 KiB; warn a good way before.
  private static let warningSize = 90 * 1024
  private static let largestSize = 102 * 1024

  let html: String
  var findings: Findings
  var headings: [(level: Int, text: String, line: Int)] = []
  var links: [Link] = []
  /// Elements that are open, innermost last.
  var open: [(name: String, line: Int)] = []
  var hiddenDepth: Int?
  var preheader: String?
  var sawVisibleText = false
  var visibleText: [(text: String, line: Int)] = []
  private var metaNames: Set<String> = []
  private var title: String?
  private var hasDoctype = false
  private var hasLanguageInBody = false

  /// A link with what it shows.
  struct Link {
    let address: String
    var text: String
    let line: Int
    let column: Int
  }

  init(_ html: String, source: String? = nil) {
    self.html = html
    findings = Findings(source: source)
  }

  mutating func run() -> [Diagnostic] {
    checkSource()
    for token in HTMLScanner.tokens(of: html) { read(token) }
    for element in open where !mayStayOpen(element.name) {
      findings.add(.error, "tag-balance", "<\(element.name)> is never closed", line: element.line)
    }
    checkDocument()
    checkHeadings()
    checkLinks()
    checkLeftovers()
    return findings.sorted
  }

  private mutating func checkSource() {
    let size = html.utf8.count
    if size >= HTMLLint.largestSize {
      findings.add(
        .error, "size", "the HTML has \(size) bytes; Gmail cuts it off at about \(HTMLLint.largestSize)",
        hint: "print fewer articles in full")
    } else if size >= HTMLLint.warningSize {
      findings.add(
        .warning, "size", "the HTML has \(size) bytes, close to Gmail's limit of \(HTMLLint.largestSize)")
    }
    if html.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 || $0 == 0x7F }) {
      findings.add(.error, "control-character", "the source holds a control character")
    }
    if html.unicodeScalars.contains("\u{FFFD}") {
      findings.add(.warning, "replacement-character", "U+FFFD: letters were lost where this text was decoded")
    }
  }

  private mutating func read(_ token: HTMLToken) {
    switch token.kind {
    case .declaration(let text):
      if text.lowercased().hasPrefix("doctype html") { hasDoctype = true }
    case .raw: break
    case .text(let text): readText(text, token)
    case .start(let name, let attributes): readStart(name, attributes, token)
    case .end(let name): readEnd(name, token)
    }
  }

  private mutating func readText(_ text: String, _ token: HTMLToken) {
    if open.last?.name == "title" {
      title = (title ?? "") + text
      return
    }
    if let last = headings.indices.last, isInHeading { headings[last].text += text }
    if let last = links.indices.last, open.contains(where: { $0.name == "a" }) { links[last].text += text }
    let isBlank = text.allSatisfy(\.isWhitespace)
    guard open.contains(where: { $0.name == "body" }), !isBlank else { return }
    if hiddenDepth != nil {
      if !sawVisibleText { preheader = (preheader ?? "") + text }
    } else {
      sawVisibleText = true
      visibleText.append((text, token.line))
    }
  }

  var isInHeading: Bool { open.contains { headingLevel($0.name) != nil } }

  private mutating func readStart(
    _ name: String, _ attributes: [(name: String, value: String)], _ token: HTMLToken
  ) {
    func value(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    let isInBody = open.contains { $0.name == "body" }
    if forbiddenElements.contains(name) {
      findings.add(
        .error, "forbidden-element", "<\(name)> has no place in a mail", line: token.line,
        column: token.column)
    }
    for attribute in attributes where attribute.name.hasPrefix("on") {
      findings.add(
        .error, "event-handler", "<\(name)> carries \(attribute.name)", line: token.line, column: token.column
      )
    }
    switch name {
    case "html":
      let language = value("lang") ?? ""
      if language.isEmpty { findings.add(.error, "html-lang", "<html> has no lang", line: token.line) }
      if value("dir") == nil { findings.add(.error, "html-dir", "<html> has no dir", line: token.line) }
    case "meta":
      for key in ["name", "http-equiv"] { value(key).map { _ = metaNames.insert($0.lowercased()) } }
      if value("charset") != nil { metaNames.insert("charset") }
      if value("http-equiv")?.lowercased() == "refresh" {
        findings.add(.error, "meta-refresh", "the document sends its readers elsewhere", line: token.line)
      }
    case "link" where value("rel")?.lowercased().contains("stylesheet") == true:
      findings.add(
        .error, "external-css", "a style sheet from outside; mail programs drop it", line: token.line)
    case "style" where isInBody:
      findings.add(.error, "style-in-body", "<style> inside <body> is dropped by Gmail", line: token.line)
    case "img": checkImage(value, token)
    case "table": checkTable(value, token)
    case "a":
      if let address = value("href") {
        links.append(
          Link(
            address: address, text: value("aria-label") ?? "", line: token.line, column: token.column))
      }
    default:
      if let level = headingLevel(name) { headings.append((level, "", token.line)) }
    }
    if isInBody, value("lang") != nil { hasLanguageInBody = true }
    guard !voidElements.contains(name) else { return }
    open.append((name, token.line))
    if hiddenDepth == nil, isInBody, isHidden(value("style") ?? "") { hiddenDepth = open.count }
  }

  private mutating func readEnd(_ name: String, _ token: HTMLToken) {
    guard !voidElements.contains(name) else { return }
    guard let match = open.lastIndex(where: { $0.name == name }) else {
      findings.add(
        .error, "tag-balance", "</\(name)> closes nothing", line: token.line, column: token.column)
      return
    }
    for element in open[(match + 1)...] where !mayStayOpen(element.name) {
      findings.add(
        .error, "tag-balance",
        "</\(name)> stands where <\(element.name)> of line \(element.line) must be closed",
        line: token.line, column: token.column)
    }
    open.removeSubrange(match...)
    if let depth = hiddenDepth, open.count < depth { hiddenDepth = nil }
  }

  private mutating func checkDocument() {
    if !hasDoctype { findings.add(.error, "doctype", "the document does not begin with <!DOCTYPE html>") }
    if title?.allSatisfy(\.isWhitespace) ?? true {
      findings.add(.error, "title", "the document has no title")
    }
    if !metaNames.contains("charset"), !metaNames.contains("content-type") {
      findings.add(
        .error, "meta-charset", "the document does not declare its charset", hint: "<meta charset=\"utf-8\">")
    }
    for name in ["viewport", "color-scheme"] where !metaNames.contains(name) {
      findings.add(.warning, "meta-\(name)", "the document has no <meta name=\"\(name)\">")
    }
    if !hasLanguageInBody {
      findings.add(
        .warning, "lang-wrapper",
        "no element in <body> has a lang; web mail drops <html> and with it the language")
    }
    let opening = preheader.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
    if opening.isEmpty {
      findings.add(
        .error, "preheader", "the body does not begin with a hidden line that says what is in the issue")
    } else if !(30...140).contains(opening.unicodeScalars.count) {
      findings.add(
        .warning, "preheader",
        "the preheader has \(opening.unicodeScalars.count) characters; 40 to 130 are useful")
    }
  }
}

private let forbiddenElements: Set<String> = [
  "script", "form", "iframe", "object", "embed", "applet", "frame", "frameset", "input", "select", "textarea",
  "button", "video", "audio", "canvas", "svg", "math", "dialog", "base", "marquee", "template", "noscript",
  "portal", "slot", "meter", "progress", "picture", "source", "map", "area",
]

private let voidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
  "wbr",
]

private func mayStayOpen(_ name: String) -> Bool {
  ["p", "li", "tbody", "thead", "tfoot", "tr", "td", "th", "dt", "dd", "option", "html", "head", "body"]
    .contains(
      name)
}

func headingLevel(_ name: String) -> Int? {
  let bytes = Array(name.utf8)
  guard bytes.count == 2, bytes[0] == UInt8(ascii: "h"), (0x31...0x36).contains(bytes[1]) else { return nil }
  return Int(bytes[1] - 0x30)
}

private func isHidden(_ style: String) -> Bool {
  let compact = style.lowercased().filter { !$0.isWhitespace }
  return compact.contains("display:none") || compact.contains("visibility:hidden")
    || compact.contains("max-height:0") && compact.contains("overflow:hidden")
}
