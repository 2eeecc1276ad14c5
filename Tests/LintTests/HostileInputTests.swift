import Model
import Testing

@testable import Lint

@Suite("Lint takes any bytes, in a time that grows with their number only")
struct HostileInputTests {
  /// Enough that the limits of what is looked at are reached, and that a cube of it would never end.
  private static let count = 3_000

  static let pieces = [
    "<", "<b>", "</b>", "<a href=#>", "<!--", "<!--[if mso]>", "<![endif]-->", "<table><tr><td>", "<p>",
    "</p></i>", "&", "&amp;amp;", "{{", "<%",
    "<div style=display:none><table>", "<b style=\"((((\">", "<style>", "<style>*{}",
    "<style>a a a{b:c}</style><a>", "<style>@media x{", "\"'", "=",
    "<b id=a class=\"a b c\">", "<h2>x", "<td><p>", "<img src=x>", "\u{0}", "e\u{301}", "\u{202E}",
    "\u{FFFD}",
  ]

  @Test("Whatever a page repeats", arguments: pieces)
  func pages(piece: String) {
    let report = lintHTML(String(repeating: piece, count: Self.count))
    #expect(report.findings.contains { $0.severity == .error })
    #expect(report.findings.count < 2000)
  }

  @Test("Paragraphs that an outer one keeps open, and rules that look at every ancestor")
  func outward() {
    let nested = "<style>" + String(repeating: "b b b>i{c:d}", count: 200) + "</style><p><table><td>"
    #expect(
      !lintHTML(nested + String(repeating: "<b>", count: 3_000) + String(repeating: "</p><i>", count: 3_000))
        .findings.isEmpty)
  }

  @Test("Two million bytes are too many, and only the beginning is looked at")
  func large() {
    let report = lintHTML([UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000))
    #expect(Set(report.findings.map(\.code)).isSuperset(of: ["size", "only-beginning"]))
    #expect(
      lintText([UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000)).findings.contains {
        $0.code == "only-beginning"
      })
  }

  @Test(
    "Whatever a text repeats",
    arguments: [
      "x", "\n", "a b\n", "https://a.example/)))", ")", "https:", "[1]", "[1] https://a.example/\n", "<b",
      "<b>", "\r", "\u{301}", "| ", "会", "👩‍👩‍👧", "a: ",
    ])
  func texts(piece: String) {
    let report = lintText(String(repeating: piece, count: Self.count), html: Samples.page)
    #expect(report.findings.count < 2000)
  }

  @Test(
    "Whatever a message repeats",
    arguments: [
      "A: b\r\n", " x\r\n", "Subject: =?utf-8?Q?a?=\r\n", "=?", "\n", "--b\r\n",
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "From: a@b, ", "<", ";",
    ])
  func messages(piece: String) {
    let header = "Content-Type: multipart/mixed; boundary=b\r\n"
    for text in [piece, header + piece] {
      let report = lintMessage(Array(text.utf8) + Array(String(repeating: piece, count: Self.count).utf8))
      #expect(report.findings.count < 3000)
    }
  }

  @Test("Bytes by chance are survived", arguments: 0..<40)
  func chance(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for sample in [Samples.page, Samples.text, Samples.message] {
      var bytes = Array(sample.utf8)
      for _ in 0..<30 {
        let place = Int(next() % UInt64(bytes.count))
        switch next() % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("<>\"'=&;:{}[]-!\r\n ".utf8)[Int(next() % 17)], at: place)
        }
      }
      _ = lintHTML(bytes)
      _ = lintText(bytes, html: bytes)
      _ = lintMessage(bytes)
    }
  }
}
