/// Pages to measure with, made anew at each start: always the same bytes. Each has an article as WordPress shows
/// it, 50 comments that answer one another, and the furniture round them.
struct PageWorkload {
  static let commentCount = 50

  let pages: [[UInt8]]

  var byteCount: Int { pages.reduce(0) { $0 + $1.count } }

  init(count: Int) {
    pages = (0..<count).map { number in
      var page = PageText(number: number)
      return Array(page.html().utf8)
    }
  }
}

private struct PageText {
  private var words: Words

  init(number: Int) { words = Words(seed: UInt64(number) + 1000) }

  mutating func html() -> String {
    let title = words.phrase(6)
    let menu = (0..<12).map {
      "<li class=\"menu-item menu-item-\($0)\"><a href=\"/\($0)/\">\(words.phrase(2))</a></li>"
    }
    let posts = (0..<10).map { "<li><a href=\"/post-\($0)/\">\(words.phrase(5))</a></li>" }
    return """
      <!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>\(title) &#8211; \(words.phrase(2))</title>
      <meta property="og:title" content="\(title)"><meta property="og:site_name" content="\(words.phrase(2))">
      <meta property="article:published_time" content="2031-03-04T05:06:07+00:00">
      <link rel="stylesheet" href="/style.css"><style>\(rules())</style><script>\(script())</script></head>
      <body class="single single-post postid-\(words.number(below: 9999)) wp-embed-responsive">
      <header id="masthead" class="site-header"><nav><ul class="menu">\(menu.joined())</ul></nav></header>
      <main id="main"><article id="post-1" class="post type-post status-publish format-standard hentry">
      <header class="entry-header"><h1 class="entry-title">\(title)</h1><p class="byline">By <a rel="author" href="/a/">Ann
      Lee</a></p><time class="entry-date published" datetime="2031-03-04T05:06:07+00:00">March 4, 2031</time></header>
      <div class="entry-content">\(blocks())</div></article>
      <div id="comments" class="comments-area"><h2>50 thoughts</h2><ol class="comment-list">\(comments())</ol>
      <div id="respond"><form id="commentform"><textarea name="comment"></textarea></form></div></div></main>
      <aside id="secondary" class="widget-area"><ul>\(posts.joined())</ul></aside><footer>\(words.phrase(8))</footer>
      <script>\(script())</script></body></html>
      """
  }

  private mutating func blocks() -> String {
    (0..<25).map { number in
      switch number % 8 {
      case 3: "<h2 class=\"wp-block-heading\">\(words.phrase(4))</h2>"
      case 5: "<ul class=\"wp-block-list\"><li>\(words.sentence())</li><li>\(words.sentence())</li></ul>"
      case 7: "<blockquote class=\"wp-block-quote\"><p>\(words.sentence())</p></blockquote>"
      default:
        "<p>\(words.sentence()) <strong>\(words.phrase(3))</strong> \(words.sentence()) <a href=\"/\(number)\">"
          + "\(words.phrase(3))</a> \(words.sentence())</p>"
      }
    }.joined(separator: "\n\n")
  }

  /// Every fifth begins a thread; the others answer the one before, three deep.
  private mutating func comments() -> String {
    var html = ""
    var open = 0
    for number in 1...PageWorkload.commentCount {
      if number % 5 == 1 {
        html += String(repeating: "</li></ul>", count: max(0, open - 1)) + (open > 0 ? "</li>" : "")
        open = 0
      } else if open < 3 {
        html += "<ul class=\"children\">"
      } else {
        html += "</li>"
      }
      if number % 5 == 1 || open < 3 { open += 1 }
      html += """
        <li id="comment-\(number)" class="comment \(number % 2 == 0 ? "even" : "odd alt") depth-\(open) parent">
        <article id="div-comment-\(number)" class="comment-body"><footer class="comment-meta"><div class="comment-author
        vcard"><img alt="" src="/avatar-\(number).png" class="avatar avatar-42 photo" height="42" width="42"><b class="fn"><a
        href="https://\(words.word()).example/" class="url" rel="ugc nofollow">\(words.phrase(2))</a></b> <span class="says">
        says:</span></div><div class="comment-metadata"><a href="/post/#comment-\(number)"><time
        datetime="2031-03-05T10:00:00+00:00">March 5, 2031 at 10:00 am</time></a></div></footer><div
        class="comment-content"><p>\(words.sentence()) \(words.sentence())</p><p>\(words.sentence())</p></div><div
        class="reply"><a class="comment-reply-link" href="?replytocom=\(number)">Reply</a></div></article>
        """
    }
    return html + String(repeating: "</li></ul>", count: max(0, open - 1)) + "</li>"
  }

  private mutating func rules() -> String {
    (0..<60).map { ".\(words.word())-\($0){margin:0 \($0)px;color:#123456}" }.joined()
  }

  private mutating func script() -> String {
    (0..<40).map { "var \(words.word())\($0) = {\"a\": \($0), \"b\": \"<\\/p>\"};" }.joined(separator: "\n")
  }
}
