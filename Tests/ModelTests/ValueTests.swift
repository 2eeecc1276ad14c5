import Foundation
import Model
import Testing

@Suite("Values of the domain")
struct ValueTests {
  @Test("Names that differ in Unicode normalisation only are different names")
  func identifiers() {
    #expect(Entry.ID(rawValue: "caf\u{E9}") != Entry.ID(rawValue: "cafe\u{301}"))
    #expect(Set<Entry.ID>(["a", "a", "b"]).count == 2)
    #expect(Entry.ID(rawValue: "a") < Entry.ID(rawValue: "b"))
  }

  @Test(
    "Words are counted between white space of any kind",
    arguments: [("", 0), ("a\u{A0}b\n c ", 3), ("  ", 0)])
  func words(text: String, count: Int) {
    #expect(countWords(text) == count)
  }

  @Test(
    "Scripts without spaces are counted by their letters, and their punctuation not at all",
    arguments: [
      ("船长问谁最担心。", 4), ("船長は、誰が心配かを聞く。", 6), ("ใครกังวลมากที่สุด", 4), ("The word 漢字 here", 4),
      ("今天3点", 3), ("누가 가장 걱정하는가?", 3), ("。", 0), ("café über naïve", 3),
    ])
  func unspacedWords(text: String, count: Int) {
    #expect(countWords(text) == count)
  }

  @Test("The body of an article leaves out what carries a role, and reading time follows the body")
  func body() {
    let article = Article(blocks: [
      Block(index: 0, kind: .paragraph, text: String(repeating: "word ", count: 460)),
      Block(index: 1, kind: .paragraph, role: .credit, text: "Photo: somebody"),
    ])
    #expect(article.body.map(\.index) == [0])
    #expect(article.wordCount == 460)
    #expect(article.readingMinutes == 2)
    #expect(Article(blocks: []).readingMinutes == 0)
  }

  @Test(
    "A score that is no number is stored as nothing", arguments: [Double.nan, .infinity, -.infinity, -0.0001])
  func scores(score: Double) {
    #expect(roundedScore(score) == 0)
    #expect(roundedScore(score).sign == .plus)
  }

  @Test("An edition comes back from its JSON")
  func roundTrip() throws {
    let quote = Edition.Quote(
      kind: .paragraph, text: "Words.", blockIndex: 3, range: TextRange(start: 0, end: 6),
      sourceHash: ContentHash(rawValue: "00"), reasons: [Reason(feature: "size", contribution: 0.12345)])
    let day = try #require(Day(iso8601: "2026-11-16"))
    let edition = Edition(
      id: "2026-W47", publication: Publication(title: "T", senderName: "N", senderAddress: "a@example.org"),
      period: Period(
        firstDay: day, lastDay: day, start: Instant(day: day), end: Instant(day: day.advanced(byDays: 1)),
        timeZone: "UTC", offsetSeconds: 0),
      date: Instant(day: day),
      sections: [
        Edition.Section(
          title: nil,
          items: [
            Edition.Item(
              number: 1, entryID: "e", title: "A", url: nil, feedID: "f", sourceTitle: "S", wordCount: 1,
              readingMinutes: 1, paragraphs: [quote], quotedShare: 1 / 3, score: 2)
          ])
      ])
    let data = try JSONEncoder().encode(edition)
    #expect(try JSONDecoder().decode(Edition.self, from: data) == edition)
    #expect(quote.reasons.first?.contribution == 0.123)
  }

  @Test("A diagnostic names its place as far as it is known")
  func diagnostics() {
    let full = Diagnostic(
      severity: .warning, code: "c", message: "odd", source: "feed.xml", line: 3, column: 9)
    #expect(full.description == "feed.xml:3:9: warning: odd")
    #expect(Diagnostic(severity: .note, code: "c", message: "odd").description == "note: odd")
  }
}
