import Model
import Testing

@testable import Summary

@Suite("Cutting at the ends of sentences")
struct ExcerptTests {
  private func standalone(_ text: String, limit: Int? = nil) throws -> (String?, ExcerptRange) {
    let range = try #require(Excerpt(text: text, language: .english).standaloneRange(limit: limit))
    return (range.range.slice(of: text), range)
  }

  @Test("A paragraph that begins with a pointer is begun at its first sentence that stands alone")
  func begun() throws {
    let (text, range) = try standalone(
      """
      But that is only half of it. They never told her. Crews need somebody who listens when the sea \
      is calm, not only 
      """
        + "when it is rough. Captains rarely do.")
    #expect(text?.hasPrefix("Crews need somebody") == true)
    #expect(range.isCutBefore && !range.isCutAfter)
  }

  @Test("It stays whole if little would be left, or if nothing in it stands alone")
  func whole() throws {
    for text in [
      """
      However, the mate was asleep, and so were the passengers, the cook and both of the engineers \
      on watch. Tea helped.
      """,
      "This is why it failed. They knew it. He said so himself.",
      "Crews need a listener. They rarely get one.",
    ] {
      let (found, range) = try standalone(text)
      #expect(found == text)
      #expect(!range.isCutBefore && !range.isCutAfter)
    }
  }

  @Test("Nothing is cut off directly before a sentence that turns what was said")
  func turn() throws {
    let (text, range) = try standalone(
      "Reports are useful to every company that has ropes, winches and a crew. Meetings are useful too. But none ever saved one.",
      limit: 17)
    #expect(text == "Reports are useful to every company that has ropes, winches and a crew.")
    #expect(range.isCutAfter)
  }

  @Test(
    "Rather nothing than a sentence cut inside, a few words, or a statement without what turns it",
    arguments: [
      ("Ropes part in the calm hours because nobody on board checks them then.", 6),
      ("Reports are useful. But none of them ever saved a rope from parting.", 4),
      ("Look at it. We shall see whether the old rope holds through another long winter at sea.", 5),
    ])
  func nothing(text: String, limit: Int) {
    #expect(Excerpt(text: text, language: .english).standaloneRange(limit: limit) == nil)
  }

  @Test("No cut falls inside of a quotation or bracket")
  func quotation() throws {
    let (text, _) = try standalone(
      """
      And he said: “Stay calm. Everybody leaves the deck when I say so and not one moment earlier.” \
      Crews that trust 
      """
        + "their mate wait for the word, and the others do not wait for anything at all.")
    #expect(text?.hasPrefix("Crews that trust") == true)
  }

  @Test(
    "The author's question is found at the end",
    arguments: [
      (
        "What did your crew teach you? Do you agree with me? Write to me if you like.",
        "What did your crew teach you? Do you agree with me?"
      ),
      ("I could be wrong. Have you seen it? What do you think?", "Have you seen it? What do you think?"),
    ])
  func prompt(closing: String, question: String) throws {
    let whole = article(post.blocks.map(\.text) + [closing])
    let prompt = try #require(AuthorPrompt(article: whole))
    #expect(prompt.position == 5)
    #expect(prompt.excerpt.range.slice(of: closing) == question)
    #expect(
      ParagraphSelection(article: whole, limits: ParagraphLimits()).picks.allSatisfy { $0.position != 5 })
  }

  @Test("An article without a question to its readers has no prompt")
  func noPrompt() {
    #expect(AuthorPrompt(article: post) == nil)
    let rhetorical =
      "When will companies learn? When will the silence end? It ends with a shout, and with nothing else."
    #expect(AuthorPrompt(article: article(post.blocks.map(\.text) + [rhetorical])) == nil)
  }

  @Test("A call to comment without a question is used as it is")
  func call() throws {
    let call = Block(
      index: 5, kind: .paragraph, role: .callToAction,
      text: "Tell me in the comments what your crew does. Share this post!")
    let prompt = try #require(AuthorPrompt(article: Article(title: "Rope", blocks: post.blocks + [call])))
    #expect(prompt.excerpt.range.slice(of: call.text) == "Tell me in the comments what your crew does.")
  }
}
