import Model
import Testing

@testable import Summary

@Suite("Files of weights")
struct WeightFileTests {
  @Test("A line is a name, a number and a reason; all else is a fault")
  func reading() {
    let file = WeightFile(
      text: """
        -- about
        [one]
        size   0.5  -- says it all
        last  -2    -- the end
        -- a remark
        [two]
        size 1 -- otherwise here
        bare 1
        word much -- no number
        size 2 -- twice
        """)
    #expect(file.names == ["one", "two"])
    #expect(file.weights("one") == ["size": 0.5, "last": -2])
    #expect(file.weights("two") == ["size": 1])
    #expect(file.weights("three").isEmpty)
    #expect(file.faults == ["bare 1", "word much -- no number", "size 2 -- twice"])
  }

  @Test("The general file says every weight there is, once, and no other")
  func general() {
    let file = WeightFile.general
    #expect(file.faults.isEmpty)
    #expect(file.names == [ParagraphWeights.list, CommentWeights.list])
    #expect(Set(file.weights("paragraphs").keys) == Set(ParagraphWeights.fields.map(\.name)))
    #expect(Set(file.weights("comments").keys) == Set(CommentWeights.fields.map(\.name)))
  }

  @Test(
    "The file of a family says what differs, and nothing that there is not",
    arguments: LanguageFamily.allCases)
  func families(family: LanguageFamily) {
    guard let file = WeightFile.of(family) else { return }
    #expect(file.faults.isEmpty)
    #expect(file.names.isSubset(of: WeightFile.general.names) && !file.names.isEmpty)
    for list in file.names {
      let general = WeightFile.general.weights(list)
      for (name, value) in file.weights(list) {
        #expect(general[name] != nil && general[name] != value, "\(name)")
      }
    }
  }

  @Test("Every field takes the number of its own name")
  func fields() {
    let weights = ParagraphWeights()
    for field in ParagraphWeights.fields {
      #expect(weights[keyPath: field.place] == WeightFile.general.weights("paragraphs")[field.name])
    }
    let comments = CommentWeights()
    for field in CommentWeights.fields {
      #expect(comments[keyPath: field.place] == WeightFile.general.weights("comments")[field.name])
    }
  }

  @Test("An editor's weight stands above that of the family")
  func editor() {
    #expect(ParagraphWeights([:], family: .unspaced).abstract == 0)
    #expect(ParagraphWeights([:], family: .unspaced).size == ParagraphWeights().size)
    #expect(ParagraphWeights(["abstract": 3], family: .unspaced).abstract == 3)
    #expect(CommentWeights(["excluded": 3]).excluded == CommentWeights().excluded)
  }

  @Test(
    "Languages are weighed with their family, scripts without spaces with theirs",
    arguments: [
      (TextLanguage.english, "Words", LanguageFamily.germanic), (.dutch, "Woorden", .germanic),
      (.portuguese, "Palavras", .romance), (.other, "指導者は Swift を読む", .unspaced),
      (.other, "Kilka słów", .other),
      (.other, "", .other),
    ])
  func family(language: TextLanguage, text: String, family: LanguageFamily) {
    #expect(LanguageFamily(language, tokens: tokens(of: text)) == family)
  }

  @Test("In a script without spaces a few Latin words are no sign of an idea")
  func unspaced() {
    let own = String(repeating: "指導者は毎日現場で人の話を聞くべきだ。", count: 4)
    let foreign = own + "Programming languages International Organisation"
    let texts = [own + "一。", foreign + "。", own + "二三。", own + "四五六。"]
    let blocks = texts.enumerated().map { Block(index: $0.offset, kind: .paragraph, text: $0.element) }
    let ranked = ParagraphRanker().rank(Article(title: "指導者", language: "ja", blocks: blocks))
    #expect(ranked.contains { $0.score != nil })
    #expect(!ranked.flatMap(\.reasons).contains { $0.feature == "abstract" })
  }

  @Test("The weights that an editor gives reach the scores")
  func given() {
    let texts = (1...4).map {
      "The rope number \($0) holds because somebody looks at it every morning before work."
    }
    func first(_ ranker: ParagraphRanker) -> Double? {
      ranker.rank(article(texts)).first?.reasons.first { $0.feature == "rank" }?.contribution
    }
    #expect(first(ParagraphRanker()) == 1)
    #expect(first(ParagraphRanker(weights: ["rank": 2.5])) == 2.5)
  }
}
