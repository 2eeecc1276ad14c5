import Markup
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
      ("width:expression(alert(1))", ""), ("color:red/**/;", ""), ("color", ""), ("font-family:'A;B'", ""),
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
