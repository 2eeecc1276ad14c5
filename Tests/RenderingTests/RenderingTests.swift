import International
import Foundation
import Model
import Templates
import Testing

@testable import Rendering

@Suite("An edition is rendered whole, and nothing in it leaves its place")
struct RenderingTests {
  static let editions: [String: Edition] = [
    "one": Samples.one, "six": Samples.six, "quiet": Samples.quiet, "twentyEight": Samples.twentyEight,
    "awkward": Samples.awkward, "hebrew": Samples.hebrew,
  ]

  private func rendition(_ edition: Edition) throws -> Rendition {
    try render(edition, template: .builtIn())
  }

  @Test("The same edition gives the same bytes", arguments: editions.keys.sorted())
  func determinism(name: String) throws {
    let edition = try #require(RenderingTests.editions[name])
    let first = try rendition(edition)
    let copy = try JSONDecoder().decode(Edition.self, from: JSONEncoder().encode(edition))
    let isSame = try rendition(copy) == first
    #expect(isSame)
  }

  @Test("Every line of the text fits 72 cells, unless it is an address", arguments: editions.keys.sorted())
  func lineWidths(name: String) throws {
    let text = try rendition(#require(RenderingTests.editions[name])).text
    for line in text.split(separator: "\n") where !line.contains("://") {
      #expect(displayWidth(line) <= 72, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test("Every title, quote and comment of an edition is in both forms")
  func completeness() throws {
    let rendition = try rendition(Samples.six)
    func letters(_ text: String) -> String { text.filter(\.isLetter) }
    let forms = [letters(rendition.text), letters(rendition.html)]
    for item in Samples.six.items {
      let quotes = item.paragraphs.flatMap { $0.text.split(separator: "\n").map(String.init) }
      let comments = item.conversation?.threads.flatMap(\.comments).map(\.quote.text) ?? []
      for piece in [item.title] + quotes + comments + [item.prompt?.text].compactMap(\.self) {
        let paragraphs = piece.replacing("opened:", with: "").split(separator: "\n").map {
          letters(String($0))
        }
        let isThere = forms.map { form in paragraphs.allSatisfy { $0.isEmpty || form.contains($0) } }
        #expect(isThere == [true, true], "\(piece)")
      }
    }
  }

  @Test("Markup, template tags and quotation marks with accents stay text in HTML")
  func markupStaysText() throws {
    let html = try rendition(Samples.awkward).html
    expect(html, lacks: "<script")
    expect(html, lacks: "<i>Blog")
    expect(html, has: "&quot;quotes&quot;\u{301} onmouseover=&#39;x&#39;")
    expect(html, has: "&lt;script&gt;alert(1)&lt;/script&gt;")
    expect(html, has: "{{title}}")
    expect(html, has: "&lt;!--[if mso]&gt;")
  }

  @Test("Only http and https links are printed, and none with a user name")
  func links() throws {
    let rendition = try rendition(Samples.awkward)
    for form in [rendition.html, rendition.text] {
      for bad in ["javascript:", "data:", "evil.example"] { expect(form, lacks: bad) }
    }
    expect(rendition.html, has: "href=\"https://example.com/A%22B%3CC%3E\"")
    expect(rendition.text, has: "https://xn--e1afmkfd.example/%D0%BF%D1%83%D1%82%D1%8C?q=%C3%A4%20b")
  }

  @Test("Direction controls and line breaks of a title do not survive it")
  func controls() throws {
    let rendition = try rendition(Samples.awkward)
    for form in [rendition.html, rendition.text] {
      let isClean = !form.unicodeScalars.contains {
        (0x202A...0x202E).contains($0.value) || $0.value == 0x2028
      }
      #expect(isClean)
      expect(form, has: "A title Bcc: everyone@example.com with line breaks")
    }
  }

  @Test("Foreign words carry their direction")
  func direction() throws {
    let html = try rendition(Samples.hebrew).html
    expect(html, has: "<html lang=\"he\" dir=\"rtl\">")
    expect(html, has: "border-right:4px")
    expect(html, has: "<span dir=\"rtl\">דנה לוי</span>")
    expect(html, has: "dir=\"ltr\" style=")
    expect(html, has: "<span dir=\"ltr\">2026-W47</span>")
    expect(html, lacks: "italic")
    let awkward = try rendition(Samples.awkward).html
    expect(awkward, has: "lang=\"ar\" dir=\"rtl\"")
  }

  @Test("Missing things leave no trace")
  func missing() throws {
    let publication = Publication(title: "T", senderName: "T", senderAddress: "t@t.example.org")
    let bare = Samples.edition(
      [Samples.item(1, "Alone", url: nil, source: "", day: nil, minutes: 0, quotes: [])],
      publication: publication)
    let rendition = try rendition(bare)
    for form in [rendition.text, rendition.html, String(decoding: rendition.message, as: UTF8.self)] {
      for piece in ["nsubscribe", "LINKS", "href"] { expect(form, lacks: piece) }
    }
    expect(rendition.text, lacks: "\n\n\n")
    expect(try self.rendition(Samples.edition([Edition.Item]())).text, has: "0 articles")
  }

  @Test("Nobody has written yet: an invitation, if there is a place to write")
  func invitation() throws {
    let text = try rendition(Samples.quiet).text
    #expect(
      text.split(separator: "\n").filter { $0.contains("onversation") } == ["   Start the conversation [3]"])
  }

  @Test("What does not fit into the mail becomes title lines, and then a number", arguments: [30, 400])
  func budget(count: Int) throws {
    let items = (1...count).map { number in
      Samples.item(
        number, "Article \(number) of many", quotes: Samples.meeting.paragraphs,
        conversation: Samples.meeting.conversation, score: Double(number) / 1000)
    }
    let rendition = try rendition(Samples.edition(items))
    #expect(rendition.html.utf8.count < 90_000)
    #expect(rendition.html.utf8.count > 80_000, "no more is given up than must be")
    for form in [rendition.html, rendition.text] {
      let hasNumber = form.contains("more articles in the archive")
      let hasBest = form.contains("Article \(count) of many")
      let names = (1...count).count { form.contains("Article \($0) of many") }
      #expect(hasNumber == (count == 400))
      #expect(hasBest)
      #expect(count == 400 ? (45..<80).contains(names) : names == count)
    }
  }

  @Test("One article that is too long for any mail is named only")
  func hugeArticle() throws {
    let huge = Samples.item(
      1, "Endless", quotes: [Samples.quote(String(repeating: "word ", count: 30_000))])
    let rendition = try rendition(Samples.edition([huge]))
    #expect(rendition.html.utf8.count < 90_000)
    expect(rendition.html, has: "Endless")
  }

  @Test("References count up in reading order, one number an address")
  func references() throws {
    let text = try rendition(Samples.six).text
    let list = text.components(separatedBy: "LINKS\n\n").last?.components(separatedBy: "\n\n").first
    let links = list?.split(separator: "\n") ?? []
    #expect(links.count == 8)
    #expect(Set(links.map { $0.split(separator: " ").last }).count == links.count)
    for (index, link) in links.enumerated() { #expect(link.hasPrefix("[\(index + 1)] https://")) }
  }
}

/// Says which piece is missing or too much, without printing the whole form.
func expect(_ form: String, has piece: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let isThere = form.contains(piece)
  #expect(isThere, "\(piece)", sourceLocation: sourceLocation)
}

func expect(_ form: String, lacks piece: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let isThere = form.contains(piece)
  #expect(!isThere, "\(piece)", sourceLocation: sourceLocation)
}
