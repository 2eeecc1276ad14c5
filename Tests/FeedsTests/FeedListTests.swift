import Feeds
import Model
import Testing

@Suite("Feed lists")
struct FeedListTests {
  @Test("Nested outlines are sections; letter case, entities and broken markup are forgiven")
  func reading() throws {
    let list = try FeedList(
      opml: Array(
        """
        <?xml version="1.0"?>
        <opml version="1.0"><head><title>Lists &amp; more</title></head><body>
        <outline text="Alone" XMLURL="https://a.example/feed/"/>
        <outline text="Leadership"><outline text="Caf&eacute; Leader's Blog" type="rss" xmlUrl="https://b.example/?a=1&b=2" htmlUrl="https://b.example/"/>
        <outline title="T" text="x" xmlUrl="feed://c.example/rss"/></outline>
        </body></opml>
        """.utf8), file: "l.opml")
    #expect(list.title == "Lists & more")
    #expect(
      list.sources.map(\.feedURL) == [
        "https://a.example/feed/", "https://b.example/?a=1&b=2", "http://c.example/rss",
      ])
    #expect(list.sources.map(\.section) == [nil, "Leadership", "Leadership"])
    #expect(list.sources.map(\.id) == ["alone", "cafe-leaders-blog", "t"])
    #expect(list.sources[1].siteURL == "https://b.example/")
  }

  @Test("Duplicates and bad addresses are reported with their line, and left out")
  func diagnostics() throws {
    let list = try FeedList(
      opml: Array(
        """
        <opml version="2.0"><body>
        <outline text="A" xmlUrl="https://a.example/feed"/>
        <outline text="B" xmlUrl="http://a.example/feed"/>
        <outline text="C" xmlUrl="javascript:alert(1)"/>
        <outline text="A" xmlUrl="https://a2.example/feed"/>
        </body></opml>
        """.utf8), file: "l.opml")
    #expect(list.sources.map(\.id) == ["a", "a-2"])
    #expect(list.diagnostics.map(\.code) == ["feed-duplicate", "address-invalid"])
    #expect(list.diagnostics.map(\.line) == [3, 4])
    #expect(list.diagnostics.first?.source == "l.opml")
  }

  @Test("What is written is read back the same")
  func roundTrip() throws {
    let sources = [
      FeedSource(
        id: "a", feedURL: "https://a.example/?x=1&y=2", siteURL: "https://a.example/", title: "A \"& <B>"),
      FeedSource(
        id: "own-name", feedURL: "https://b.example/feed", title: "B", section: "Teams & Co",
        readsPages: false,
        readsComments: false, weight: 1.5),
    ]
    let written = FeedList(title: "My feeds", sources: sources).opml
    let read = try FeedList(opml: Array(written.utf8))
    #expect(read.title == "My feeds")
    #expect(read.sources == sources)
    #expect(read.diagnostics.isEmpty)
    #expect(read.opml == written)
  }

  @Test("What is no OPML is refused in words", arguments: ["", "hello", "<rss/>"])
  func refused(document: String) {
    #expect(throws: FeedListError.notOPML(file: "x")) { try FeedList(opml: Array(document.utf8), file: "x") }
  }
}
