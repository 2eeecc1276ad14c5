import Model
import Testing

@testable import Lint

@Suite("Lint names what is wrong and lets pass what is right")
struct LintTests {
  static let page = """
    <!DOCTYPE html>
    <html lang="en" dir="ltr"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <title>T</title><style>td{color:#000}</style></head>
    <body><div style="display: none; max-height:0">Forty characters that say what is in this issue</div>
    <div lang="en"><h1>Name</h1><!--[if mso]><table><tr><td><![endif]--><p>Text<br>more
    <h2><a href="https://a.example/1">One &amp; only</a></h2>
    <p><a href="https://a.example/u">Unsubscribe</a>
    <!--[if mso]></td></tr></table><![endif]--></div></body></html>
    """

  static let text = """
    NAME

    1. One & only [1]

    Unsubscribe: https://a.example/u

    [1] https://a.example/1

    """

  private func codes(_ replace: String, _ with: String) -> [String] {
    let changed = LintTests.page.replacing(replace, with: with)
    return lintHTML(changed).map { "\($0.severity.rawValue) \($0.code)" }
  }

  @Test("A sound page and its text have no findings")
  func sound() {
    #expect(lintHTML(LintTests.page).isEmpty)
    #expect(lintText(LintTests.text, html: LintTests.page).isEmpty)
  }

  @Test(
    "One fault in the HTML, one finding",
    arguments: [
      ("<html lang=\"en\"", "<html", "error html-lang"),
      ("dir=\"ltr\"", "", "error html-dir"),
      ("<meta charset=\"utf-8\">", "", "error meta-charset"),
      ("<title>T</title>", "", "error title"),
      ("Forty characters that say what is in this issue", "", "error preheader"),
      ("Forty characters that say what is in this issue", "Short", "warning preheader"),
      ("Unsubscribe", "Leave", "warning unsubscribe"),
      ("<br>", "<script>x</script>", "error forbidden-element"),
      ("<br>", "<form></form>", "error forbidden-element"),
      ("<br>", "<iframe></iframe>", "error forbidden-element"),
      ("<br>", "<b onclick='x()'>b</b>", "error event-handler"),
      ("<br>", "<style>p{}</style>", "error style-in-body"),
      ("<br>", "<img src='https://a.example/i.png' width='10' height='10'>", "error img-alt"),
      ("<br>", "<img alt='' src='https://a.example/i.png' height='10'>", "error img-size"),
      ("<br>", "<img alt='' src='http://a.example/i.png' width='10' height='10'>", "error img-src"),
      ("<br>", "<img alt='' src='data:image/png;base64,' width='10' height='10'>", "error img-data"),
      ("https://a.example/1", "javascript:alert(1)", "error link-scheme"),
      ("https://a.example/1", "&#106;avascript:alert(1)", "error link-scheme"),
      ("https://a.example/1", "/1", "error link-absolute"),
      ("https://a.example/1", "http://a.example/1", "warning link-absolute"),
      ("One &amp; only", "", "error heading-empty"),
      ("h2>", "h3>", "error heading-order"),
      ("<h1>Name</h1>", "<h1>Name</h1><h1>Name</h1>", "error h1"),
      ("<br>", "{{title}}", "warning template-residue"),
      ("<br>", " Optional(\"x\") ", "warning value-residue"),
      ("<br>", " nil ", "warning value-residue"),
      ("<br>", "<table><tr><td>x</table>", "warning table-role"),
      ("<br>", "<b>never closed", "error tag-balance"),
      ("<br>", "</b>", "error tag-balance"),
      ("<br>", "\u{FFFD}", "warning replacement-character"),
      ("<br>", String(repeating: "word ", count: 19_000), "warning size"),
      ("<br>", String(repeating: "word ", count: 21_000), "error size"),
    ])
  func faults(replace: String, with: String, expected: String) {
    #expect(codes(replace, with).contains(expected), "\(codes(replace, with))")
  }

  @Test("A finding says its line and column")
  func places() {
    let found = lintHTML(LintTests.page.replacing("https://a.example/1", with: "javascript:x"))
    #expect(found.first?.line == 7)
    #expect(found.first?.column == 5)
  }

  @Test(
    "One fault in the text, one finding",
    arguments: [
      ("NAME", String(repeating: "x", count: 79), "error width"),
      ("NAME", String(repeating: "会", count: 40), "error width"),
      ("NAME", "NAME ", "error trailing-space"),
      ("NAME", "NA\tME", "error tab"),
      ("NAME", "\u{202E}NAME", "error bidi-control"),
      ("NAME", "NAME \u{2068}open", "error bidi-control"),
      ("NAME\n", "NAME\n\n\n\n", "warning blank-run"),
      ("[1] https://a.example/1", "[1] https://a.example/2", "error link-missing"),
      ("only [1]", "only [2]", "warning ref-undefined"),
      ("only [1]", "only", "warning ref-unused"),
      ("One & only", "Another", "error heading-missing"),
      ("Unsubscribe:", "Leave:", "warning unsubscribe"),
    ])
  func textFaults(replace: String, with: String, expected: String) {
    let found = lintText(LintTests.text.replacing(replace, with: with), html: LintTests.page)
    let codes = found.map { "\($0.severity.rawValue) \($0.code)" }
    #expect(codes.contains(expected), "\(codes)")
  }

  @Test("Headings in another order are noticed")
  func order() {
    let page = LintTests.page.replacing(
      "<h2><a href=\"https://a.example/1\">One &amp; only</a></h2>",
      with: "<h2>Second</h2><h2><a href=\"https://a.example/1\">One &amp; only</a></h2>")
    let text = LintTests.text.replacing("only [1]\n", with: "only [1]\n\n2. Second\n")
    #expect(lintText(text, html: page).map(\.code) == ["heading-order"])
  }

  @Test("An address may be longer than a line")
  func longAddress() {
    let address = "https://a.example/" + String(repeating: "x", count: 90)
    #expect(lintText(LintTests.text + "   | \(address)\n[2] \(address)\n").map(\.code) == ["ref-unused"])
  }
}
