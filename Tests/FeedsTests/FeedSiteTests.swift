import Feeds
import Model
import Testing

@Suite("An entry's own page, and its own identity")
struct FeedSiteTests {
  private func url(_ item: String, channel: String = "https://log.example/") -> String? {
    EntryNormaliser(feedID: "f", url: "https://log.example/feed.xml").entries(
      of: parse(rss("<title>Log</title><link>\(channel)</link><item>\(item)</item>"))
    ).first?.url
  }

  @Test(
    "A link log's remark has the page that the feed names as its own, not the one that it is about",
    arguments: [
      ("<guid>https://log.example/2026/walls</guid>", "https://log.example/2026/walls"),
      (
        "<guid isPermaLink='false'>https://www.log.example/2026/walls</guid>",
        "https://www.log.example/2026/walls"
      ),
      ("<atom:link rel='related' href='https://log.example/linked/7'/>", "https://log.example/linked/7"),
      ("<guid isPermaLink='false'>log-7</guid>", "https://walls.example/stone"),
      ("<guid>https://log.example/</guid>", "https://walls.example/stone"),
      ("<guid>https://walls.example/?p=7</guid>", "https://walls.example/stone"),
    ])
  func linkLog(parts: String, expected: String) {
    #expect(url("<link>https://walls.example/stone</link>" + parts) == expected)
  }

  @Test("A site that moved has its pages where its links say")
  func moved() {
    let items = (1...3).map {
      "<item><link>https://new.example/\($0)</link><guid>https://log.example/old/\($0)</guid></item>"
    }
    let found = EntryNormaliser(feedID: "f", url: "https://log.example/feed").entries(
      of: parse(rss(items.joined())))
    #expect(found.map(\.url) == (1...3).map { "https://new.example/\($0)" })
  }

  @Test(
    "Hosts of one domain are one site, unless many have theirs under it",
    arguments: [
      ("www.a.example", "blog.a.example", true), ("a.co.uk", "b.co.uk", false),
      ("x.a.co.uk", "a.co.uk", true),
      ("a.wordpress.com", "b.wordpress.com", false), ("127.0.0.1", "10.0.0.1", false),
      ("a.org", "b.org", false),
    ])
  func sites(first: String, second: String, expected: Bool) {
    #expect(isSameSite(first, second) == expected)
  }

  @Test("An id that several articles share is the identity of none, one of two forms of an article stays")
  func sharedIDs() {
    func ids(_ items: String) -> [String] {
      EntryNormaliser(feedID: "f", url: "https://log.example/feed").entries(
        of: parse(rss("<link>https://log.example/</link>" + items))
      ).map(\.id.rawValue)
    }
    func item(_ number: Int, link: String? = nil) -> String {
      "<item><title>T\(number)</title><link>\(link ?? "https://log.example/\(number)")</link><guid>x</guid></item>"
    }
    let bare = ids(item(1))
    let both = ids(item(2) + item(1))
    #expect(Set(both).count == 2)
    #expect(Set(both).isDisjoint(with: bare))
    #expect(ids(item(3) + item(2) + item(1)).dropFirst() == both[...])
    // Forms of one page, and pages that are none.
    #expect(ids(item(2, link: "https://log.example/1") + item(1)).contains(bare[0]))
    #expect(
      !ids(item(2, link: "https://log.example/") + item(1, link: "https://log.example/")).contains(bare[0]))
  }
}
