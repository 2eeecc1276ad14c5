import DigestTesting

/// A small WordPress blog on loopback: a feed with one full article and one teaser, the teaser's page, and comment feeds.
struct SampleBlog: Sendable {
  static let paragraphs = [
    "A rota is a promise that somebody else will be there. I learned this on the night when nobody was, and the phone in the "
      + "corridor rang for eleven minutes before a porter picked it up and said that he was only passing through.",
    "We wrote the rota anew in a week. The important change was not who stood on it but who could alter it: the people on it, "
      + "and nobody above them. Absences fell by a third before the summer, which I did not expect and cannot fully explain.",
    "Managers should give away the pencil. If the plan belongs to the people in it, they mend it at six in the morning without "
      + "being asked; if it belongs to the office, they ring the office, and the office is asleep.",
    "There is a cost. Two of my senior people left, because their standing had come from drawing up that sheet. I had not seen "
      + "that the pencil was all the authority they had, and I should have found them another before I took it.",
  ]

  static let comments = [
    (
      id: 11, parent: 0, author: "Ines Farrow",
      text:
        "We did this in a bakery of fourteen people two years ago. It took about six weeks before the first quarrel and three months "
        + "before anybody trusted it; after that sick days went down, and we now lose one shift a month instead of five."
    ),
    (
      id: 12, parent: 11, author: "Tom Aldous",
      text:
        "Six weeks is what it took us as well. What helped in our case was a rule that whoever swaps tells one other person, "
        + "never me. I wish I had written that into the piece, for it is the part that people ask about most."
    ),
    (id: 13, parent: 0, author: "Bo", text: "Great post, thanks!"),
  ]

  static func server(
    isBroken: @escaping @Sendable () -> Bool = { false }
  ) throws -> LoopbackServer {
    try LoopbackServer { request in
      let host = "http://" + (request.field("Host") ?? "127.0.0.1")
      switch request.target {
      case "/feed/":
        if isBroken() { return LoopbackServer.Response(503, fields: [], body: []) }
        if request.field("If-None-Match") == "\"v1\"" {
          return LoopbackServer.Response(304, fields: [("ETag", "\"v1\"")], body: [])
        }
        return .text(feed(host), fields: [("Content-Type", "application/rss+xml"), ("ETag", "\"v1\"")])
      case "/rota/feed/atom/":
        return .text(commentFeed(host), fields: [("Content-Type", "application/atom+xml")])
      case "/teaser/":
        return .text(page(host), fields: [("Content-Type", "text/html; charset=utf-8")])
      case "/html":
        return .text("<html><head><title>Oops</title></head><body>Database error</body></html>")
      case "/empty/":
        return .text("<rss version=\"2.0\"><channel><title>Nothing yet</title></channel></rss>")
      case "/":
        return .text(
          "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed/\"></head></html>",
          fields: [("Content-Type", "text/html")])
      default:
        return LoopbackServer.Response(404, fields: [], body: [])
      }
    }
  }

  private static func feed(_ host: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
    <channel><title>The Pencil</title><link>\(host)/</link>
    <item><title>Give away the pencil</title><link>\(host)/rota/</link><guid isPermaLink="false">\(host)/?p=7</guid>
    <pubDate>Tue, 17 Nov 2026 08:00:00 +0000</pubDate><dc:creator>Tom Aldous</dc:creator>
    <description>A rota is a promise [&#8230;]</description>
    <content:encoded><![CDATA[\(paragraphs.map { "<p>\($0)</p>" }.joined())]]></content:encoded>
    <wfw:commentRss>\(host)/rota/feed/</wfw:commentRss><slash:comments>3</slash:comments></item>
    <item><title>The teaser</title><link>\(host)/teaser/</link><guid isPermaLink="false">\(host)/?p=8</guid>
    <pubDate>Wed, 18 Nov 2026 08:00:00 +0000</pubDate><dc:creator>Tom Aldous</dc:creator>
    <description>Whoever keeps the keys [&#8230;]</description><slash:comments>0</slash:comments></item>
    </channel></rss>
    """
  }

  private static func commentFeed(_ host: String) -> String {
    let entries = comments.reversed().map { comment in
      let ref = comment.parent == 0 ? "\(host)/?p=7" : "\(host)/rota/#comment-\(comment.parent)"
      return """
        <entry><title>By: \(comment.author)</title><id>\(host)/rota/#comment-\(comment.id)</id>
        <link rel="alternate" href="\(host)/rota/#comment-\(comment.id)"/><author><name>\(comment.author)</name></author>
        <published>2026-11-1\(8 + comment.id - 11)T09:00:00Z</published><updated>2026-11-18T09:00:00Z</updated>
        <thr:in-reply-to ref="\(ref)"/><content type="html"><![CDATA[<p>\(comment.text)</p>]]></content></entry>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
      <title>Comments on: Give away the pencil</title><id>\(host)/rota/feed/atom/</id>\(entries.joined())</feed>
      """
  }

  private static func page(_ host: String) -> String {
    let text = [
      "Whoever keeps the keys keeps the hours. For nine years I opened the hall at seven and locked it at eleven, and believed that "
        + "this was service; it was control, and the choir knew it long before I did.",
      "I handed the keys to the youngest member in March. She lost them in April. We changed one lock for forty pounds, and since "
        + "then rehearsals begin on time, because they begin when the people who sing decide to come.",
      "A leader should lose something every year that everybody thought only a leader could hold. It is the cheapest way that I know "
        + "to find out what the job is made of when the furniture has been carried out.",
    ]
    return """
      <!doctype html><html lang="en"><head><title>The teaser – The Pencil</title></head><body><header><h1>The Pencil</h1></header>
      <article class="post"><h1 class="entry-title">The teaser</h1><div class="entry-content">
      \(text.map { "<p>\($0)</p>" }.joined(separator: "\n"))</div></article><footer><p>All rights reserved</p></footer></body></html>
      """
  }
}
