import Feeds
import Markup
import Model
import Testing

@Suite("RSS")
struct RSSTests {
  @Test("A WordPress item gives link, author, dates, body, categories and comments")
  func wordPressItem() throws {
    let feed = parse(
      rss(
        """
        <title>Trust &amp; Teams</title><link>https://blog.example/</link><description>On work</description>
        <atom:link href="https://blog.example/feed/" rel="self" type="application/rss+xml"/><language>en-US</language>
        <item><title>Why &#8220;trust&#8221; matters</title><link>https://blog.example/trust/</link>
        <comments>https://blog.example/trust/#comments</comments><dc:creator><![CDATA[Ann Lee]]></dc:creator>
        <pubDate>Mon, 16 Nov 2026 08:30:00 +0100</pubDate><category><![CDATA[Trust]]></category><category>Trust</category>
        <guid isPermaLink="false">https://blog.example/?p=7</guid><description><![CDATA[Short [&#8230;]]]></description>
        <content:encoded><![CDATA[<p>Long <a href="/more">text</a></p>]]></content:encoded>
        <wfw:commentRss>https://blog.example/trust/feed/</wfw:commentRss><slash:comments> 4 </slash:comments></item>
        """), url: "https://blog.example/feed/")
    let entry = try #require(feed.entries.first)
    #expect(feed.version == "rss20")
    #expect(feed.isWellFormed)
    #expect(feed.warnings.isEmpty)
    #expect(feed.channel.title?.text == "Trust & Teams")
    #expect(feed.channel.link == "https://blog.example/")
    #expect(feed.channel.selfLink == "https://blog.example/feed/")
    #expect(entry.id == "https://blog.example/?p=7")
    #expect(entry.idIsPermalink == false)
    #expect(entry.title?.text == "Why “trust” matters")
    #expect(entry.authors == [ParsedPerson(name: "Ann Lee")])
    #expect(entry.published?.instant == Instant(rfc3339: "2026-11-16T07:30:00Z"))
    #expect(entry.categories == [ParsedCategory(term: "Trust")])
    #expect(entry.summary?.text == "Short […]")
    #expect(entry.content.first?.safe.html == "<p>Long <a href=\"https://blog.example/more\">text</a></p>")
    #expect(entry.commentsLink == "https://blog.example/trust/#comments")
    #expect(entry.commentsFeed == "https://blog.example/trust/feed/")
    #expect(entry.commentCount == 4)
  }

  @Test("Elements of an image, a text input or another namespace never stand for the channel's own")
  func foreignElements() {
    let feed = parse(
      rss(
        """
        <image><title>Logo</title><link>https://img.example/</link><url>https://img.example/i.png</url></image>
        <textInput><title>Search</title><link>https://s.example/</link></textInput>
        <x:title xmlns:x="urn:x">Other</x:title><title>Own</title><link>https://own.example/</link>
        """))
    #expect(feed.channel.title?.text == "Own")
    #expect(feed.channel.link == "https://own.example/")
    #expect(feed.channel.links.count == 1)
    #expect(feed.channel.image?.url == "https://img.example/i.png")
    #expect(feed.channel.textInput?.title == "Search")
    #expect(feed.channel.extensions.first?.text == "Other")
  }

  @Test("A feed that was encoded twice is repaired, but not if one text proves the contrary")
  func doubleEncoding() {
    let twice = "<title>FlÃ¼chtling</title><item><title>&#226;&#128;&#166;</title></item>"
    let feed = parse(rss(twice))
    #expect(feed.channel.title?.text == "Flüchtling")
    #expect(feed.entries.first?.title?.text == "…")
    #expect(parse(rss(twice + "<item><title>é</title></item>")).channel.title?.text == "FlÃ¼chtling")
  }

  @Test("A guid is the link only if it is a permalink and there is no other")
  func guid() {
    let feed = parse(
      rss(
        """
        <item><guid>https://e.example/1</guid></item>
        <item><guid isPermaLink="false">https://e.example/2</guid></item>
        <item><guid>https://e.example/3</guid><link>https://e.example/three</link></item>
        <item><guid>post-4</guid></item>
        """))
    #expect(feed.entries.map(\.link) == ["https://e.example/1", nil, "https://e.example/three", nil])
    #expect(feed.entries.map(\.idIsPermalink) == [true, false, false, true])
  }

