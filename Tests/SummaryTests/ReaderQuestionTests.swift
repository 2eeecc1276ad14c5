import Model
import Testing

@testable import Summary

@Suite("Questions to the readers, and parts of quotations")
struct ReaderQuestionTests {
  private func prompt(_ closing: String) -> String? {
    let whole = article(post.blocks.map(\.text) + [closing])
    return AuthorPrompt(article: whole).flatMap { $0.excerpt.range.slice(of: whole.blocks[$0.position].text) }
  }

  @Test(
    "A question that its own paragraph answers, or a crumb of one, is none",
    arguments: [
      "Is a rope worth its price? For most ships it is. For you? That depends on the sea, and nobody knows it from here.",
      "You know the old story of the captain and the cook? That is how we all felt on the morning of the storm.",
      "And you?",
    ])
  func answered(closing: String) {
    #expect(prompt(closing) == nil)
  }

  @Test(
    "A whole question that invites an answer is one",
    arguments: [
      "How do you hand over a ship to those who come after you?",
      "What do you think about ropes that nobody ever checks? I answer every letter.",
    ])
  func invited(closing: String) {
    #expect(prompt(closing)?.hasSuffix("?") == true)
  }

  @Test("Sentences inside a longer quotation are not picked by themselves")
  func quotations() {
    let text =
      "She took her time. She said, “I was up all night. Nobody asked me. So I left.” It changed us. He said “Go.” twice."
    let ranges = sentenceRanges(of: text)
    let cut = cutQuotations(ranges, in: ScalarText(text))
    let kept = zip(ranges, cut).filter { !$0.1 }.compactMap { $0.0.slice(of: text) }
    #expect(kept == ["She took her time.", "It changed us.", "He said “Go.” twice."])
  }
}
