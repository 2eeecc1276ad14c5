import Lint
import Model
import Testing

@Suite("Lint holds an edition to what may be quoted of an article")
struct EditionLintTests {
  private func edition(words: Int, quoted: [String], stem: String? = nil) -> Edition {
    let quotes = quoted.map {
      Edition.Quote(
        kind: .paragraph, text: $0, stem: stem, range: TextRange(start: 0, end: $0.utf8.count),
        sourceHash: "00")
    }
    let item = Edition.Item(
      number: 1, entryID: "a", title: "On rain", url: nil, feedID: "gauge", sourceTitle: "The Gauge",
      wordCount: words,
      readingMinutes: 1, paragraphs: quotes, quotedShare: 0, score: 0)
    let day = Day(daysSince1970: 20_773)
    return Edition(
      id: "2026-W47", publication: Publication(title: "W", senderName: "W", senderAddress: "w@w.example.org"),
      period: Period(
        firstDay: day, lastDay: day, start: Instant(day: day), end: Instant(day: day.advanced(byDays: 1)),
        timeZone: "Etc/UTC", offsetSeconds: 0),
      date: Instant(day: day), sections: [.init(title: nil, items: [item])], alsoPublished: [])
  }

  private func codes(_ edition: Edition, _ limits: QuotationLimits = .standard) -> [String] {
    lintEdition(edition, limits: limits).findings.map(\.code)
  }

  @Test("What is within the limits is not named")
  func within() {
    #expect(codes(edition(words: 100, quoted: [String(repeating: "word ", count: 35)])).isEmpty)
    #expect(codes(edition(words: 0, quoted: [])).isEmpty)
  }

  @Test("A share of more than a third is an error, the sentence that introduces a list included")
  func share() {
    #expect(codes(edition(words: 100, quoted: [String(repeating: "word ", count: 36)])) == ["quoted-share"])
    let words = String(repeating: "word ", count: 33)
    #expect(codes(edition(words: 100, quoted: [words], stem: "Here is my list:")) == ["quoted-share"])
  }

  @Test("So are more words than the editor allows, of an article of any length")
  func words() {
    let long = String(repeating: "word ", count: 150)
    #expect(codes(edition(words: 9000, quoted: [long, long])) == ["quoted-words"])
    #expect(codes(edition(words: 9000, quoted: [long, long]), QuotationLimits(words: 400, share: 1)).isEmpty)
  }
}
