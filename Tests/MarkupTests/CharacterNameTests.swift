import Markup
import Testing

@Suite("Names of characters")
struct CharacterNameTests {
  @Test(
    "Every name that HTML defines is a character in text, with its semicolon; the old ones without it, too",
    arguments: [
      ("Z&zcaron;&Scaron;&lstrok;&comma;&period;&NewLine;a&excl;", "ZžŠł,.\na!"),
      ("&CounterClockwiseContourIntegral;&NotEqualTilde;&fjlig;", "∳≂̸fj"),
      ("&AMP;&AMP&LT;b&gt;&apos;&QUOT;", "&&<b>'\""), ("&notin;&notit;&not", "∉¬it;¬"),
      ("&rcaron &zcaron.", "&rcaron &zcaron."), ("&nosuch; &; & &x; &Copy;", "&nosuch; &; & &x; &Copy;"),
      ("&copy2026 &ampamp;", "©2026 &amp;"), ("&lt;b&gt; &amp;eacute;", "<b> &eacute;"),
    ])
  func text(html: String, expected: String) {
    #expect(HTMLDocument.parse(html).rawText(of: 0) == expected)
    #expect(HTMLDocument.parse("<title>\(html)</title>").rawText(of: 0) == expected)
  }

  @Test(
    "In an attribute a name without semicolon is a parameter of an address, if a letter or = follows",
    arguments: [
      ("?a=1&copy=2&lt=3&amp;b=4&notit;&regx", "?a=1&copy=2&lt=3&b=4&notit;&regx"),
      ("Smith &amp Jones&rcaron;&quot;&comma;&copy", "Smith & Jonesř\",©"),
    ])
  func attribute(value: String, expected: String) {
    let tree = HTMLDocument.parse("<p title=\"\(value)\">a")
    #expect(tree.nodes.first { $0.name == "p" }?["title"] == expected)
  }

  @Test("A fragment is made safe the same way, tidy or not", arguments: ["<p>%</p>", "<p>%<p>b"])
  func safe(fragment: String) {
    let names = "&rcaron;&NotEqualTilde;&Tab;&NewLine;&lt;i&gt;&apos;&NoBreak;"
    let numbers = "&#x159;&#x2242;&#x338; &lt;i&gt;&#39;&#x2060;"
    #expect(
      SafeHTML(sanitising: fragment.replacing("%", with: names), base: nil).text
        == SafeHTML(sanitising: fragment.replacing("%", with: numbers), base: nil).text)
  }

  @Test("XML without a document type knows them, too")
  func entityNames() {
    #expect(isHTMLEntityName("rcaron"))
    #expect(isHTMLEntityName("CounterClockwiseContourIntegral"))
    #expect(!isHTMLEntityName("Copyright"))
    #expect(!isHTMLEntityName(""))
  }
}
