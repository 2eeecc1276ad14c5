import Model
import Testing

@testable import Lint

/// What stands in a sound page at the place where tests put something else.
private let place = "<br>"

@Suite("Lint of HTML names what is wrong and lets pass what is right")
struct HTMLLintTests {
  /// Severity and code of what the page has to say for itself, notes left out.
  private func findings(_ page: String, rules: LintRules = LintRules()) -> [String] {
    lintHTML(page, rules: rules).findings.filter { $0.severity != .note }.map {
      "\($0.severity.rawValue) \($0.code)"
    }
  }

  @Test("A sound page has no errors and no warnings")
  func sound() {
    #expect(findings(Samples.page) == [])
  }

  @Test(
    "What is sound, too, has no errors and no warnings",
    arguments: [
      "<img src=\"https://a.example/i.png\" alt=\"A map\" width=\"60\" height=\"30\">",
      "<a class=ink style=\"color:#000\" href=\"mailto:a@a.example\">Write to us</a>",
      "<!--[if !mso]><!--><b>for others</b><!--<![endif]-->",
      "<!--[if (gte mso 9)|(IE)]><p>x</p><![endif]-->",
      "<span class=ink style=\"color:RGB(0, 0, 0)\">x</span>", "{ % } { {",
      "nilpotent, nullable, undefined-ness", "AT&amp;T; &amp;co",
      "<a class=ink style=\"color:#000\" href=\"https://www.b.example/x\">b.example</a>",
      "<span style=\"display:none;color:#fff\">white on white, and hidden</span>", "<o:p>x</o:p>",
      "<ul><li>a<li>b<ul><li>c</ul></ul>", "<dl><dt>a<dd>b</dl>", "<blockquote><p>a</blockquote>", "a &lt; b",
      "<br/>",
      "<div><a name=x><p>a</p></a></div>",
    ])
  func alsoSound(html: String) {
    #expect(findings(Samples.page.replacing(place, with: html)) == [])
  }

