import Articles
import Model
import Testing

@Suite("Comments in the markup of many engines")
struct CommentMarkupTests {
  /// Each page holds a comment by Ann Lee of June 6 and, where the engine nests, an answer by Bo Day of
  /// June 7.
  static let pages: [(engine: String, html: String, isNested: Bool)] = [
    (
      "WordPress since 2013",
      """
      <ol class="comment-list"><li id="comment-1" class="comment depth-1 parent"><article id="div-comment-1" class="comment-body">
      <footer class="comment-meta"><div class="comment-author vcard"><img alt='' src='https://secure.gravatar.com/avatar/0123456789abcdef0123456789abcdef'
      class='avatar'/><b class="fn"><a href="http://ann.example/" rel="external nofollow">Ann Lee</a></b> <span class="says">says:</span></div>
      <div class="comment-metadata"><a href="#comment-1"><time datetime="2013-06-06T10:00:00+00:00">June 6, 2013 at 10:00 am</time></a></div></footer>
      <div class="comment-content"><p>First words of a comment.</p></div><div class="reply"><a href="#">Reply</a></div></article>
      <ol class="children"><li id="comment-2" class="comment depth-2 bypostauthor"><article id="div-comment-2" class="comment-body">
      <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Bo Day</b></div>
      <div class="comment-metadata"><time datetime="2013-06-07T10:00:00+00:00">June 7</time></div></footer>
      <div class="comment-content"><p>Second words.</p></div></article></li></ol></li></ol>
      """, true
    ),
    (
      "WordPress before 2013",
      """
      <ol class="commentlist"><li class="comment depth-1" id="comment-1"><div id="div-comment-1" class="comment-body">
      <div class="comment-author vcard"><cite class="fn">Ann Lee</cite> <span class="says">says:</span></div>
      <div class="comment-meta commentmetadata"><a href="#comment-1">June 6, 2013 at 10:00 am</a></div><p>First words of a comment.</p>
      <div class="reply"><a href="#">Reply</a></div></div><ul class="children"><li class="comment depth-2" id="comment-2">
      <div id="div-comment-2" class="comment-body"><div class="comment-author vcard"><cite class="fn">Bo Day</cite></div>
      <div class="comment-meta commentmetadata"><a href="#comment-2">June 7, 2013 at 10:00 am</a></div><p>Second words.</p></div></li></ul></li></ol>
      """, true
    ),
    (
      "Twenty Ten",
      """
      <ol class="commentlist"><li class="comment" id="li-comment-1"><div id="comment-1"><div class="comment-author vcard"><cite class="fn">Ann
      Lee</cite></div><div class="comment-meta commentmetadata"><a>June 6, 2013 at 10:00 am</a></div><div class="comment-body"><p>First words of
      a comment.</p></div></div><ul class='children'><li class="comment" id="li-comment-2"><div id="comment-2"><div class="comment-author vcard">
      <cite class="fn">Bo Day</cite></div><div class="comment-meta commentmetadata"><a>June 7, 2013</a></div><div class="comment-body"><p>Second
      words.</p></div></div></li></ul></li></ol>
      """, true
    ),
    (
      "Twenty Twenty",
      """
      <div class="comments-inner"><div id="comment-1" class="comment depth-1"><article id="div-comment-1" class="comment-body"><footer
      class="comment-meta"><span class="fn">Ann Lee</span><time datetime="2013-06-06T10:00">x</time></footer><div class="comment-content entry-content">
      <p>First words of a comment.</p></div></article><div id="comment-2" class="comment depth-2"><article id="div-comment-2" class="comment-body">
      <footer class="comment-meta"><span class="fn">Bo Day</span><time datetime="2013-06-07T10:00">x</time></footer><div class="comment-content entry-content">
      <p>Second words.</p></div></article></div></div></div>
      """, true
    ),
    (
      "WordPress blocks",
      """
      <ol class="wp-block-comment-template"><li id="comment-1" class="comment"><div class="wp-block-comment-author-name">Ann Lee</div>
      <div class="wp-block-comment-date"><time datetime="2013-06-06T10:00:00+00:00">x</time></div><div class="wp-block-comment-content"><p>First words
      of a comment.</p></div><div class="wp-block-comment-reply-link"><a>Reply</a></div><ol><li id="comment-2" class="comment"><div
      class="wp-block-comment-author-name">Bo Day</div><div class="wp-block-comment-date"><time datetime="2013-06-07T10:00:00+00:00">x</time></div>
      <div class="wp-block-comment-content"><p>Second words.</p></div></li></ol></li></ol>
      """, true
    ),
    (
      "Kubrick",
      """
      <h3 id="comments">2 Responses</h3><ol class="commentlist"><li class="alt" id="comment-1"><cite>Ann Lee</cite> Says:<br />
      <small class="commentmetadata"><a href="#comment-1">June 6th, 2013 at 10:00 am</a></small><p>First words of a comment.</p></li>
      <li id="comment-2"><cite>Bo Day</cite> Says:<br /><small class="commentmetadata"><a>June 7th, 2013 at 10:00 am</a></small><p>Second words.</p></li></ol>
      """, false
    ),
    (
      "Genesis",
      """
      <div class="entry-comments" id="comments"><ol class="comment-list"><li class="comment depth-1" id="comment-1"><article id="article-comment-1"
      itemprop="comment" itemscope itemtype="https://schema.org/Comment"><header class="comment-header"><p class="comment-author" itemprop="author"
      itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ann Lee</span> <span class="says">says</span></p><p class="comment-meta"><time
      class="comment-time"><a>June 6, 2013 at 10:00 am</a></time></p></header><div class="comment-content" itemprop="text"><p>First words of a comment.</p>
      </div></article><ul class="children"><li class="comment depth-2" id="comment-2"><article id="article-comment-2" itemtype="https://schema.org/Comment">
      <p class="comment-author"><span itemprop="name" class="comment-author-name">Bo Day</span></p><p class="comment-meta"><time>June 7, 2013</time></p><div
      class="comment-content"><p>Second words.</p></div></article></li></ul></li></ol></div>
      """, true
    ),
    (
      "Thesis",
      """
      <dl id="comment_list"><dt class="comment" id="comment-1"><span class="comment_author">Ann Lee</span><span class="comment_time"><a>June 6, 2013 at
      10:00 am</a></span></dt><dd class="comment"><div class="format_text"><p>First words of a comment.</p></div></dd><dt class="comment" id="comment-2">
      <span class="comment_author">Bo Day</span><span class="comment_time"><a>June 7, 2013</a></span></dt><dd class="comment"><div
      class="format_text"><p>Second words.</p></div></dd></dl>
      """, false
    ),
    (
      "Blogger, threaded",
      """
      <div id="comments"><ol><li class="comment" id="c1000001"><div class="comment-block"><div class="comment-header"><cite class="user"><a
      href="http://ann.example/">Ann Lee</a></cite><span class="datetime"><a href="http://b.example/p.html?showComment=1370512800000#c1000001">date</a></span>
      </div><p class="comment-content">First words of a comment.</p><span class="comment-actions"><a>Reply</a></span></div><div class="comment-replies"><ol>
      <li class="comment" id="c1000002"><div class="comment-block"><div class="comment-header"><cite class="user">Bo Day</cite><span class="datetime"><a
      href="http://b.example/p.html?showComment=1370599200000#c1000002">date</a></span></div><p class="comment-content">Second words.</p></div></li></ol></div>
      </li></ol></div>
      """, true
    ),
    (
      "Blogger, before 2012",
      """
      <div id="comments"><dl id="comments-block"><dt class="comment-author" id="c1000001"><a href="http://ann.example/">Ann Lee</a> said...</dt>
      <dd class="comment-body"><p>First words of a comment.</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a>June 6, 2013 at 10:00
      AM</a></span></dd><dt class="comment-author" id="c1000002">Bo Day said...</dt><dd class="comment-body"><p>Second words.</p></dd><dd
      class="comment-footer"><span class="comment-timestamp"><a>June 7, 2013</a></span></dd></dl></div>
      """, false
    ),
    (
      "Drupal",
      """
      <div id="comments" class="comment-wrapper"><div class="comment" about="/comment/1#comment-1"><h3><a href="/comment/1#comment-1">Subject</a></h3>
      <div class="submitted">Submitted by <span class="username">Ann Lee</span> on Thu, 06/06/2013 - 10:00</div><div class="content"><div
      class="field field-name-comment-body"><p>First words of a comment.</p></div></div><ul class="links"><li><a>reply</a></li></ul></div><div class="indented">
      <div class="comment" about="/comment/2#comment-2"><div class="submitted"><span class="username">Bo Day</span> on Fri, 06/07/2013</div><div class="content">
      <div class="field field-name-comment-body"><p>Second words.</p></div></div></div></div></div>
      """, true
    ),
    (
      "TypePad",
      """
      <div class="comments"><div class="comments-content"><div id="comment-6a00d8341c2ae253ef01901d1aa" class="comment"><div class="comment-content"><p>First
      words of a comment.</p></div><p class="comment-footer">Posted by: <a href="http://ann.example/">Ann Lee</a> | <a>06/06/2013 at 10:00 AM</a></p></div>
      <div id="comment-6a00d8341c2ae253ef01901d1ab" class="comment"><div class="comment-content"><p>Second words.</p></div><p class="comment-footer">Posted by:
      Bo Day | <a>June 7, 2013</a></p></div></div></div>
      """, false
    ),
    (
      "microdata",
      """
      <section><div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="author">Ann Lee</span><meta itemprop="dateCreated"
      content="2013-06-06"><div itemprop="text">First words of a comment.</div><div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span
      itemprop="author">Bo Day</span><time itemprop="dateCreated" datetime="2013-06-07"></time><div itemprop="text">Second words.</div></div></div></section>
      """, true
    ),
    (
      "JSON-LD",
      """
      <script type="application/ld+json">{"@type":"BlogPosting","comment":[{"@type":"Comment","text":"First words of a comment.","dateCreated":"2013-06-06",
      "author":{"@type":"Person","name":"Ann Lee"},"comment":[{"@type":"Comment","text":"Second words.","dateCreated":"2013-06-07","author":"Bo Day"}]}]}</script>
      """, true
    ),
    (
      "an unknown engine",
      """
      <h3>What people are saying</h3><div class="talk"><div class="x1"><b>Ann Lee</b> <i>06 Jun 2013</i><p>First words of a comment.</p></div>
      <div class="x1"><b>Bo Day</b> <i>07 Jun 2013</i><p>Second words. And so that it is long enough to be seen.</p></div></div>
      """, false
    ),
  ]

