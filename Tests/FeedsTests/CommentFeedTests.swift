import Feeds
import Model
import Testing

@Suite("Comment feeds")
struct CommentFeedTests {
  @Test("A WordPress comment feed gives author, number, permalink and paragraphs")
  func wordPress() throws {
    let feed = parse(
      rss(
        """
        <title>Comments on: Trust</title>
        <item><title>By: Ann</title><link>https://b.example/trust/#comment-12</link><dc:creator>Ann Lee</dc:creator>
        <pubDate>Mon, 16 Nov 2026 08:30:00 +0000</pubDate><guid isPermaLink="false">https://b.example/?p=7#comment-12</guid>
        <description>One. Two.</description><content:encoded><![CDATA[<p>One &amp; only.<br />Line</p>
        <p>Two.</p>]]></content:encoded></item>
        <item><title>By: Links of the week</title><link>https://b.example/trust/#comment-13</link>
        <description><![CDATA[[&#8230;] see Trust [&#8230;]]]></description></item>
        """))
    #expect(feed.isCommentFeed)
    let comments = feed.comments
    let first = try #require(comments.first)
    #expect(first.id == "12")
    #expect(first.parentID == nil)
    #expect(first.author == "Ann Lee")
    #expect(first.text == "One & only.\nLine\n\nTwo.")
    #expect(first.permalink == "https://b.example/trust/#comment-12")
    #expect(first.published == Instant(rfc3339: "2026-11-16T08:30:00Z"))
    #expect(comments.map(\.kind) == [.comment, .pingback])
    #expect(comments.last?.author == "Links of the week")
  }

  @Test("Atom threads say who answers whom; a reference to the post is the top level")
  func atomThread() {
    let feed = parse(
      atom(
        """
        <entry><id>tag:b.example,2026:c1</id><author><name>Ann</name><email>a@b.example</email></author>
        <thr:in-reply-to ref="tag:b.example,2026:post"/><content type="html">&lt;p&gt;First&lt;/p&gt;</content></entry>
        <entry><id>tag:b.example,2026:c2</id><author><name>b@c.example</name></author>
        <thr:in-reply-to ref="tag:b.example,2026:c1"/><content>Second</content></entry>
        <entry><id>https://w.example/p/#comment-9</id><thr:in-reply-to ref="https://w.example/p/#comment-4"/>
        <content>Third</content></entry>
        """))
    #expect(feed.isCommentFeed)
    #expect(feed.comments.map(\.parentID) == [nil, "tag:b.example,2026:c1", "4"])
    #expect(feed.comments.map(\.id) == ["tag:b.example,2026:c1", "tag:b.example,2026:c2", "9"])
    #expect(feed.comments.map(\.author) == ["Ann", nil, nil])
  }

  @Test("WordPress' words about whom a comment answers become its parent")
  func replyNotice() {
    let feed = parse(
      rss(
        """
        <item><guid>https://b.example/?p=7#comment-14</guid><description><![CDATA[<p>In reply to
        <a href="https://b.example/trust/#comment-12">Ann</a>.</p><p>I agree. Nobody asked.</p>]]></description></item>
        <item><guid>https://b.example/?p=7#comment-15</guid><description><![CDATA[<p>See what I said. It is
        <a href="https://b.example/trust/#comment-2">there</a>.</p>]]></description></item>
        """))
    #expect(feed.comments.map(\.parentID) == ["12", nil])
    #expect(feed.comments.map(\.text) == ["I agree. Nobody asked.", "See what I said. It is there."])
  }

  @Test("A feed of articles is none of comments")
  func articles() {
    #expect(!parse(rss("<title>Blog</title><item><link>https://b.example/1</link></item>")).isCommentFeed)
  }
}
