import Articles
import Model
import Testing

@Suite("What readers of a page see")
struct PageQuirkTests {
  private static let prose =
    "The tide tables of the harbour were kept by hand, and nobody, not even the pilot, knew them all by heart."

  private func texts(_ inner: String) -> [String] {
    let page = "<html><body><article><p>\(Self.prose)</p>\(inner)<p>\(Self.prose)</p></article></body></html>"
    let blocks = extractArticle(bytes: Array(page.utf8), url: "http://a.example/p/").article.blocks
    return Array(blocks.map(\.text).dropFirst().dropLast())
  }

  @Test(
    "What is no text for readers is none of the article's",
    arguments: [
      "<template><p>unseen words</p></template>", "<textarea>unseen words</textarea>",
      "<style>unseen words</style>",
      "<iframe>unseen words</iframe>", "<noscript><p>unseen words</p></noscript>", "<!-- unseen words -->",
      "<script>unseen words</script>", "<script type='application/json'>{\"a\":\"unseen words\"}</script>",
      "<select><option>unseen words</select>", "<button>unseen words</button>",
      "<div hidden>unseen words</div>",
      "<p style='DISPLAY : none'>unseen words</p>", "<p aria-hidden=true>unseen words</p>",
      "<object><p>unseen words</p></object>",
      "<svg><title>unseen words</title><text>unseen words</text></svg>",
      "<script><!-- document.write('<script>unseen words</script>') --></script>",
    ])
  func unseen(markup: String) {
    #expect(texts(markup) == [])
  }

  @Test("Code is what stands between its tags, without scripts and what is hidden")
  func code() {
    let script = "<script type='application/ld+json'>{\"a\":1}</script>"
    #expect(
      texts("<pre>let a\(script)\n  let b<br>let c<span hidden>d</span></pre>") == ["let a\n  let b\nlet c"])
  }

  @Test("A picture that is loaded late does not double its caption")
  func latePicture() {
    let figure = """
      <figure><img src="data:image/gif;base64,AA==" data-src="/a.jpg" alt="The pier"><noscript><img src="/a.jpg" alt="The
      pier"><figcaption>The old pier.</figcaption></noscript><figcaption>The old pier.</figcaption></figure>
      """
    #expect(texts(figure) == ["The old pier."])
  }

  @Test(
    "Markup that was written as text stays text and is escaped",
    arguments: [
      "&lt;script&gt;alert(1)&lt;/script&gt;", "<![CDATA[&lt;img src=x onerror=y>]]>",
      "a &lt;b&gt; \" onclick=",
    ])
  func escaped(markup: String) throws {
    let page = Array("<article><p>\(Self.prose)</p><p>\(markup) \(Self.prose)</p></article>".utf8)
    let report = ArticleReport(extractArticle(bytes: page))
    let html = try #require(report.paragraphs?.last?.html)
    #expect(html.hasPrefix("<p>") && html.hasSuffix("</p>"))
    #expect(!html.dropFirst(3).dropLast(4).contains("<"))
  }

  @Test(
    "Text goes on after what ends a page early",
    arguments: [
      "</html>", "</body></html><body>", "</p></article></article>", "<plaintext>", "<iframe>", "<frame>",
    ])
  func early(markup: String) {
    let page = "<html><body><div><p>\(Self.prose)</p>\(markup)<p>Last. \(Self.prose)</p></div>"
    let blocks = extractArticle(bytes: Array(page.utf8)).article.body.map(\.text)
    #expect(blocks.last?.hasPrefix("Last. ") == true)
  }

  @Test("Control characters of structured data do not get into titles and texts")
  func control() {
    let page = """
      <script type="application/ld+json">{"@type":"Article","headline":"A\\u001b[31m B\\u0000\\u007fC","author":"Ann\\u0007 Lee"}
      </script><article><h1>Other&#27;</h1><p>\(Self.prose)</p></article>
      """
    let article = extractArticle(bytes: Array(page.utf8)).article
    let texts = [article.title, article.byline].compactMap { $0 } + article.blocks.map(\.text)
    #expect(texts.count >= 3)
    #expect(
      !texts.contains { $0.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) } })
  }

  @Test("Addresses that run are none, wherever a page states them")
  func addresses() throws {
    let page = """
      <link rel=canonical href="javascript:a"><meta property="og:image" content="data:text/html,x">
      <link rel=alternate type="application/rss+xml" href="javascript:a"><script type="application/ld+json">{"@type":"Article",
      "image":"vbscript:x","comment":[{"@type":"Comment","text":"So","url":"javascript:b","author":{"name":"Bob","url":
      "JavaScript:c"}}]}</script><article><p>\(Self.prose)</p></article>
      """
    let report = ArticleReport(extractArticle(bytes: Array(page.utf8), url: "http://a.example/p/"))
    let comment = try #require(report.comments?.first)
    #expect(comment.text == "So")
    #expect(
      [report.canonicalURL, report.image?.url, report.commentsFeed, comment.permalink, comment.authorURL]
        .allSatisfy {
          $0 == nil
        })
  }

  @Test(
    "A description is plain text, whatever tags were escaped into it",
    arguments: [
      ("&lt;p&gt;Tide &amp;amp; tables&lt;/p&gt;", "Tide & tables"),
      ("a &lt; b and 1 &lt;2", "a < b and 1 <2"),
      ("Tide&lt;script&gt;alert(1)&lt;/script&gt; tables", "Tide tables"),
      ("Tide &amp;amp;lt;img src=x onerror=y&amp;amp;gt;", "Tide &amp;lt;img src=x onerror=y&amp;gt;"),
      ("Tide&lt;br&gt;tables", "Tide tables"),
      ("To watch &lt;The Palace: a Tale&gt; again", "To watch <The Palace: a Tale> again"),
    ])
  func excerpt(content: String, expected: String) {
    let page = "<meta name=description content=\"\(content)\"><article><p>\(Self.prose)</p></article>"
    #expect(extractArticle(bytes: Array(page.utf8)).excerpt == expected)
  }
}
