import Model
import Testing

@testable import Summary

@Suite("Words of those who are asked are not the author's")
struct InterviewTests {
  private func block(_ index: Int, _ text: String, isStrong: Bool = false) -> Block {
    Block(
      index: index, kind: .paragraph, text: text,
      marks: isStrong ? [TextMark(.strong, TextRange(start: 0, end: text.utf8.count))] : [])
  }

  private static let answer =
    "We opened the harbour at night for a whole winter, and what we learned is that nobody needs a rule who has a lamp."

  @Test("Between questions in strong type somebody else speaks")
  func interview() {
    let blocks = [
      block(
        0, "I met the pilot on a cold morning, and she had brought coffee for both of us, as she always does."
      ),
      block(1, "How did you begin with ropes?", isStrong: true), block(2, Self.answer),
      block(3, "And what would you change today?", isStrong: true),
      block(4, Self.answer.replacing("winter", with: "year")),
    ]
    let ranked = ParagraphRanker(fewestCandidates: 1).rank(Article(title: "A pilot", blocks: blocks))
    #expect(ranked[2].rejection == .withoutSource && ranked[4].rejection == .withoutSource)
  }

  @Test("One question is the author's own way to begin")
  func oneQuestion() {
    let blocks = [block(0, "How did it begin with ropes?", isStrong: true), block(1, Self.answer)]
    let ranked = ParagraphRanker(fewestCandidates: 1).rank(Article(title: "Ropes", blocks: blocks))
    #expect(ranked[1].rejection == nil)
  }

  @Test(
    "A post that is paid for is not quoted",
    arguments: [("Sponsor: Calm Ropes", true), ("[Anzeige] Calm Ropes", true), ("Sponsors and ropes", false)])
  func sponsored(title: String, isPaid: Bool) {
    let ranked = ParagraphRanker(fewestCandidates: 1).rank(
      Article(title: title, blocks: [block(0, Self.answer)]))
    #expect((ranked[0].rejection == .promotion) == isPaid)
  }
}
