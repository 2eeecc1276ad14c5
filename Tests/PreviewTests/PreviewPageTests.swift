import Model
import Rendering
import Testing

@testable import Preview

@Suite("The preview page")
struct PreviewPageTests {
  private static let html = """
    <!DOCTYPE html>
    <html><head><title>T</title>
    <STYLE>
    .a{color:red}
    @media (prefers-color-scheme:dark){.a{color:pink}}
    @media screen and ( Prefers-Color-Scheme : Light ){.a{color:blue}}
    </STYLE>
    </head><body><p title="a 'b' &amp; c">How to write (prefers-color-scheme:dark)</p></body></html>
    """

  private func page(findings: [Diagnostic] = [], text: String = "T\n") -> PreviewPage {
    let day = Day(daysSince1970: 20_773)
    let edition = Edition(
      id: "2026-W47",
      publication: Publication(title: "A <b> & \"c\"\u{301}", senderName: "A", senderAddress: "a@b.example"),
      period: Period(
        firstDay: day, lastDay: day.advanced(byDays: 6), start: Instant(day: day),
        end: Instant(day: day.advanced(byDays: 7)), timeZone: "UTC", offsetSeconds: 0),
      date: Instant(day: day.advanced(byDays: 7)), sections: [])
    return PreviewPage(
      edition: edition,
      rendition: Rendition(text: text, html: Self.html, message: Array("Subject: x\r\n\r\n".utf8)),
      findings: findings)
  }

  @Test("In dark every question for the scheme is answered with dark, in the style sheet and nowhere else")
  func dark() {
    let copy = copy(of: Self.html, in: .dark)
    #expect(copy.contains("@media (min-width:0){.a{color:pink}}"))
    #expect(copy.contains("@media screen and (max-width:0){.a{color:blue}}"))
    #expect(copy.contains("<p title=\"a 'b' &amp; c\">How to write (prefers-color-scheme:dark)</p>"))
    #expect(copy.contains("<style>:root{color-scheme:dark!important}</style></head>"))
  }

  @Test("In light it is the other way round")
  func light() {
    let copy = copy(of: Self.html, in: .light)
    #expect(copy.contains("@media (max-width:0){.a{color:pink}}"))
    #expect(copy.contains("@media screen and (min-width:0){.a{color:blue}}"))
  }

  @Test("Without style sheet nothing of it is left, and everything else is there")
  func withoutStyleSheet() {
    let copy = copyWithoutStyleSheet(of: Self.html)
    #expect(!copy.contains("color:red"))
    #expect(!copy.contains("STYLE"))
    #expect(copy.contains("<title>T</title>\n\n"))
    #expect(copy.hasSuffix("</p></body></html>"))
  }

  @Test(
    "A style sheet that is never closed, or a bracket, ends no copy early",
    arguments: ["<style>a{(", "<style", "("])
  func broken(html: String) {
    #expect(copy(of: html, in: .dark) == html)
    #expect(!copyWithoutStyleSheet(of: "x" + html).isEmpty)
  }

  @Test("The page for a file holds no script, and its policy forbids every request")
  func policy() {
    let html = page().html
    #expect(!html.contains("<script"))
    #expect(
      html.contains(
        "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\""))
    #expect(html.components(of: "<iframe").allSatisfy { $0.contains("sandbox=\"allow-popups") })
    #expect(html.components(of: "<iframe").count == 5)
    #expect(!html.contains("allow-scripts"))
    #expect(!html.contains("allow-same-origin"))
  }

  @Test("The page that a server shows has one script of the server's own, and is otherwise the same")
  func live() {
    let live = page().html(version: "0f\"x")
    #expect(live.components(of: "<script").count == 1)
    #expect(live.contains("<script src=\"reload.js\" data-version=\"0f&quot;x\" defer></script>"))
    #expect(live.contains("; script-src 'self'; connect-src 'self'\""))
  }

  @Test("Nothing of an edition or a finding leaves its place")
  func escaping() {
    let finding = Diagnostic(
      severity: .error, code: "size", message: "<script>\"\u{301}", source: "/home/me/Digests/x/digest.html",
      line: 3, column: 7)
    let html = page(findings: [finding], text: "</pre><script>\n").html
    #expect(!html.contains("<script"))
    #expect(html.contains("<h1>A &lt;b&gt; &amp; &quot;c&quot;\u{301} <span>2026-W47</span></h1>"))
    #expect(html.contains("&lt;/pre&gt;&lt;script&gt;"))
    #expect(
      html.contains(
        "<li class=\"error\"><b>error</b> &lt;script&gt;&quot;\u{301} <small>digest.html:3:7 · size</small></li>"
      ))
    #expect(!html.contains("/home/me"))
  }

  @Test("Sizes are told in bytes and as a share of the budget; errors and warnings are counted")
  func sizes() {
    let warning = Diagnostic(severity: .warning, code: "x", message: "y")
    let html = page(findings: [warning], text: String(repeating: "é", count: 45_000)).html
    #expect(html.contains("<td>90,000</td>"))
    #expect(html.contains("</meter> 100 %"))
    #expect(html.contains("Lint: no errors, 1 warning</h2>"))
  }
}

extension String {
  /// What follows each `mark`.
  fileprivate func components(of mark: String) -> [Substring] {
    ranges(of: mark).map { self[$0.upperBound...] }
  }
}
