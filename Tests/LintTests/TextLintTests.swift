import Model
import Testing

@testable import Lint

@Suite("Lint of the text form names what is wrong and lets pass what is right")
struct TextLintTests {
  private static let word = "Text of the week and more"

  private func findings(_ text: String, rules: LintRules = LintRules()) -> [String] {
    lintText(text, html: Samples.page, rules: rules).findings.filter { $0.severity != .note }
      .map { "\($0.severity.rawValue) \($0.code)" }
  }

  @Test("A sound text has nothing to be said of it")
  func sound() {
    #expect(findings(Samples.text) == [])
  }

  @Test(
    "What is sound, too, has no errors and no warnings",
    arguments: [
      String(repeating: "x", count: 72), String(repeating: "会", count: 36),
      "https://a.example/" + String(repeating: "x", count: 90),
      "   | https://a.example/" + String(repeating: "x", count: 90), "-- ", "if a < b and c > d", "AT&T; yes",
      "List<Int>", "a\u{2068}b\u{2069}c",
      "caf\u{E9}", "\u{AC00}", "see footnote[12]", "a (b)\n)", "- a\n- b", "| \"as said in [7]", "مرحبا بكم",
      "สวัสดี", "שלום",
    ])
  func alsoSound(line: String) {
    let found = findings(
      Samples.text.replacing(TextLintTests.word, with: TextLintTests.word + "\n\n" + line + "\n"))
    #expect(found.allSatisfy { ["warning link-extra", "warning ref-undefined"].contains($0) }, "\(found)")
  }

  @Test(
    "One fault, one finding",
    arguments: [
      (String(repeating: "x", count: 79), "error width"),
      (String(repeating: "x", count: 73), "warning width-preferred"),
      (String(repeating: "会", count: 40), "error width"),
      ("see https://a.example/" + String(repeating: "x", count: 90), "error width"),
      ("a ", "error trailing-space"), ("a\u{A0}", "error trailing-space"), ("a\tb", "error tab"),
      ("a\u{7}b", "error control-character"),
      ("a\u{85}b", "error control-character"), ("a\u{2028}b", "error control-character"),
      ("a\u{FFFE}b", "error control-character"),
      ("a\u{1FFFF}b", "error control-character"), ("a\u{200B}b", "warning invisible"),
      ("a\u{AD}b", "warning invisible"),
      ("a\u{A0}b", "warning no-break-space"), ("\u{202E}a", "error bidi-control"),
      ("\u{202B}a", "error bidi-control"),
      ("a \u{2068}open", "error bidi-control"), ("a\u{2069}", "error bidi-control"),
      ("cafe\u{301}", "error nfc"), ("5 \u{2126}", "error nfc"),
      ("\u{1100}\u{1161}", "error nfc"), ("a\u{FFFD}b", "error replacement-character"),
      ("fÃ¼r", "error mojibake"), ("itâ€™s", "error mojibake"),
      ("a <b>c</b>", "error html-residue"), ("<a href=\"x\">y", "error html-residue"),
      ("<br/>", "error html-residue"), ("Q &amp; A", "error entity"),
      ("It&#39;s", "error entity"), ("{{title}}", "error template-residue"),
      ("<%= x %>", "error template-residue"), ("nil", "warning value-residue"),
      ("a\n\n\n\nb", "warning blank-run"), ("a\rb", "error line-end"),
      ("word\n\u{301}x", "error grapheme-split"), ("word\n, and", "warning line-start"),
      ("word (\nand", "warning line-end-character"), ("see [9]", "error ref-undefined"),
      ("[2] https://a.example/" + String(repeating: "x", count: 60) + "\nrest/of=it", "error address-broken"),
      ("see https://a.example/abc… there", "error address-damaged"),
      ("https://a.example/only-here", "warning link-extra"),
      ((1...8).map { "short \($0)\nand short" }.joined(separator: "\n"), "warning ragged"),
    ])
  func faults(line: String, expected: String) {
    let found = findings(
      Samples.text.replacing(TextLintTests.word, with: TextLintTests.word + "\n\n" + line + "\n"))
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "One fault in the whole, one finding",
    arguments: [
      ("Unsubscribe:", "Leave:", "error unsubscribe"),
      ("Unsubscribe: https://a.example/u", "Unsubscribe by post", "error unsubscribe"),
      ("You are getting this because you asked.", "", "error why"),
      ("only [1]", "only [2]", "error ref-undefined"),
      ("only [1]", "only", "warning ref-unused"),
      ("[1] https://a.example/1\n", "[1] https://a.example/1\n[3] https://a.example/1\n", "error ref-gap"),
      (
        "[1] https://a.example/1\n", "[1] https://a.example/1\n[1] https://a.example/3\n",
        "error ref-duplicate"
      ),
      (
        "[1] https://a.example/1\n", "[2] https://a.example/2\n[1] https://a.example/1\n", "warning ref-order"
      ),
      ("[1] https://a.example/1\n", "[1] https://a.example/1", "error final-newline"),
      ("NAME", "\nNAME", "warning leading-blank"),
      ("[1] https://a.example/1\n", "[1] https://a.example/1\n\n\n", "warning final-newline"),
      ("NAME\n", "NAME\n" + String(repeating: "a\n", count: 41), "warning structure"),
      ("[1] https://a.example/1", "[1] https://a.example/2", "error link-missing"),
      ("One & only", "Another", "error heading-missing"),
      ("Text of the week and more", "", "error parity"),
    ])
  func wholeFaults(replace: String, with: String, expected: String) {
    let text = Samples.text.replacing(replace, with: with)
    #expect(text != Samples.text)
    #expect(findings(text).contains(expected), "\(findings(text))")
  }

