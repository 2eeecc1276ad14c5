import International
import Model
import Testing

@testable import Rendering

@Suite("Lines are filled by what they look like")
struct LineFillingTests {
  private func lines(_ text: String, width: Int = 20) -> [String] {
    LineFilling(width: width).lines(text, first: "* ", rest: "  ")
  }

  @Test("Words are filled greedily, the first line with its mark")
  func words() {
    #expect(lines("one two three four five six") == ["* one two three four", "  five six"])
  }

  @Test("East Asian text breaks between characters, closing marks stay with what they close")
  func eastAsian() {
    let filled = lines("会議が減ったのではなく、問いが増えたのだ。", width: 12)
    #expect(filled.allSatisfy { displayWidth($0) <= 12 })
    #expect(filled.allSatisfy { !"、。".contains($0.dropFirst(2).first ?? "x") })
    #expect(filled.map { $0.dropFirst(2) }.joined() == "会議が減ったのではなく、問いが増えたのだ。")
  }

  @Test("An address is never broken, and stands alone when it is too long")
  func address() {
    let address = "https://example.com/a/very/long/path"
    #expect(lines("see \(address) now") == ["* see", "  \(address)", "  now"])
    #expect(lines("x:\(address)") == ["* x:", "  \(address)"])
    #expect(lines("詳細は\(address)を") == ["* 詳細は", "  \(address)", "  を"])
  }

  @Test("A word longer than a line is broken between grapheme clusters")
  func longWord() {
    let word = String(repeating: "e\u{301}", count: 30)
    let filled = lines(word)
    #expect(filled.map { displayWidth($0) } == [20, 14])
    #expect(filled.joined().filter { $0 == "e\u{301}" }.count == 30)
  }

  @Test(
    "Words break after hyphens and dashes between letters, Thai before the vowels that begin a syllable",
    arguments: [
      ("a well-known thing", 9, ["a well-", "known", "thing"]), ("so it—is then", 7, ["so it—", "is then"]),
      ("a --long-x -1-2-3", 9, ["a --long-", "x -1-2-3"]),
      ("me a-b@c-d.example", 15, ["me", "a-b@c-d.example"]),
      ("เมืองเล็กแห่งเดียว", 9, ["เมืองเล็ก", "แห่งเดียว"]),
    ])
  func hyphens(text: String, width: Int, expected: [String]) {
    #expect(LineFilling(width: width).lines(text) == expected)
  }

  @Test("No-break spaces hold, and come out as spaces")
  func noBreakSpace() {
    #expect(lines("one two three 5\u{A0}min", width: 18) == ["* one two three", "  5 min"])
  }

  @Test("An isolate over two lines is closed on each")
  func isolates() {
    let filled = lines("\u{2068}\(String(repeating: "אבג ", count: 8))\u{2069} x")
    for line in filled {
      let opened = line.unicodeScalars.count { $0 == "\u{2068}" }
      #expect(opened == line.unicodeScalars.count { $0 == "\u{2069}" }, "\(line)")
    }
  }

  @Test(
    "Width in cells",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("会議", 4), ("ｱ", 1), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 2),
      ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("ก็", 1), ("…", 1), ("\u{2068}x\u{2069}", 1), ("", 0),
    ])
  func widths(text: String, expected: Int) {
    #expect(displayWidth(text) == expected)
  }
}
