import Model
import Templates
import Testing

@testable import Rendering

@Suite("What a card can hold, in every language and theme")
struct LayoutTests {
  private func html(_ edition: Edition, theme: String = "default") throws -> String {
    try render(edition, template: .builtIn(theme: theme)).html
  }

  private func html(picture: Picture) throws -> String {
    let item = Edition.Item(
      number: 1, entryID: "e", title: "T", url: "https://a.example/", feedID: "f", sourceTitle: "S",
      wordCount: 9,
      readingMinutes: 1, image: picture, paragraphs: [], quotedShare: 0, score: 1)
    return try html(Samples.edition([item]))
  }

  @Test("A picture keeps its place free, is scaled to the column, and says what it shows")
  func picture() throws {
    let picture = Picture(url: "https://i.example/a.jpg", width: 1200, height: 600, alt: "A \"jar\"\n<b>")
    let page = try html(picture: picture)
    let tag =
      "<img src=\"https://i.example/a.jpg\" width=\"544\" height=\"272\" alt=\"A &quot;jar&quot; &lt;b&gt;\" style=\"display:block"
    let isThere = page.contains(tag)
    #expect(isThere)
  }

  @Test(
    "A picture that a mail should not load is left out",
    arguments: [
      ("http://i.example/a.jpg", 600, 300), ("data:image/png;base64,x", 600, 300),
      ("https://i.example/1.gif", 1, 1),
      ("https://i.example/a.jpg", 600, 9_000), ("https://i.example/a.jpg", 0, 0),
      ("https://i.example/a.jpg", Int.max, Int.max), ("https://user:pw@i.example/a.jpg", 600, 300),
    ])
  func noPicture(url: String, width: Int, height: Int) throws {
    let hasPicture = try html(picture: Picture(url: url, width: width, height: height, alt: "")).contains(
      "<img")
    #expect(!hasPicture)
  }

  private func besides(
    _ title: String, _ relation: Edition.Neighbour.Relation = .sameStory, language: String = "en"
  ) -> Edition {
    let quotes = [Samples.quote("Whoever sees the rope first calls it.")]
    let publication = Publication(
      title: "T", language: language, senderName: "T", senderAddress: "t@t.example")
    return Samples.edition(
      [
        Samples.item(1, title, authors: ["Ada Berg"], quotes: quotes),
        Samples.item(
          2, "The follower", authors: ["Ben Ito"], quotes: quotes,
          beside: .init(entryID: "entry-1", title: title, relation: relation)),
      ], publication: publication)
  }

