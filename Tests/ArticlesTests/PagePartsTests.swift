import Articles
import Model
import Testing

@Suite("Articles of several pages")
struct PagePartsTests {
  private func next(
    _ links: String, head: String = "", url: String = "https://b.example/trust/", part: Int = 1
  )
    -> String?
  {
    let prose =
      "<p>A paragraph that says at some length what the people of a team owe each other, and why.</p>"
    return extractArticle(
      bytes: Array(
        "<html><head>\(head)</head><body><article>\(prose)\(prose)\(links)</article></body></html>".utf8),
      url: url, hints: ExtractionHints(part: part)
    ).nextPart
  }

  @Test(
    "The next part is marked, and its address is the page's own with the next number",
    arguments: [
      ("<div class=page-links><a href=/trust/2/>2</a></div>", "https://b.example/trust/2/"),
      ("<a rel=next href=/trust/2/>On</a>", "https://b.example/trust/2/"),
      ("<a rel=next href='?page=2'>On</a>", "https://b.example/trust/?page=2"),
    ])
  func marked(links: String, address: String) {
    #expect(next(links) == address)
  }

  @Test("A file's next part has the number before the ending")
  func files() {
    #expect(
      next("<a rel=next href=trust-2.html>On</a>", url: "https://b.example/trust.html")
        == "https://b.example/trust-2.html")
    #expect(
      next("<a rel=next href=trust-3.html>On</a>", url: "https://b.example/trust-2.html", part: 2)
        == "https://b.example/trust-3.html")
  }

  @Test(
    "The next article is no next part",
    arguments: [
      "<a rel=next href=/doubt/>Doubt</a>", "<a href=/trust/2/>2</a>", "<a rel=next href=/trust/3/>3</a>",
      "<a rel=next href=https://c.example/trust/2/>2</a>", "<a rel=next href=/trust/2024/>2024</a>",
    ])
  func others(links: String) {
    #expect(next(links) == nil)
  }

  @Test("An article whose name is a number has no parts because another number follows")
  func numbers() {
    #expect(next("<a rel=next href=/p/13/>13</a>", url: "https://b.example/p/12/") == nil)
  }

  @Test("Whoever reads one page is told that it goes on")
  func told() {
    let page = extractArticle(
      bytes: Array(
        "<article><p>Some words of an article.</p><a rel=next href=/trust/2/>On</a></article>".utf8),
      url: "https://b.example/trust/")
    #expect(page.warnings.map(\.message) == ["the article goes on at https://b.example/trust/2/"])
  }
}
