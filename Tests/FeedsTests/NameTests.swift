import Feeds
import Model
import Testing

@Suite("Names in feeds")
struct NameTests {
  @Test(
    "A name is read as people read it: references and markup that were escaped with it are undone once",
    arguments: [
      ("<![CDATA[Reed &amp; Marsh]]>", "Reed & Marsh"),
      ("<![CDATA[P&#225;draig O&#8217;Dea]]>", "Pádraig O’Dea"),
      ("<![CDATA[<a href=\"https://x.example/\" title=\"All by Pia\">Pia Reed</a>]]>", "Pia Reed"),
      ("<![CDATA[<a href=\"mailto:pia@x.example\">Pia Reed</a>]]>", "Pia Reed"),
      ("<![CDATA[<![CDATA[Pia]]>", "Pia"), ("Pia &lt;pia@x.example&gt;", "Pia"),
      ("<![CDATA[Reed &amp; Marsh <us@x.example>]]>", "Reed & Marsh"), ("Pia & Co", "Pia & Co"),
      ("Pia &lt;3 maps", "Pia <3 maps"), ("AT&amp;T", "AT&T"),
    ])
  func names(xml: String, expected: String) {
    let feed = parse(rss("<item><title>T</title><dc:creator>\(xml)</dc:creator></item>"))
    #expect(feed.entries.first?.authors.first?.name == expected)
    let atomFeed = parse(atom("<entry><id>1</id><author><name>\(xml)</name></author></entry>"))
    #expect(atomFeed.entries.first?.authors.first?.name == expected)
  }

  @Test("JSON has no other way to write them either")
  func json() {
    let feed = parse(
      #"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "authors": [{"name": "Reed &amp; Marsh"}]}]}"#
    )
    #expect(feed.entries.first?.authors.first?.name == "Reed & Marsh")
  }

  @Test(
    "What bylines put before a name is no part of it",
    arguments: [
      ("By Pia Reed", "Pia Reed"), ("by pia", "pia"), ("Written by: Pia Reed", "Pia Reed"),
      ("Von Pia Reed", "Pia Reed"), ("par Pia Reed", "Pia Reed"), ("Por Pia", "Pia"), ("door Pia", "Pia"),
      ("Autor: Pia Reed", "Pia Reed"), ("作者：文子", "文子"), ("Di Pia Reed", "Pia Reed"),
      // Names that begin with such words.
      ("Von Braun", "Von Braun"), ("von der Heide Moor", "von der Heide Moor"), ("Byron Reed", "Byron Reed"),
      ("By", "By"), ("Di Marco", "Di Marco"), ("Author Reed", "Author Reed"), ("Porter", "Porter"),
    ])
  func bylines(name: String, expected: String) {
    let feed = parse(rss("<item><title>T</title><dc:creator>\(name)</dc:creator></item>"))
    #expect(EntryNormaliser(feedID: "f").entries(of: feed).first?.authors == [expected])
    #expect(
      parse(rss("<item><dc:creator>\(name)</dc:creator><description>x y</description></item>")).comments
        .first?
        .author == expected)
  }

  @Test("Blogger's word for a name that it hides is none")
  func hidden() {
    let feed = parse(rss("<item><title>T</title><author>noreply@blogger.com (Unknown)</author></item>"))
    #expect(EntryNormaliser(feedID: "f").entries(of: feed).first?.authors == [])
  }
}
