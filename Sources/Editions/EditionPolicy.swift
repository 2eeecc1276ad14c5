public import Model

/// What an edition may hold: the editor's settings.
public struct EditionPolicy: Hashable, Sendable, Codable {
  /// Articles with their paragraphs.
  public var maxArticles = 6
  /// Further articles that are only named.
  public var maxAlsoPublished = 12
  /// Articles of earlier editions whose conversation goes on.
  public var maxStillTalking = 3
  /// An entry with fewer words is a teaser or a picture, not an article.
  public var minWords = QuotationLimits.articleWords
  /// Key paragraphs an article: as many as this if they fit …
  public var minKeyParagraphs = 2
  /// … and up to this many if they are good.
  public var maxKeyParagraphs = 3
  /// How much of one article may be quoted.
  public var quotation = QuotationLimits.standard
  /// Exchanges of readers an article.
  public var maxThreads = 2
  /// Words of a printed comment.
  public var commentWords = 90
  /// Words of an answer to it.
  public var answerWords = 60
  /// Whether articles bring their pictures along.
  public var printsImages = false
  /// Sections in the order of print; those not named follow in the order of the candidates. The main
  /// section stands first.
  public var sectionOrder: [String] = []
  /// What the editor weighs otherwise.
  public var weights = PickingWeights()
  /// In how many of the last editions each blog was printed.
  public var recentEditions: [FeedSource.ID: Int] = [:]

  public init() {}
}