  @Test("An article behind another says so below its byline: in mail, text and archive, and no other does")
  func beside() throws {
    let edition = besides("Ropes <& knots>")
    let rendition = try render(edition, template: .builtIn())
    let page = try #require(
      renderArchive([edition], publication: edition.publication, template: .builtIn()).first {
        $0.name == "2026-W47.html"
      })
    let line = "On the same story as “Ropes &lt;&amp; knots&gt;”</p>"
    for html in [rendition.html, String(decoding: page.bytes, as: UTF8.self)] {
      let cards = html.split(separator: "id=\"a2\"", omittingEmptySubsequences: false).map(String.init)
      #expect(cards.map { $0.ranges(of: line).count } == [0, 1])
      let isInOrder = cards.last?.contains(/(?s)Ben Ito.*On the same story.*Whoever sees the rope/) == true
      #expect(isInOrder)
    }
    let text = rendition.text
    let inText = text.contains(
      "5 min\n   On the same story as “Ropes <& knots>”\n\n   | Whoever sees the rope")
    #expect(inText, "\(text)")
    #expect(text.ranges(of: "On the same story").count == 1)
  }

  @Test(
    "The other side of a subject and the same story are named in the edition's language",
    arguments: [
      ("en", "On the same story as “Rope”", "Takes another side than “Rope”"),
      ("en-US", "On the same story as “Rope”", "Takes another side than “Rope”"),
      ("de", "Zur selben Geschichte wie „Rope“", "Sieht es anders als „Rope“"),
      ("fr", "Sur le même sujet que « Rope »", "Défend un autre point de vue que « Rope »"),
      ("es", "Sobre la misma historia que «Rope»", "Defiende una postura distinta de la de «Rope»"),
      ("ja", "「Rope」と同じ話題の記事", "「Rope」とは異なる立場の記事"),
      ("ar", "عن الموضوع نفسه الذي يتناوله مقال «Rope»", "يتبنى رأيًا مخالفًا لمقال «Rope»"),
      ("he", "באותו נושא כמו ”Rope”", "מציג עמדה אחרת מזו שבמאמר ”Rope”"),
    ])
  func besideInWords(language: String, story: String, side: String) throws {
    func text(_ relation: Edition.Neighbour.Relation) throws -> String {
      try render(besides("Rope", relation, language: language), template: .builtIn()).text
        .replacing("\u{A0}", with: " ")
    }
    let isThere = [
      try text(.sameStory).contains("   \(story)\n"), try text(.otherSide).contains("   \(side)\n"),
    ]
    #expect(isThere == [true, true])
  }

  @Test("The other article's title does not turn the line around it")
  func besideIsolated() throws {
    let hebrew = try render(besides("שלום"), template: .builtIn())
    let inBoth = [
      hebrew.html.contains("On the same story as “<span dir=\"rtl\">שלום</span>”"),
      hebrew.text.contains("On the same story as “\u{2068}שלום\u{2069}”"),
    ]
    #expect(inBoth == [true, true])
    let arabic = try html(besides("Rope", language: "ar")).contains("«<span dir=\"ltr\">Rope</span>»")
    #expect(arabic)
  }

  @Test("An article without a title is not named beside another")
  func besideUntitled() throws {
    let hasLine = try html(besides(" \u{200B} ")).contains("On the same story")
    #expect(!hasLine)
  }

  @Test("Conversations that go on are told in both forms, with a way to them")
  func stillTalking() throws {
    let article = Edition.TitleLine(
      entryID: "x", title: "An older <piece>", url: "https://old.example/1", sourceTitle: "Old",
      readingMinutes: 4)
    let six = Samples.six
    let edition = Edition(
      id: six.id, publication: six.publication, period: six.period, date: six.date, sections: six.sections,
      stillTalking: [
        .init(article: article, newCommentCount: 5, url: "https://old.example/1#comments"),
        .init(article: article, newCommentCount: 0, url: nil),
      ])
    let rendition = try render(edition, template: .builtIn())
    let inHTML =
      rendition.html.contains("An older &lt;piece&gt;</a>")
      && rendition.html.contains("href=\"https://old.example/1#comments\"")
    #expect(inHTML)
    let page = try renderArchive([edition], publication: six.publication, template: .builtIn()).first {
      $0.name == "2026-W47.html"
    }
    let onPage = String(decoding: page?.bytes ?? [], as: UTF8.self).contains(
      "Old · 4\u{A0}min · <a href=\"https://old.example/1#comments\">5\u{A0}new comments</a>")
    #expect(onPage)
    let text = rendition.text
    let inText =
      text.contains("STILL TALKING\n\n  * An older <piece> (Old, 4 min) [")
      && text.contains("]\n    5 new comments [")
    #expect(inText, "\(text.suffix(1800))")
  }

  @Test(
    "Dates, numbers and plurals are those of the edition's language",
    arguments: [
      ("en", "16–22 November 2026", "1 article, about 6 minutes"),
      ("en-US", "November 16–22, 2026", "1 article, about 6 minutes"),
      ("de", "16.–22. November 2026", "1 Artikel, etwa 6 Minuten"),
      ("fr", "16–22 novembre 2026", "1 article, environ 6 minutes"),
      ("es", "16–22 de noviembre de 2026", "1 artículo, aprox. 6 minutos"),
      ("ja", "2026年11月16日～22日", "記事 1 本、約 6 分"), ("ar", "١٦–٢٢ نوفمبر ٢٠٢٦", "مقال واحد، نحو ٦ دقائق"),
      ("he", "16–22 בנובמבר 2026", "מאמר אחד, כ־6 דקות"),
    ])
  func languages(language: String, period: String, size: String) throws {
    let publication = Publication(
      title: "T", language: language, senderName: "T", senderAddress: "t@t.example")
    let text = try render(Samples.edition([Samples.meeting], publication: publication), template: .builtIn())
      .text
    let words = text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    let isThere = words.contains("| \(period) | \(size) ")
    #expect(isThere, "\(words.prefix(200))")
  }

  @Test("French calls the first day of a month by its own name, and only that")
  func firstDay() throws {
    let french = try TemplateSet.builtIn().wording(for: "fr")
    let first = try #require(Day(iso8601: "2026-12-01"))
    #expect(french.date(first) == "1er décembre 2026")
    #expect(french.period(from: first.advanced(byDays: -1), to: first) == "30 novembre – 1er décembre 2026")
    #expect(french.date(first.advanced(byDays: 1)) == "2 décembre 2026")
  }

  @Test("Every sample fits every theme, and no two themes look the same", arguments: TemplateSet.themes)
  func themes(theme: String) throws {
    for edition in [Samples.six, Samples.awkward, Samples.hebrew, Samples.twentyEight] {
      let page = try html(edition, theme: theme)
      #expect(page.utf8.count < 90_000)
      let isPlain = try theme == "default" || page != html(edition)
      #expect(isPlain)
    }
  }
}
