import Articles
import Model
import Testing

@Suite("Titles of pages")
struct TitleTests {
  private static let prose =
    "<p>\(String(repeating: "The tide tables of the harbour were kept by hand for years. ", count: 4))</p>"

  private func title(_ head: String, _ body: String, hint: String? = nil) -> String? {
    let page =
      "<html><head>\(head)</head><body>\(body)<div class=content>\(Self.prose)\(Self.prose)</div></body></html>"
    return extractArticle(
      bytes: Array(page.utf8), url: "https://tide.example/2013/06/tables/",
      hints: ExtractionHints(title: hint)
    ).article.title
  }

  @Test(
    "A page that is called like every page takes its heading",
    arguments: [
      ("<title>Home</title>", "<h1>Keeping the tide</h1>"),
      ("<title>Startseite</title>", "<h1>Keeping the tide</h1>"),
      (
        "<title>Tide Notes</title><meta property=og:site_name content='Tide Notes'>",
        "<h1>Keeping the tide</h1>"
      ),
      ("<title>Tide Notes</title>", "<h1><a href='/'>Tide Notes</a></h1><h2>Keeping the tide</h2>"),
    ])
  func generic(head: String, body: String) {
    #expect(title(head, body) == "Keeping the tide")
  }

  @Test(
    "The site's name is no part of a title, wherever it stands",
    arguments: [
      ("<title>Why? - Tide Notes</title>", "<h1>Why?</h1>", "Why?"),
      (
        "<title>Tide Notes: Keeping the tide</title><meta property=og:site_name content='Tide Notes'>", "",
        "Keeping the tide"
      ),
      (
        "<title>Tide Notes: Keeping the tide</title><link rel=alternate type='application/rss+xml' title='Tide Notes » Feed' href=/f>",
        "", "Keeping the tide"
      ),
      (
        "<title>A Harbour by the Sea » Blog Archive » Keeping the tide</title>",
        "<h1><a href='https://tide.example'>A Harbour by the Sea</a></h1><h2>Keeping the tide</h2>",
        "Keeping the tide"
      ),
      ("<title>Tide Notes » Blog Archive » Keeping the tide</title>", "", "Keeping the tide"),
      (
        "<title>Keeping the tide - by Ann Lee - Tide Notes</title><meta property=og:site_name content='Tide Notes'>",
        "",
        "Keeping the tide"
      ),
    ])
  func site(head: String, body: String, expected: String) {
    #expect(title(head, body) == expected)
  }

  @Test(
    "Colons and dashes of its own stay in a title",
    arguments: [
      "Tides: what they are", "Follow-up - and why it matters", "Rome – a visit", "C#: notes on a language",
    ])
  func own(text: String) {
    #expect(title("<title>\(text)</title>", "<h1>\(text)</h1>") == text)
    #expect(title("<title>\(text)</title>", "") == text)
  }

  @Test(
    "Signs that link to a heading are no part of it",
    arguments: [
      "Keeping the tide<a class=headerlink href='#k'>¶</a>",
      "<a href='#k' aria-hidden=true>#</a>Keeping the tide",
      "<a href='#k'>§</a> Keeping the tide",
      "Keeping the tide <span class=edit-link><a href=/edit>Edit</a></span>",
      "Keeping the tide <a class=header-anchor href='#k'>Permalink</a>",
    ])
  func marks(heading: String) {
    #expect(title("<title>Keeping the tide | T</title>", "<h1>\(heading)</h1>") == "Keeping the tide")
    let page = "<article><h1>Tides</h1>\(Self.prose)<h2>\(heading)</h2>\(Self.prose)</article>"
    let blocks = extractArticle(bytes: Array(page.utf8), url: "https://tide.example/a/b/").article.blocks
    #expect(blocks.first { $0.kind == .heading }?.text == "Keeping the tide")
  }

  @Test("What was escaped twice is read as it was meant, unless the heading shows it so")
  func escapedTwice() {
    let head = "<title>Salt &amp;amp; sail: Tom&amp;#8217;s rule</title>"
    #expect(title(head, "<h1>Salt &amp; sail: Tom&#8217;s rule</h1>") == "Salt & sail: Tom’s rule")
    #expect(title(head, "") == "Salt & sail: Tom’s rule")
    #expect(
      title("<title>Writing &amp;amp; in HTML</title>", "<h1>Writing &amp;amp; in HTML</h1>")
        == "Writing &amp; in HTML")
  }
}
