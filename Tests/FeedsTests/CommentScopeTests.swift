import Feeds
import Model
import Testing

@Suite("Comments on one article")
struct CommentScopeTests {
  private let article = Entry(
    id: "1", feedID: "f", sourceID: "https://b.example/?p=7", url: "https://b.example/2026/rope/",
    title: "Rope")

  private func item(_ link: String, _ more: String = "<title>By: Pia</title>") -> String {
    "<item>\(more)<link>\(link)</link><description>Words of \(link.suffix(1)).</description></item>"
  }

  private func texts(_ feed: ParsedFeed) -> [String]? {
    feed.comments(on: article, in: "https://b.example/feed/")?.map { String($0.text.dropFirst(9).prefix(1)) }
  }

  @Test("In a feed of all comments on a site only those on the article count")
  func wholeSite() {
    let ours = ["rope/#comment-1", "rope/comment-page-2/#comment-2", "rope/#comment-3"]
    let items =
      ours.map { item("https://b.example/2026/" + $0) } + [item("https://b.example/2026/mast/#comment-4")]
    #expect(texts(parse(rss("<title>Comments for B</title>" + items.joined()))) == ["1", "2", "3"])
    #expect(texts(parse(rss("<title>Kommentare</title>" + items.joined()))) == ["1", "2", "3"])
    #expect(
      texts(
        parse(
          rss(
            "<title>Comments for B</title><link>https://b.example/</link>"
              + item("https://b.example/mast/#comment-4"))))
        == [])
  }

  @Test(
    "Comments whose addresses are unlike the article's are its own if the feed is",
    arguments: [
      "<link>https://b.example/rope</link>", "<link>https://b.example/2026/rope/</link>", "",
    ])
  func otherAddress(channel: String) {
    #expect(texts(parse(rss(channel + item("https://b.example/rope#comment-1")))) == ["1"])
    #expect(texts(parse(rss(channel + item("https://talk.example/t/9#comment-1")))) == ["1"])
    #expect(texts(parse(rss(channel + item("https://b.example/?p=7#comment-1")))) == ["1"])
    #expect(texts(parse(rss(channel + item("https://b.example/2026/rope/comment/1")))) == ["1"])
  }

  @Test("References say whose comment an Atom entry is")
  func references() {
    func entry(_ number: Int, _ ref: String) -> String {
      "<entry><id>tag:c\(number)</id><thr:in-reply-to ref=\"\(ref)\"/><content>Words of \(number).</content></entry>"
    }
    let feed = parse(
      atom(
        entry(1, "https://b.example/?p=7") + entry(2, "https://b.example/?p=8") + entry(3, "tag:c1")
          + entry(4, "tag:post")))
    #expect(texts(feed) == ["1", "3"])
    #expect(texts(parse(atom(entry(1, "tag:post") + entry(2, "tag:c1")))) == ["1", "2"])
  }

  @Test(
    "A feed of articles holds no comments",
    arguments: [
      "<title>Rope</title><link>https://b.example/2026/rope/</link><guid isPermaLink='false'>https://b.example/?p=7</guid>",
      "<title>Mast</title><link>https://b.example/2026/mast/</link><wfw:commentRss>https://b.example/mast/feed/</wfw:commentRss>",
      "<title>Mast</title><link>https://b.example/2026/mast/</link><slash:comments>2</slash:comments>",
      "<title>Mast</title><link>https://b.example/2026/mast/</link>",
    ])
  func articles(parts: String) {
    let feed = parse(rss("<title>B</title><item>\(parts)<description>Words</description></item>"))
    #expect(feed.comments(on: article, in: "https://b.example/feed/") == nil)
  }

  @Test(
    "The site's own feed is no comment feed, whatever it holds; comments named after the article are some")
  func siteFeed() {
    let feed = parse(
      rss(
        item("https://talk.example/1", "<title>Rope</title>")
          + item("https://talk.example/2", "<title>Rope</title>")))
    #expect(feed.comments(on: article, in: "https://b.example/feed/", from: "http://b.example/feed") == nil)
    #expect(texts(feed) == ["1", "2"])
    let below = item("https://b.example/2026/rope/", "<title>Rope</title><guid isPermaLink='false'>c1</guid>")
    #expect(texts(parse(rss(below + below)))?.count == 2)
  }

  @Test(
    "The line that says whom a comment answers goes, wherever the language puts the name",
    arguments: [
      "In reply to @.", "Als Antwort auf @.", "@ への返信。", "@ さんへの返信", "回复给@。", "回覆 @。", "@에 대한 응답.",
      "@님에게 답장", "返信先: @", "@ kullanıcısına yanıt olarak.",
    ])
  func replyLines(line: String) {
    let link = "<a href=\"https://b.example/2026/rope/#comment-11\">Pia &amp; Bo</a>"
    let feed = parse(
      rss(
        "<item><guid>https://b.example/?p=7#comment-12</guid><description><![CDATA[<p>\(line.replacing("@", with: link))</p>\n<p>We tried it.</p>]]></description></item>"
      ))
    #expect(feed.comments.first?.text == "We tried it.")
    #expect(feed.comments.first?.parentID == "11")
  }

  @Test("A sentence that begins with a link to a comment stays")
  func noReplyLine() {
    let feed = parse(
      rss(
        "<item><guid>https://b.example/?p=7#comment-12</guid><description><![CDATA[<p><a href=\"#comment-11\">Pia</a> is right about it.</p>]]></description></item>"
      ))
    #expect(feed.comments.first?.text == "Pia is right about it.")
    #expect(feed.comments.first?.parentID == nil)
  }

  @Test("A picture of an emoji or smiley is the character; other pictures say nothing")
  func emoji() {
    let pictures =
      "<img src=\"e.png\" alt=\"🧵\" class=\"wp-smiley\"/> <img alt=\":-)\" class=\"wp-smiley\"/> <img alt=\"👍🏽\"/> <img alt=\"A boat\"/>"
    let feed = parse(
      rss(
        "<item><guid>#comment-1</guid><description><![CDATA[<p>Good \(pictures)</p>]]></description></item>"))
    #expect(feed.comments.first?.text == "Good 🧵 :-) 👍🏽")
  }
}
