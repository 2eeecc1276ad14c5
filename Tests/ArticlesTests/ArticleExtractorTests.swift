import Articles
import Foundation
import Model
import Testing

@Suite("Articles of pages")
struct ArticleExtractorTests {
  private static let prose = (1...4).map {
    "<p>Paragraph \($0) says, at some length, what the people of a team owe each other, and why it matters.</p>"
  }.joined(separator: "\n")

  private func extract(
    head: String = "", body: String, url: String = "http://blog.example/2013/06/06/trust/",
    hints: ExtractionHints = .none
  ) -> ExtractedPage {
    extractArticle(
      bytes: Array("<html lang=en-GB><head>\(head)</head><body>\(body)</body></html>".utf8), url: url,
      hints: hints)
  }

  @Test("Structured data, Open Graph and the page itself give the metadata")
  func metadata() {
    let page = extract(
      head: """
        <title>On Trust | A Blog</title><meta property="og:site_name" content="A Blog"><meta property="og:image" content="/i.png">
        <meta name="description" content="What we owe."><link rel="canonical" href="/trust">
        <link rel="alternate" type="application/rss+xml" href="http://blog.example/2013/06/06/trust/feed/">
        <script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#a","name":"Ann Lee"},
        {"@type":"BlogPosting","headline":"On Trust","author":{"@id":"#a"},"datePublished":"2013-06-06T08:00:00+02:00",
        "dateModified":"2013-06-07"}]}</script>
        """,
      body: "<article><h1>On Trust</h1><p class=byline>By Ann Lee</p>\(Self.prose)</article>")
    #expect(page.article.title == "On Trust")
    #expect(page.article.authors == ["Ann Lee"])
    #expect(page.article.siteName == "A Blog")
    #expect(page.article.language == "en-GB")
    #expect(page.article.canonicalURL == "http://blog.example/trust")
    #expect(page.published?.text == "2013-06-06T06:00:00Z")
    #expect(page.updated?.text == "2013-06-07")
    #expect(page.image?.url == "http://blog.example/i.png")
    #expect(page.excerpt == "What we owe.")
    #expect(page.commentsFeed == "http://blog.example/2013/06/06/trust/feed/")
    #expect(page.article.body.count == 4)
  }

  @Test(
    "A byline gives its names and nothing else",
    arguments: [
      ("by \u{A0}Mike Day \u{A0}|\u{A0} Leadership Development", ["Mike Day"]),
      ("By Ann Lee and Bo Day", ["Ann Lee", "Bo Day"]),
      ("Posted by Ann Lee on June 6, 2013", ["Ann Lee"]), ("von Anna Lehmann", ["Anna Lehmann"]),
      ("By Ann Lee, PhD", ["Ann Lee"]),
      ("by the way", []),
    ])
  func bylines(line: String, names: [String]) {
    let page = extract(
      body: "<div class=post><h1>Trust</h1><p>\(line)</p><div class=entry-content>\(Self.prose)</div></div>")
    #expect(page.article.authors == names)
  }

  @Test(
    "The place of the article is found",
    arguments: [
      "<div class=entry-content>PROSE</div><div class=sidebar><p>Some words at the side, of no importance to anybody.</p></div>",
      "<div id=page><div class=x1>PROSE</div><div class=x2><ul><li><a href=a>one</a><li><a href=b>two</a></ul></div></div>",
      "<form id=aspnetForm><div><div class=main>PROSE</div></div></form>",
      "<div class=\"widget Blog\"><div class=post-body>PROSE</div></div>",
      "<table><tr><td><a href=x>menu</a></td><td>PROSE</td></tr></table>",
      "<main>PROSE<aside><a href=x>More</a></aside></main>",
      "<article class=\"entry share\">PROSE</article>", "PROSE",
    ])
  func places(layout: String) {
    let page = extract(body: layout.replacing("PROSE", with: Self.prose))
    #expect(page.article.body.map { countWords($0.text) } == [19, 19, 19, 19])
  }

  @Test("Text parted by line breaks alone is read as paragraphs")
  func lineBreaks() {
    let text = (1...3).map {
      "Part \($0) of a text, which somebody typed long ago, without a single paragraph in it."
    }
    let page = extract(body: "<div><font>\(text.joined(separator: "<br><br>"))</font></div>")
    #expect(page.article.body.map(\.text) == text)
  }

  @Test("What the feed said is believed: title and author")
  func hints() {
    let page = extract(
      head: "<title>Something else</title>", body: "<h2>Something</h2>" + Self.prose,
      hints: ExtractionHints(title: "On Trust", author: "Ann Lee"))
    #expect(page.article.title == "On Trust")
    #expect(page.article.authors == ["Ann Lee"])
  }

  @Test(
    "A page without an article says so",
    arguments: ["", "<nav><a href=x>y</a></nav>", "\u{0}\u{1}", "<script>x</script>"])
  func empty(body: String) {
    let page = extract(body: body)
    #expect(page.article.body.isEmpty)
    #expect(page.warnings.map(\.code) == ["no-article"])
  }

  @Test("Structured data stand in for a text that the page does not show")
  func articleBody() {
    let text = (1...30).map { "Sentence \($0) of the text." }.joined(separator: " ")
    let page = extract(
      head:
        "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"\(text)\\n\\nThe last one.\"}</script>",
      body: "<div id=root></div>")
    #expect(page.article.body.map(\.text) == [text, "The last one."])
    #expect(page.warnings.isEmpty)
  }

  @Test("Reports have the members of the contract and leave out what is empty")
  func reports() throws {
    let page = extract(
      body: "<h1>T</h1>" + Self.prose
        + "<ul class=comment-list><li class=comment id=comment-7><cite class=fn>Ann</cite><p>Hello.</p></li></ul>"
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let object = try JSONSerialization.jsonObject(with: encoder.encode(ArticleReport(page))) as? [String: Any]
    let report = try #require(object)
    #expect(
      report.keys.sorted() == [
        "comments", "lang", "language", "paragraphs", "published", "readingMinutes", "text", "title",
        "wordCount",
      ])
    #expect(report["published"] as? String == "2013-06-06")
    let comment = try #require((report["comments"] as? [[String: Any]])?.first)
    #expect(comment.keys.sorted() == ["author", "depth", "id", "text"])
    let paragraph = try #require((report["paragraphs"] as? [[String: Any]])?.first)
    #expect(paragraph.keys.sorted() == ["html", "index", "kind", "text"])
  }

  @Test("What the author emphasised is emphasised in the HTML, and nothing else is markup")
  func emphasis() throws {
    let page = extract(
      body:
        "<article><p>Ask <b>before</b> you &lt;b&gt;tell, and <em>wait</em> for it, as long as it takes them to think."
        + "</p>\(Self.prose)</article>")
    let first = try #require(ArticleReport(page).paragraphs?.first?.html)
    #expect(
      first
        == "<p>Ask <em>before</em> you &lt;b&gt;tell, and <em>wait</em> for it, as long as it takes them to think.</p>"
    )
  }
}
