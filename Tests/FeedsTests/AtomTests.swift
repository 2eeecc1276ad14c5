import Feeds
import Markup
import Model
import Testing

@Suite("Atom")
struct AtomTests {
  @Test("Text constructs are what their type says")
  func types() throws {
    let feed = parse(
      atom(
        """
        <entry><title type="text">a &lt;b&gt;</title><summary type="html">x &lt;i&gt;y&lt;/i&gt;</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>p &amp; <br/>q</p></div></content></entry>
        """))
    let entry = try #require(feed.entries.first)
    #expect(entry.title?.type == "text/plain")
    #expect(entry.title?.text == "a <b>")
    #expect(entry.summary?.safe.html == "x <i>y</i>")
    #expect(entry.content.first?.type == "application/xhtml+xml")
    #expect(entry.content.first?.source == "<p>p &amp; <br>q</p>")
  }

  @Test("xml:base is inherited and resolved; xml:lang ends where it is empty")
  func bases() throws {
    let feed = parse(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/x/" xml:lang="en_US">
      <link href="page"/><entry xml:base="y/"><link href="1"/><title xml:lang="">T</title>
      <content type="html" xml:lang="de">&lt;a href="z"&gt;z&lt;/a&gt;</content></entry></feed>
      """)
    #expect(feed.channel.link == "http://a.example/x/page")
    let entry = try #require(feed.entries.first)
    #expect(entry.link == "http://a.example/x/y/1")
    #expect(entry.title?.language == nil)
    #expect(entry.content.first?.language == "de")
    #expect(entry.content.first?.base == "http://a.example/x/y/")
    #expect(entry.content.first?.safe.html == "<a href=\"http://a.example/x/y/z\">z</a>")
    #expect(feed.channel.language == "en-US")
  }

  @Test("Replies links give page, feed and count of comments")
  func replies() throws {
    let feed = parse(
      atom(
        """
        <entry><link rel="replies" type="text/html" href="http://e.example/p#c" thr:count="3"/>
        <link rel="replies" type="application/atom+xml" href="http://e.example/c.atom" thr:count="5"/>
        <thr:total>7</thr:total></entry>
        """))
    let entry = try #require(feed.entries.first)
    #expect(entry.commentsLink == "http://e.example/p#c")
    #expect(entry.commentsFeed == "http://e.example/c.atom")
    #expect(entry.commentCount == 7)
  }

  @Test("An entry's source is read apart from the entry")
  func source() throws {
    let entry = try #require(
      parse(
        atom(
          "<entry><source><title>Planet</title><author><name>P</name></author></source><title>Own</title></entry>"
        )
      )
      .entries.first)
    #expect(entry.title?.text == "Own")
    #expect(entry.authors.isEmpty)
    #expect(entry.source?.title?.text == "Planet")
    #expect(entry.source?.authors.first?.name == "P")
  }

  @Test("Atom 0.3 has modes")
  func modes() throws {
    let feed = parse(
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
      <title type="text/html" mode="escaped">&lt;b&gt;x&lt;/b&gt;</title><issued>2004-01-01T19:48:21Z</issued>
      <content type="text/plain" mode="base64">RXhhbXBsZSA8Yj5BdG9tPC9iPg==</content></entry></feed>
      """)
    let entry = try #require(feed.entries.first)
    #expect(feed.version == "atom03")
    #expect(entry.title?.text == "x")
    #expect(entry.content.first?.text == "Example <b>Atom</b>")
    #expect(entry.published?.source == "2004-01-01T19:48:21Z")
  }

  @Test("Headers give base, language, hubs and the warning about the media type")
  func headers() {
    let feed = parse(
      atom("<link href='/page'/><entry/>"), url: "http://e.example/feed",
      headers: [
        ("content-type", "text/plain; charset=utf-8"), ("Content-Location", "/sub/feed.atom"),
        ("Content-Language", "de"), ("Link", "<https://hub.example/>; rel=\"hub\", </self>; rel=self"),
      ])
    #expect(feed.channel.link == "http://e.example/page")
    #expect(feed.channel.language == "de")
    #expect(feed.channel.hubs == ["https://hub.example/"])
    #expect(feed.channel.selfLink == "http://e.example/self")
    #expect(feed.warnings.map(\.code) == ["media-type-not-xml", "id-missing"])
    #expect(feed.isWellFormed)
  }

  @Test("Without an address of the document, and without xml:base, addresses stay relative")
  func noBase() {
    let feed = parse(
      atom(
        """
        <link rel="self" href="https://e.example/feed"/><entry><link href="/a"/><content type="html">&lt;a
        href="/b"&gt;x&lt;/a&gt;</content></entry><entry xml:base="http://é.example/c/"><link href=""/></entry>
        """))
    #expect(feed.entries.map(\.link) == ["/a", "http://é.example/c/"])
    #expect(feed.entries[0].content.first?.safe.html == "<a href=\"/b\">x</a>")
  }
}
