/// What became of one feed in a fetch.
public struct FeedReport: Hashable, Sendable, Codable {
  public enum Outcome: String, Sendable, Codable {
    case updated, notModified, failed
    /// It was not asked: it does not want to be, so soon.
    case notDue
  }

  public let feedID: FeedSource.ID
  public let title: String
  public let feedURL: String
  public let outcome: Outcome
  /// For a failure: one sentence that says what and what to do next.
  public let message: String?
  /// For a failure: failed visits in a row, this one included.
  public let failures: Int?
  /// Entries that were not in the store before.
  public let newEntries: Int
  /// Article pages read.
  public let pages: Int
  /// Comments that were not in the store before.
  public let newComments: Int
  /// Repairs and doubts of the parser.
  public let warnings: [Diagnostic]

  public init(
    feedID: FeedSource.ID, title: String, feedURL: String, outcome: Outcome, message: String? = nil,
    failures: Int? = nil, newEntries: Int = 0, pages: Int = 0, newComments: Int = 0,
    warnings: [Diagnostic] = []
  ) {
    self.feedID = feedID
    self.title = title
    self.feedURL = feedURL
    self.outcome = outcome
    self.message = message
    self.failures = failures
    self.newEntries = newEntries
    self.pages = pages
    self.newComments = newComments
    self.warnings = warnings
  }
}
