import Model
import Testing

@testable import Summary

@Suite("Ranking articles")
struct ArticleRankerTests {
  private func measure(
    _ article: Article, feed: String = "a", age: Double = 0.5, weight: Double = 1, late: Int = 0,
    recent: Int = 0
  ) -> ArticleMeasure {
    ArticleMeasure(
      article: article, discussion: DiscussionCounts(.empty, article: article), hasShowableComment: false,
      feedID: FeedSource.ID(rawValue: feed), weight: weight, age: age,
      recentEditions: recent)
  }

  private func written(_ title: String, by author: String, _ texts: [String]) -> Article {
    Article(
      title: title, authors: [author], language: "en",
      blocks: texts.enumerated().map { Block(index: $0, kind: .paragraph, text: $1) })
  }

  private static let harbour = [
    "The harbour council closed the old swing bridge on Friday, and every lorry of the cannery now drives round the bay.",
    "Dockers and the cannery blame the council, the council blames the rust, and the bridge keeper says he warned them all.",
  ]
  private static let harbourAgain = [
    "Since the swing bridge at the harbour was closed, lorries of the cannery take the road round the bay to the docks.",
    "The council had read of the rust; the bridge keeper wrote it down twice, and the dockers have copies of his warning.",
  ]
  private static let kitchen = [
    "A kitchen of nine people has nine opinions on salt, and the cook who asks for all of them serves dinner at midnight.",
    "What we do instead is dull: one person seasons, everybody tastes, and the menu says whose tongue it was tonight.",
  ]

  @Test("Blogs that tell one story are told apart from those that do not, and the better one leads")
  func stories() {
    let ranked = ArticleRanker().rank([
      measure(written("The bridge is shut", by: "Ann", Self.harbour), feed: "a"),
      measure(written("Nine opinions on salt", by: "Bo", Self.kitchen), feed: "b"),
      measure(written("A shut bridge and a warning", by: "Cy", Self.harbourAgain), feed: "c"),
    ])
    let stories = ranked.filter { $0.story != nil }
    #expect(stories.count == 1)
    #expect(Set([stories.first?.place, stories.first?.story]) == [0, 2])
  }

  @Test("Two articles of one blog are no story of several blogs")
  func oneBlog() {
    let ranked = ArticleRanker().rank([
      measure(written("The bridge is shut", by: "Ann", Self.harbour)),
      measure(written("A shut bridge and a warning", by: "Ann", Self.harbourAgain)),
    ])
    #expect(ranked.allSatisfy { $0.story == nil })
  }

  // MARK: - Two sides

  private static let forStandups = [
    "Our stand-up meeting takes nine minutes, and it is the part of the day that my team would keep if they could keep one.",
    "Whoever is stuck says so before the coffee, and somebody who was stuck there last month walks over to the desk.",
  ]
  private static let againstStandups = [
    "Every morning eleven people stood in a ring and told each other what the board behind them said, for four years.",
    "We dropped the stand-up meeting in March, and the team did not miss it; whoever is stuck writes one line at noon.",
  ]

  struct Dispute: CustomTestStringConvertible, Sendable {
    let titles: [String]
    let language: String
    let texts: [[String]]
    let disagree: Bool
    var testDescription: String { titles.joined(separator: " / ") }
  }

  static let disputes = [
    Dispute(
      titles: ["In praise of the stand-up meeting", "Stop holding stand-up meetings"], language: "en",
      texts: [forStandups, againstStandups], disagree: true),
    Dispute(
      titles: ["The stand-up meeting, four years on", "Stop holding stand-up meetings"], language: "en",
      texts: [forStandups, againstStandups], disagree: false),
    Dispute(
      titles: ["Never hold a stand-up meeting sitting down", "Stop holding stand-up meetings"],
      language: "en",
      texts: [forStandups, againstStandups], disagree: false),
    Dispute(
      titles: ["In praise of nine opinions on salt", "Stop holding stand-up meetings"], language: "en",
      texts: [kitchen, againstStandups], disagree: false),
    Dispute(
      titles: ["Ein Plädoyer für das Großraumbüro", "Schluss mit dem Großraumbüro"], language: "de",
      texts: [
        [
          "Im Großraumbüro höre ich, womit die anderen kämpfen, bevor sie es in eine Liste schreiben, und kann sofort helfen.",
          "Wer Ruhe braucht, geht in die Bibliothek, und das Gespräch im Großraumbüro findet trotzdem weiter statt.",
        ],
        [
          "Drei Jahre lang saßen wir zu vierzigst in einem Großraumbüro, und keiner von uns hat dort einen Satz zu Ende gedacht.",
          "Seit wir wieder Türen haben, reden wir mehr miteinander, weil ein Gespräch nun niemanden mehr stört.",
        ],
      ], disagree: true),
  ]

