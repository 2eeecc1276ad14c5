import Model
import Testing

@testable import Summary

@Suite("What an author quotes")
struct QuotationTests {
  private static let quoted = """
    Every crew that I have sailed with knew the weak rope by its name, and none of them had ever been asked for \
    it by the people who pay for new ones, until it was too late.
    """

  private func rejection(
    before: String = "The mate was no help in this.", marks: [TextMark] = [], attribution: Attribution? = nil,
    after: String = "The ship sailed in the evening all the same, with the old rope and a new cook on board."
  ) -> RejectionRule? {
    let blocks = [
      Block(index: 0, kind: .paragraph, text: before, marks: marks),
      Block(index: 1, kind: .quote, text: QuotationTests.quoted, attribution: attribution),
      Block(index: 2, kind: .paragraph, text: after),
    ]
    return ParagraphRanker(fewestCandidates: 0).rank(Article(title: "On the rope", blocks: blocks))[1]
      .rejection
  }

  @Test("A quotation that nothing introduces and nobody is named for is not printed")
  func withoutSource() {
    #expect(rejection() == .withoutSource)
  }

  @Test(
    "A sentence that names its speaker, or an attribution, lets it be printed",
    arguments: ["As Carla Sample writes:", "Last year our mate Carla wrote to the owners:", "Carla Sample:"])
  func introduced(leadIn: String) {
    #expect(rejection(before: leadIn) == nil)
    #expect(rejection(attribution: Attribution(name: "Carla Sample", url: nil)) == nil)
  }

  @Test(
    "A post of a social network is an exhibit",
    arguments: [
      "https://twitter.com/carla/status/1", "https://bsky.app/profile/carla.example/post/1",
      "https://sea.example/@carla/123", "https://www.threads.net/@carla/post/1",
      "https://x.com/carla/status/2",
    ])
  func embedded(url: String) {
    #expect(rejection(attribution: Attribution(name: "Carla", url: url)) == .embedded)
  }

  @Test(
    "An address of a page is no post", arguments: ["https://box.example/carla", "https://fax.com/x.com/"])
  func page(url: String) {
    #expect(rejection(attribution: Attribution(name: nil, url: url)) == nil)
  }

  @Test(
    "A claim that the author goes on to deny is not printed",
    arguments: [
      "No. Crews are never asked, and they know why, since the owner reads no letters in the winter months.",
      "This is wrong. The owners had asked for it twice, and the letters still lie in the office.",
      "I disagree, and so do the owners, who had asked for it twice before the summer came.",
      "Das ist falsch. Die Reeder hatten zweimal gefragt, und die Briefe liegen noch im Büro der Werft.",
      "C'est faux : les armateurs avaient posé la question deux fois avant l'été.",
    ])
  func rebutted(answer: String) {
    #expect(rejection(before: "As Carla Sample writes:", after: answer) == .rebutted)
  }

  @Test("The author's own paragraphs go first, and a quotation brings its introduction")
  func ownFirst() throws {
    let own = post.blocks.map(\.text)
    let blocks =
      own.enumerated().map { Block(index: $0.offset, kind: .paragraph, text: $0.element) } + [
        Block(index: own.count, kind: .paragraph, text: "As Carla Sample writes:"),
        Block(index: own.count + 1, kind: .quote, text: QuotationTests.quoted),
      ]
    let full = ParagraphSelection(
      article: Article(title: "On the rope", blocks: blocks),
      limits: ParagraphLimits(quotation: QuotationLimits(share: 1)))
    #expect(full.picks.allSatisfy { blocks[$0.position].kind == .paragraph })
    let alone = ParagraphSelection(
      article: Article(title: "On the rope", blocks: Array(blocks.suffix(2))),
      limits: ParagraphLimits(quotation: QuotationLimits(share: 1)))
    let pick = try #require(alone.picks.first)
    #expect(pick.stem?.range.slice(of: "As Carla Sample writes:") == "As Carla Sample writes:")
    #expect(pick.wordCount == countWords(QuotationTests.quoted) + 4)
  }
}
