import Testing

@testable import Lint

@Suite("Lint reads styles as mail programs do")
struct StyleTests {
  @Test("Declarations are cut at semicolons outside of strings, brackets and comments")
  func declarations() {
    let style = StyleDeclarations(
      "COLOR : Red ; background:url(data:x;y) ; /* margin:0; */ font-family:\"a;b\" ; width: 3px !IMPORTANT;;"
    )
    #expect(style.declarations.map(\.name) == ["color", "background", "font-family", "width"])
    #expect(style.declarations.map(\.value) == ["Red", "url(data:x;y)", "\"a;b\"", "3px"])
    #expect(style.declarations.map(\.isImportant) == [false, false, false, true])
    #expect(style.faults.isEmpty)
  }

  @Test(
    "What is no declaration is a fault",
    arguments: ["color", "color red", ":red", "9a:b", "a b:c", "color:{red}"])
  func noDeclaration(text: String) {
    #expect(StyleDeclarations(text).faults.count == 1)
  }

  @Test(
    "A selector matches what it names",
    arguments: [
      ("p", true), ("P", true), ("*", true), (".ink", true), ("p.ink.big", true), ("#one", true),
      ("[lang]", true),
      ("p[lang=en]", true), ("p[lang=\"en\"]", true), ("div p", true), ("body div > p", true),
      ("h2 + p", true), ("h2 ~ p", true),
      (":root p", true), ("html body p", true), ("div", false), (".in", false), ("p.ink.small", false),
      ("#two", false),
      ("p[lang=de]", false), ("body > p", false), ("p + p", false), ("p:hover", false), ("p::before", false),
      ("", false),
      ("> p", false), ("p >", true),
    ])
  func selectors(text: String, expected: Bool) throws {
    let html = "<body><div><h2>x</h2>text<p class=\"ink big\" id=one lang=en>y</p></div>"
    let document = HTMLTreeBuilder(Array(html.utf8)).document
    let paragraph = try #require(document.elements("p").first)
    var budget = 1000
    #expect(StyleSelector(text).matches(paragraph, in: document, budget: &budget) == expected)
  }

  @Test("Rules know when they hold")
  func layers() {
    var sheet = StyleSheet()
    sheet.add(
      "a{b:c}@media screen{d{e:f}}@media (max-width:9px){g{h:i}}@media (prefers-color-scheme:dark){j,k{l:m}}@media print{n{o:p}}"
    )
    #expect(sheet.rules.map(\.words) == ["a", "d", "g", "j", "k", "n"])
    #expect(sheet.rules.map(\.layer) == [.always, .always, .narrow, .dark, .dark, .other])
    #expect(sheet.faults.isEmpty)
  }

  @Test(
    "The stronger declaration wins",
    arguments: [
      ("p{color:red}", "", "red"), ("p{color:red}", "color:blue", "blue"),
      ("p{color:red!important}", "color:blue", "red"),
      ("p{color:red!important}", "color:blue!important", "blue"), (".a{color:red}p{color:blue}", "", "red"),
      ("#b{color:red}.a{color:blue}", "", "red"), ("p{color:red}p{color:blue}", "", "blue"),
    ])
  func cascade(rules: String, own: String, expected: String) throws {
    let html = "<style>\(rules)</style><p class=a id=b style=\"\(own)\">x"
    let document = HTMLTreeBuilder(Array(html.utf8)).document
    var sheet = StyleSheet()
    sheet.add(rules)
    let paragraph = try #require(document.elements("p").first)
    #expect(Cascade(document, sheet).style(of: paragraph, isDark: false)["color"] == expected)
  }

  @Test(
    "Lengths are read in pixels",
    arguments: [
      ("12px", 12), ("9pt", 12), ("1.5em", 24), ("2rem", 32), ("50%", 8), (".5em", 8), ("0", 0),
      ("auto", nil), ("", nil), ("small", 13),
    ]
      as [(String, Double?)])
  func lengths(text: String, expected: Double?) {
    #expect(length(text, of: 16) == expected)
  }
}
