import Model
import Testing

@testable import Lint

@Suite("Lint measures contrast as readers see it")
struct ContrastTests {
  private func codes(_ html: String) -> [String] {
    let page = Samples.page.replacing("<br>", with: html)
    return lintHTML(page).findings.filter { $0.code.hasPrefix("contrast") && $0.severity == .error }.map(
      \.code)
  }

  @Test(
    "Pale letters are an error, wherever their colour comes from",
    arguments: [
      "<span style=\"color:#999\">x</span>", "<span style=\"color:rgb(60%,60%,60%)\">x</span>",
      "<span style=\"color:rgba(0,0,0,.4)\">x</span>", "<span style=\"color:silver\">x</span>",
      "<span style=\"color:hsl(0,0%,60%)\">x</span>", "<font color=\"#cccccc\">x</font>",
      "<span style=\"color:#999999\"><b><i>x</i></b></span>",
      "<span style=\"background-color:#444\">x</span>",
      "<span style=\"background:#444\">x</span>",
      "<table role=presentation cellpadding=0 cellspacing=0 bgcolor=\"#444444\"><tr><td>x</table>",
      "<b style=\"font-size:18px;color:#888\">not large enough</b>",
      "<p style=\"font:bold 14px/20px Georgia;color:#888\">small by the shorthand</p>",
    ])
  func pale(html: String) {
    #expect(codes(html).contains("contrast"))
  }

  @Test(
    "Letters that can be read, that are large, or that nobody sees are none",
    arguments: [
      "<span style=\"color:#666\">x</span>", "<span style=\"font-size:24px;color:#888\">large</span>",
      "<b style=\"font-size:19px;color:#888\">large and bold</b>",
      "<p style=\"font:bold 20px/24px Georgia;color:#888\">large</p>",
      "<span style=\"color:#fff;display:none\">hidden</span>", "<span style=\"color:#eee\">·</span>",
      "<span style=\"color:#fff;background-color:#000\">turned around</span>",
    ])
  func readable(html: String) {
    #expect(!codes(html).contains("contrast"))
  }

  @Test(
    "Colours for the dark count with their own ground, and for links that have none the mail program's",
    arguments: [
      (".ink{color:#eee!important}", ".ink{color:#444!important}", true),
      (".paper{background-color:#222!important}", ".paper{background-color:#ddd!important}", true),
      (".ink{color:#eee!important}", ".ink{color:#ccc!important}", false),
      // Without !important the inline colour wins.
      (".ink{color:#eee!important}", ".ink{color:#eee}", true),
    ])
  func dark(replace: String, with: String, isError: Bool) {
    let found = lintHTML(Samples.page.replacing(replace, with: with)).findings
    #expect(found.contains { $0.code == "contrast-dark" && $0.severity == .error } == isError)
  }

  @Test("Without colours for the dark there is a warning")
  func noDark() {
    let page = Samples.page.replacing("prefers-color-scheme:dark", with: "print")
    #expect(lintHTML(page).findings.contains { $0.code == "dark-mode" && $0.severity == .warning })
  }

  @Test(
    "Known contrasts come out",
    arguments: [
      ("#000", "#fff", 21.0), ("#777777", "#ffffff", 4.48), ("#1f2428", "#efece4", 13.26),
      ("red", "white", 4.0),
    ])
  func contrasts(letters: String, ground: String, expected: Double) throws {
    let contrast = try #require(Colour(letters)).contrast(with: #require(Colour(ground)))
    #expect(abs(contrast - expected) < 0.05, "\(contrast)")
  }

  @Test(
    "Colours are read as CSS writes them, and nothing else is",
    arguments: [
      ("#F0a", "#ff00aa"), ("#ff00aa", "#ff00aa"), ("ff00aa", "#ff00aa"), ("rgb(255, 0, 170)", "#ff00aa"),
      ("rgb(255 0 170 / 1)", "#ff00aa"), ("hsl(320,100%,50%)", "#ff00aa"), ("RebeccaPurple", "#663399"),
      ("#ff00a", nil),
      ("rgb(1,2)", nil), ("currentcolor", nil), ("", nil), ("#ggg", nil), ("rgb(", nil), ("url(x)", nil),
    ] as [(String, String?)])
  func colours(text: String, expected: String?) {
    #expect(Colour(text)?.hexadecimal == expected)
  }

  @Test("A colour turned around twice is itself", arguments: ["#1f2428", "#8c2f1b", "#ffffff", "#c4563a"])
  func inversion(text: String) throws {
    let colour = try #require(Colour(text))
    #expect(colour.inverted.inverted.hexadecimal == text)
    #expect(colour.inverted != colour)
  }
}
