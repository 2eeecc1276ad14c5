import Hashing
import Model
import Testing

@testable import Editions

@Suite("Verifying quotations")
struct VerificationTests {
  private let source = "First one. Zweiter Satz – mit Größe. Third."

  private func quote(_ start: Int, _ end: Int, _ text: String, hashOf: String? = nil) -> Edition.Quote {
    Edition.Quote(
      kind: .paragraph, text: text, blockIndex: 0, range: TextRange(start: start, end: end),
      sourceHash: ContentHash(of: hashOf ?? source))
  }

  @Test("A quotation that is the bytes of its range fits")
  func fits() {
    #expect(verifyQuote(quote(0, 10, "First one."), in: source) == nil)
  }

  @Test("A changed letter, source or range is noticed")
  func mismatches() {
    #expect(verifyQuote(quote(0, 10, "First 0ne."), in: source) == .differentText)
    #expect(verifyQuote(quote(0, 10, "First one."), in: source + " More.") == .changedSource)
    #expect(verifyQuote(quote(0, 1000, "First one."), in: source) == .rangeOutside)
    #expect(verifyQuote(quote(-1, 3, "F"), in: source) == .rangeOutside)
    // Inside the two bytes of "ö".
    #expect(verifyQuote(quote(33, 35, "x"), in: source) != nil)
  }

  @Test("Letters that look the same but are other bytes are another text")
  func normalisation() {
    let decomposed = "Cafe\u{301} late."
    let composed = "Café late."
    let range = TextRange(start: 0, end: decomposed.utf8.count)
    let quote = Edition.Quote(
      kind: .paragraph, text: composed, range: range, sourceHash: ContentHash(of: decomposed))
    #expect(verifyQuote(quote, in: decomposed) == .differentText)
  }

  @Test("A list is checked with its items and introduction")
  func list() {
    let article = Article(blocks: [
      Block(index: 0, kind: .paragraph, text: "What counts:"),
      Block(index: 1, kind: .list, text: "one\ntwo", items: ["one", "two"]),
    ])
    func quote(_ items: [String], _ stem: String) -> Edition.Quote {
      Edition.Quote(
        kind: .list, text: "one\ntwo", items: items, stem: stem, blockIndex: 1,
        range: TextRange(start: 0, end: 7),
        sourceHash: ContentHash(of: "one\ntwo"))
    }
    #expect(verifyQuote(quote(["one", "two"], "What counts:"), in: article) == nil)
    #expect(verifyQuote(quote(["one", "too"], "What counts:"), in: article) == .differentList)
    #expect(verifyQuote(quote(["one", "two"], "What matters:"), in: article) == .differentList)
    #expect(verifyQuote(self.quote(0, 3, "one"), in: Article(blocks: [])) == .missingSource)
  }
}