  @Test(
    "Two blogs on different sides of one subject are found, and nobody else is set against anybody",
    arguments: disputes)
  func sides(_ dispute: Dispute) {
    func article(_ index: Int) -> Article {
      Article(
        title: dispute.titles[index], authors: ["Author \(index)"], language: dispute.language,
        blocks: dispute.texts[index].enumerated().map { Block(index: $0, kind: .paragraph, text: $1) })
    }
    let ranked = ArticleRanker().rank([
      measure(article(0), feed: "a"),
      measure(written("Nine opinions on salt", by: "Bo", Self.kitchen), feed: "b"),
      measure(article(1), feed: "c"),
    ])
    let opposed = ranked.filter { $0.opposes != nil }
    if dispute.disagree {
      #expect(opposed.count == 1 && Set([opposed.first?.place, opposed.first?.opposes]) == [0, 2])
    } else {
      #expect(opposed.isEmpty)
    }
    // A blog does not stand against itself.
    let alone = ArticleRanker().rank([measure(article(0)), measure(article(1))])
    #expect(alone.allSatisfy { $0.opposes == nil })
  }

  @Test(
    "The author of one article who objects below another stands against it; who only adds something does not",
    arguments: [("One objection from the corridor:", true), ("One thought from the corridor:", false)])
  func objection(words: String, disagrees: Bool) {
    let bare = written("Bring me the stand-up bare", by: "Ann Lee", Self.forStandups)
    let other = written("Bring a bad stand-up", by: "Cy", Self.againstStandups)
    let comment = Model.Comment(
      id: "1", author: "Ann Lee",
      text: words
        + " in our house nobody would say it before the second coffee, and the two of us know why that is so."
    )
    func measure(_ article: Article, _ feed: String, _ comments: [Model.Comment]) -> ArticleMeasure {
      ArticleMeasure(
        article: article, discussion: DiscussionCounts(Discussion(comments: comments), article: article),
        hasShowableComment: false, feedID: FeedSource.ID(rawValue: feed), weight: 1, age: 0.5)
    }
    let ranked = ArticleRanker().rank([measure(bare, "a", []), measure(other, "c", [comment])])
    #expect(ranked.contains { $0.opposes != nil } == disagrees)
  }

  @Test("Each language tells praise from warning", arguments: TextLanguage.allCases.filter { $0 != .other })
  func sideWords(_ language: TextLanguage) throws {
    let titles: [TextLanguage: (String, String)] = [
      .english: ("The case for slow hiring", "The trouble with slow hiring"),
      .german: ("Warum sich Geduld lohnt", "Warum Geduld scheitert"),
      .french: ("Éloge de la lenteur", "Assez de lenteur"),
      .spanish: ("Elogio de la lentitud", "El mito de la lentitud"),
      .italian: ("Elogio della lentezza", "Basta con la lentezza"),
      .portuguese: ("Elogio da lentidão", "Chega de lentidão"),
      .dutch: ("Pleidooi voor traagheid", "Weg met traagheid"),
    ]
    let (praise, warning) = try #require(titles[language])
    let sides = try #require(WordLists.of(language)).sides
    #expect(sides.counts(in: tokens(of: praise))[.praise] > 0, "\(praise)")
    #expect(sides.counts(in: tokens(of: praise))[.warning] == 0, "\(praise)")
    #expect(sides.counts(in: tokens(of: warning))[.warning] > 0, "\(warning)")
  }

  @Test("A second article of an author, on whichever blog, steps back")
  func sameAuthor() {
    let ranked = ArticleRanker().rank([
      measure(written("One", by: "Ann Lee", Self.harbour), feed: "a"),
      measure(written("Two", by: "ann lee", Self.kitchen), feed: "b"),
    ])
    #expect(ranked[1].reasons.contains { $0.feature == "sameAuthor" && $0.contribution < 0 })
    #expect(!ranked[0].reasons.contains { $0.feature == "sameAuthor" })
  }

  @Test("A blog that was in the last editions gives way a little, within bounds")
  func turns() {
    func score(_ recent: Int) -> Double { ArticleRanker().rank([measure(post, recent: recent)])[0].score }
    #expect(score(1) < score(0))
    #expect(score(3) == score(30))
    #expect(score(-5) == score(0))
  }

  @Test("Substance saturates: twice the words are not twice as good")
  func substance() throws {
    let long = article(Array(repeating: post.blocks[2].text, count: 30))
    let longer = article(Array(repeating: post.blocks[2].text, count: 60))
    let ranked = ArticleRanker().rank([measure(post), measure(long, feed: "b"), measure(longer, feed: "c")])
    let scores = Dictionary(uniqueKeysWithValues: ranked.map { ($0.place, $0.score) })
    #expect(scores[1] == scores[2])
    #expect(try #require(scores[0]) < (try #require(scores[1])))
  }

  @Test("The last day has no advantage over the middle of the week")
  func freshness() {
    let scores = [0.5, 0.75, 1].map { ArticleRanker().rank([measure(post, age: $0)])[0].score }
    #expect(Set(scores).count == 1)
  }

  @Test("A part of another article is a repetition of it")
  func containment() {
    let part = article(Array(post.blocks.map(\.text)[1...3]))
    let ranked = ArticleRanker().rank([measure(part, feed: "b"), measure(post)])
    #expect(ranked.map(\.place) == [1, 0])
    #expect(ranked[1].repeats == 1)
  }

  @Test("A huge weight keeps the score a number")
  func hugeWeight() {
    #expect(ArticleRanker().rank([measure(post, weight: 1e308)])[0].score.isFinite)
  }

  @Test("A weight that is no number changes nothing", arguments: [Double.nan, .infinity])
  func weights(weight: Double) {
    #expect(
      ArticleRanker().rank([measure(post, weight: weight)])[0].score
        == ArticleRanker().rank([measure(post)])[0].score)
  }
}
