import Articles
import DigestTesting
import Foundation
import Model
import Testing

@Suite("Articles of pages, one rule each, kept as they were approved")
struct ArticleFixtureTests {
  @Test(
    "The article is that of the golden (DIGEST_RECORD_GOLDENS=1 records it anew)",
    arguments: ArticleFixture.all)
  func golden(fixture: ArticleFixture) throws {
    let difference = try ArticleFixture.files.difference(of: try fixture.output(), fromGolden: fixture.golden)
    if let difference { Issue.record("\(fixture.golden) differs:\n\(difference)") }
  }

  @Test(
    "Every golden has its page, every page a line in the README",
    .disabled(if: Fixtures.isRecording, "goldens are being recorded"))
  func complete() throws {
    let goldens = ArticleFixture.files.paths(endingIn: ArticleFixture.goldenSuffix, under: "articles")
    #expect(goldens == ArticleFixture.all.map(\.golden).sorted())
    let described = try ArticleFixture.files.text("articles/README.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first }
    #expect(described.map(String.init).sorted() == ArticleFixture.all.map(\.name).sorted())
  }

  /// The sentences that the English pages are made of.
  private static let sentences = [
    "A team that is afraid", "The cure is dull", "In our second year", "Nothing dramatic happened",
    "Trust of this kind",
  ]

  @Test(
    "What the author wrote is all in the body, in order, and once",
    arguments: ArticleFixture.all.filter {
      !["log-in-wall", "nothing", "a-few-words", "index-page"].contains($0.name)
    })
  func whole(fixture: ArticleFixture) throws {
    let page = try ArticleFixture.files.text(fixture.path)
    guard page.contains(Self.sentences[0]) else { return }
    let body = try fixture.page().article.body.map(\.text).joined(separator: "\n")
    let places = Self.sentences.filter { page.contains($0) }.map { body.ranges(of: $0) }
    for found in places { #expect(found.count == 1) }
    #expect(places.compactMap { $0.first?.lowerBound }.sorted() == places.compactMap { $0.first?.lowerBound })
  }

  @Test(
    "What stands on a page beside the article has its role",
    arguments: [
      ("captions", Block.Role.caption, 3), ("captions", .credit, 1), ("cards", .boilerplate, 6),
      ("link-sections", .boilerplate, 4), ("head-lines", .byline, 5), ("repeats", .boilerplate, 3),
      ("crumbs", .byline, 1), ("crumbs", .boilerplate, 3), ("structured-check", .boilerplate, 1),
      ("bio-and-call", .bio, 1), ("bio-and-call", .callToAction, 1), ("offers-and-notices", .callToAction, 2),
      ("offers-and-notices", .boilerplate, 2), ("players", .boilerplate, 1), ("byline-by-parts", .byline, 1),
    ])
  func roles(name: String, role: Block.Role, count: Int) throws {
    #expect(try ArticleFixture.named(name).texts(role).count == count)
  }

  @Test("A lead above the text is read with it, by its name or beside the title")
  func leads() throws {
    let named = try ArticleFixture.named("lead-named").texts(nil)
    #expect(named.first?.hasPrefix("Why the quietest") == true && named.count == 5)
    let beside = try ArticleFixture.named("lead-beside-title").texts(nil)
    #expect(beside.first?.hasPrefix("Why the quietest") == true && beside.count == 4)
  }

  @Test("Links to elsewhere are content, links within the site are not")
  func links() throws {
    let body = try ArticleFixture.named("link-sections").texts(nil)
    #expect(
      body.contains("Books that helped us") && body.contains("Quiet rooms, loud rooms\nThe use of a no"))
    #expect(!body.contains("On these pages") && !body.contains("Another story of ours to read"))
  }

  @Test("Paragraphs that an author repeats stay")
  func refrain() throws {
    #expect(try ArticleFixture.named("repeats").texts(nil).count { $0 == "Ask, and wait." } == 2)
  }

  @Test(
    "What is no article is said to be none",
    arguments: [
      ("index-page", ["index-page"]), ("log-in-wall", ["log-in-wall"]), ("nothing", ["no-article"]),
      ("a-few-words", []), ("captions", []),
    ])
  func noArticle(name: String, codes: [String]) throws {
    #expect(try ArticleFixture.named(name).page().warnings.map(\.code) == codes)
  }

  @Test("Soft hyphens are no letters of the author's")
  func softHyphens() throws {
    let text = try ArticleFixture.named("soft-hyphens").texts(nil).joined()
    #expect(!text.unicodeScalars.contains("\u{AD}") && text.contains("entscheidet"))
    #expect(try ArticleFixture.named("soft-hyphens").page().article.title == "Wer zuerst spricht")
  }

  @Test("Where the feed carries the text, the page's additions to it are told apart")
  func feedContent() throws {
    let fixture = ArticleFixture.named("structured-check")
    let words = try fixture.texts(nil).joined(separator: "\n")
    // The same page without its structured data.
    let bytes = Array(try ArticleFixture.files.text(fixture.path).replacing("ld+json", with: "json").utf8)
    let alone = extractArticle(bytes: bytes, url: ArticleFixture.url)
    let known = extractArticle(bytes: bytes, url: ArticleFixture.url, hints: ExtractionHints(content: words))
    #expect(alone.article.body.count == 6)
    #expect(known.article.body.count == 5)
    #expect(known.article.blocks.count == alone.article.blocks.count)
  }
}