  @Test("Names, dates, words and nesting are read", arguments: pages.indices)
  func engine(place: Int) throws {
    let (engine, html, isNested) = CommentMarkupTests.pages[place]
    let comments = extract(html)
    try #require(comments.count == 2, "\(engine)")
    #expect(comments.map(\.author) == ["Ann Lee", "Bo Day"], "\(engine)")
    #expect(comments.map { $0.published?.day().description } == ["2013-06-06", "2013-06-07"], "\(engine)")
    #expect(comments[0].text == "First words of a comment.", "\(engine)")
    #expect(comments[1].text.hasPrefix("Second words."), "\(engine)")
    #expect(comments[1].parentID == (isNested ? comments[0].id : nil), "\(engine)")
    #expect(!comments[1].isParentInferred)
  }

  @Test("A comment's id is its number, its author's own page is kept, the author's answer is marked")
  func details() {
    let comments = extract(CommentMarkupTests.pages[0].html)
    #expect(comments.map(\.id.rawValue) == ["1", "2"])
    #expect(comments[0].authorURL == "http://ann.example/")
    #expect(comments[0].permalink == "http://b.example/p#comment-1")
    #expect(comments.map(\.isByArticleAuthor) == [false, true])
  }

  @Test("No output holds an e-mail address or a hash made from one")
  func privacy() throws {
    let comments = extract(
      """
      <ol class="commentlist"><li class="comment" id="comment-1"><img class="avatar" alt="ann@mail.example" src="http://gravatar.com/avatar/abc">
      <cite class="fn"><a href="mailto:ann@mail.example">ann@mail.example Ann</a></cite><div class="comment-content"><p>Hello there.</p></div></li></ol>
      """)
    let comment = try #require(comments.first)
    #expect(comment.author == "Ann")
    #expect(comment.authorURL == nil)
    #expect(comment.text == "Hello there.")
  }