  @Test("Headings in another order are noticed")
  func order() {
    let page = Samples.page.replacing(
      "<h2 style=\"margin:0\"><a", with: "<h2 style=\"margin:0\">Second</h2><h2 style=\"margin:0\"><a")
    let text = Samples.text.replacing("only [1]\n", with: "only [1]\n\n2. Second\n")
    #expect(lintText(text, html: page).findings.map(\.code) == ["heading-order"])
  }

  @Test("A long list of links does not hide the footer")
  func longList() {
    let list = (2...90).map { "see [\($0)]\n" }.joined() + "\n"
    let links = (2...90).map { "[\($0)] https://a.example/\($0)\n" }.joined()
    let text = Samples.text.replacing("NAME\n", with: "NAME\n========\n" + list) + links
    #expect(!findings(text).contains { $0.hasPrefix("error") }, "\(findings(text))")
  }

  @Test("A definition may have its address in the next line")
  func titledDefinition() {
    let text = Samples.text.replacing("[1] https://a.example/1", with: "[1] One & only:\nhttps://a.example/1")
    #expect(findings(text) == [])
  }

  @Test(
    "In a draft, what articles and settings bring about is a warning",
    arguments: ["{{title}}", "a <b>c</b>", "Q &amp; A", "see [9]"])
  func draft(line: String) {
    let text = Samples.text.replacing(TextLintTests.word, with: TextLintTests.word + "\n\n" + line).replacing(
      "Unsubscribe:", with: "Leave:")
    let found = findings(text, rules: LintRules(isDraft: true))
    // The page has the word, so that the text lacks one of its words, too.
    #expect(found.count { $0 != "warning parity" } == 2)
    #expect(found.allSatisfy { $0.hasPrefix("warning") }, "\(found)")
  }

  @Test("An empty text, and one of blanks, is an error", arguments: ["", "\n", " \n\n"])
  func empty(text: String) {
    #expect(lintText(text).findings.map(\.code) == ["empty"])
  }

  @Test(
    "Composed letters are told from those that stand apart",
    arguments: [
      ("naïve café", true), ("e\u{301}", false), ("q\u{301}", true), ("\u{212B}", false), ("\u{1EBF}", true),
      ("\u{EA}\u{301}", false),
      ("a\u{323}\u{302}", false), ("\u{AC01}", true), ("\u{AC00}\u{11A8}", false), ("\u{928}\u{93C}", false),
      ("\u{915}\u{93C}", true),
      ("\u{5E9}\u{5C1}", true), ("か\u{3099}", false),
    ])
  func composition(text: String, expected: Bool) {
    #expect(isComposed(text) == expected)
  }
}
