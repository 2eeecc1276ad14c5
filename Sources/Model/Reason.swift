/// One term of a score: what was looked at, and what it added or took away.
public struct Reason: Hashable, Sendable, Codable {
  /// Name of the feature, such as `claims` or `authorAnswered`.
  public let feature: String
  /// Its share of the score, rounded to three decimals.
  public let contribution: Double
  /// The same for people, such as "the author answered"; absent where it would say nothing.
  public let words: String?

  public init(feature: String, contribution: Double, words: String? = nil) {
    self.feature = feature
    self.contribution = roundedScore(contribution)
    self.words = words
  }
}

/// A score as it is stored: three decimals, so that equal inputs give equal bytes and people can read it.
public func roundedScore(_ score: Double) -> Double {
  guard score.isFinite else { return 0 }
  let rounded = (score * 1000).rounded() / 1000
  return rounded == 0 ? 0 : rounded
}
