import Foundation
import Markup
import Testing

/// Where libxml2's HTML 4 parser, left alone, loses text, invents some or builds another tree than browsers do.
@Suite("Quirks of HTML")
struct HTMLQuirkTests {
  @Test(
    "Markup that HTML 4 did not know gives the tree that browsers build",
    arguments: [
      ("<video><track src=x><p>a</p></video>", "(video (track )(p a))"),
      ("<p>a<figure>b<figcaption>c</figcaption></figure>d", "(p a)(figure b(figcaption c))d"),
      ("<p>a<main>b</main>", "(p a)(main b)"),
      ("<p>a<details><summary>b</summary>c</details>", "(p a)(details (summary b)c)"),
      ("<template><p>a</template>b", "(template (p a))b"),
      ("<noscript><img src=x></noscript>a", "(noscript (img ))a"),
      ("<iframe src=x>a", "a"), ("<iframe>one<iframe>two", "onetwo"),
      ("<textarea><!-- </textarea>a", "(textarea )a"), ("<xmp><b>x</xmp>a", "(xmp )a"),
      ("<script><!-- a </script>b", "b"), ("<script><!-- <script>a</script> b --></script>c", "c"),
      ("<script>'</scrip' + 't>'</script >a", "a"), ("<script>a", ""),
      ("<style><!-- </style>a", "(style )a"),
      ("<p>a</html>b", "(p ab)"), ("<body>a</body><body class=x>b", "ab"), ("<html><html lang=en>a", "a"),
      ("a<![CDATA[ <b> ]]>b", "a (b  b)"), ("<![CDATA[a", "a"),
      ("&copy;&copy&copy2&ampx&amp", "©©©2&x&"), ("&#146;&#x92;&#150;", "’’–"),
      ("a&#127;b&#0;c&#7;d", "abcd"), ("&#xD800;a&#x110000;b", "ab"),
      ("<ruby>a<rt>b</ruby>", "(ruby a(rt b))"), ("<time>a</time> <span>b</span>", "(time a) (span b)"),
      ("<my-element>a</my-element>b", "(my-element a)b"), ("<x:y>a</x:y>", "(x:y a)"),
      ("<p/>a<br/>b<div/>c", "(p a(br )b)(div c)"),
      ("<table><caption>a<tr><td>b", "(table (caption a)(tr (td b)))"),
      ("<select><option>a<option>b</select>c", "(select (option a)(option b))c"),
      ("<p><a href=x>a<p>b</a>c", "(p (a a))(p bc)"),
    ])
  func trees(html: String, expected: String) {
    let tree = HTMLDocument.parse(html)
    let body = tree.nodes.firstIndex { $0.name == "body" } ?? 0
    #expect(tree.children(of: body).map { outline(tree, $0) }.joined() == expected)
  }

  @Test("A text of more than eight megabytes is cut there, and said to be")
  func longText() {
    let tree = HTMLDocument.parse("<p>" + String(repeating: "0123456é", count: 1 << 20) + "</p>")
    #expect(tree.isIncomplete)
    let text = tree.rawText(of: 0)
    #expect(text.utf8.count <= HTMLDocument.maximumSize && text.utf8.count > HTMLDocument.maximumSize - 8)
    #expect(!text.contains("\u{FFFD}"))
  }

  @Test(
    "A tag may be as long as it likes; of its attributes the first 64 with names of up to 64 letters count")
  func longTags() {
    let long = String(repeating: "n", count: 70_000)
    let many = (0..<5_000).map { " a\($0)=\"\($0)\"" }.joined()
    let tree = HTMLDocument.parse(
      "<p \(long)=1 title=\"\(long)\"\(many)>a</p><\(long)>b</\(long)><i \(String(repeating: "x ", count: 50_000))>c</i>"
    )
    let paragraph = tree.nodes.first { $0.name == "p" }
    #expect(paragraph?["title"]?.utf8.count == 70_000)
    #expect(paragraph?.attributes.count == 64)
    #expect(paragraph?["a62"] == "62")
    #expect(tree.rawText(of: 0) == "abc")
    #expect(!tree.isIncomplete)
  }