  @Test(
    "One fault, one finding",
    arguments: [
      ("<!DOCTYPE html>\n", "", "error doctype"),
      ("<html lang=\"en\"", "<html", "error html-lang"),
      ("<html lang=\"en\"", "<html lang=\"in English\"", "error html-lang"),
      (" dir=\"ltr\"><head>", "><head>", "error html-dir"),
      ("<div lang=\"en\" dir=\"ltr\">", "<div>", "warning lang-wrapper"),
      ("<meta charset=\"utf-8\">", "", "error meta-charset"),
      ("<meta name=\"viewport\" content=\"width=device-width\">", "", "warning meta-viewport"),
      ("<meta name=\"color-scheme\" content=\"light dark\">", "", "warning meta-color-scheme"),
      (
        "<meta charset=\"utf-8\">", "<meta charset=\"utf-8\"><meta http-equiv=refresh content=1>",
        "error meta-refresh"
      ),
      ("<title>T</title>", "", "error title"),
      ("<title>T</title>", "<title> </title>", "error title"),
      ("Forty characters that say what is in this issue", "", "error preheader"),
      ("Forty characters that say what is in this issue", "Short", "warning preheader"),
      ("display: none; max-height:0", "color:#000", "error preheader"),
      ("Unsubscribe", "Leave", "error unsubscribe"),
      ("You are getting this because you asked.", "", "warning why"),
      (place, "<script>x</script>", "error forbidden-element"),
      (place, "<form></form>", "error forbidden-element"),
      (place, "<svg></svg>", "error forbidden-element"),
      (place, "<b onclick='x()'>b</b>", "error event-handler"),
      (place, "<style>p{}</style>", "error style-in-body"),
      ("<style>", "<link rel=stylesheet href='https://a.example/s'><style>", "error external-css"),
      ("<style>", "<style>@import url(s.css);", "error css-import"),
      ("</style>", "/*" + String(repeating: "x", count: 17_000) + "*/</style>", "error style-size"),
      ("</style>", "p{padding:3px}</style>", "error css-not-inlined"),
      ("</style>", "p color:red;}</style>", "error css-syntax"),
      ("</style>", "p{color:#000</style>", "error css-syntax"),
      (place, "<span style=\"position:absolute\">x</span>", "error forbidden-css"),
      (place, "<span style=\"FLOAT:Left\">x</span>", "error forbidden-css"),
      (place, "<span style=\"display:flex\">x</span>", "error forbidden-css"),
      (place, "<span style=\"color\">x</span>", "error css-syntax"),
      (place, "<td style=\"background:#fff url(http://a.example/i.png)\">x</td>", "error css-url"),
      (place, "<p style=\"background-image:url(https://a.example/i.png)\">x</p>", "warning background-image"),
      (place, "<img src='https://a.example/i.png' width='10' height='10'>", "error img-alt"),
      (
        place,
        "<a href='https://a.example/'><img alt='' src='https://a.example/i.png' width='10' height='10'></a>",
        "error img-alt"
      ),
      (place, "<img alt='' src='https://a.example/i.png' height='10'>", "error img-size"),
      (place, "<img alt='' src='https://a.example/i.png' width='100%' height='10'>", "error img-size"),
      (place, "<img alt='' src='https://a.example/i.png' width='10'>", "warning img-size"),
      (place, "<img alt='' src='http://a.example/i.png' width='10' height='10'>", "error img-src"),
      (place, "<img alt='' src='data:image/png;base64,' width='10' height='10'>", "error img-data"),
      (place, "<img alt='' src='https://a.example/i.gif' width='1' height='1'>", "warning tracking-pixel"),
      ("https://a.example/1", "javascript:alert(1)", "error link-scheme"),
      ("https://a.example/1", "&#106;avascript:alert(1)", "error link-scheme"),
      ("https://a.example/1", "javascript:\u{301}alert(1)", "error link-scheme"),
      ("https://a.example/1", "/1", "error link-absolute"),
      ("https://a.example/1", "//a.example/1", "error link-absolute"),
      ("https://a.example/1", "", "error link-absolute"),
      ("https://a.example/1", "http://a.example/1", "warning link-absolute"),
      ("https://a.example/1", "#nowhere", "error link-anchor"),
      ("https://a.example/1", "https://a.example/a b", "error link-characters"),
      ("https://a.example/1", "https://bank.example@a.example/", "warning link-user"),
      (
        place, "<a href='https://evil.example/' style='color:#000'>https://bank.example/login</a>",
        "warning link-misleading"
      ),
      (place, "<a href='https://a.example/' style='color:#000'>here</a>", "warning link-text"),
      (place, "<a href='https://a.example/'></a>", "error link-name"),
      ("One &amp; only", "", "error heading-empty"),
      ("h2", "h3", "error heading-order"),
      (
        "<h1 style=\"margin:0\">Name</h1>",
        "<h1 style=\"margin:0\">Name</h1><h1 style=\"margin:0\">Name</h1>", "error h1"
      ),
      ("h1", "h2", "error h1"),
      (place, "{{title}}", "error template-residue"),
      (place, "*|FNAME|*", "error template-residue"),
      (place, "<b title=\"{%if%}\">x</b>", "error template-residue"),
      (place, " Optional(\"x\") ", "warning value-residue"),
      (place, " nil ", "warning value-residue"),
      (place, "Q &amp;amp; A", "error double-escape"),
      (place, "It&amp;#39;s", "error double-escape"),
      (place, "<table cellpadding=0 cellspacing=0><tr><td>x</table>", "error table-role"),
      (place, "<table role=presentation><tr><td>x</table>", "warning table-attributes"),
      (place, "<b>never closed", "error tag-balance"),
      (place, "</b>", "error tag-balance"),
      (place, "<i><b>crossed</i></b>", "error tag-balance"),
      (place, "<b id=a>x</b><b id=a>y</b>", "error duplicate-id"),
      (place, "<b class=a class=b>x</b>", "error html-invalid"),
      (place, "<blokquote>x</blokquote>", "error html-invalid"),
      (place, "<p><div>x</div></p>", "error html-invalid"),
      (place, "<span><div>x</div></span>", "error html-invalid"),
      (place, "<b><a name=a><table role=presentation></table></a></b>", "error html-invalid"),
      (place, "<ul>text<li>x</li></ul>", "error html-invalid"),
      (place, "<ol><div>x</div></ol>", "error html-invalid"),
      (place, "<td>x</td>", "error html-invalid"),
      (place, "<table role=presentation><div>x</div><tr><td>x</table>", "error html-invalid"),
      (place, "a < b", "error html-invalid"),
      (place, "<!DOCTYPE html>", "error html-invalid"),
      (place, "<table role=presentation><tr><td>x</td></td></tr></table>", "error html-invalid"),
      (place, "<b title=<i>x</b>", "error html-invalid"),
      (place, "<i/>x</i>", "error html-invalid"),
      (place, "<b id=\"\">x</b>", "error html-invalid"),
      (place, "<b lang=\"in English\">x</b>", "error html-lang"),
      (
        place,
        "<a href='https://a.example/' style='color:#000'>a<a href='https://a.example/' style='color:#000'>b</a></a>",
        "error html-invalid"
      ),
      (place, "f\u{FFFD}r", "error replacement-character"),
      (place, "fÃ¼r", "error mojibake"),
      (place, "a\u{1B}b", "error control-character"),
      ("<!DOCTYPE", "\u{FEFF}<!DOCTYPE", "error byte-order-mark"),
      ("max-width:640px", "max-width:900px", "error container"),
      ("max-width:640px", "color:#000", "error container"),
      ("max-width:640px", "max-width:500px", "warning container"),
      (place, String(repeating: "word ", count: 18_500), "warning size"),
      (place, String(repeating: "word ", count: 21_000), "error size"),
      (place, "<section><b>x</b></section>", ""),
      (place, "<span style=\"width:calc(100% - 1px)\">x</span>", "warning fallback-needed"),
    ])
  func faults(replace: String, with: String, expected: String) {
    let page = Samples.page.replacing(replace, with: with)
    #expect(page != Samples.page)
    let found = findings(page)
    if expected.isEmpty { #expect(found == []) } else { #expect(found.contains(expected), "\(found)") }
  }

  @Test("Bytes that are no UTF-8 are an error with their line")
  func badBytes() {
    let found = lintHTML(
      Array(Samples.page.replacing(place, with: "~").utf8).map { $0 == UInt8(ascii: "~") ? 0x92 : $0 })
    #expect(found.findings.first { $0.code == "encoding" }?.line == 13)
  }

  @Test("A finding says its line and column, and what to do")
  func places() throws {
    let found = lintHTML(Samples.page.replacing("https://a.example/1", with: "javascript:x")).findings
    let first = try #require(found.first)
    #expect(first.line == 14)
    #expect(first.column == 22)
    #expect(first.message == "a dangerous link: javascript:x (http, https and mailto are safe)")
  }

  @Test("Of the same fault a few dozen are shown, and the rest is counted")
  func manyFindings() {
    let many = String(repeating: "<b onclick=x>b</b>", count: 100)
    let found = lintHTML(Samples.page.replacing(place, with: many)).findings
    #expect(found.count { $0.code == "event-handler" } == 40)
    #expect(found.last { $0.code == "more" }?.message == "60 more of event-handler")
  }

  @Test(
    "In a draft, what articles and settings bring about is a warning",
    arguments: ["{{title}}", "Q &amp;amp; A"])
  func draft(html: String) {
    let page = Samples.page.replacing(place, with: html).replacing("Unsubscribe", with: "Leave")
    let found = findings(page, rules: LintRules(isDraft: true))
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasPrefix("warning") })
  }

  @Test("Braces are no finding where articles show them")
  func braces() {
    let page = Samples.page.replacing(place, with: "{{title}}")
    #expect(findings(page, rules: LintRules(allowsBraces: true)) == [])
  }
}
