public import Model
public import Rendering
import Templates

/// One page that shows an edition's forms side by side: phone and desktop, light and dark, without style sheet, plain text,
/// source; with the size of each form and what the lint says.
///
/// The page asks nobody for anything: its policy forbids every request, and pictures stay off in every view. The forms stand
/// in sandboxed frames in which no script runs. Written to a file, it holds no script itself.
public struct PreviewPage: Sendable {
  /// Bytes that a form should have at most; Gmail cuts at about 102 KiB.
  static let budget = 90_000

  private let edition: Edition
  private let rendition: Rendition
  private let findings: [Diagnostic]

  public init(edition: Edition, rendition: Rendition, findings: [Diagnostic]) {
    self.edition = edition
    self.rendition = rendition
    self.findings = findings
  }

  /// The page for a file.
  public var html: String { document(policy: PreviewPage.policy, script: "") }

  /// The page for a server at whose root `reload.js` asks for changes.
  ///
  /// - Parameter version: what the script compares with; letters and digits.
  public func html(version: String) -> String {
    document(
      policy: PreviewPage.livePolicy,
      script: "<script src=\"reload.js\" data-version=\"\(escaped(version))\" defer></script>\n")
  }

  /// What the page may do: show itself.
  public static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// The same, and one script of the server's own that may ask the server.
  public static let livePolicy = policy + "; script-src 'self'; connect-src 'self'"

  private func document(policy: String, script: String) -> String {
    let title = escaped("\(edition.publication.title) \(edition.id): preview")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <title>\(title)</title>
      \(PreviewPage.style)
      \(script)</head>
      <body>
      <header>
      <h1>\(escaped(edition.publication.title)) <span>\(escaped(edition.id.rawValue))</span></h1>
      <p>\(escaped("\(edition.period.firstDay) to \(edition.period.lastDay)")), \(counted(edition.items.count, "article"))</p>
      </header>
      <main>
      <div class="facts">
      \(sizes)
      \(lint)
      </div>
      <h2>As mail programs show it</h2>
      <p class="note">Light and dark are set in the copies shown here: each prefers-color-scheme query of the style sheet is \
      answered in advance, whatever your system asks for. Pictures stay off in every view; links open beside this page.</p>
      <div class="views">
      \(frame("Phone, light", copy(of: rendition.html, in: .light), width: 375))
      \(frame("Phone, dark", copy(of: rendition.html, in: .dark), width: 375))
      \(frame("Images off, style sheet dropped", copyWithoutStyleSheet(of: rendition.html), width: 375))
      \(frame("Desktop, light", copy(of: rendition.html, in: .light), width: 680))
      \(frame("Desktop, dark", copy(of: rendition.html, in: .dark), width: 680))
      \(plainText)
      </div>
      <h2>Source</h2>
      \(source)
      </main>
      </body>
      </html>

      """
  }
}

extension PreviewPage {
  private var sizes: String {
    let forms = [
      ("digest.html", "HTML", rendition.html.utf8.count),
      ("digest.txt", "Plain text", rendition.text.utf8.count),
      ("digest.eml", "Message", rendition.message.count),
    ]
    let rows = forms.map { file, name, bytes in
      """
      <tr><th scope="row"><a href="\(file)">\(name)</a></th><td>\(grouped(bytes))</td>\
      <td><meter min="0" max="\(PreviewPage.budget)" high="\(PreviewPage.budget * 9 / 10)" value="\(bytes)" \
      aria-label="\(name), share of the budget"></meter> \(bytes * 100 / PreviewPage.budget) %</td></tr>
      """
    }
    return """
      <section><h2>Sizes</h2>
      <table>
      <thead><tr><th scope="col">Form</th><th scope="col">Bytes</th><th scope="col">Of \(grouped(PreviewPage.budget))</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></section>
      """
  }

  private var lint: String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    let lines = findings.map { finding in
      let place = [
        finding.source.map(fileName), finding.line.map(String.init), finding.column.map(String.init),
      ]
      return """
        <li class="\(finding.severity.rawValue)"><b>\(finding.severity.rawValue)</b> \(escaped(finding.message)) \
        <small>\(escaped(place.compactMap(\.self).joined(separator: ":"))) · \(escaped(finding.code))</small></li>
        """
    }
    let list = lines.isEmpty ? "" : "\n<ul tabindex=\"0\">\n\(lines.joined(separator: "\n"))\n</ul>"
    return
      "<section><h2>Lint: \(counted(errors, "error")), \(counted(warnings, "warning"))</h2>\(list)</section>"
  }

  /// A form in a frame of its own: no script runs there, and nothing in it can reach this page.
  private func frame(_ title: String, _ html: String, width: Int) -> String {
    """
    <figure class="w\(width)"><figcaption>\(title) <small>\(width) px</small></figcaption>
    <iframe title="\(title)" width="\(width)" height="760" sandbox="allow-popups allow-popups-to-escape-sandbox" \
    srcdoc="\(escaped(html))"></iframe></figure>
    """
  }

  private var plainText: String {
    let lines = rendition.text.utf8.count { $0 == 0x0A }
    return """
      <figure class="w680"><figcaption>Plain text <small>72 columns, \(counted(lines, "line"))</small></figcaption>
      <pre class="text" lang="\(escaped(edition.publication.language))" dir="auto" tabindex="0">\
      \(escaped(rendition.text))</pre></figure>
      """
  }

  private var source: String {
    [
      ("HTML", rendition.html), ("Message", String(decoding: rendition.message, as: UTF8.self)),
    ].map { name, text in
      """
      <details><summary>\(name), \(grouped(text.utf8.count)) bytes</summary>
      <pre class="source" dir="ltr" tabindex="0">\(escaped(text))</pre></details>
      """
    }.joined(separator: "\n")
  }
}

private func escaped(_ text: String) -> String { EscapedHTML(escaping: text).rawValue }

private func fileName(_ path: String) -> String {
  String(decoding: path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed(), as: UTF8.self)
}

/// `1 error`, `no errors`.
private func counted(_ count: Int, _ one: String) -> String {
  (count == 0 ? "no" : grouped(count)) + " " + one + (count == 1 ? "" : "s")
}

/// `90,000`.
private func grouped(_ number: Int) -> String {
  let digits = Array(String(number).utf8)
  var bytes: [UInt8] = []
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(digit)
  }
  return String(decoding: bytes, as: UTF8.self)
}
