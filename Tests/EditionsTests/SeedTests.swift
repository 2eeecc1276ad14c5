import Model
import Testing

@testable import Editions

@Suite(
  "The two posts that the project began with",
  .enabled(if: SharedSeeds.areAtHand, "needs the shared folder beside the repository, or DIGEST_SHARED"))
struct SeedTests {
  @Test(
    "Of the discussed post the definition and the thesis are printed, the thesis begun where it stands alone",
    arguments: [true, false])
  func discussedParagraphs(marksCall: Bool) throws {
    let candidate = try SharedSeeds.discussed(marksCall: marksCall)
    let item = try #require(edition([candidate]).items.first)
    #expect(item.paragraphs.map(\.blockIndex) == [2, 4])
    #expect(item.paragraphs[0].isCutBefore)
    #expect(item.paragraphs[0].range.start > 0)
    #expect(!item.paragraphs[1].isCutBefore && !item.paragraphs[1].isCutAfter)
    #expect(item.paragraphs[1].score > item.paragraphs[0].score)
    #expect(item.quotedShare <= 0.36)
    for quote in item.paragraphs { #expect(verifyQuote(quote, in: candidate.article) == nil) }
  }

  @Test(
    "The author's closing questions are printed as such and not as a paragraph", arguments: [true, false])
  func prompt(marksCall: Bool) throws {
    let candidate = try SharedSeeds.discussed(marksCall: marksCall)
    let item = try #require(edition([candidate]).items.first)
    let prompt = try #require(item.prompt)
    #expect(prompt.blockIndex == 6)
    #expect(prompt.range.start == 0)
    #expect(prompt.text.split(separator: "?").count == 2)
    #expect(verifyQuote(prompt, in: candidate.article) == nil)
  }

  @Test("Two exchanges are printed: the doubt answered first, then the reservation; the author never alone")
  func threads() throws {
    let candidate = try SharedSeeds.discussed(marksCall: true)
    let conversation = try #require(edition([candidate]).items.first?.conversation)
    #expect(conversation.commentCount == 6)
    #expect(conversation.peopleCount == 4)
    #expect(conversation.authorReplyCount == 2)
    #expect(
      conversation.threads.map { $0.comments.map(\.commentID.rawValue) } == [["30", "36"], ["45", "49"]])
    for thread in conversation.threads {
      #expect(thread.comments[0].isByArticleAuthor == false)
      #expect(thread.comments[1].isByArticleAuthor)
      #expect(thread.comments[1].depth == 1)
      // Thanks at the start, thanks and name at the end.
      #expect(thread.comments[1].quote.isCutBefore && thread.comments[1].quote.isCutAfter)
      for comment in thread.comments { #expect(verifyQuote(comment, in: candidate.discussion) == nil) }
    }
    #expect(conversation.threads[0].comments[0].quote.isCutBefore)
  }

  @Test("Of the other post the announced list is printed with its introduction, and the conclusion")
  func list() throws {
    let candidate = try SharedSeeds.listed()
    let item = try #require(edition([candidate]).items.first)
    #expect(item.paragraphs.map(\.blockIndex) == [6, 7])
    let list = item.paragraphs[0]
    #expect(list.kind == .list && list.items.count == 6)
    #expect(list.stem == candidate.article.blocks[5].text)
    #expect(verifyQuote(list, in: candidate.article) == nil)
    #expect(item.prompt == nil)
    #expect(item.conversation == nil)
  }

  @Test("The discussed post stands first")
  func order() throws {
    let both = [try SharedSeeds.listed(), try SharedSeeds.discussed(marksCall: true)]
    #expect(edition(both).items.map(\.entryID.rawValue) == ["a", "b"])
    #expect(edition(both) == edition(both.reversed()))
  }

  private func edition(_ candidates: [Candidate]) -> Edition {
    makeEdition(candidates, firstDay: Day(year: 2013, month: 6, day: 3))
  }
}
