public import Model

/// What an article's place in an edition depends on.
public struct ArticleMeasure: Hashable, Sendable {
  public let article: Article
  public let discussion: DiscussionCounts
  /// Whether some comment is worth printing.
  public let hasShowableComment: Bool
  public let feedID: FeedSource.ID
  /// The editor's factor for the feed.
  public let weight: Double
  /// Where in the period it appeared: 0 at the start, 1 at the end.
  public let age: Double
  /// In how many of the last editions the blog was printed.
  public let recentEditions: Int

  public init(
    article: Article, discussion: DiscussionCounts, hasShowableComment: Bool, feedID: FeedSource.ID,
    weight: Double, age: Double, recentEditions: Int = 0
  ) {
    self.article = article
    self.discussion = discussion
    self.hasShowableComment = hasShowableComment
    self.feedID = feedID
    self.weight = weight
    self.age = age
    self.recentEditions = recentEditions
  }
}
