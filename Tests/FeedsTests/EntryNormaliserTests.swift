import Feeds
import Markup
import Model
import Testing

@Suite("Entries from feeds")
struct EntryNormaliserTests {
  @Test("An entry keeps its identity when the site moves to https, and another entry has another")
  func identity() {
    let old = entries("<item><guid isPermaLink='false'>http://b.example/?p=7</guid><title>A</title></item>")
    let new = entries("<item><guid isPermaLink='false'>https://b.example/?p=7</guid><title>B</title></item>")
    let other = entries("<item><guid isPermaLink='false'>https://b.example/?p=8</guid></item>")
    #expect(old.map(\.id) == new.map(\.id))
    #expect(new.map(\.id) != other.map(\.id))
    #expect(new.first?.id.rawValue.utf8.count == 16)
  }

  @Test("Without a guid the address counts, without that the words; exact repeats are dropped")
  func fallbackIdentity() {
    let found = entries(
      """
      <item><link>https://b.example/1</link></item><item><link>https://b.example/1</link></item>
      <item><title>x</title></item><item><title>y</title></item>
      <item><guid>same</guid><title>p</title></item><item><guid>same</guid><title>q</title></item>
      """)
    #expect(found.count == 5)
    #expect(Set(found.map(\.id)).count == 5)
  }

  @Test("Addresses are absolute web addresses or nothing")
  func addresses() {
    let found = EntryNormaliser(feedID: "f", url: "https://b.example/feed/").entries(
      of: parse(rss("<item><link>/a b</link><comments>mailto:x@y.example</comments></item>")))
    #expect(found.first?.url == "https://b.example/a%20b")
    #expect(found.first?.commentsURL == nil)
  }

  @Test("A title is plain text and never empty")
  func titles() {
    let found = entries(
      """
      <item><title>&lt;b&gt;Trust&lt;/b&gt; &amp;amp; co</title></item>
      <item><description>One two three four five six seven eight nine ten eleven</description></item>
      <item><link>https://b.example/1</link></item><item><category>c</category></item>
      """)
    #expect(
      found.map(\.title) == [
        "Trust & co", "One two three four five six seven eight nine ten…", "https://b.example/1", "Untitled",
      ])
  }

  @Test(
    "Texts stay as they came; what is carried is the content, safe and with absolute addresses, else the summary"
  )
  func bodies() {
    let found = entries(
      """
      <item><guid>1</guid><description>Short.</description></item>
      <item><guid>2</guid><description>S</description><content:encoded
        xml:base="https://b.example/x/">&lt;p onclick="x"&gt;&lt;a href="y"&gt;C&lt;/a&gt;&lt;/p&gt;</content:encoded></item>
      <item><guid>3</guid><description>S</description><content:encoded>&lt;script&gt;x&lt;/script&gt;</content:encoded></item>
      <item><guid>4</guid><description> </description></item>
      """)
    #expect(found.map { $0.contentHTML != nil } == [false, true, true, false])
    #expect(found.map { $0.summaryHTML != nil } == [true, true, true, false])
    #expect(found[1].contentHTML == "<p onclick=\"x\"><a href=\"y\">C</a></p>")
    #expect(found[1].base == "https://b.example/x/")
  }

  @Test(
    "Spellings of one permalink are equal, other pages are not",
    arguments: [
      ("http://www.b.example/a/", "b.example/a"),
      ("https://B.example/a?utm_source=rss&p=1#more", "b.example/a?p=1"),
      ("https://b.example", "b.example"), ("https://b.example:8443/a", "b.example:8443/a"),
      ("https://b.example:443/a", "b.example/a"), ("mailto:a@b.example", nil), ("/a", nil),
    ] as [(String, String?)])
  func links(url: String, expected: String?) {
    #expect(comparableLink(url) == expected)
  }

  @Test("Authors are names, never addresses of e-mail; an Atom entry falls back on the feed's")
  func authors() {
    #expect(
      entries("<item><author>a@b.example</author><dc:creator>Ann</dc:creator></item>").first?.authors == [
        "Ann"
      ])
    let feed = parse(atom("<author><name>Bo</name></author><entry><id>1</id></entry>"))
    #expect(EntryNormaliser(feedID: "f").entries(of: feed).first?.authors == ["Bo"])
  }

  @Test(
    "A teaser asks for its page",
    arguments: [
      ("It begins here […]", true), ("It begins [&#8230;]", true), ("Begin... Continue reading", true),
      ("Begin. <a href='/'>Read more →</a>", true), ("Begin. Continue reading How to listen →", true),
      ("<p>Begin.</p><p>The post Trust appeared first on Blog.</p>", true),
      (String(repeating: "word ", count: 300) + "end.", false),
      (String(repeating: "word ", count: 300) + "The post Trust appeared first on Blog.", false),
      (String(repeating: "word ", count: 300) + "[...]", true), ("A short, complete note.", false),
    ])
  func teasers(html: String, expected: Bool) {
    let entry = Entry(
      id: "1", feedID: "f", url: "https://b.example/1", title: "T", contentHTML: html, summaryHTML: nil)
    let text = SafeHTML(sanitising: html, base: nil).text
    #expect(TeaserRule.needsPage(entry, carrying: text) == expected)
  }

  @Test("Without content the page is needed, without a page it cannot be")
  func noContent() {
    let entry = Entry(id: "1", feedID: "f", url: "https://b.example/", title: "T")
    #expect(TeaserRule.needsPage(entry, carrying: nil))
    #expect(!TeaserRule.needsPage(Entry(id: "1", feedID: "f", title: "T"), carrying: nil))
  }

  private func entries(_ items: String) -> [Entry] {
    EntryNormaliser(feedID: "f").entries(of: parse(rss(items)))
  }
}
