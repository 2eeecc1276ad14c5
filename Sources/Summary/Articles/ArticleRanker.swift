public import Model

/// An article with its score.
public struct RankedArticle: Hashable, Sendable {
  /// Place in what was given.
  public let place: Int
  public let score: Double
  public let reasons: [Reason]
  /// Place of the better article that this one repeats.
  public let repeats: Int?
  /// Place of the better article, from another blog, that tells the same story.
  public let story: Int?
  /// Place of the better article, from another blog, that takes the other side of the subject.
  public let opposes: Int?
}

/// Orders the articles of a period by substance and conversation.
public struct ArticleRanker: Sendable {
  /// Share of words in a row that two articles must have in common to be one.
  public static let duplicateShare = 0.5

  public init() {}

  /// All articles, best first, equal ones in the given order; near-duplicates of a better one come last.
  public func rank(_ articles: [ArticleMeasure]) -> [RankedArticle] {
    let scored = articles.enumerated().map { place, measure in
      Scored(place: place, feed: measure.feedID, terms: terms(measure))
    }.sorted()
    let originals = duplicates(scored, articles)
    var variety = Variety()
    var ranked: [Scored] = []
    for var entry in scored where originals[entry.place] == nil {
      entry.terms += variety.terms(for: articles[entry.place])
      ranked.append(entry)
    }
    ranked.sort()
    let best = ranked.map { (place: $0.place, measure: articles[$0.place]) }
    let views = opposingViews(best)
    let stories = sameStories(best).filter { views[$0.key] == nil }
    let repeated = scored.filter { originals[$0.place] != nil }
    return (ranked + repeated).map {
      RankedArticle(
        place: $0.place, score: $0.score, reasons: $0.terms, repeats: originals[$0.place],
        story: stories[$0.place], opposes: views[$0.place])
    }
  }

  private func terms(_ measure: ArticleMeasure) -> [Reason] {
    let words = Double(measure.article.wordCount)
    let people = Double(max(0, measure.discussion.people - (measure.discussion.authorReplies > 0 ? 1 : 0)))
    var terms = [
      Reason(
        feature: "substance", contribution: 2 * min(1, logarithm(1 + words / 50) / logarithm(17)),
        words: words >= 300 ? "a full article" : nil),
      Reason(
        feature: "people", contribution: 1.2 * min(1, binaryLogarithm(1 + people) / 4),
        words: people >= 2 ? "several readers take part" : nil),
      Reason(
        feature: "comments",
        contribution: 0.4 * min(1, binaryLogarithm(1 + Double(measure.discussion.comments)) / 5)),
      Reason(
        feature: "authorAnswers", contribution: 0.3 * Double(min(2, measure.discussion.authorReplies)),
        words: "the author answers readers"),
      Reason(
        feature: "showable", contribution: measure.hasShowableComment ? 0.5 : 0,
        words: "a comment is worth reading"),
      Reason(
        feature: "shownLately", contribution: -0.15 * Double(min(3, max(0, measure.recentEditions))),
        words: "the blog was in the last editions"),
      Reason(feature: "freshness", contribution: 0.15 * min(1, max(0, measure.age) * 2)),
    ].filter { $0.contribution != 0 }
    let sum = terms.reduce(0) { $0 + $1.contribution }
    if measure.weight.isFinite, measure.weight != 1 {
      terms.append(
        Reason(
          feature: "editorWeight", contribution: sum * (min(100, max(0, measure.weight)) - 1),
          words: measure.weight > 1 ? "the editor favours this blog" : "the editor holds this blog back"))
    }
    return terms
  }

  /// For each repetition the place of the better article.
  private func duplicates(_ scored: [Scored], _ articles: [ArticleMeasure]) -> [Int: Int] {
    var numbering = Shingles()
    var kept = NearDuplicates()
    var keptPlaces: [Int] = []
    var originals: [Int: Int] = [:]
    for entry in scored {
      let body = openingTokens(of: articles[entry.place].article)
      let shingles = numbering.set(of: body)
      if let original = kept.original(of: shingles, share: Self.duplicateShare) {
        originals[entry.place] = keptPlaces[original]
      } else {
        kept.keep(shingles)
        keptPlaces.append(entry.place)
      }
    }
    return originals
  }

  private struct Scored: Comparable {
    let place: Int
    let feed: FeedSource.ID
    var terms: [Reason]
    var score: Double { roundedScore(terms.reduce(0) { $0 + $1.contribution }) }

    /// Better first.
    static func < (left: Scored, right: Scored) -> Bool {
      let leftScore = left.score
      let rightScore = right.score
      return leftScore != rightScore ? leftScore > rightScore : left.place < right.place
    }

    static func == (left: Scored, right: Scored) -> Bool {
      left.place == right.place && left.score == right.score
    }
  }
}
