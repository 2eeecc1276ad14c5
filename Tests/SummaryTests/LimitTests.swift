import Model
import Testing

@testable import Summary

@Suite("How much of an article may be repeated")
struct LimitTests {
  private func list(of count: Int) -> Article {
    let items = (1...count).map { "The mate looked at rope number \($0) and found that it would hold." }
    return Article(
      title: "Ropes",
      blocks: [
        Block(index: 0, kind: .paragraph, text: "What we looked at in the spring:"),
        Block(index: 1, kind: .list, text: items.joined(separator: "\n"), items: items),
      ])
  }

  @Test("A list that is all there is ends behind an item, with its introduction", arguments: [8, 13, 40])
  func longList(count: Int) throws {
    let article = list(of: count)
    let selection = ParagraphSelection(article: article, limits: ParagraphLimits())
    let pick = try #require(selection.picks.first)
    #expect(selection.picks.count == 1)
    #expect(pick.itemCount >= 2 && pick.itemCount < count && pick.excerpt.isCutAfter)
    #expect(pick.stem != nil)
    #expect(pick.wordCount <= QuotationLimits.standard.budget(articleWords: article.wordCount))
    let text = pick.excerpt.range.slice(of: article.blocks[1].text)
    #expect(text == article.blocks[1].items.prefix(pick.itemCount).joined(separator: "\n"))
  }

  @Test("A sentence is not cut, so that an article of one is only named")
  func oneSentence() {
    let text =
      (1...80).map { "rope \($0)" }.joined(separator: ", ") + " and the others are looked at by the mate."
    let article = Article(title: "Ropes", blocks: [Block(index: 0, kind: .paragraph, text: "The " + text)])
    #expect(ParagraphSelection(article: article, limits: ParagraphLimits()).picks.isEmpty)
  }

  @Test(
    "Both limits hold for every article, however short",
    arguments: [(20, 7), (59, 20), (60, 21), (100, 35), (1000, 220), (0, 0)])
  func budget(words: Int, expected: Int) {
    #expect(QuotationLimits.standard.budget(articleWords: words) == expected)
  }
}
