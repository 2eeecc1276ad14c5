public import Model

/// What the ranking says about one block of an article.
public struct RankedBlock: Hashable, Sendable {
  /// Position among the article's blocks.
  public let position: Int
  /// `nil` for a block that can not be a key paragraph.
  public let score: Double?
  /// The terms of the score, in fixed order; terms that add nothing are left out.
  public let reasons: [Reason]
  /// Why it can not be a key paragraph.
  public let rejection: RejectionRule?
  /// For a list or a quotation: what introduces it.
  public let stem: Stem?
  /// True if it was let in only because the article has too little else.
  public let isFallback: Bool

  /// The words that introduce a list or a quotation.
  public struct Stem: Hashable, Sendable {
    /// Position of the block that holds them.
    public let position: Int
    public let range: TextRange
  }
}
