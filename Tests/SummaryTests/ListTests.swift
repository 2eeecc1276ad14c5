import Model
import Testing

@testable import Summary

@Suite("Lists as key paragraphs")
struct ListTests {
  private let items = [
    "to see what others miss", "to say it before the meeting", "to thank whoever says it first",
  ]

  private func withList(_ introduction: [String]) -> Article {
    var blocks = article(Array(post.blocks.map(\.text).prefix(3)) + introduction).blocks
    blocks.append(
      Block(
        index: blocks.count, kind: .list, text: items.joined(separator: "\n"), items: items, isOrdered: true))
    return Article(title: "The rope and the report", language: "en", blocks: blocks)
  }

  @Test("The list that the article announces is picked with its introduction")
  func announced() throws {
    let article = withList([
      """
      Over the years the crews have taught me what counts on a deck. Here's my list of what a mate \
      has to learn.
      """,
      "A good mate learns…",
    ])
    let selection = ParagraphSelection(
      article: article, limits: ParagraphLimits(quotation: QuotationLimits(share: 1)))
    let pick = try #require(selection.picks.last)
    #expect(pick.position == 5)
    #expect(pick.stem == RankedBlock.Stem(position: 4, range: TextRange(of: "A good mate learns…")))
    #expect(pick.excerpt.range == TextRange(of: article.blocks[5].text))
    #expect(selection.verdicts[4].rule == "introduces a list that is printed")
  }

  @Test("Only the last sentence of a long paragraph introduces a list")
  func lastSentence() throws {
    let long = post.blocks[4].text + " There are three habits to learn:"
    let ranked = ParagraphRanker().rank(withList([long]))
    let stem = try #require(ranked.last?.stem)
    #expect(stem.range.slice(of: long) == "There are three habits to learn:")
  }

  @Test("A list that nothing introduces is not picked")
  func bare() {
    let ranked = ParagraphRanker().rank(withList([post.blocks[3].text]))
    #expect(ranked.last?.rejection == .listWithoutIntroduction)
  }

  @Test("A list that is merely introduced counts less than a paragraph")
  func unannounced() throws {
    let ranked = ParagraphRanker().rank(withList(["What they carry on board:"]))
    let list = try #require(ranked.last)
    #expect(list.reasons.contains { $0.feature == "list" && $0.contribution < 0 })
  }
}
