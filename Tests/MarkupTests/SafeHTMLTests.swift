@testable import Markup
import Testing

@Suite("Safe HTML")
struct SafeHTMLTests {
  private let base = WebAddress("http://blog.example/post/")

  @Test(
    "What runs, loads or disguises is not written",
    arguments: [
      ("<p onclick=alert(1)>a</p>", "<p>a</p>"), ("<script>x</script>a", "a"),
      ("<a href='javascript:alert(1)'>a</a>", "<a>a</a>"),
      ("<a href=' java\tscript:alert(1)'>a</a>", "<a>a</a>"),
      ("<a href='&#106;avascript:alert(1)'>a</a>", "<a>a</a>"),
      ("<a href='\u{200B}javascript:x'>a</a>", "<a>a</a>"),
      ("<a href='vbscript:x'>a</a>", "<a>a</a>"), ("<a href='data:text/html,x'>a</a>", "<a>a</a>"),
      ("<img src='data:image/svg+xml,x'>", "<img>"), ("<img src=x width=1 height=1>a", "a"),
      ("<iframe src=x>y</iframe>a", "a"), ("<object data=x><p>b</p></object>a", "<p>b</p>a"),
      ("<form><p>x</p></form>a", "a"),
      ("<blink>a</blink>", "a"), ("<my-element>a</my-element>", "a"), ("<!-- x -->a<?x y?>", "a"),
      ("<p style='position:fixed' class=x id=y>a</p>", "<p>a</p>"), ("<style>x</style>a", "a"),
      ("<noscript><p>x</p></noscript>a", "a"),
      ("<svg><script>x</script><circle r=1></svg>a", "a"), ("<svg onload=x><title>b</title></svg>a", "b a"),
      ("<math><annotation-xml><b>x</b></annotation-xml></math>", "<b>x</b>"),
      ("<video><source onerror=x src=y></video>a", "a"),
      ("<audio src=x controls>b</audio><video poster=x><p>c</p></video>", "b<p>c</p>"),
      (
        "<picture><source srcset=y><img src=z></picture>a", "<img src=\"http://blog.example/post/z\">a"
      ),
      ("<a href='http://u:p@h.example/'>a</a>", "<a>a</a>"),
      ("<a href='mailto:a@b.example?bcc=c'>a</a>", "<a>a</a>"),
      (
        "<a href='/x'>a<a href='/y'>b</a></a>",
        "<a href=\"http://blog.example/x\">a</a><a href=\"http://blog.example/y\">b</a>"
      ),
      ("<link rel=stylesheet href=x><meta http-equiv=refresh>a", "a"),
    ])
  func removed(html: String, expected: String) {
    #expect(SafeHTML(sanitising: html, base: base).html == expected)
  }

  @Test(
    "Addresses become absolute, text is escaped, markup is balanced",
    arguments: [
      ("<a href='../x?a=1&b=2'>y</a>", "<a href=\"http://blog.example/x?a=1&amp;b=2\">y</a>"),
      ("<img src=p.png alt='\"q\"'>", "<img src=\"http://blog.example/post/p.png\" alt=\"&quot;q&quot;\">"),
      ("<p>a<p>b", "<p>a</p><p>b</p>"), ("a < b & c", "a &lt; b &amp; c"),
      ("&lt;script&gt;", "&lt;script&gt;"),
      ("<b>x", "<b>x</b>"), ("</div>x", "x"), ("<td>x", "<td>x</td>"),
      (
        "<a href=http://x.example/\">y</a><a href='http:\\\\x.example'>z</a>",
        "<a href=\"http://x.example/&quot;\">y</a><a href=\"http://x.example\">z</a>"
      ),
      ("<img src='data:image/png;base64,AA=='>", "<img src=\"data:image/png;base64,AA==\">"),
      ("<a title='x\u{22}\u{301}'>y</a>", "<a title=\"x&quot;\u{301}\">y</a>"),
    ])
  func kept(html: String, expected: String) {
    #expect(SafeHTML(sanitising: html, base: base).html == expected)
  }