  @Test("JSON-LD is kept to the letter, an escaped end tag and a comment in it too")
  func structuredData() {
    let json = #"{"a":"<!-- x --> <b>y<\/b> &amp; </p>\u0026"}"#
    let tree = HTMLDocument.parse("<script type='application/ld+json; charset=utf-8'>\(json)</script>a")
    let script = tree.nodes.firstIndex { $0.name == "script" } ?? 0
    // In JSON the slash may be escaped.
    #expect(
      tree.descendants(of: script).map { tree[$0].text }.joined()
        == json.replacingOccurrences(of: "</p>", with: "<\\/p>"))
    #expect(tree.rawText(of: 0) == "a")
  }

  @Test(
    "Only a real meta element declares an encoding",
    arguments: [
      "<!-- <meta charset=koi8-r> -->", "<script>'<meta charset=koi8-r>'</script>",
      "<title><meta charset=koi8-r></title>", "<meta name=description content='charset=koi8-r'>",
      "<meta data-charset=koi8-r>", "<metadata charset=koi8-r>", "<p title='<meta charset=koi8-r>'>",
      "<meta charset=\"\">", "<!--", "<style><!-- <meta charset=koi8-r>",
    ])
  func falseDeclarations(markup: String) {
    let page = Array("<html><head>\(markup)".utf8) + [0xE9, 0x20, 0x93]
    #expect(HTMLDocument.parse(page: page).encoding == "windows-1252")
  }

  @Test("A declaration counts behind others, behind a long script, and with its parts in any order")
  func lateDeclarations() {
    let long = String(repeating: "x", count: 5_000)
    for markup in [
      "<!-- <meta charset=utf-8> --><meta charset=windows-1251>",
      "<script>\(long)</script><meta charset='windows-1251'>",
      "<META CONTENT=\"text/html;CHARSET = windows-1251\" HTTP-EQUIV=content-type>",
    ] {
      let (tree, encoding) = HTMLDocument.parse(page: Array("<head>\(markup)<body>".utf8) + [0xEB])
      #expect(encoding == "windows-1251", "\(markup)")
      #expect(tree.rawText(of: 0) == "л")
    }
  }

  @Test("A declaration that the bytes contradict is overruled")
  func lyingDeclarations() {
    let (tree, encoding) = HTMLDocument.parse(page: Array("<meta charset=iso-8859-1><p>Füße".utf8))
    #expect(encoding == "utf-8")
    #expect(tree.rawText(of: 0) == "Füße")
    #expect(HTMLDocument.parse(page: Array("<meta charset=utf-16><p>a".utf8)).tree.rawText(of: 0) == "a")
  }

  @Test("UTF-16 is read without a byte order mark", arguments: [true, false])
  func wide(isBigEndian: Bool) {
    let page = "<html><p>Füße</p></html>".utf16.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(HTMLDocument.parse(page: page).tree.rawText(of: 0) == "Füße")
  }

  @Test("A bad byte is replaced, and nothing behind it is lost")
  func badBytes() {
    let page =
      Array("<meta charset=utf-8><p>größer".utf8) + [0xC3] + Array("<b>ö".utf8) + [0xFF] + Array("end".utf8)
    let text = HTMLDocument.parse(page: page).tree.rawText(of: 0)
    #expect(text.hasPrefix("größer") && text.hasSuffix("end"))
    #expect(text.contains("ö"))
  }

  private func outline(_ tree: HTMLTree, _ index: Int) -> String {
    if tree[index].isText { return tree[index].text }
    return "(" + tree[index].name + " " + tree.children(of: index).map { outline(tree, $0) }.joined() + ")"
  }

  @Test("No control character comes through, in text or in an attribute, raw or by reference")
  func controls() throws {
    let tree = HTMLDocument.parse("<p title=\"a\u{7}b&#8;c&#127;d\te\">x\u{1}y&#7;z</p>")
    let paragraph = try #require(tree.nodes.first { $0.name == "p" })
    let texts = [paragraph["title"] ?? ""] + tree.nodes.map(\.text)
    for text in texts {
      #expect(!text.unicodeScalars.contains { $0.value == 0x7F || ($0.value < 0x20 && $0 != "\t") })
    }
    #expect(paragraph["title"]?.hasPrefix("ab") == true)
  }
}
