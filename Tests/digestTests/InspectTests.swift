import Foundation
import Testing

@Suite("The inspection of a page")
struct InspectTests {
  private let scratch: Scratch
  private static let page = """
    <html lang="en"><head><title>Keeping the tide</title><meta property="og:site_name" content="Harbour notes"></head><body>
    <article><h1>Keeping the tide</h1><p class="byline">By Ann Lee</p><time datetime="2013-06-06">June 6, 2013</time>
    <div class="entry-content"><p>The tide tables of the harbour were kept by hand, and nobody knew them all by heart \u{1B}[31m,
    not even the pilot, who had been there for thirty years and more than that.</p><p>Photo by Bob Ray</p></div></article>
    <ol class="commentlist"><li class="comment" id="comment-1"><cite class="fn">Cy</cite><div class="comment-content">First
    words.</div><ul class="children"><li class="comment" id="comment-2"><cite class="fn">Di</cite><div class="comment-content">
    An answer.</div></li></ul></li></ol></body></html>
    """

  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.page, to: "page.html")
  }

  private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(["inspect"] + arguments, in: scratch.url, input: input)
  }

  @Test("Blocks have number, kind, role and words; facts say where they stand; comments are a tree")
  func report() throws {
    let outcome = try run("page.html")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("paragraph  body") && $0.contains("The tide tables") })
    #expect(lines.contains { $0.contains("credit") && $0.hasSuffix("Photo by Bob Ray") })
    #expect(
      lines.contains { $0.hasPrefix("title") && $0.contains("Keeping the tide") && $0.contains("<h1>") })
    #expect(lines.contains { $0.hasPrefix("byline") && $0.contains("<p class=\"byline\">") })
    #expect(lines.contains { $0.hasPrefix("published") && $0.contains("<time>") })
    #expect(lines.contains { $0.hasPrefix("site") && $0.contains("meta og:site_name") })
    #expect(lines.contains { $0.hasPrefix("language") && $0.contains("<html lang>") })
    #expect(lines.contains("  Cy  First words."))
    #expect(lines.contains("    Di  An answer."))
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test("Nothing that a terminal would obey comes through")
  func control() throws {
    #expect(!(try run("page.html").output.unicodeScalars.contains("\u{1B}")))
  }

  @Test("As JSON it is what article extract prints")
  func json() throws {
    let inspected = try run("page.html", "--format", "json", "--url", "http://a.example/p/")
    let extracted = try Program.run(
      ["article", "extract", "page.html", "--url", "http://a.example/p/"], in: scratch.url)
    #expect(inspected.status == 0)
    #expect(inspected.output == extracted.output)
    #expect(inspected.output.contains("\"byline\":\"Ann Lee\""))
  }

  @Test("Standard input is read for -, and a page without an article is told")
  func input() throws {
    let outcome = try run("-", input: "<p>")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("! no article text was found"))
    #expect(!(try run("-", "--quiet", input: "<p>").output.contains("!")))
  }

  @Test("A missing file is input that was not found")
  func missing() throws {
    let outcome = try run("none.html")
    #expect(outcome.status == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("none.html"))
  }
}
