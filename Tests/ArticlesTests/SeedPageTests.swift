import Articles
import DigestTesting
import Foundation
import Model
import Testing

/// The two posts that the project began with, dressed as pages of a blog of their time.
///
/// The words are other people's: they are read in place and never copied here.
@Suite(
  "Pages made of the two original posts",
  .enabled(if: Seeds.folder != nil, "needs the folder of original posts: set DIGEST_SHARED"))
struct SeedPageTests {
  @Test("A post with byline, credit, author box and threaded comments falls into its parts")
  func postWithEverything() throws {
    let seed = try #require(try Seeds.post(beginning: "000_"))
    let page = extractArticle(
      bytes: Array(BlogPage.full(seed).utf8), url: "http://blog.example/2013/06/leadership/")
    let article = page.article
    #expect(article.title == seed.title)
    #expect(article.byline == "Mike Henry")
    #expect(article.authors == ["Mike Henry"])
    let body = article.body.map(\.text)
    #expect(body.map(normalised) == seed.body.dropLast().map(normalised))
    #expect(
      article.blocks.contains {
        $0.role == .callToAction && normalised($0.text) == normalised(seed.body.last ?? "")
      })
    #expect(article.blocks.contains { $0.role == .credit && $0.text.contains("©") })
    #expect(article.wordCount == 384)

