import Model
import Templates
import Testing

@testable import Rendering

@Suite("The archive's pages")
struct ArchivePagesTests {
  /// The same edition as of another week.
  private static func moved(_ edition: Edition, weeks: Int, id: Edition.ID) -> Edition {
    let period = edition.period
    let seconds = weeks * 7 * 86_400
    return Edition(
      id: id, publication: edition.publication,
      period: Period(
        firstDay: period.firstDay.advanced(byDays: weeks * 7),
        lastDay: period.lastDay.advanced(byDays: weeks * 7),
        start: period.start.advanced(bySeconds: seconds), end: period.end.advanced(bySeconds: seconds),
        timeZone: period.timeZone, offsetSeconds: period.offsetSeconds),
      date: edition.date.advanced(bySeconds: seconds), note: edition.note, sections: edition.sections,
      alsoPublished: edition.alsoPublished)
  }

  private static let three = [
    Samples.six, moved(Samples.one, weeks: -1, id: "2026-W46"),
    moved(Samples.quiet, weeks: 1, id: "2026-W48"),
  ]

  private func site(
    _ editions: [Edition] = three, publication: Publication = Samples.publication
  ) throws -> [String: String] {
    let pages = try renderArchive(editions, publication: publication, template: .builtIn())
    return Dictionary(
      uniqueKeysWithValues: pages.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func count(_ part: String, in text: String) -> Int { text.ranges(of: part).count }

  @Test("One page an edition, a list and a feed, all in one folder; in whatever order the editions come")
  func files() throws {
    let site = try site()
    #expect(
      site.keys.sorted() == ["2026-W46.html", "2026-W47.html", "2026-W48.html", "feed.atom", "index.html"])
    #expect(try self.site(Self.three.reversed()) == site)
  }

  @Test("Every article stands in full under its anchor, though the mail has room for few")
  func everyArticle() throws {
    let edition = Samples.twentyEight
    let items = edition.items.map { item in
      Samples.item(
        item.number, item.title, quotes: item.paragraphs + item.paragraphs, conversation: item.conversation)
    }
    let mail = try render(Samples.edition(items), template: .builtIn()).html
    let page = try #require(try site([Samples.edition(items)])["2026-W47.html"])
    #expect(count("<h2 class=\"ink\"", in: mail) < 28, "the mail has room for all: the test shows nothing")
    for number in 1...28 {
      #expect(count("<article id=\"a\(number)\">", in: page) == 1)
      #expect(count("<a href=\"#a\(number)\">", in: page) == 1)
    }
    #expect(count("<blockquote class=\"key ", in: page) == items.reduce(0) { $0 + $1.paragraphs.count })
  }

  @Test("Every title line stands there, though the mail ends with a number")
  func everyTitleLine() throws {
    let lines = (1...90).map { number in
      Edition.TitleLine(
        entryID: .init(rawValue: "l\(number)"), title: "Line \(number).", url: "https://a.example/\(number)",
        sourceTitle: "Source", readingMinutes: 2)
    }
    let edition = Samples.edition([.init(title: nil, items: Samples.one.items)], also: lines)
    #expect(try !render(edition, template: .builtIn()).html.contains("Line 90."))
    let page = try #require(try site([edition])["2026-W47.html"])
    for number in 1...90 { #expect(page.contains(">Line \(number).</a>")) }
  }

  @Test("The list has the newest first, with a link to each article")
  func index() throws {
    let index = try #require(try site()["index.html"])
    let places = ["2026-W48.html\"", "2026-W47.html\"", "2026-W46.html\""].map { name in
      index.ranges(of: name).first?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    for item in Samples.six.items { #expect(index.contains("href=\"2026-W47.html#a\(item.number)\"")) }
  }

  @Test("Of a very long edition the list names the first twelve articles")
  func longEdition() throws {
    let index = try #require(try site([Samples.twentyEight])["index.html"])
    #expect(index.contains("2026-W47.html#a12\""))
    #expect(!index.contains("2026-W47.html#a13\""))
  }

  @Test("Each page knows its neighbours, the list and its own address")
  func neighbours() throws {
    let page = try #require(try site()["2026-W47.html"])
    #expect(page.contains("<a class=\"older\" rel=\"prev\" href=\"2026-W46.html\">Issue 2026-W46</a>"))
    #expect(page.contains("<a class=\"newer\" rel=\"next\" href=\"2026-W48.html\">Issue 2026-W48</a>"))
    #expect(
      page.contains("<link rel=\"canonical\" href=\"https://whetstone.example.org/weekly/2026-W47.html\">"))
    let oldest = try #require(try site()["2026-W46.html"])
    #expect(!oldest.contains("class=\"older\" rel"))
  }

  @Test(
    "No page runs a script, asks for anything, or holds a reader's link; links inside the archive are plain names"
  )
  func quietPages() throws {
    for (name, page) in try site() where name.hasSuffix(".html") {
      for sign in [
        "<script", " src=", "@import", "url(", "<img", "<form", " style=", "unsubscribe", "/u/5f2c",
      ] {
        #expect(!page.contains(sign), "\(sign) in \(name)")
      }
      #expect(page.contains("content=\"default-src 'none';"))
      for link in page.ranges(of: "href=\"").map({ page[$0.upperBound...].prefix { $0 != "\"" } })
      where !link.contains("://") {
        let file = link.prefix { $0 != "#" }
        #expect(
          ["index.html", "feed.atom", "", "2026-W46.html", "2026-W47.html", "2026-W48.html"].contains(file))
      }
    }
  }

  @Test("Titles, names and quotes that try to leave their place do not")
  func awkward() throws {
    let site = try site([Samples.awkward], publication: Samples.awkward.publication)
    for (name, page) in site {
      #expect(!page.contains("<script"), "\(name)")
      #expect(!page.contains("<b>Bobby"), "\(name)")
      #expect(!page.contains("javascript:"), "\(name)")
      #expect(!page.contains("\u{202E}"), "\(name)")
      #expect(!page.contains("\"quotes\"\u{301}"), "\(name)")
    }
    let page = try #require(site["2026-W47.html"])
    #expect(page.contains("<h2 lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("<blockquote class=\"key right\" lang=\"ar\" dir=\"rtl\">"))
  }

  @Test("Without a homepage there is no canonical address, and the feed's links are relative")
  func noHomepage() throws {
    let publication = Publication(title: "W", senderName: "W", senderAddress: "w@w.example")
    let site = try site([Samples.one], publication: publication)
    #expect(site["2026-W47.html"]?.contains("canonical") == false)
    let feed = try #require(site["feed.atom"])
    #expect(feed.contains("<link rel=\"alternate\" type=\"text/html\" href=\"2026-W47.html\"/>"))
    #expect(feed.contains("<id>tag:w.example,2026-01-01:digest</id>"))
    #expect(!feed.contains("rel=\"self\""))
  }

  @Test("An entry's id outlives a move and a new name")
  func stableIDs() throws {
    let id = "<id>tag:whetstone.example.org,2026-11-16:digest/2026-W47</id>"
    let renamed = Publication(
      title: "New", senderName: "New", senderAddress: "n@new.example", homepage: "https://new.example/a")
    #expect(try site()["feed.atom"]?.contains(id) == true)
    let feed = try #require(try site(publication: renamed)["feed.atom"])
    #expect(feed.contains(id))
    #expect(feed.contains("<id>https://new.example/a/</id>"))
  }

  @Test(
    "The archive's address is a folder",
    arguments: [
      ("https://a.example", "https://a.example/"), ("https://a.example/w", "https://a.example/w/"),
      ("https://a.example/w/", "https://a.example/w/"),
      ("https://a.example/w/index.html?x=1#top", "https://a.example/w/"),
      ("https://a.example/?p=a.b", "https://a.example/"),
      ("https://a.example/v1.2/w", "https://a.example/v1.2/w/"),
    ])
  func address(homepage: String, base: String) throws {
    let address = ArchiveAddress(try #require(WebLink(homepage)))
    #expect(address.base == base)
    #expect(address.page(of: "2026-W47", article: 3) == base + "2026-W47.html#a3")
  }
}
