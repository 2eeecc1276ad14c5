import DigestTesting
import Foundation

/// The two reference documents, in place when the folder that holds them exists, served as the blogs that they came from would:
/// a feed of teasers, the pages, and an Atom comment feed with parents. Only line numbers are known here, no words.
struct SeedSite: Sendable {
  /// Lines of the article with comments and of the one without.
  let discussed: [String]
  let plain: [String]

  /// `nil` when the documents are not on this machine.
  static let documents: SeedSite? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["DIGEST_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    func lines(_ prefix: String) -> [String]? {
      let folder = shared.appending(path: "seeds")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      guard let name = names.first(where: { $0.hasPrefix(prefix) }),
        let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      else { return nil }
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    guard let discussed = lines("000_"), let plain = lines("003_") else { return nil }
    return SeedSite(discussed: discussed, plain: plain)
  }()

  struct Comment: Sendable {
    let id: Int
    let parent: Int?
    let author: String
    let day: String
    let lines: [String]
  }

  /// Who answers whom, by number in the document: the flat text lost it, the dates show it.
  private static let parents: [Int?] = [nil, 1, 1, nil, 4, nil]

  var comments: [Comment] {
    var found: [Comment] = []
    var header: (author: String, day: String)?
    var body: [String] = []
    func close() {
      guard let (author, day) = header else { return }
      let number = found.count + 1
      let parent = number <= Self.parents.count ? Self.parents[number - 1] : nil
      found.append(
        Comment(id: number, parent: parent, author: author, day: day, lines: body.filter { !$0.isEmpty }))
    }
    for line in discussed[29..<(discussed.count - 1)] {
      let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 3, parts[1].utf8.count == 11 {
        close()
        header = (parts[0], parts[1])
        body = []
      } else {
        body.append(line.trimmingCharacters(in: .whitespaces))
      }
    }
    close()
    return found
  }

  var byline: String {
    String(discussed[2].split(separator: "|")[0].trimmingCharacters(in: .whitespaces).dropFirst(2))
      .trimmingCharacters(in: .whitespaces)
  }

  func respond(to request: LoopbackServer.Request) -> LoopbackServer.Response {
    let host = "http://" + (request.field("Host") ?? "127.0.0.1")
    switch request.target {
    case "/feed/": return .text(feed(host), fields: [("Content-Type", "application/rss+xml; charset=utf-8")])
    case "/discussed/":
      return .text(discussedPage(host), fields: [("Content-Type", "text/html; charset=utf-8")])
    case "/plain/": return .text(plainPage(host), fields: [("Content-Type", "text/html; charset=utf-8")])
    case "/discussed/feed/atom/":
      return .text(commentFeed(host), fields: [("Content-Type", "application/atom+xml")])
    default: return LoopbackServer.Response(404, fields: [], body: [])
    }
  }