    let comments = page.comments
    #expect(comments.count == 6)
    #expect(Set(comments.compactMap(\.author)).count == 4)
    #expect(comments.filter(\.isByArticleAuthor).count == 2)
    #expect(
      comments.filter(\.isByArticleAuthor).allSatisfy { $0.author == "Mike Henry" && $0.parentID != nil })
    let parents = Dictionary(uniqueKeysWithValues: comments.map { ($0.id.rawValue, $0.parentID?.rawValue) })
    #expect(parents == ["101": nil, "102": "101", "103": "102", "104": nil, "105": "104", "106": nil])
    #expect(comments.allSatisfy { !$0.isParentInferred && $0.published != nil })
    #expect(comments.first?.published == Instant(rfc3339: "2013-06-06T00:00:00Z"))
    for (comment, source) in zip(comments.sorted { $0.id < $1.id }, seed.comments) {
      #expect(normalised(comment.text) == normalised(source.paragraphs.joined(separator: " ")))
    }
  }

  @Test(
    "A post with a list typed by hand keeps it as one block after its stem and invents nothing",
    arguments: [false, true])
  func postWithList(asLines: Bool) throws {
    let seed = try #require(try Seeds.post(beginning: "003_"))
    let page = extractArticle(
      bytes: Array(BlogPage.plain(seed, asLines: asLines).utf8), url: "http://blog.example/post/")
    let article = page.article
    #expect(article.title == seed.title)
    #expect(article.byline == nil)
    #expect(article.authors.isEmpty)
    #expect(article.published == nil)
    #expect(page.comments.isEmpty)
    let lists = article.body.filter { $0.kind == .list }
    #expect(lists.count == 1)
    let list = try #require(lists.first)
    #expect(list.items.count == 6)
    #expect(list.items.allSatisfy { $0.hasPrefix("…") })
    let stem = try #require(article.body.first { $0.index == list.index - 1 })
    #expect(stem.text.hasSuffix("…"))
    #expect(article.body.count == 8)
    let paragraphs = article.body.filter { $0.kind == .paragraph }.map { countWords($0.text) }
    #expect(paragraphs == [35, 123, 60, 70, 28, 2, 87])
  }

  @Test("The same list in the content of a feed is one block as well")
  func listInFeedContent() throws {
    let seed = try #require(try Seeds.post(beginning: "003_"))
    let blocks = readBlocks(fromHTML: BlogPage.content(seed.body, asLines: true))
    #expect(blocks.filter { $0.kind == .list }.count == 1)
    #expect(blocks.count == 8)
  }

  private func normalised(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// The posts, taken apart by their lines.
private enum Seeds {
  struct Post {
    let title: String
    let byline: String?
    let body: [String]
    let credit: String?
    let prompt: String?
    let bio: [String]
    let comments: [SeedComment]
    let formHeading: String?
  }

  struct SeedComment {
    let author: String
    let date: String
    let paragraphs: [String]
  }

  static let folder: URL? = {
    let stated = ProcessInfo.processInfo.environment["DIGEST_SHARED"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let candidates = [stated, root.deletingLastPathComponent().appending(path: "shared")].compactMap { $0 }
    return candidates.map { $0.appending(path: "seeds") }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  static func post(beginning name: String) throws -> Post? {
    guard let folder else { return nil }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard let file = files.first(where: { $0.hasPrefix(name) }) else { return nil }
    let text = String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
    return parse(text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  private static func parse(_ lines: [String]) -> Post {
    let isHeader: (String) -> Bool = { $0.hasSuffix("Reply") && $0.components(separatedBy: "|").count == 3 }
    let comments = lines.indices.filter { isHeader(lines[$0]) }
    let aboutAuthor = lines.firstIndex { $0.hasPrefix("About The") }
    let credit = lines.firstIndex { $0.hasPrefix("Photo") }
    let byline = lines.indices.dropFirst().first { lines[$0].hasPrefix("by") && lines[$0].contains("|") }
    let end = credit ?? aboutAuthor ?? lines.count
    let body = lines[((byline ?? 0) + 1)..<end].filter { !$0.isEmpty }
    var read: [SeedComment] = []
    for (place, start) in comments.enumerated() {
      let isLast = place + 1 == comments.count
      let next = isLast ? lines.count - 1 : comments[place + 1]
      let parts = lines[start].components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      read.append(
        SeedComment(
          author: parts[0], date: parts[1], paragraphs: lines[(start + 1)..<next].filter { !$0.isEmpty }))
    }
    let bioEnd = lines.firstIndex { $0.hasPrefix("What People") } ?? lines.count
    return Post(
      title: lines[0], byline: byline.map { lines[$0] }, body: Array(body), credit: credit.map { lines[$0] },
      prompt: credit.flatMap { place in lines[(place + 1)...].first { !$0.isEmpty } },
      bio: aboutAuthor.map { Array(lines[($0 + 1)..<bioEnd]).filter { !$0.isEmpty } } ?? [], comments: read,
      formHeading: comments.isEmpty ? nil : lines.last)
  }
}

/// Pages as a blog of 2013 showed them.
private enum BlogPage {
  static func content(_ paragraphs: [String], asLines: Bool) -> String {
    var html = ""
    var isInList = false
    for (place, paragraph) in paragraphs.enumerated() {
      let isItem = asLines && paragraph.hasPrefix("…")
      if isItem {
        html += isInList ? "<br />\n" : "<p>"
        html += escaped(paragraph)
        isInList = true
        if place + 1 == paragraphs.count || !paragraphs[place + 1].hasPrefix("…") {
          html += "</p>\n"
          isInList = false
        }
      } else {
        html += "<p>\(escaped(paragraph))</p>\n"
      }
    }
    return html
  }

  static func plain(_ post: Seeds.Post, asLines: Bool) -> String {
    shell(
      title: post.title,
      main: """
        <div class="post hentry"><h1 class="entry-title">\(escaped(post.title))</h1>
        <div class="entry-content">\(content(post.body, asLines: asLines))
        <div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a href="/?t">Twitter</a></li>
        <li><a href="/?f">Facebook</a></li></ul></div></div></div>
        """)
  }

  static func full(_ post: Seeds.Post) -> String {
    let bio = post.bio.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
    return shell(
      title: post.title,
      main: """
        <div class="post hentry"><h1 class="title">\(escaped(post.title))</h1>
        <p class="post-meta">\(escaped(post.byline ?? ""))</p>
        <div class="entry">\(content(post.body, asLines: false))
        <p>\(escaped(post.credit ?? ""))</p>
        <p><strong>\(escaped(post.prompt ?? ""))</strong></p>
        <div class="social-share"><a href="/?t">Tweet</a> <a href="/?f">Share on Facebook</a></div>
        <div class="related-posts"><h3>Related Posts</h3><ul><li><a href="/one/">One more about teams</a></li>
        <li><a href="/two/">Another about trust</a></li></ul></div></div>
        <div class="author-box"><h3>About The Author</h3>\(bio)</div></div>
        <div id="comments"><h3>What People Are Saying</h3><ol class="commentlist">
        \(comments(post.comments))
        </ol>
        <div id="respond"><h3>\(escaped(post.formHeading ?? ""))</h3><form action="/post"><textarea></textarea></form>
        </div></div>
        """)
  }

  /// Nested as the posts' dates allow: two threads and a comment of its own.
  private static func comments(_ comments: [Seeds.SeedComment]) -> String {
    let depths = [1, 2, 3, 1, 2, 1]
    var html = ""
    var open = 0
    for (place, comment) in comments.enumerated() {
      let depth = place < depths.count ? depths[place] : 1
      while open >= depth {
        html += "</li>\n"
        open -= 1
        if open >= depth { html += "</ul>\n" }
      }
      if open > 0 { html += "<ul class=\"children\">\n" }
      let paragraphs = comment.paragraphs.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
      html += """
        <li class="comment depth-\(depth)" id="comment-\(101 + place)"><div id="div-comment-\(101 + place)">
        <div class="comment-author vcard"><img class="avatar" src="/a.png" alt="" /><cite class="fn">\(escaped(comment.author))</cite>
        <span class="commentmetadata"><a href="#comment-\(101 + place)">\(comment.date)</a></span>
        <a class="comment-reply-link" href="?replytocom=\(101 + place)">Reply</a></div>
        \(paragraphs)</div>

        """
      open = depth
    }
    while open > 0 {
      html += "</li>\n"
      open -= 1
      if open > 0 { html += "</ul>\n" }
    }
    return html
  }

  private static func shell(title: String, main: String) -> String {
    """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(escaped(title)) | A Blog of Leaders</title></head>
    <body><div id="header"><a href="/">A Blog of Leaders</a><ul class="menu"><li><a href="/about/">About</a></li></ul></div>
    <div id="content">\(main)</div>
    <div id="sidebar"><div class="widget"><h4>Subscribe</h4><p>Get our posts by mail, once a week, free of charge.</p></div>
    <div class="widget widget_recent_comments"><h4>Recent Comments</h4><ul id="recentcomments">
    <li class="recentcomments">Somebody on <a href="/x/#comment-9">Another post</a></li></ul></div></div>
    <div id="footer"><p>Copyright 2013 by the blog. All rights reserved.</p></div></body></html>
    """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
