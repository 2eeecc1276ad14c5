import Articles
import Model
import Testing

@Suite("Rules by which comments are read")
struct CommentRulesTests {
  @Test(
    "Where a script would load the comments, the service is named",
    arguments: [
      (#"<div id="disqus_thread"></div>"#, "disqus"),
      (#"<div class="fb-comments" data-href="x"></div>"#, "facebook"),
      (#"<div id="coral_thread"></div>"#, "coral"), (#"<div id="coral_talk_stream"></div>"#, "coral"),
      ("<vf-conversations></vf-conversations>", "viafoura"),
      (#"<script defer src="/comments-ui.min.js" data-ghost-comments="https://x/"></script>"#, "ghost"),
      (#"<hyvor-talk-comments website-id="1"></hyvor-talk-comments>"#, "hyvor"),
      (#"<div id="commento"></div>"#, "commento"),
      (#"<script src="https://utteranc.es/client.js" repo="x/y" async></script>"#, "utterances"),
      (#"<SCRIPT SRC="https://giscus.app/client.js"></SCRIPT>"#, "giscus"),
      (#"<div id="cusdis_thread"></div>"#, "cusdis"), (#"<div id="remark42"></div>"#, "remark42"),
      (#"<div data-spotim-module="conversation"></div>"#, "openweb"),
      (#"<script async src="https://launcher.spot.im/spot/sp_x"></script>"#, "openweb"),
      (#"<div id="livefyre-comments"></div>"#, "livefyre"),
      (#"<div id="idc-container"></div>"#, "intensedebate"),
      (#"<div id="discourse-comments"></div>"#, "discourse"),
      (#"<section id="isso-thread"></section>"#, "isso"), (#"<div id="waline"></div>"#, "waline"),
      (#"<div id="gitalk-container"></div>"#, "gitalk"),
      (#"<div id="fastcomments-widget"></div>"#, "fastcomments"),
      (#"<div id="vuukle-comments"></div>"#, "vuukle"), (#"<div id="graphcomment"></div>"#, "graphcomment"),
    ])
  func service(html: String, name: String) {
    let page = extract("<section class='comments'><h2>Comments</h2>\(html)</section>")
    #expect(page.article.commentService == name)
    #expect(page.comments.isEmpty)
  }

  @Test("A page without a service, and one that has comments of its own, name none")
  func noService() {
    #expect(extract("<script src='/app.js'></script>").article.commentService == nil)
    let page = extract(list(comment(1, "Ann Lee", "Words.")) + "<div id='disqus_thread'></div>")
    #expect(page.article.commentService == nil)
    #expect(page.comments.count == 1)
  }

  @Test(
    "What themes put round a name is not part of it",
    arguments: [
      ("Ann Lee says:", "Ann Lee"), ("Ann Lee schreibt am 6. Juni 2013 um 10:00 Uhr", "Ann Lee"),
      ("Posted by: Ann Lee | June 6, 2013 at 10:00 AM", "Ann Lee"), ("Ann Lee (not verified)", "Ann Lee"),
      ("Ann Lee Autor", "Ann Lee"), ("#3 Ann Lee", "Ann Lee"), ("Kommentar von Ann Lee", "Ann Lee"),
      ("Ann Lee a écrit :", "Ann Lee"), ("Ann Lee | Reply", "Ann Lee"),
      ("Ann Lee | lee.example", "Ann Lee | lee.example"),
      ("Ann Lee (@annlee)", "Ann Lee (@annlee)"), ("Ann Lee <ann@lee.example>", "Ann Lee"),
      ("Ann Lee (10.1.2.3)", "Ann Lee"), ("3rd Wheel", "3rd Wheel"), ("von Stein", "Stein"),
      ("Authoress", "Authoress"),
    ])
  func names(shown: String, name: String) {
    let shown = shown.replacing("<", with: "&lt;")
    let comments = extract(list(comment(7, shown, "Words of a comment."))).comments
    #expect(comments.map(\.author) == [name])
  }

  @Test(
    "Dates are read in the forms that stand beside comments",
    arguments: [
      (#"<span class="date">17.07, 2011</span>"#, "2011-07-17"),
      (#"<span class="date">17.07.2011, 9:05</span>"#, "2011-07-17"),
      (#"<time datetime="1310893500000">x</time>"#, "2011-07-17"),
      (#"<a href="/p?showComment=1310893500000#c7777">x</a>"#, "2011-07-17"),
      (#"<mark data-comment-timestamp="1310893500"></mark>"#, "2011-07-17"),
      (#"<abbr class="published" title="2011-07-17T09:05:00Z">x</abbr>"#, "2011-07-17"),
    ])
  func dates(html: String, day: String) {
    let comments = extract(list(comment(7, "Ann Lee", "Words of a comment.", more: html))).comments
    #expect(comments.map { $0.published?.day().description } == [day])
  }

  @Test("One date that can only be read in one way tells how the others are meant")
  func slashes() {
    let html = list(
      comment(1, "Ann Lee", "First words.", more: "<span class='date'>04/03/2021</span>")
        + comment(2, "Bo Day", "Second words.", more: "<span class='date'>17/03/2021</span>"))
    #expect(extract(html).comments.map { $0.published?.day().description } == ["2021-03-04", "2021-03-17"])
  }

  @Test("A date in the words is not the comment's")
  func dateInWords() {
    let html = list(comment(1, "Ann Lee", "On March 3, 2020 we met."))
    #expect(extract(html).comments.map(\.published) == [nil])
  }

  @Test("A label that everybody bears says nothing of the article's author")
  func labels() {
    let badge = "<span>Author</span>"
    let all = list(
      comment(1, "Ann Lee", "First.", more: badge) + comment(2, "Bo Day", "Second.", more: badge))
    #expect(extract(all).comments.map(\.isByArticleAuthor) == [false, false])
    let one = list(comment(1, "Ann Lee", "First.", more: badge) + comment(2, "Bo Day", "Second."))
    #expect(extract(one).comments.map(\.isByArticleAuthor) == [true, false])
  }

  @Test("A field that holds the comment's own number is the target of an answer, not its parent")
  func targets() {
    func field(_ value: Int) -> String {
      "<form><input type='hidden' name='comment_parent' value='\(value)'></form>"
    }
    // The third may be answered only beside what it answers itself.
    let own = list(
      comment(21, "Ann Lee", "First.", more: field(21)) + comment(22, "Bo Day", "Second.", more: field(22))
        + comment(23, "Cy Ode", "Third.", more: field(22)))
    #expect(extract(own).comments.map(\.parentID) == [nil, nil, nil])
    let parents = list(
      comment(21, "Ann Lee", "First.", more: field(0)) + comment(22, "Bo Day", "Second.", more: field(21)))
    #expect(extract(parents).comments.map(\.parentID) == [nil, "21"])
  }

  @Test("Who answers whom by words alone is inferred")
  func words() {
    let html = list(
      comment(1, "Ann Lee", "First.", more: "<i>#1</i>")
        + comment(2, "Bo Day", "Second.", more: "<i>(reply to #1 of Ann Lee)</i>"))
    let comments = extract(html).comments
    #expect(comments.map(\.parentID) == [nil, "1"])
    #expect(comments.map(\.isParentInferred) == [false, true])
  }

  @Test("Comments that link to other pages are those of other pages")
  func otherPages() {
    func linked(_ number: Int, _ path: String) -> String {
      comment(number, "Ann Lee", "Words \(number).", more: "<a href='\(path)#comment-\(number)'>date</a>")
    }
    let mixed = list(linked(11, "/p/comment-page-2/") + linked(12, "/other/"))
    #expect(extract(mixed).comments.map(\.id) == ["11"])
    // The page itself under another address.
    let moved = list(linked(11, "/2013/p/") + linked(12, "/2013/p/"))
    #expect(extract(moved).comments.map(\.id) == ["11", "12"])
  }

  @Test("What the page's own data say completes what its markup shows")
  func structured() throws {
    let data = """
      <script type="application/ld+json">{"@type":"Article","comment":[{"@type":"Comment","@id":"#x1","text":"First words of it.",
      "dateCreated":"2013-06-06T10:00:00Z","upvoteCount":4,"author":{"name":"Ann Lee"},"comment":[{"@type":"Comment",
      "text":"Second words of it.","author":{"name":"Bo Day"}}]}]}</script>
      """
    let html = list(
      comment(11, "Ann Lee", "First words of it.") + comment(12, "Bo Day", "Second words of it."))
    let comments = extract(data + html).comments
    #expect(comments.map(\.id) == ["11", "12"])
    #expect(comments.map(\.parentID) == [nil, "11"])
    #expect(comments[0].published == Instant(rfc3339: "2013-06-06T10:00:00Z"))
    #expect(comments[0].votes == 4)
  }

  @Test("Up-votes minus down-votes")
  func votes() {
    let html = list(
      comment(1, "Ann Lee", "First.", more: "<b class='vote-up'>7</b><b class='vote-down'>2</b>")
        + comment(2, "Bo Day", "Second.", more: "<b class='likes'>3 Likes</b>")
        + comment(3, "Cy Ode", "Third. 5 likes!", more: "<b class='likes'>Like</b>"))
    #expect(extract(html).comments.map(\.votes) == [5, 3, nil])
  }

  @Test("Six thousand comments are read, in a row and in threads")
  func many() {
    let row = (1...6_000).map { number in
      "<li class='comment' id='li-comment-\(number)'><article class='comment' id='comment-\(number)'>"
        + "<b class='fn'>Ann</b><p>Words \(number).</p></article></li>"
    }.joined()
    #expect(extract(list(row)).comments.count == 6_000)
    let thread = (1...40).map {
      "<li class='comment' id='comment-\($0)'><b class='fn'>Bo</b><p>Words \($0).</p><ul>"
    }
    let nested = extract(list(thread.joined() + String(repeating: "</ul></li>", count: 40))).comments
    #expect(nested.count == 40)
    #expect(nested.dropFirst().allSatisfy { $0.parentID != nil })
  }

  private func comment(_ number: Int, _ author: String, _ words: String, more: String = "") -> String {
    "<li class='comment' id='comment-\(number)'><div class='comment-author'>\(author)</div>\(more)"
      + "<div class='comment-content'><p>\(words)</p></div></li>"
  }

  private func list(_ items: String) -> String {
    "<div id='comments'><ol class='comment-list'>\(items)</ol></div>"
  }

  private func extract(_ html: String) -> ExtractedPage {
    let page =
      "<!DOCTYPE html><html><body><article><h1>A title</h1><p>An article of some length.</p></article>\(html)"
    return extractArticle(bytes: Array(page.utf8), url: "http://b.example/p")
  }
}
