/// How much of one article an edition may repeat, what introduces a list or a quotation included, unless its editor says
/// otherwise; every part reads these values here. Both hold for every article, however short: where no sentence fits, nothing of
/// it is printed.
public struct QuotationLimits: Hashable, Sendable, Codable {
  /// Words of one article.
  public let words: Int
  /// Share of the article's words, 0 to 1.
  public let share: Double

  public init(words: Int = QuotationLimits.standard.words, share: Double = QuotationLimits.standard.share) {
    self.words = words
    self.share = share
  }

  /// Three paragraphs of about seventy words, and a third of an article: enough to know what it says, too little to replace
  /// it.
  public static let standard = QuotationLimits(words: 220, share: 0.35)

  /// What has fewer words is a note and no article.
  public static let articleWords = 60

  /// How many words of an article of `articleWords` words may be repeated.
  public func budget(articleWords: Int) -> Int {
    let cap = share.isFinite ? Int(Double(articleWords) * min(1, max(0, share))) : articleWords
    return max(0, min(words, cap))
  }
}