  @Test(
    "Styles keep colours, fonts and boxes; one that cannot be judged goes whole",
    arguments: [
      ("COLOR:#08c;position:absolute", "color: #08c;"),
      ("margin:0 1em!important", "margin: 0 1em!important;"),
      ("border: 1px solid rgb(0, 0, 0)", "border: 1px solid rgb(0, 0, 0);"),
      ("background-image:url(http://x.example/i.png);width:3px", "width: 3px;"),
      ("background:red url(x)", ""), ("display:none;color:red", "color: red;"),
      ("color:\\65 xpression(1)", ""),
      ("width:expression(alert(1))", ""), ("width:expression(1)", ""), ("color:x-rgb(1)", ""),
      ("color:red/**/;", ""), ("color", ""), ("font-family:'A;B'", ""),
    ])
  func style(written: String, expected: String) {
    let html = SafeHTML(sanitising: "<p style=\"\(written)\">a</p>", base: nil).html
    #expect(html == (expected.isEmpty ? "<p>a</p>" : "<p style=\"\(expected)\">a</p>"))
  }

  @Test(
    "A drawing or formula of known parts is kept, with its namespaces and title",
    arguments: [
      (
        "<svg viewBox='0 0 9 9' class=x><title>t</title><g><path d=M0/></g></svg>",
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewbox="0 0 9 9"><title>t</title><g><path d="M0/"></path></g></svg>
        """
      ),
      (
        "<math><mi xlink:href='/f'>a</mi></math>",
        """
        <math xmlns="http://www.w3.org/1998/Math/MathML"><mi xlink:href="http://blog.example/f" \
        xmlns:xlink="http://www.w3.org/1999/xlink">a</mi></math>
        """
      ),
      ("<svg><a xlink:href=javascript:x>b</a></svg>", "<a>b</a>"),
    ])
  func drawings(html: String, expected: String) {
    #expect(SafeHTML(sanitising: html, base: base).html == expected)
  }

  @Test(
    "What only looks like markup, or never ends, hides no text",
    arguments: [
      ("<!' <i>a</i>", "&lt;!' <i>a</i>"), ("<!>a<!x>b", "ab"), ("a<br></br>b</br>c", "a<br>b<br>c"),
      ("a<iframe src=x /> b", "a b"), ("a<embed src=x> b", "a b"), ("a<object data=x> b", "a b"),
      ("<title>a</title>b", "a b"),
    ])
  func nothingHidden(html: String, expected: String) {
    #expect(SafeHTML(sanitising: html, base: nil).html == expected)
  }

  @Test(
    "Tidy HTML is made safe in one pass, with the bytes of the long way",
    arguments: [
      "<p>a <b>b</b> &amp; c</p>\n\n<p>d&#8217;s &nbsp; &lt;e&gt; > f</p>", "plain  words\n\there", "",
      "<ul>\n<li>a</li>\n <li><p>b</p><ul><li>c</li></ul></li></ul>x", "<h2 class=x>a</h2>",
      "<a href='/x?a=1&amp;b=2' title=\"q'`&quot;\" class=\"c\" rel='me'>a<br/>b</a>",
      "<figure class=\"f\"><img src=\"/i.png\" alt=\"\" width=\"300\" /><figcaption>c</figcaption></figure>",
      "<img width=\"1\" src=\"/t.gif\"><hr><p></p><pre>a\n b</pre><!-- more -->x<!--y-->z",
      "<blockquote><p style=\"color:red\">a</p></blockquote><div><div>b</div></div>", "é漢\u{A0}\u{1F600}",
      "<p>javascript <a href=\"javascript:x\">a</a><img src=\"data:text/html,x\"></p>",
    ])
  func tidy(html: String) throws {
    let tidy = TidyFragment.safe(html, base: base)
    let tree = SafeHTML(tree: HTMLDocument.parse(html), base: base)
    if html.contains("class=x") {
      #expect(tidy == nil)
    } else {
      let tidy = try #require(tidy)
      #expect(tidy.html == tree.html)
      #expect(tidy.text == tree.text)
    }
  }

  @Test(
    "What a parser has to judge is not tidy",
    arguments: [
      "<p>a<p>b</p></p>", "<b><p>a</p></b>", "<p>a", "a</p>", "<p>a</div>", "<b><i>a</b></i>",
      "<a><a>b</a></a>",
      "<ul>a<li>b</li></ul>", "<li>a</li>", "<p><ul></ul></p>", "<P>a</P>", "<p class=a>b</p>",
      "<p a='1' a='2'>b</p>",
      "<p a>b</p>", "<p/>", "a & b", "&copy", "&unknown;",
      "&eacute\0;", "&#0;", "&#128;", "&#xD800;", "&#x110000;", "<",
      "a < b", "<!doctype html>", "<!-- -- -->", "<!-->", "<?x?>", "<script>x</script>", "<svg></svg>",
      "<table><tr><td>a</td></tr></table>", "a\u{C}b", "a\r\nb", "a\u{85}b", "\u{FEFF}a", "<pre>\na</pre>",
      "<p title='a\u{1}'>b</p>", "<p \u{2028}a='1'>b</p>", "<p a='1'b='2'>c</p>", "<p a=\"1>b</p>",
      String(repeating: "<b>", count: 17) + String(repeating: "</b>", count: 17),
    ])
  func notTidy(html: String) {
    #expect(TidyFragment.safe(html, base: base) == nil)
  }

  @Test("Whatever tidy pieces are put together, both ways agree", arguments: 0..<40)
  func tidyAgrees(seed: UInt64) throws {
    var random = Pieces(seed: seed)
    var tidyCount = 0
    for _ in 0..<50 {
      let html = random.fragment(depth: 0)
      guard let tidy = TidyFragment.safe(html, base: base) else { continue }
      tidyCount += 1
      let tree = SafeHTML(tree: HTMLDocument.parse(html), base: base)
      #expect(tidy.html == tree.html, "\(html)")
      #expect(tidy.text == tree.text, "\(html)")
    }
    #expect(tidyCount > 10)
  }

  @Test(
    "An element that loses its tags leaves a fragment that stays as it is when made safe again",
    arguments: [
      "<b><object><p>a", "<a href=/x><button><a href=/y>b", "<h2>a<d9d>b<dt>c", "<p><em:x><td>a",
      "<i>a<marquee>b<i>c<p>d", "<svg><x><td>a<svg><td>b", "<div><li>a<div><dd><div><button><li>b",
    ])
  func unwrapped(html: String) {
    let safe = SafeHTML(sanitising: html, base: base)
    #expect(SafeHTML(sanitising: safe.html, base: base) == safe)
  }

  @Test(
    "Text without any markup loses its control characters as text with markup does",
    arguments: [("a\u{C}b", "a b"), ("a\u{85}b", "a\u{2026}b"), ("a\u{FFFE}b", "ab"), ("a\u{1}b", "ab")])
  func controlsInText(html: String, expected: String) {
    #expect(SafeHTML(sanitising: html, base: nil).html == expected)
    #expect(SafeHTML(sanitising: "<p>\(html)</p>", base: nil).html == "<p>\(expected)</p>")
  }

  @Test("Without a base addresses stay relative, but none may look like a scheme")
  func relative() {
    #expect(SafeHTML(sanitising: "<a href='x y'>a</a>", base: nil).html == "<a href=\"x%20y\">a</a>")
    #expect(SafeHTML(sanitising: "<a href='./a:b'>a</a>", base: nil).html == "<a href=\"./a:b\">a</a>")
    #expect(SafeHTML(sanitising: "<a href='java%0Ascript:x'>a</a>", base: nil).html == "<a>a</a>")
  }

  @Test("Plain text is escaped whole, and its own text is the text")
  func plain() {
    let safe = SafeHTML(plain: "a < b &amp;\n c")
    #expect(safe.html == "a &lt; b &amp;amp;\n c")
    #expect(safe.text == "a < b &amp; c")
  }

  @Test("The text of a fragment keeps blocks apart and drops what is dropped")
  func text() {
    let safe = SafeHTML(
      sanitising: "<h1>A</h1><p>b\n <i>c</i>&nbsp;d<br>e</p><script>x</script><ul><li>f<li>g</ul>", base: nil)
    #expect(safe.text == "A b c\u{A0}d e f g")
  }

  @Test(
    "Sanitising twice changes nothing",
    arguments: [
      "<p>a<div>b<p>c</div>d", "<b><i>x</b>y</i>", "<table><td>a<p>b<table><tr>c</table>",
      "<a href=x><div><a href=y>z",
      "<ul><p>x<li>y</p><li>z", "<svg><p>x</svg>y", "&amp;lt;b&gt; &#60;i>", "<dl><dd>a<dt>b<div><dd>c",
      "<h1>a<p>b<h2>c",
      "<details><summary>a<p>b", "<ruby>a<rt>b<rp>c", "<font><center><p>x</font>y", "<p><table><p>",
      "a</b></i>", "<li><li><ul>", "a<form>x</form>b<fieldset>c</fieldset>d",
      "<select><option>a</select>b", "<math><mi>x<p>y</math>z", "\u{1}\u{7F}a\u{0}b",
      "<svg><title>a</title><a xlink:href=x><text>b</text></a></svg>", "<p style='color:red;top:1px'>a",
    ])
  func idempotent(html: String) {
    let once = SafeHTML(sanitising: html, base: base)
    #expect(SafeHTML(sanitising: once.html, base: base) == once)
  }
}

/// Fragments of HTML, nearly all tidy, the same for the same seed.
private struct Pieces {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(count))
  }

  mutating func one(of choices: [String]) -> String { choices[next(choices.count)] }

  mutating func fragment(depth: Int) -> String {
    (0...next(4)).map { _ in next(2) == 0 && depth < 6 ? element(depth: depth) : words() }.joined()
  }

  private mutating func element(depth: Int) -> String {
    let name = one(of: [
      "p", "div", "b", "i", "a", "span", "ul", "ol", "li", "h2", "blockquote", "pre", "figure", "em", "code",
      "sup",
      "br", "img", "hr", "wbr", "section", "figcaption", "q", "small",
    ])
    let attributes = (0..<next(3)).map { _ in
      one(of: [
        " href=\"/a?b=1&amp;c\"", " src='x.png'", " title=\"a &lt; b\"", " class='c'", " width=\"2\"",
        " height='300'",
        " style=\"color: red; position: fixed\"", " lang=\"de\"", " alt=''", " rel=\"a  b\"",
        " onclick='x()'",
      ])
    }.joined()
    if ["br", "img", "hr", "wbr"].contains(name) {
      return "<\(name)\(attributes)\(one(of: ["", "/", " /"]))>"
    }
    let inner =
      name == "ul" || name == "ol"
      ? "\n<li>\(fragment(depth: depth + 2))</li> <li>\(words())</li>" : fragment(depth: depth + 1)
    return "<\(name)\(attributes)>\(inner)</\(name)>"
  }

  private mutating func words() -> String {
    one(of: [
      "word", " two words ", "\n\n", " ", "a  b", "&amp;", "&#8217;", "&nbsp;", "&lt;x&gt;", ">", "é", "漢字",
      "\t",
      "<!-- note -->", "x\ny", "&eacute;&hellip;", "&#x1F600;", "'\"`",
    ])
  }
}
