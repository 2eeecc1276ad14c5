import Foundation
import Testing

@testable import Templates

@Suite("Themes are settings, and each is judged by its place")
struct ThemeTests {
  private func complaint(_ theme: String) -> String? {
    TemplateSet.problems(in: [TemplateFile(name: "theme.yaml", text: theme)]).first?.description
  }

  @Test("Every built-in theme can be read in light and dark", arguments: TemplateSet.themes)
  func builtIn(theme: String) throws {
    #expect(TemplateSet.problems(in: [], theme: theme) == [])
    let set = try TemplateSet.builtIn(theme: theme)
    #expect(try set.renderHTML([:]).contains("#"))
  }

  @Test("The themes differ in more than a colour")
  func differences() throws {
    let pages = try TemplateSet.themes.map { try TemplateSet.builtIn(theme: $0).renderHTML([:]) }
    #expect(Set(pages).count == 3)
    let files = TemplateSet.themes.map { TemplateSet.settingsFile(ofTheme: $0) }
    for file in files.dropFirst() {
      let changed = zip(file.text.split(separator: "\n"), files[0].text.split(separator: "\n")).count {
        $0 != $1
      }
      #expect(changed > 40)
    }
  }

  @Test("The settings of a theme as one file give the same page as the theme", arguments: TemplateSet.themes)
  func settingsFile(theme: String) throws {
    let copied = try TemplateSet(files: [TemplateSet.settingsFile(ofTheme: theme)])
    #expect(try copied.renderHTML([:]) == TemplateSet.builtIn(theme: theme).renderHTML([:]))
  }

  @Test(
    "A wrong setting is told with its place",
    arguments: [
      ("papr: \"#ffffff\"", "theme.yaml:1:1: unknown key \"papr\" (did you mean \"paper\"?)"),
      (
        "# x\npaper: white",
        "theme.yaml:2:1: \"paper\": write a colour as # and six hexadecimal digits, such as \"#1f2428\""
      ),
      (
        "paper: \"#fff\"",
        "theme.yaml:1:1: \"paper\": write a colour as # and six hexadecimal digits, such as \"#1f2428\""
      ),
      (
        "soft: \"#999999\"",
        "theme.yaml:1:1: \"soft\" on \"paper\" has a contrast of 2.8: it must be 4.5 to be read"
      ),
      (
        "ink: \"#000000\"\npaper: \"#333333\"",
        "theme.yaml:2:1: \"ink\" on \"paper\" has a contrast of 1.6: it must be 4.5 to be read"
      ),
      (
        "width: 900",
        "theme.yaml:1:1: \"width\": write a whole number of pixels from 400 to 680, without a unit"
      ),
      (
        "padding: 20px",
        "theme.yaml:1:1: \"padding\": write a whole number of pixels from 16 to 64, without a unit"
      ),
      (
        "quoteType: 9px/12px",
        "theme.yaml:1:1: \"quoteType\": write type as size and line height (12px or more), with bold or italic before it: \"bold 28px/35px\""
      ),
      (
        "bodyFont: \"x;background:url(https://a.example)\"",
        "theme.yaml:1:1: \"bodyFont\": write names of fonts with commas between them and without quotation marks"
      ),
      (
        "logo: \"http://a.example/l.png\"",
        "theme.yaml:1:1: \"logo\": write an address that begins with https://, or \"\" for none"
      ),
      ("mastheadAlign: right", "theme.yaml:1:1: \"mastheadAlign\": write \"\" or center"),
    ])
  func wrong(theme: String, expected: String) {
    #expect(complaint(theme) == expected)
  }

  @Test("A folder's own setting is taken if its templates print it and it cannot leave its place")
  func own() {
    let page = TemplateFile(name: "footer.html.mustache", text: "<p style=\"margin:{{theme.gap}}\">x</p>")
    func problems(_ value: String) -> [String] {
      TemplateSet.problems(in: [page, TemplateFile(name: "theme.yaml", text: "gap: " + value)]).map(\.message)
    }
    #expect(problems("12px 0") == [])
    #expect(problems("\"0;background:url(x)\"").count == 1)
  }

  @Test("A theme that there is not is told with the nearest")
  func unknown() {
    let problem = TemplateSet.problems(in: [], theme: "brigth").first
    #expect(problem?.message == "no theme is called \"brigth\" (did you mean \"bright\"?)")
  }

  @Test(
    "Contrast as WCAG reckons it",
    arguments: [
      ("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.478), ("#0000ff", "#ffffff", 8.592),
      ("#ffd000", "#000000", 14.28),
    ])
  func contrast(one: String, two: String, expected: Double) throws {
    let found = try #require(Colour(one)).contrast(with: #require(Colour(two)))
    #expect(abs(found - expected) < 0.02, "\(found)")
  }

  @Test("The guide names every setting")
  func guide() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let guide = try String(contentsOf: root.appending(path: "Templates/README.md"), encoding: .utf8)
    let dark = Set(ThemeToken.colours.map(ThemeToken.dark))
    for name in ThemeToken.kinds.keys where !dark.contains(name) {
      #expect(guide.contains("`\(name)`"), "\(name)")
    }
  }

  @Test("A logo is printed if there is one, with its size and the publication's name")
  func logo() throws {
    #expect(try !TemplateSet.builtIn().renderHTML([:]).contains("<img"))
    let theme = TemplateFile(name: "theme.yaml", text: "logo: \"https://a.example/l.png\"\nlogoWidth: 90")
    let page = try TemplateSet(files: [theme]).renderHTML(["publication": .object(["title": .text("A & B")])])
    #expect(
      page.contains("<img src=\"https://a.example/l.png\" width=\"90\" height=\"60\" alt=\"A &amp; B\""))
  }

  @Test("Where a script has no italics, the page has none")
  func upright() throws {
    let set = try TemplateSet.builtIn()
    #expect(try set.renderHTML(["publication": .object(["tagline": .text("x")])]).contains("italic"))
    #expect(
      try !set.renderHTML(["publication": .object(["tagline": .text("x")])], isUpright: true).contains(
        "italic"))
  }
}
