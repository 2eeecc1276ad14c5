/// Feeds to measure with, made anew at each start: always the same bytes.
struct Workload {
  /// Well-formed feeds: of 32, 22 as WordPress writes them (HTML in CDATA sections), five of RSS and four of
  /// Atom with escaped HTML, one of Atom with XHTML.
  let feeds: [[UInt8]]
  /// The same, each with one undefined entity and one bare ampersand in its title.
  let broken: [[UInt8]]

  var byteCount: Int { feeds.reduce(0) { $0 + $1.count } }

  init(count: Int) {
    let texts = (0..<count).map { FeedText(number: $0).string }
    feeds = texts.map { Array($0.utf8) }
    broken = texts.map { text in
      let title = text.firstRange(of: "<title>").map { String(text[..<$0.upperBound]) } ?? ""
      return Array((title + "A&nbsp;B & C " + text.dropFirst(title.count)).utf8)
    }
  }
}

/// One feed of 10 to 50 entries.
private struct FeedText {
  private(set) var string = ""
  private var words: Words
  private let host: String

  init(number: Int) {
    words = Words(seed: UInt64(number) + 1)
    host = "https://blog-\(number).example"
    let entries = 10 + words.number(below: 41)
    switch number % 32 {
    case 0..<22: wordPress(entries)
    case 22..<27: escapedRSS(entries)
    case 27..<31: atom(entries, isXHTML: false)
    default: atom(entries, isXHTML: true)
    }
  }

  private mutating func wordPress(_ entries: Int) {
    string += """
      <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
      \txmlns:content="http://purl.org/rss/1.0/modules/content/"
      \txmlns:wfw="http://wellformedweb.org/CommentAPI/"
      \txmlns:dc="http://purl.org/dc/elements/1.1/"
      \txmlns:atom="http://www.w3.org/2005/Atom"
      \txmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
      \txmlns:slash="http://purl.org/rss/1.0/modules/slash/">
      <channel>
      \t<title>\(words.phrase(3))</title>
      \t<atom:link href="\(host)/feed/" rel="self" type="application/rss+xml" />
      \t<link>\(host)</link>
      \t<description>\(words.phrase(6))</description>
      \t<lastBuildDate>Tue, 04 Mar 2031 09:10:11 +0000</lastBuildDate>
      \t<language>en-US</language>
      \t<sy:updatePeriod>hourly</sy:updatePeriod>
      \t<sy:updateFrequency>1</sy:updateFrequency>
      \t<generator>https://press.example/?v=6.1</generator>

      """
    for entry in 0..<entries {
      let link = "\(host)/2031/\(words.word())-\(entry)/"
      string += """
        \t<item>
        \t\t<title>\(words.phrase(5)) &#038; \(words.word())</title>
        \t\t<link>\(link)</link>
        \t\t<comments>\(link)#comments</comments>
        \t\t<dc:creator><![CDATA[\(words.phrase(2))]]></dc:creator>
        \t\t<pubDate>\(date(entry))</pubDate>
        \t\t<category><![CDATA[\(words.word())]]></category>
        \t\t<category><![CDATA[\(words.phrase(2))]]></category>
        \t\t<guid isPermaLink="false">\(host)/?p=\(1000 + entry)</guid>
        \t\t<description><![CDATA[<p>\(words.sentence()) [&#8230;]</p>
        ]]></description>
        \t\t<content:encoded><![CDATA[\(html())]]></content:encoded>
        \t\t<wfw:commentRss>\(link)feed/</wfw:commentRss>
        \t\t<slash:comments>\(words.number(below: 40))</slash:comments>
        \t</item>

        """
    }
    string += "</channel>\n</rss>\n"
  }

  private mutating func escapedRSS(_ entries: Int) {
    string += """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0"><channel><title>\(words.phrase(2))</title><link>\(host)/</link>
      <description>\(words.phrase(5))</description>

      """
    for entry in 0..<entries {
      string += """
        <item><title>\(words.phrase(6))</title><link>\(host)/\(entry).html</link>
        <guid>\(host)/\(entry).html</guid><pubDate>\(date(entry))</pubDate>
        <author>\(words.word())@blog.example (\(words.phrase(2)))</author>
        <description>\(escaped(html()))</description></item>

        """
    }
    string += "</channel></rss>\n"
  }

