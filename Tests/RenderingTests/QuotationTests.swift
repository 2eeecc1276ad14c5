import Model
import Templates
import Testing

@testable import Rendering

@Suite("Quotations keep what their author marked, and who said what he quotes")
struct QuotationTests {
  private func rendition(_ quote: Edition.Quote, language: String = "en") throws -> Rendition {
    let publication = Publication(
      title: "The Whetstone", language: language, senderName: "W", senderAddress: "w@whetstone.example.org")
    return try render(
      Samples.edition([Samples.item(1, "On rain", quotes: [quote])], publication: publication),
      template: .builtIn())
  }

  private func quote(
    _ text: String, kind: Block.Kind = .paragraph, items: [String] = [], omitted: Int = 0,
    stem: String? = nil,
    attribution: Attribution? = nil, marks: [TextMark] = []
  ) -> Edition.Quote {
    Edition.Quote(
      kind: kind, text: text, items: items, omittedItems: omitted, stem: stem, attribution: attribution,
      marks: marks,
      range: TextRange(start: 0, end: text.utf8.count), sourceHash: "00")
  }

  private func mark(_ kind: TextMark.Kind, _ words: String, in text: String, url: String? = nil) throws
    -> TextMark
  {
    let range = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return TextMark(kind, TextRange(start: start, end: start + words.utf8.count), url: url)
  }

  @Test("Emphasis and links stay in the HTML, links are numbered in the text")
  func marks() throws {
    let text = "We never  <b>read</b> the café list at all."
    let rendition = try rendition(
      quote(
        text,
        marks: [
          mark(.emphasis, "never", in: text), mark(.strong, "the café", in: text),
          mark(.link, "café list", in: text, url: "https://c.example/list?a=1&b=2"),
        ]))
    expect(
      rendition.html,
      has:
        "We <em>never</em> &lt;b&gt;read&lt;/b&gt; <strong>the </strong><a href=\"https://c.example/list?a=1&amp;b=2\" class=\"accent\""
    )
    expect(rendition.html, has: "><strong>café</strong> list</a> at all.</p>")
    expect(rendition.text, has: "the café list [1] at all.")
    expect(rendition.text, has: "[1] https://c.example/list?a=1&b=2")
  }

  @Test(
    "Only links to the web and to a mailbox are printed",
    arguments: [
      ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("https://u:p@c.example/", nil),
      ("ftp://c.example/", nil),
      ("mailto:ann@b.example?bcc=x@c.example", "mailto:ann@b.example"),
      ("mailto:a@b.example,c@d.example", nil),
      ("mailto:\"a\\r\\nBcc: x\"@b.example", nil),
      ("https://c.example/\"onclick=x", "https://c.example/%22onclick=x"),
    ] as [(String, String?)])
  func schemes(url: String, printed: String?) throws {
    let text = "Read this page."
    let rendition = try rendition(quote(text, marks: [mark(.link, "this page", in: text, url: url)]))
    if let printed {
      expect(rendition.html, has: "<a href=\"\(printed)\"")
      expect(rendition.text, has: "] \(printed)\n")
    } else {
      expect(rendition.html, has: "Read this page.")
      expect(rendition.text, has: "Read this page.\n")
    }
  }

  @Test("What an author quotes stands with its introduction and source, set apart")
  func quotations() throws {
    let rendition = try rendition(
      quote(
        "Plans are worthless.", kind: .quote, stem: "Carla Sample writes:",
        attribution: Attribution(name: "Carla Sample", url: "https://c.example/plans")))
    expect(
      rendition.text,
      has: """
           | Carla Sample writes:
           |
           | > Plans are worthless.
           | > — Carla Sample [1]
        """)
    expect(rendition.html, has: ">Carla Sample writes:</p>\n<table role=\"presentation\"")
    expect(rendition.html, has: "<a class=\"accent\" href=\"https://c.example/plans\"")
    expect(rendition.html, has: ">Carla Sample</a></p>")
  }

  @Test("A source without a name is told by its host")
  func host() throws {
    let rendition = try rendition(
      quote(
        "Plans are worthless.", kind: .quote,
        attribution: Attribution(name: nil, url: "https://c.example/plans")))
    expect(rendition.text, has: "> — c.example [1]")
  }

  @Test("A list that is cut says how many items follow")
  func items() throws {
    let text = "Ask first.\nWrite later."
    let rendition = try rendition(
      quote(
        text, kind: .list, items: ["Ask first.", "Write later."], omitted: 3, stem: "Five rules:",
        marks: [mark(.link, "later", in: text, url: "https://c.example/")]))
    expect(rendition.text, has: "   | - Write later [1].\n   | … and 3 more\n")
    expect(rendition.html, has: ">later</a>.</li>")
    expect(rendition.html, has: ">… and 3 more</p>")
  }

  @Test("Scripts without italics emphasise in bold type")
  func upright() throws {
    let text = "בוקר טוב לכולם"
    let rendition = try rendition(quote(text, marks: [mark(.emphasis, "טוב", in: text)]), language: "he")
    expect(rendition.html, has: "<b>טוב</b>")
  }
}