  private func feed(_ host: String) -> String {
    func item(_ path: String, _ title: String, _ author: String?, _ opening: String, _ more: String) -> String
    {
      """
      <item><title>\(escaped(title))</title><link>\(host)/\(path)/</link><guid isPermaLink="false">\(host)/?p=\(path)</guid>
      <pubDate>Thu, 06 Jun 2013 05:00:00 +0000</pubDate>\(author.map { "<dc:creator>\(escaped($0))</dc:creator>" } ?? "")
      <description>\(escaped(String(opening.prefix(180)))) [&amp;#8230;]</description>\(more)</item>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Blog</title><link>\(host)/</link>
      \(item(
        "discussed", discussed[0], byline, discussed[4],
        "<wfw:commentRss>\(host)/discussed/feed/</wfw:commentRss><slash:comments>\(comments.count)</slash:comments>"))
      \(item("plain", plain[0], nil, plain[2], "<slash:comments>0</slash:comments>"))
      </channel></rss>
      """
  }

  private func commentFeed(_ host: String) -> String {
    let entries = comments.reversed().map { comment in
      let ref = comment.parent.map { "\(host)/discussed/#comment-\($0)" } ?? "\(host)/?p=discussed"
      let day = comment.day.split(separator: " ")
      return """
        <entry><title>By: \(escaped(comment.author))</title><id>\(host)/discussed/#comment-\(comment.id)</id>
        <author><name>\(escaped(comment.author))</name></author><published>2013-06-\(day[0])T10:00:00Z</published>
        <updated>2013-06-\(day[0])T10:00:00Z</updated><thr:in-reply-to ref="\(ref)"/>
        <content type="html">\(escaped(comment.lines.map { "<p>\(escaped($0))</p>" }.joined()))</content></entry>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
      <title>Comments</title><id>\(host)/discussed/feed/atom/</id>\(entries.joined())</feed>
      """
  }

  private func discussedPage(_ host: String) -> String {
    let category =
      discussed[2].split(separator: "|").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    let body = [4, 6, 8, 10, 12, 14, 16].map { "<p>\(escaped(discussed[$0]))</p>" }.joined(separator: "\n")
    return page(
      title: discussed[0],
      meta: "<p class=\"post-meta\">by <a rel=\"author\" href=\"\(host)/author/\">\(escaped(byline))</a> | "
        + "<a rel=\"category tag\" href=\"\(host)/c/\">\(escaped(category))</a></p>",
      body: body
        + "\n<p class=\"wp-caption-text\">\(escaped(discussed[18]))</p>\n<p>\(escaped(discussed[20]))</p>",
      after: """
        <div id="author-box"><h3>\(escaped(discussed[22]))</h3><p><a href="\(host)/author/">\(escaped(discussed[23]))</a></p>
        <p>\(escaped(discussed[24]))</p></div>
        <div id="comments"><h3>\(escaped(discussed[27]))</h3><ol class="commentlist">\(thread(nil, depth: 1))</ol>
        <div id="respond"><h3>\(escaped(discussed[discussed.count - 1]))</h3><form><textarea name="comment"></textarea></form></div></div>
        """)
  }

  private func thread(_ parent: Int?, depth: Int) -> String {
    comments.filter { $0.parent == parent }.map { comment in
      let children = thread(comment.id, depth: depth + 1)
      return """
        <li class="comment depth-\(depth)" id="comment-\(comment.id)"><div class="comment-author vcard">
        <cite class="fn">\(escaped(comment.author))</cite></div><div class="comment-meta"><a href="#comment-\(comment.id)">\(comment.day)</a>
        | <a class="comment-reply-link" href="#respond">Reply</a></div><div class="comment-content">
        \(comment.lines.map { "<p>\(escaped($0))</p>" }.joined())</div>\(children.isEmpty ? "" : "<ul class=\"children\">\(children)</ul>")</li>
        """
    }.joined()
  }

  private func plainPage(_ host: String) -> String {
    let paragraphs = plain.dropFirst(2).filter { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
    return page(
      title: plain[0], meta: "", body: paragraphs.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n"),
      after: "")
  }

  private func page(title: String, meta: String, body: String, after: String) -> String {
    """
    <!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>\(escaped(title)) | Blog</title></head><body>
    <div id="header"><a href="/">Blog</a><ul class="menu"><li><a href="/about/">About</a></li><li><a href="/join/">Join us</a></li></ul></div>
    <div id="content"><div class="post hentry"><h1 class="entry-title">\(escaped(title))</h1>\(meta)
    <div class="sharing"><a href="#">Tweet</a> <a href="#">Like</a></div>
    <div class="entry-content">\(body)</div>
    <div class="related"><h3>Related Posts</h3><ul><li><a href="/a/">Another post</a></li><li><a href="/b/">One more post</a></li></ul></div>
    \(after)</div></div>
    <div id="sidebar"><h3>Subscribe</h3><p>Get our posts by e-mail every week.</p><h3>Recent Comments</h3><ul><li>Somebody on Another post</li></ul></div>
    <div id="footer"><p>Copyright 2013. All rights reserved.</p></div></body></html>
    """
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