  @Test("Pingbacks are told apart")
  func pingbacks() {
    let comments = extract(
      """
      <ol class="commentlist"><li class="pingback" id="comment-3"><p>Pingback: <a href="http://o.example/">Another post</a></p></li></ol>
      """)
    #expect(comments.map(\.kind) == [.pingback])
  }

  @Test(
    "Traps give no comments",
    arguments: [
      "<div class=\"teaser\"><div class=\"comment\">A teaser by somebody</div></div>",
      "<span class=\"comment\">3</span>",
      "<ul id=\"recentcomments\"><li class=\"recentcomments\">Ann on <a>A post</a></li></ul>",
      "<div id=\"disqus_thread\"></div>",
      "<div id=\"comments\"><p>No comments yet.</p></div>", "<div class=\"comment\">12</div>",
    ])
  func traps(html: String) {
    #expect(extract(html).isEmpty)
  }

  @Test("Where a script would load the comments, the service is named")
  func service() {
    let page = extractArticle(bytes: Array("<p>Text.</p><div id=\"disqus_thread\"></div>".utf8))
    #expect(page.article.commentService == "disqus")
  }

  @Test("Comments never reach the article's text")
  func leaks() {
    let html =
      "<article><p>The article says one thing, at some length, so that it is found.</p>"
      + CommentMarkupTests.pages[0].html + "</article>"
    let page = extractArticle(bytes: Array(html.utf8))
    #expect(
      page.article.blocks.map(\.text) == ["The article says one thing, at some length, so that it is found."])
  }

  private func extract(_ html: String) -> [Comment] {
    extractArticle(bytes: Array("<html><body>\(html)</body></html>".utf8), url: "http://b.example/p").comments
  }
}
