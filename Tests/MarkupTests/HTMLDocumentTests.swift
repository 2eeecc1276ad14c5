import Markup
import Testing

@Suite("HTML trees")
struct HTMLDocumentTests {
  @Test(
    "Sloppy markup gives the tree that browsers build",
    arguments: [
      ("<p>one<p>two", "(p one)(p two)"),
      ("<p>a<section>b</section>c", "(p a)(section b)c"),
      ("<ul><li>a<li>b<ul><li>c</ul></ul>", "(ul (li a)(li b(ul (li c))))"),
      ("a<wbr>b<br>c</br>d", "a(wbr )b(br )c(br )d"),
      ("<picture><source srcset=x><img src=y></picture>t", "(picture (source )(img ))t"),
      ("a</p>b", "ab"),
      ("<table><tr><td>a<td>b<tr><td>c</table>", "(table (tr (td a)(td b))(tr (td c)))"),
      ("<a>one<a>two</a>", "(a one)(a two)"),
      ("<h2>a<h3>b</h3>", "(h2 a)(h3 b)"),
      ("<dl><dt>a<dd>b<dt>c</dl>", "(dl (dt a)(dd b)(dt c))"),
      ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
      ("a <b", "a <b"), ("text <a href=\"cut", "text "),
      ("<![CDATA[in]]>out", "inout"), ("<!-- gone --!>kept<!--> too", "kept too"),
      ("<?php gone ?>kept", "kept"),
      ("&copy 2013 &amp; &nbsp;&eacute;&#146;&#x80;", "© 2013 & \u{A0}é’€"),
      ("<script>if (a < b) document.write('<p>x</p>')</script>t", "t"),
      ("<script><!-- <script></script> --></script>t", "t"),
      ("<style>p { }</style>t<iframe><p>x</p></iframe>", "(style )t(iframe )"),
      ("<textarea><p>x</textarea>y", "(textarea )y"),
      ("<title>a <b> c</title>", "(title a <b> c)"),
      ("x</body></html>y<body>z", "xyz"),
    ])
  func trees(html: String, expected: String) {
    let tree = HTMLDocument.parse(html)
    let body = tree.nodes.firstIndex { $0.name == "body" } ?? 0
    #expect(tree.children(of: body).map { outline(tree, $0) }.joined() == expected)
  }

  @Test("JSON-LD stays, other scripts go")
  func structuredData() {
    let tree = HTMLDocument.parse(
      #"<script type="application/ld+json">{"a":"<\/b> & c"}</script><script>x</script>"#)
    let scripts = tree.nodes.indices.filter { tree[$0].name == "script" }
    #expect(scripts.count == 1)
    #expect(tree.descendants(of: scripts.first ?? 0).map { tree[$0].text }.joined() == #"{"a":"<\/b> & c"}"#)
  }

  @Test("Attributes are decoded, quoted or not; of two with one name the first counts")
  func attributes() {
    let tree = HTMLDocument.parse(#"<a HREF=x?a=1&amp;b=2 title='say "hi"' title=no data-x>t</a>"#)
    let link = tree.nodes.first { $0.name == "a" }
    #expect(link?["href"] == "x?a=1&b=2")
    #expect(link?["title"] == "say \"hi\"")
    #expect(link?["data-x"] == "")
  }

  @Test(
    "Any nesting is read, and no text is lost in it",
    arguments: ["b", "div", "i><section", "ul><li", "table><td"])
  func depth(opening: String) {
    let html =
      String(repeating: "<\(opening)>", count: 6_000) + "deep" + String(repeating: "</x>", count: 1000)
      + "end"
    let tree = HTMLDocument.parse(html)
    #expect(tree.rawText(of: 0).hasSuffix("deepend"))
    #expect(tree.isIncomplete)
  }

  @Test("Hostile bytes take linear time")
  func hostile() {
    for piece in [
      "<!--", "<![CDATA[", "<a ", "</b>", "<p><ul></p>", "&copy", "<a href='", "]]>", "<b><p></b>",
      "<script>",
    ] {
      let tree = HTMLDocument.parse(String(repeating: piece, count: 8_000))
      #expect(tree.nodes.count >= 1)
    }
  }

  @Test("A page is read by its declared encoding")
  func encoding() {
    let page = Array("<meta charset=iso-8859-1><p>caf".utf8) + [0xE9, 0x93] + Array("</p>".utf8)
    let (tree, encoding) = HTMLDocument.parse(page: page)
    #expect(encoding == "windows-1252")
    #expect(tree.rawText(of: 0) == "café“")
  }

  @Test("The line text of a subtree keeps blocks apart and no-break spaces as they are")
  func lineText() {
    let tree = HTMLDocument.parse("<div>a\n  b<p>c\u{A0} d</p>e<br>f<b>g</b></div>")
    #expect(tree.lineText(of: 0) == "a b c\u{A0} d e fg")
  }

  private func outline(_ tree: HTMLTree, _ index: Int) -> String {
    if tree[index].isText { return tree[index].text }
    return "(" + tree[index].name + " " + tree.children(of: index).map { outline(tree, $0) }.joined() + ")"
  }
}
