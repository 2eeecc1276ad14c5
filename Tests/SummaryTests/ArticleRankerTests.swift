import Model
import Testing

@testable import Summary

@Suite("Ranking articles")
struct ArticleRankerTests {
  private func measure(_ article: Article, feed: String = "a", age: Double = 0.5, weight: Double = 1)
    -> ArticleMeasure
  {
    ArticleMeasure(
      article: article, discussion: DiscussionCounts(.empty, article: article), hasShowableComment: false,
      feedID: FeedSource.ID(rawValue: feed), weight: weight, age: age)
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