  @Test(
    "A title is HTML only if it looks like it",
    arguments: [
      ("AT&amp;T", "text/plain", "AT&T"), ("2 &gt; 1", "text/plain", "2 > 1"),
      ("&lt;b&gt;Bold&lt;/b&gt;", "text/html", "Bold"), ("Q&amp;amp;A", "text/html", "Q&A"),
      ("The &lt;blink&gt; tag", "text/plain", "The <blink> tag"), ("x &amp;mdash; y", "text/html", "x — y"),
    ])
  func titleTypes(source: String, type: String, text: String) {
    let title = parse(rss("<item><title>\(source)</title></item>")).entries.first?.title
    #expect(title?.type == type)
    #expect(title?.text == text)
  }

  @Test("RSS 1.0 takes an item's id from rdf:about, and items beside the channel")
  func rdf() {
    let feed = parse(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://e.example/"><title>T</title><link>https://e.example/</link></channel>
      <item rdf:about="https://e.example/1"><title>One</title><link>https://e.example/one</link>
      <dc:date>2026-11-16T10:00:00Z</dc:date><dc:creator>Ann</dc:creator></item></rdf:RDF>
      """)
    #expect(feed.format == .rdf)
    #expect(feed.version == "rss10")
    #expect(feed.entries.first?.id == "https://e.example/1")
    #expect(feed.entries.first?.link == "https://e.example/one")
    #expect(feed.entries.first?.published?.instant == feed.entries.first?.updated?.instant)
    #expect(feed.entries.first?.published?.instant != nil)
  }

  @Test(
    "Persons are split into name and address",
    arguments: [
      ("ann@e.example (Ann Lee)", ParsedPerson(name: "Ann Lee", email: "ann@e.example")),
      ("Ann Lee (ann@e.example)", ParsedPerson(name: "Ann Lee", email: "ann@e.example")),
      ("Ann Lee &lt;ann@e.example&gt;", ParsedPerson(name: "Ann Lee", email: "ann@e.example")),
      ("ann@e.example", ParsedPerson(email: "ann@e.example")), ("Ann Lee", ParsedPerson(name: "Ann Lee")),
      ("ann@e.industries (Ann)", ParsedPerson(name: "Ann", email: "ann@e.industries")),
    ])
  func persons(source: String, expected: ParsedPerson) {
    #expect(parse(rss("<item><author>\(source)</author></item>")).entries.first?.authors == [expected])
  }

  @Test("An unclosed element swallows no item, and an item without an end is ended by the next")
  func unclosed() {
    let feed = parse(
      rss(
        """
        <itunes:category text="A"><item><title>1</title><media:content url="https://e.example/m"><link>https://e.example/1</link></item>
        <item><title>2</title><item><title>3</title></item>
        """))
    #expect(feed.entries.map { $0.title?.text } == ["1", "2", "3"])
    #expect(!feed.isWellFormed)
  }

  @Test("A raw ampersand stays what it is")
  func ampersand() {
    let feed = parse(rss("<item><link>https://e.example/?a=1&copy=2&b</link><title>R&D</title></item>"))
    #expect(feed.entries.first?.link == "https://e.example/?a=1&copy=2&b")
    #expect(feed.entries.first?.title?.text == "R&D")
  }

  @Test("Addresses that run something are left out")
  func unsafeAddresses() {
    let feed = parse(
      rss(
        """
        <item><link>java&#10;script:alert(1)</link><enclosure url="data:text/html,x"/><comments>file:///etc/passwd</comments></item>
        """))
    #expect(feed.entries.first?.link == nil)
    #expect(feed.entries.first?.enclosures.isEmpty == true)
    #expect(feed.entries.first?.commentsLink == nil)
    #expect(feed.warnings.filter { $0.code == "address-invalid" }.count == 3)
  }

  @Test("The JSON form leaves out what has nothing to say")
  func jsonForm() throws {
    let text = try json(parse(rss("<title>T</title><item><guid>x</guid></item>")))
    #expect(
      text == """
        {"encoding":"utf-8","entries":[{"id":"x","idIsPermalink":true}],\
        "feed":{"title":{"html":"T","text":"T","type":"text/plain"}},"format":"rss",\
        "schema":"digest.feed/1","version":"rss20","warnings":[],"wellFormed":true}
        """)
  }

  @Test(
    "What is no feed is said to be none",
    arguments: ["", "hello", "<html><body>x</body></html>", "{}", "[1]", "{"])
  func noFeed(document: String) {
    let feed = parse(document)
    #expect(!feed.isFeed)
    #expect(feed.warnings.last?.code == "not-a-feed")
  }

  @Test(
    "An empty root is a feed only if it states its version",
    arguments: [
      ("<rss/>", false), ("<rss version='9'/>", false), ("<rss version='0.92'/>", true),
      ("<rss><channel/></rss>", true), ("<rss><item/></rss>", true),
    ])
  func hollow(document: String, isFeed: Bool) {
    #expect(parse(document).isFeed == isFeed)
  }
}
