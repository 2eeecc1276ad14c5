/// Small pages that hold what the extractors look for, to be damaged.
enum PageSamples {
  static let all = [blog, reader, structured, definitions, tables]

  private static let prose =
    "The tide tables of the harbour were kept by hand, and nobody, not even the pilot, knew them all by heart. "

  /// A blog with byline, credit, share bar and threaded comments.
  private static let blog = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Keeping the tide | Harbour notes</title>
    <meta property="og:title" content="Keeping the tide"><meta name="description" content="Notes &amp; tables">
    <link rel="canonical" href="http://a.example/p/"></head><body><nav><a href="/">Home</a></nav>
    <article class="post"><h1 class="entry-title">Keeping the tide</h1>
    <p class="byline">By <a rel="author" href="/ann">Ann Lee</a> on <time datetime="2013-06-06">June 6, 2013</time></p>
    <div class="entry-content"><p>\(prose)</p><p>\(prose)<br><br>\(prose)</p><h2>What we did</h2>
    <ul><li>One thing<li>Another <b>thing</b><ul><li>and a part of it</ul></ul><blockquote><p>\(prose)</blockquote>
    <figure><img src="a.jpg" alt="a pier"><figcaption>Photo by Bob Ray</figcaption></figure><p>\(prose) &copy 2013</p>
    <p>What do you think? Leave a comment below.</p><div class="sharedaddy"><a href="#">Tweet</a></div></div></article>
    <div id="comments"><h3>2 comments</h3><ol class="commentlist"><li class="comment depth-1" id="comment-11">
    <cite class="fn">Bob</cite> <a href="#comment-11">June 7, 2013 at 3:14 pm</a><div class="comment-content"><p>First,
    a word.</p></div><ul class="children"><li class="comment depth-2 bypostauthor" id="comment-12"><cite class="fn">Ann Lee
    </cite> says:<p>Thanks &amp; bye</p><a class="comment-reply-link" href="?replytocom=12">Reply</a></li></ul></li></ol>
    <form id="commentform"><textarea>Your words</textarea></form></div><footer>© Harbour notes</footer></body></html>
    """

  /// Bare text, line breaks, no class that says anything; comments without ids.
  private static let reader = """
    <html><head><title>An old page</title></head><body><table><tr><td><a href=1>One</a><td><font size=2><b>An old page
    </b><br><br>\(prose)\(prose)<br><br>1. The first of them<br>2. The second of them<br>3. The third of them<br><br>
    \(prose)\(prose)<pre>code  kept
      as it is</pre>\(prose)</font></td></tr></table><div class="comment"><b>Cy</b> said on 6 June 2013:<p>Nice one.</p></div>
    <div class="comment"><b>Di</b> said on 7 June 2013:<p>Not for me :-( </p></div></body></html>
    """

  /// Everything in JSON-LD; the page itself is a shell.
  private static let structured = """
    <html><head><title>Shell</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":
    "BlogPosting","headline":"A shell","author":{"@type":"Person","name":"Ann Lee"},"datePublished":"2013-06-06T10:00:00Z",
    "articleBody":"\(prose)\(prose)\\n\\n\(prose)\(prose)\\n\\n\(prose)\(prose)\(prose)","comment":[{"@type":"Comment",
    "text":"So &amp; <b>so<\\/b>","author":{"name":"Bob"},"comment":[{"@type":"Comment","text":"And \\u00e9 \\ud83d\\ude00",
    "author":{"name":"Cy"}}]}]}]}</script></head><body><div id="root"></div><noscript>Please turn scripts on.</noscript>
    </body></html>
    """

  /// Comments as a list of definitions; hidden parts and a list typed by hand.
  private static let definitions = """
    <html><body class="single"><div id="content"><h1>A list</h1><div class="post-content"><p>\(prose)</p><p>1. Buy rope</p>
    <p>2. Buy tar</p><p>3. Sell both</p><p hidden>not shown</p><p>\(prose)<span class="sr-only">unseen</span> and more.</p>
    <p>\(prose)<img class="emoji" alt="😀">\(prose)</p></div><dl id="comment-list"><dt class="comment" id="comment-1">Ann
    June 6, 2013<dd><p>One word.<dt class="comment" id="comment-2">Bob<dd><p>Two words. <a href="#comment-1">in reply to
    Ann</a></dl></div></body></html>
    """

  /// Data in a table, an article in sections, replies indented.
  private static let tables = """
    <html><body><main><section class="article-body"><h2>Part one</h2><p>\(prose)</p><table><tr><th>Year<th>Ships<tr><td>1900
    <td>12<tr><td>1901<td>14</table></section><section class="article-body"><h2>Part two</h2><p>\(prose)</p><p>\(prose)</p>
    </section></main><div class="comments"><div class="comment" id="c101"><span class="username">Ann</span><div
    class="comment-body">One</div></div><div class="indented"><div class="comment" id="c102"><span class="username">Bob
    </span><div class="comment-body">Two <em>and</em> three</div></div></div></div></body></html>
    """
}
