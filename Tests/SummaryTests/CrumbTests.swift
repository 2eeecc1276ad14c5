import Model
import Testing

@testable import Summary

@Suite("What is no paragraph of a text")
struct CrumbTests {
  @Test(
    "Notes, time marks, addresses and chains of key words are told by their form",
    arguments: [
      (
        "[3] The book that the mate gave me tells more about this than I can write here in one evening.",
        .note
      ),
      ("† The owners say that they never got the letters, and I cannot prove that they did get them.", .note),
      (
        "Sample C, Ode D. Ropes in the cold and what they hold. J Rope. 2011;12(3):33–41. A small study of ships.",
        .note
      ),
      (
        "Sample, C. D. (2011). Ropes in the cold and what they hold in the end. Harbour Press, the second edition.",
        .note
      ),
      (
        "(0:12) The mate speaks of the rope (3:40) what the cook had said of it (9:15) and how we found the rest",
        .note
      ),
      (
        "Ropes — The mate — What the cook knew — Harbours — Tar — The letters — New owners — Winter — Oakum — Whales — What the owner wrote.",
        .links
      ),
      (
        "Write to us: https://a.example/one and https://a.example/two and https://a.example/three for more.",
        .links
      ),
    ] as [(String, RejectionRule)])
  func form(text: String, rule: RejectionRule) {
    #expect(verdict(text, after: post.blocks.map(\.text)) == rule)
  }

  @Test(
    "What follows a heading such as References is none of the text",
    arguments: ["References", "Notes", "Quellen"])
  func notes(heading: String) {
    let entry =
      "The mate's own letter to the owners, which I was allowed to read in the winter after it all happened."
    let blocks =
      post.blocks + [
        Block(index: 5, kind: .heading, text: heading, level: 2),
        Block(index: 6, kind: .paragraph, text: entry),
      ]
    #expect(
      ParagraphRanker(fewestCandidates: 0).rank(Article(title: "R", blocks: blocks))[6].rejection == .note)
  }

  @Test("Notes that the page marks and texts with a hole are not printed")
  func marked() {
    let text = "The force on each of the ropes was nearly twice what the mate had expected of it that winter."
    let blocks =
      post.blocks + [
        Block(index: 5, kind: .paragraph, text: text, isNote: true),
        Block(index: 6, kind: .paragraph, text: text.replacing("nearly twice", with: "\u{FFFC} and")),
      ]
    let ranked = ParagraphRanker(fewestCandidates: 0).rank(Article(title: "R", blocks: blocks))
    #expect(ranked[5].rejection == .note)
    #expect(ranked[6].rejection == .untellable)
  }

  @Test(
    "Nothing begins in the middle of a sentence or with an answer",
    arguments: [
      (
        "prints the number of ropes that hold, and it is the only number that the mate ever looked at himself.",
        .fragment
      ),
      (
        "Yes. That is because the mate looks at them in the evening, when nobody else is on the deck of the ship.",
        .dangling
      ),
      (
        "The letter mentioned above was the first that the mate had ever written to any owner in his whole life.",
        .dangling
      ),
    ] as [(String, RejectionRule)])
  func beginnings(text: String, rule: RejectionRule) {
    #expect(verdict(text, after: post.blocks.map(\.text)) == rule)
  }

  @Test("A text of nothing but crumbs has no key paragraph")
  func crumbs() {
    let texts = ["We shall see.", "HOWEVER!", "Here is a thing:", "https://a.example/1", "For you?"]
    let article = Article(
      title: "R",
      blocks: texts.enumerated().map { Block(index: $0.offset, kind: .paragraph, text: $0.element) })
    #expect(ParagraphSelection(article: article, limits: ParagraphLimits()).picks.isEmpty)
  }

  @Test("A feed's tag does not make Korean or Japanese English")
  func scripts() {
    for text in [
      "배의 밧줄은 매일 저녁 선원이 살펴보기 때문에 끊어지지 않는다. 그러나 새 선주는 그 일을 위해 돈을 내려고 하지 않았다.",
      "船の綱は毎晩乗組員が調べるので切れません。しかし新しい船主はその仕事に金を払おうとしませんでした。",
    ] {
      let blocks = (0..<4).map { Block(index: $0, kind: .paragraph, text: "\($0) " + text) }
      let article = Article(title: "R", language: "en", blocks: blocks)
      #expect(!ParagraphSelection(article: article, limits: ParagraphLimits()).picks.isEmpty)
    }
  }

  @Test("A question that the next sentence answers is not put to the readers")
  func figureOfSpeech() {
    let closing = "Is it a good rope? For most of us it is. For you? That depends on what you carry on deck."
    #expect(AuthorPrompt(article: article(post.blocks.map(\.text) + [closing])) == nil)
  }

  @Test(
    "Speech of several sentences in corner brackets stays with what is said of it",
    arguments: [
      ("「怖いです。夜が長い。」と彼女は言った。船は出た。", ["「怖いです。夜が長い。」と彼女は言った。", "船は出た。"]),
      (
        "»Das Seil hielt immer, und niemand sah hin.« Am Abend riss es.",
        ["»Das Seil hielt immer, und niemand sah hin.«", "Am Abend riss es."]
      ),
    ])
  func speech(text: String, sentences: [String]) {
    #expect(sentenceRanges(of: text, language: .german).map { $0.slice(of: text) } == sentences)
  }
}
