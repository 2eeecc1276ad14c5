import Testing

@testable import Rendering

@Suite("Text and links of strangers are made fit for print")
struct CleaningTests {
  @Test(
    "A line keeps what can be seen",
    arguments: [
      (" a \t b\r\nc\u{2028}d ", "a b c d"), ("a\u{0}b\u{1B}[31m\u{9B}c", "ab[31mc"),
      ("x\u{202E}y\u{2066}z\u{200F}", "xyz"), ("so\u{AD}ft\u{200B}\u{FEFF}", "soft"),
      ("a\u{A0}\u{3000}b", "a b"),
      ("Cafe\u{301}", "Caf\u{E9}"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("👩\u{200D}🚀", "👩\u{200D}🚀"),
      ("\u{212B}\u{1112}\u{1161}", "\u{C5}\u{D558}"),
    ])
  func line(text: String, expected: String) {
    #expect(Array(CleanText.line(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "A name that looks like another host's is printed with the true host",
    arguments: [
      ("bank.example", "https://evil.example/", "bank.example (evil.example)"),
      ("https://bank.example/login", "https://evil.example/", "https://bank.example/login (evil.example)"),
      ("pаypal.example", "https://paypal.example/", "pаypal.example (paypal.example)"),
      ("Example.com", "https://blog.example.com/x", "Example.com"),
      ("www.example.com", "https://example.com/x", "www.example.com"),
      ("ample.com", "https://example.com/", "ample.com (example.com)"),
      ("Plain words. And more", "https://example.com/", "Plain words. And more"),
      ("St. 2.5", "https://example.com/", "St. 2.5"), ("2.5", "https://example.com/", "2.5"),
    ])
  func hosts(name: String, link: String, expected: String) {
    #expect(Array(honestName(name, link: WebLink(link)).utf8) == Array(expected.utf8))
  }

  @Test("Non-characters are dropped", arguments: [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func nonCharacters(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(CleanText.line("x" + String(Character(scalar))) == "x")
  }

  @Test("Paragraphs are parted by blank lines, lines by line feeds of any kind")
  func paragraphs() {
    #expect(CleanText.paragraphs("\n a\r\nb\n \n\nc\rd\u{2029}\n") == [["a", "b"], ["c", "d"]])
    #expect(CleanText.paragraphs(" \n\u{200B}").isEmpty)
  }

  @Test("Code keeps its indentation")
  func code() {
    #expect(CleanText.codeLines("\n\tif x:\n\t\ty()  \n\n") == ["  if x:", "    y()"])
  }

  @Test(
    "Links",
    arguments: [
      ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"), (" HTTP://A.Example ", "http://a.example"),
      ("https://a.example/ä b\"<>", "https://a.example/%C3%A4%20b%22%3C%3E"),
      ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
      ("https://他们为什么不说中文.example", "https://xn--ihqwcrb4cv8a8dqg056pqjye.example"),
      ("https://a.example/\r\nBcc:x", "https://a.example/Bcc:x"),
      ("https://[::1]:8080/", "https://[::1]:8080/"),
      ("javascript:alert(1)", nil), ("JaVaScRiPt:alert(1)", nil), ("data:text/html,x", nil),
      ("//a.example", nil),
      ("/path", nil), ("mailto:a@b.example", nil), ("https://user@a.example/", nil), ("https://", nil),
      ("https://a b.example/", nil), ("https://a\u{202E}b.example/", "https://ab.example/"), ("", nil),
      (nil, nil),
    ] as [(String?, String?)])
  func links(text: String?, expected: String?) {
    #expect(WebLink(text)?.address == expected)
  }

  @Test(
    "Language tags fit for an attribute",
    arguments: [
      ("en", true), ("de-CH", true), ("zh-Hant-TW", true), ("", false), ("e", false), ("en\" x", false),
      ("en_US", false),
    ])
  func languageTags(tag: String, isValid: Bool) {
    #expect((languageTag(tag) != nil) == isValid)
  }
}