  private mutating func atom(_ entries: Int, isXHTML: Bool) {
    string += """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>\(words.phrase(3))</title>
      <link rel="self" href="\(host)/atom.xml"/><link href="\(host)/"/>
      <id>tag:blog.example,2031:\(words.word())</id><updated>2031-03-04T05:06:07Z</updated>

      """
    for entry in 0..<entries {
      let body = html()
      let content =
        isXHTML
        ? "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">\(body)</div></content>"
        : "<content type=\"html\">\(escaped(body))</content>"
      string += """
        <entry><title type="html">\(words.phrase(5))</title><link href="/\(entry).html"/>
        <link rel="replies" type="application/atom+xml" href="/\(entry)/comments.xml"/>
        <id>tag:blog.example,2031:\(entry)</id><published>2031-02-\(day(entry))T08:00:00+01:00</published>
        <updated>2031-03-\(day(entry))T08:00:00.5Z</updated><author><name>\(words.phrase(2))</name></author>
        <category term="\(words.word())"/><summary>\(words.phrase(12))</summary>
        \(content)</entry>

        """
    }
    string += "</feed>\n"
  }

  /// The body of an entry, about 2 to 14 KB of well-formed markup.
  private mutating func html() -> String {
    (0..<4 + words.number(below: 24)).map { block($0) }.joined(separator: "\n\n") + "\n"
  }

  private mutating func block(_ number: Int) -> String {
    switch words.number(below: 20) {
    case 0, 1: return "<h2 class=\"block-heading\">\(words.phrase(5))</h2>"
    case 2: return figure(number)
    case 3:
      let items = (0..<2 + words.number(below: 4)).map { _ in "<li>\(words.sentence())</li>" }.joined()
      return "<ul class=\"block-list\">\(items)</ul>"
    case 4: return "<blockquote><p>\(words.sentence())</p></blockquote>"
    default: return paragraph()
    }
  }

  /// An image in all the sizes that WordPress makes of it.
  private mutating func figure(_ number: Int) -> String {
    let address = "\(host)/uploads/2031/03/photo-\(number)"
    let sizes = ["300x200", "768x512", "1024x683", "1536x1024"]
    let set = sizes.map { "\(address)-\($0).jpg \($0.prefix { $0 != "x" })w" }.joined(separator: ", ")
    return """
      <figure class="block-image size-large"><img decoding="async" loading="lazy" width="800" height="533" \
      src="\(address)-800x533.jpg" alt="\(words.phrase(3))" class="image-\(number)" srcset="\(set)" \
      sizes="(max-width: 800px) 100vw, 800px" /><figcaption>\(words.phrase(4))</figcaption></figure>
      """
  }

  /// Some sentences, one of them marked or linked more often than not.
  private mutating func paragraph() -> String {
    var sentences = (0..<2 + words.number(below: 5)).map { _ in words.sentence() }
    let place = words.number(below: sentences.count)
    switch words.number(below: 10) {
    case 0...3:
      sentences[place] = """
        <a href="\(host)/2030/\(words.word())/?from=feed&#038;medium=rss" rel="nofollow">\(sentences[place])</a>
        """
    case 4: sentences[place] = "<em>\(sentences[place])</em>"
    case 5: sentences[place] = "<strong>\(sentences[place])</strong>"
    default: break
    }
    return "<p>\(sentences.joined(separator: " "))</p>"
  }

  private func escaped(_ html: String) -> String {
    var text = ""
    for character in html.unicodeScalars {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.unicodeScalars.append(character)
      }
    }
    return text
  }

  private func day(_ entry: Int) -> String { entry % 28 < 9 ? "0\(entry % 28 + 1)" : "\(entry % 28 + 1)" }

  private func date(_ entry: Int) -> String { "Sat, \(day(entry)) Feb 2031 08:\(10 + entry):00 +0000" }
}
