import Model
import Templates
import Testing

@testable import Rendering

@Suite("An edition and its place on the web")
struct ArchiveTests {
  private static func publication(archive: String?) -> Publication {
    Publication(
      title: "The Whetstone", senderName: "W", senderAddress: "w@whetstone.example.org",
      homepage: "https://whetstone.example.org/", archiveURL: archive)
  }

  private func rendition(_ count: Int, archive: String?) throws -> Rendition {
    let items = (1...count).map {
      Samples.item(
        $0, "Article \($0) of many", quotes: Samples.meeting.paragraphs,
        conversation: Samples.meeting.conversation, score: Double($0) / 1000)
    }
    return try render(
      Samples.edition(items, publication: Self.publication(archive: archive)), template: .builtIn())
  }

  @Test(
    "The page's address follows the configuration",
    arguments: [
      ("https://a.example/weekly", "https://a.example/weekly/", "https://a.example/weekly/2026-W47.html"),
      ("https://a.example/w/{edition}.html", "https://a.example/w/", "https://a.example/w/2026-W47.html"),
      ("https://a.example/w/n-{edition}/x", "https://a.example/w/", "https://a.example/w/n-2026-W47/x"),
    ])
  func addresses(configured: String, index: String, page: String) throws {
    let place = try #require(ArchivePlace(address: configured, edition: "2026-W47"))
    #expect(place.index.address == index)
    #expect(place.page.address == page)
    #expect(place.place(of: "a3")?.address == page + "#a3")
  }

  @Test("What is no web address is no archive", arguments: ["javascript:x", "ftp://a.example/", "", nil])
  func noArchive(address: String?) {
    #expect(ArchivePlace(address: address, edition: "2026-W47") == nil)
  }

  @Test("The contents lead to the archive in both forms, and each article has its place")
  func contents() throws {
    let rendition = try rendition(3, archive: "https://a.example/weekly/{edition}/")
    for number in 1...3 {
      let place = "https://a.example/weekly/2026-W47/#a\(number)"
      let isThere = [rendition.html, rendition.text].map { $0.contains(place) }
      #expect(isThere == [true, true])
      let hasAnchor = rendition.html.contains("id=\"a\(number)\"")
      #expect(hasAnchor)
    }
    let links = [rendition.html.contains("Read it in the browser"), rendition.text.contains("browser [1]")]
    #expect(links == [true, true])
    let hasLocal = try self.rendition(3, archive: nil).html.contains("href=\"#")
    #expect(!hasLocal, "places in a mail cannot be linked to")
  }

  @Test("Every article that a mail has no room for is reached in the archive")
  func omitted() throws {
    let rendition = try rendition(400, archive: "https://a.example/weekly/")
    for form in [rendition.html, rendition.text] {
      let named = (1...400).filter { form.contains("Article \($0) of many") }
      let places = form.components(of: "https://a.example/weekly/2026-W47.html#a")
      let more = form.contains("more articles in the archive")
      // The contents, and the lines of what is only named.
      #expect(places == named.count && more)
      let page = form.contains("https://a.example/weekly/2026-W47.html\"") || form.contains("2026-W47.html\n")
      #expect(page)
    }
  }

  @Test("The page of the archive holds every article whole, each where the mail links to")
  func page() throws {
    let items = (1...120).map {
      Samples.item($0, "Article \($0) of many", quotes: Samples.meeting.paragraphs)
    }
    let edition = Samples.edition(items, publication: Self.publication(archive: "https://a.example/"))
    let pages = try renderArchive([edition], publication: edition.publication, template: .builtIn())
    let page = String(
      decoding: try #require(pages.first { $0.name == "2026-W47.html" }).bytes, as: UTF8.self)
    for number in 1...120 {
      let isWhole = page.contains("id=\"a\(number)\"") && page.contains("href=\"#a\(number)\"")
      #expect(isWhole)
    }
    let asksForBrowser = page.contains("Read it in the browser")
    #expect(!asksForBrowser)
  }
}

extension String {
  /// How often `text` occurs.
  fileprivate func components(of text: String) -> Int { split(separator: text).count - 1 }
}
