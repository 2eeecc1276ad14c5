import Articles
import Model
import Testing

@Suite("Blocks of HTML content")
struct BlockFlowTests {
  @Test(
    "Paragraphs, bare text, headings, quotes, code, figures and tables become blocks",
    arguments: [
      ("<p>one</p><p>two</p>", ["paragraph:one", "paragraph:two"]),
      ("one<br><br>two<br>\n<br />three", ["paragraph:one", "paragraph:two", "paragraph:three"]),
      ("<div>one<p>two</p>three</div>", ["paragraph:one", "paragraph:two", "paragraph:three"]),
      ("<h3>A</h3><p>b</p>", ["heading:A", "paragraph:b"]),
      ("<blockquote><p>a</p><p>b</p></blockquote>c", ["quote:a", "quote:b", "paragraph:c"]),
      ("<pre>a\n  b\n</pre>", ["code:a\n  b"]),
      ("<figure><img src=x><figcaption>seen</figcaption></figure>", ["figure:seen"]),
      ("<div class=\"wp-caption\"><img><p class=\"wp-caption-text\">seen</p></div>", ["figure:seen"]),
      ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", ["table:a | b\n1 | 2"]),
      (
        "<table><tr><td><p>long text of a page laid out with a table</p></td></tr></table>",
        ["paragraph:long text of a page laid out with a table"]
      ),
      ("<p>a\n  b&nbsp; c</p>", ["paragraph:a b\u{A0} c"]),
      ("<p>&nbsp;</p><p> </p>", []),
      ("<p>roses are red<br>violets are blue</p>", ["paragraph:roses are red\nviolets are blue"]),
      ("<p>a <a href=x>b</a>, c <script>no</script></p><style>no</style>", ["paragraph:a b, c"]),
      ("<p style=\"display: none\">no</p>yes", ["paragraph:yes"]),
    ])
  func kinds(html: String, expected: [String]) {
    #expect(readBlocks(fromHTML: html).map { "\($0.kind):\($0.text)" } == expected)
  }

  @Test("A list is one block, nested ones included, and knows whether it is numbered")
  func lists() {
    let blocks = readBlocks(
      fromHTML: "<p>These:</p><ol><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>")
    #expect(blocks.map(\.kind) == [.paragraph, .list])
    #expect(blocks.last?.items == ["a", "b", "c d"])
    #expect(blocks.last?.text == "a\nb\nc d")
    #expect(blocks.last?.isOrdered == true)
  }

  @Test(
    "Lines that begin with one mark are a list",
    arguments: [
      (
        "<p>Good teams…</p><p>…listen</p><p>…decide</p><p>…learn</p>", ["…listen", "…decide", "…learn"], false
      ),
      ("<p>Good teams…<br>…listen<br>…decide</p>", ["…listen", "…decide"], false),
      ("<p>They:</p><p>• listen<br>• decide</p>", ["listen", "decide"], false),
      ("<p>They:</p>- listen<br>- decide<br>- learn<br>", ["listen", "decide", "learn"], false),
      ("<p>They:</p><p>1. listen</p><p>2. decide</p><p>3. learn</p>", ["listen", "decide", "learn"], true),
    ])
  func typedLists(html: String, items: [String], isOrdered: Bool) {
    let blocks = readBlocks(fromHTML: html)
    #expect(blocks.count == 2)
    #expect(blocks.last?.kind == .list)
    #expect(blocks.last?.items == items)
    #expect(blocks.last?.isOrdered == isOrdered)
  }

  @Test(
    "What only looks like a list stays as it is",
    arguments: [
      "<p>- You came.</p><p>- I did.</p>", "<p>1. one</p><p>3. three</p><p>9. nine</p>",
      "<p>…and so on</p><p>The end.</p>",
      "<p>2013 was good.</p><p>2014 was better.</p>",
    ])
  func dialogue(html: String) {
    #expect(!readBlocks(fromHTML: html).contains { $0.kind == .list })
  }

  @Test("Emphasis is kept as ranges of bytes")
  func emphasis() throws {
    let block = try #require(readBlocks(fromHTML: "<p>Ä <b>very</b> <i>good <b>day</b></i>.</p>").first)
    #expect(block.text == "Ä very good day.")
    #expect(block.emphasis == [TextRange(start: 3, end: 7), TextRange(start: 8, end: 16)])
    #expect(block.marks.map(\.kind) == [.strong, .emphasis, .strong])
  }

  @Test("Links are kept with their ranges and absolute addresses, if they are of the web or of mail")
  func links() throws {
    let block = try #require(
      readBlocks(
        fromHTML: """
          <p>See <a href="/a">this <i>page</i></a>, <a href="javascript:x()">that</a>, <a href="#top">up</a>, \
          <a href="mailto:a@b.example">Ann</a>.</p>
          """, url: "https://b.example/1/"
      ).first)
    #expect(
      block.marks == [
        TextMark(.link, TextRange(start: 4, end: 13), url: "https://b.example/a"),
        TextMark(.emphasis, TextRange(start: 9, end: 13)),
        TextMark(.link, TextRange(start: 25, end: 28), url: "mailto:a@b.example"),
      ])
  }

  @Test("A heading that repeats the title is left out")
  func title() {
    let blocks = readBlocks(fromHTML: "<h1>My Title!</h1><p>Text.</p>", title: "My title")
    #expect(blocks.map(\.text) == ["Text."])
  }
}
