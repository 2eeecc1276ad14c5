import Feeds
import Testing

@Suite("Finding feeds")
struct FeedDiscoveryTests {
  @Test("Declared feeds come first, those of comments after, then links")
  func declared() {
    let found = discoverFeeds(
      in: Array(
        """
        <html><head><link rel="alternate" type="application/rss+xml" title="Blog &raquo; Comments Feed" href="/comments/feed/">
        <LINK REL='alternate' TYPE='application/atom+xml' HREF='atom.xml?a=1&amp;b=2'>
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1"><link rel="stylesheet" href="/x.css">
        </head><body><a href="/blog/rss.xml">RSS</a><a href="/about">About</a></body></html>
        """.utf8), url: "https://b.example/x/")
    #expect(
      found.map(\.url) == [
        "https://b.example/x/atom.xml?a=1&b=2", "https://b.example/comments/feed/",
        "https://b.example/blog/rss.xml",
      ])
    #expect(found.map(\.evidence) == [.declared, .declared, .linked])
    #expect(found[1].title == "Blog » Comments Feed")
  }

  @Test("A page that says nothing leaves the usual places to try")
  func usual() {
    let found = discoverFeeds(in: Array("<p>x</p>".utf8), url: "https://b.example/x/")
    #expect(found.first?.url == "https://b.example/feed/")
    #expect(found.allSatisfy { $0.evidence == .usual })
  }
}
