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
    let article = Article(blocks: [Block(index: 0, kind: .paragraph, text: text)])
    let picked = SummaryReport(sentences: 9, of: article).picks.map(\.text)
    #expect(picked.allSatisfy(hasBalancedQuotationMarks))
    #expect(picked.contains("She took her time."))
  }
}
