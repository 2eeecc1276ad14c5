import Feeds
import Model
import Testing

@Suite("What type a text has, and what becomes of it")
struct TextTypeTests {
  @Test(
    "An Atom text whose type names no media type is what it looks like",
    arguments: [
      ("CDATA", "<![CDATA[<p>A <b>b</b></p>]]>", "text/html", "A b"),
      ("HTML5", "&lt;p>A&lt;/p>", "text/html", "A"),
      ("plain", "A", "text/plain", "A"), ("plain", "A &lt;b>", "text/plain", "A <b>"),
      ("escaped", "A &amp;amp; b", "text/html", "A & b"),
      ("text/html; charset=utf-8", "&lt;p>A&lt;/p>", "text/html", "A"),
      ("TEXT/Plain;x", "A", "text/plain", "A"),
    ])
  func atomTypes(type: String, xml: String, expected: String, text: String) {
    let entry = parse(
      atom(
        "<entry><id>1</id><title type=\"\(type)\">\(xml)</title><content type=\"\(type)\">\(xml)</content></entry>"
      )
    ).entries.first
    #expect(entry?.content.first?.type == expected)
    #expect(entry?.content.first?.text == text)
    #expect(entry?.title?.text == text)
  }

  @Test(
    "A CDATA section around a title that was escaped, or put into another one, goes",
    arguments: [
      "&lt;![CDATA[Hall &amp;amp; yard]]&gt;", "<![CDATA[<![CDATA[Hall & yard]]]]><![CDATA[>]]>",
      "&lt;![CDATA[ Hall & yard ]]&gt;",
    ])
  func sections(xml: String) {
    let feed = parse(rss("<item><title>\(xml)</title></item>"))
    #expect(feed.entries.first?.title?.text == "Hall & yard")
  }

  @Test(
    "A title is shown as people read it, though it was escaped once too often",
    arguments: [
      (#"Board on &#8216;Maps&#8217; &amp; <em>more</em>"#, "Board on ‘Maps’ & more"),
      ("1 < 2 & 3", "1 < 2 & 3"),
      ("Using <p>", "Using <p>"),
    ])
  func jsonTitles(title: String, expected: String) {
    let feed = parse(
      #"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "\#(title)"}]}"#)
    #expect(EntryNormaliser(feedID: "f").entries(of: feed).first?.title == expected)
    #expect(feed.entries.first?.title?.text == title)
  }

  @Test(
    "A title that speaks of markup keeps it",
    arguments: [
      ("How the &lt;p&gt; element works", "How the <p> element works"), ("&lt;b&gt;Now&lt;/b&gt;", "Now"),
      ("One&lt;br&gt;two", "One two"), ("Late &lt;i&gt;news", "Late news"),
      ("Reed&amp;amp;#8217;s &amp;amp;amp; Marsh", "Reed’s & Marsh"),
      ("Why &amp;amp;lt; is hard", "Why &lt; is hard"),
    ])
  func rssTitles(xml: String, expected: String) {
    let feed = parse(rss("<item><title>\(xml)</title></item>"))
    #expect(EntryNormaliser(feedID: "f").entries(of: feed).first?.title == expected)
  }

  @Test("An Atom title that declares itself to be text may be about markup; numbers of characters are not")
  func atomTitle() {
    let feed = parse(
      atom("<entry><id>1</id><title>A &lt;b> tag, &amp;amp; and Pia&amp;#8217;s</title></entry>"))
    #expect(EntryNormaliser(feedID: "f").entries(of: feed).first?.title == "A <b> tag, &amp; and Pia’s")
  }

  @Test(
    "Plain text keeps its paragraphs; markup that nobody declared is read as markup",
    arguments: [
      ("A & b.\\n\\nC <d>.", "<p>A &amp; b.</p>\n<p>C &lt;d&gt;.</p>\n"),
      ("- a\\n- b", "<p>- a<br>- b</p>\n"),
      ("<div class=\\\"x\\\"><p>A</p></div>", "<div class=\"x\"><p>A</p></div>"),
      ("A <b>b</b>.\\r\\n\\r\\nC", "<p>A <b>b</b>.</p>\n<p>C</p>\n"),
      ("Use <p> or <b>.", "<p>Use &lt;p&gt; or &lt;b&gt;.</p>\n"),
    ])
  func plainText(json: String, expected: String) {
    let feed = parse(
      #"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "\#(json)"}]}"#)
    #expect(feed.entries.first?.content.first?.type == "text/plain")
    #expect(EntryNormaliser(feedID: "f").entries(of: feed).first?.contentHTML == expected)
  }

  @Test("Lines that a program filled are one paragraph, long lines are one each")
  func lines() {
    let filled = String(
      repeating: "Seven or more words stand in this line, which is as long as most.\n", count: 3)
    let long = String(repeating: String(repeating: "A paragraph in one line. ", count: 6) + "\n", count: 2)
    let feed = parse(
      atom(
        "<entry><id>1</id><content>\(filled)end.</content></entry><entry><id>2</id><content>\(long)</content></entry>"
      ))
    let entries = EntryNormaliser(feedID: "f").entries(of: feed)
    #expect(entries[0].contentHTML?.contains("<br>") == false)
    #expect(entries[1].contentHTML?.split(separator: "<p>").count == 2)
  }

  @Test("A description without any tag keeps the blank lines between its paragraphs")
  func description() {
    let feed = parse(rss("<item><description>Reed &amp;amp; Marsh.\n\nSecond.</description></item>"))
    #expect(
      EntryNormaliser(feedID: "f").entries(of: feed).first?.summaryHTML
        == "<p>Reed &amp; Marsh.</p>\n<p>Second.</p>\n")
  }
}
