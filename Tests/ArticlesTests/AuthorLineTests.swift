import Articles
import Model
import Testing

@Suite("Who wrote it")
struct AuthorLineTests {
  private static let prose =
    "<p>\(String(repeating: "The tide tables of the harbour were kept by hand for years. ", count: 4))</p>"

  private func article(_ line: String, head: String = "", after: String = "") -> Article {
    let page = """
      <html><head><title>Keeping the tide | Tide Notes</title>\(head)</head><body><main><h1>Keeping the tide</h1>\(line)
      <div class=content>\(Self.prose)\(Self.prose)</div>\(after)</main></body></html>
      """
    return extractArticle(bytes: Array(page.utf8), url: "https://tide.example/2013/06/tables/").article
  }

  @Test(
    "Roles, reviewers and dates are no authors",
    arguments: [
      "<p class=byline>By Ann Lee, Senior Editor</p>", "<p class=byline>By Ann Lee, head of news</p>",
      "<p class=byline>Medically reviewed by Bob Ray, MD — By Ann Lee</p>",
      "<p class=byline>By Ann Lee | Fact checked by Bob Ray</p>",
      "<p class=byline>By Ann Lee, photos by Bob Ray</p>",
      "<p class=byline>Von Ann Lee, Fotos: Bob Ray</p>",
      "<p class=byline>Written by Ann Lee Edited by Bob Ray</p>",
      "<p>Publié le 6 juin 2013 par Ann Lee</p>", "<p>Veröffentlicht am 6. Juni 2013 von Ann Lee</p>",
      "<p>Publicado el 6 de junio de 2013 por Ann Lee</p>", "<p>June 6, 2013 by Ann Lee</p>",
      "<section class=author-card><h3>Ann Lee</h3><h4>Head nurse and writer</h4></section>",
      "<div class=author><span itemprop=name>Ann Lee</span><span>Harbour master</span></div>",
    ])
  func notAuthors(line: String) {
    #expect(article(line).authors == ["Ann Lee"])
    #expect(article(line).byline == "Ann Lee")
  }

  @Test(
    "Names that look like something else stay names",
    arguments: ["Jörg Staff", "Mary Baker", "Ann Coach", "mh", "Paul van den Berg"])
  func names(name: String) {
    #expect(article("<p class=byline>By \(name)</p>").authors == [name])
  }

  @Test("A person on the page goes before the house that structured data name")
  func house() {
    let head = """
      <script type="application/ld+json">{"@type":"BlogPosting","headline":"Keeping the tide","author":{"@type":"Organization",
      "name":"Harbour Press"}}</script>
      """
    #expect(article("<p class=byline>By Ann Lee</p>", head: head).authors == ["Ann Lee"])
    #expect(article("", head: head).authors == ["Harbour Press"])
  }

  @Test(
    "Who wrote other posts did not write this one",
    arguments: [
      "<section><h3>More from Tide Notes</h3><div class=c><h4><a href=/x>A post</a></h4><span class=byline>By Bob Ray</span></div><div class=c><h4><a href=/y>B post</a></h4><span class=byline>By Cy Day</span></div></section>",
      "<div><h3>Related posts</h3><p><a href=/x>A post</a></p><p class=byline>By Bob Ray</p></div>",
    ])
  func otherPosts(after: String) {
    #expect(article("", after: after).authors == [])
  }

  @Test(
    "Placeholders and buttons are nobody",
    arguments: ["publisher", "admin", "so Recommend this article", "Share", "super user"])
  func nobody(text: String) {
    #expect(article("<p class=author>\(text)</p>").authors == [])
  }

  @Test("Names that were escaped twice are read once more")
  func escaped() {
    #expect(article("<p class=byline>By Tom O&amp;#039;Lee</p>").authors == ["Tom O'Lee"])
  }

  @Test(
    "A guest is named in so many words",
    arguments: [
      ("This is a guest post by Bea Ray, who leads a harbour.", "Bea Ray"),
      ("Today's guest post comes to us from our friend Bea Ray.", "Bea Ray"),
      ("Guest post by Bea van der Ray", "Bea van der Ray"), ("Ein Gastbeitrag von Bea Ray", "Bea Ray"),
      ("By Bea Ray", "Bea Ray"), ("Guest author: Dr. Bea Ray, pilot", "Bea Ray"),
      ("Guest post: What I learned from Bea Ray", nil), ("By The Editors", nil), ("By Ann Lee", nil),
      ("By the time Bea Ray came, it was late.", nil), ("This guest post is about tides.", nil),
      ("I wrote a guest post for Bea Ray last week.", nil),
    ])
  func guest(line: String, expected: String?) {
    let blocks = [
      line, "The tide tables were kept by hand.", "Nobody knew them.", "We did.", "They were long.",
    ].enumerated()
      .map { Block(index: $0, kind: .paragraph, text: $1) }
    #expect(guestAuthor(in: blocks, besides: ["Ann Lee"]) == expected)
  }
}
