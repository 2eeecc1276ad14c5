public import Model

/// All that one visit to a feed brought: stored in one transaction, so that validators are never newer than the entries
/// they stand for.
public struct FeedHarvest: Hashable, Sendable {
  public let source: FeedSource
  /// Addresses whose validators changed, with what to send along next time.
  public let documents: [DocumentState]
  /// Answers as they came, to be kept.
  public let responses: [StoredResponse]
  /// Entries, new and known, as the feed has them now.
  public let entries: [EntryHarvest]
  /// When the feed wants to be asked; `nil` if it was not read this time.
  public let wishes: FeedWishes?
  public let visit: Visit

  public init(
    source: FeedSource, documents: [DocumentState] = [], responses: [StoredResponse] = [],
    entries: [EntryHarvest] = [], wishes: FeedWishes? = nil, visit: Visit = Visit(outcome: .updated)
  ) {
    self.source = source
    self.documents = documents
    self.responses = responses
    self.entries = entries
    self.wishes = wishes
    self.visit = visit
  }
}

/// When a feed wants to be asked (RSS 2.0: `ttl`, `skipHours`, `skipDays`).
public struct FeedWishes: Hashable, Sendable, Codable {
  public let ttlMinutes: Int?
  /// 0 to 23 in GMT.
  public let skipHours: [Int]
  /// `Monday` to `Sunday` in GMT.
  public let skipDays: [String]

  public init(ttlMinutes: Int? = nil, skipHours: [Int] = [], skipDays: [String] = []) {
    self.ttlMinutes = ttlMinutes
    self.skipHours = skipHours
    self.skipDays = skipDays
  }
}

/// How a visit to a feed went.
public struct Visit: Hashable, Sendable {
  public enum Outcome: String, Sendable, Codable {
    case updated, notModified, failed
    /// The host wants to be left alone for a while.
    case throttled
    /// The feed is gone for good (410).
    case gone

    public var isFailure: Bool { self != .updated && self != .notModified }
  }

  public let outcome: Outcome
  /// Why it failed.
  public let message: String?
  /// The feed is not to be asked again before then; `nil` for no such wish.
  public let nextAt: Instant?
  /// Where the feed says that it has moved for good.
  public let movedTo: String?

  public init(outcome: Outcome, message: String? = nil, nextAt: Instant? = nil, movedTo: String? = nil) {
    self.outcome = outcome
    self.message = message
    self.nextAt = nextAt
    self.movedTo = movedTo
  }
}

/// What one visit brought of one entry.
public struct EntryHarvest: Hashable, Sendable {
  /// Where an article's words were taken from.
  public enum ArticleSource: String, Sendable, Codable {
    case feed, page
  }

  public let entry: Entry
  /// The permalink in a form that is equal for all its spellings.
  public let link: String?
  /// Hash of the body in which the feed carries the entry.
  public let responseHash: ContentHash?
  /// `nil` if it was not read this time: what is stored stays.
  public let article: Article?
  public let articleSource: ArticleSource
  /// Hash of the body out of which ``article`` was read.
  public let articleResponseHash: ContentHash?
  /// The whole discussion as known now; `nil` if it was not read this time.
  public let discussion: Discussion?

  public init(
    entry: Entry, link: String? = nil, responseHash: ContentHash? = nil, article: Article? = nil,
    articleSource: ArticleSource = .feed, articleResponseHash: ContentHash? = nil,
    discussion: Discussion? = nil
  ) {
    self.entry = entry
    self.link = link
    self.responseHash = responseHash
    self.article = article
    self.articleSource = articleSource
    self.articleResponseHash = articleResponseHash
    self.discussion = discussion
  }
}

/// What is known of an address that was fetched.
public struct DocumentState: Hashable, Sendable {
  public let url: String
  /// `ETag`, verbatim.
  public let etag: String?
  /// `Last-Modified`, verbatim.
  public let lastModified: String?
  /// SHA-256 of the body.
  public let hash: ContentHash?

  public init(url: String, etag: String?, lastModified: String?, hash: ContentHash?) {
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
    self.hash = hash
  }
}

/// How many of a harvest's entries and comments were not in the store before.
public struct HarvestCount: Hashable, Sendable {
  public let newEntries: Int
  public let newComments: Int

  public init(newEntries: Int, newComments: Int) {
    self.newEntries = newEntries
    self.newComments = newComments
  }
}

/// An entry with what is stored of it.
public struct StoredEntry: Hashable, Sendable {
  public let entry: Entry
  /// The entry's own date, else when it was first seen.
  public let date: Instant
  /// The permalink in a form that is equal for all its spellings.
  public let link: String?
  /// Hash of the body in which the feed last carried it.
  public let responseHash: ContentHash?
  public let article: Article?
  /// Where ``article`` was taken from.
  public let articleSource: EntryHarvest.ArticleSource?
  public let discussion: Discussion?
  /// When ``discussion`` was last asked for.
  public let discussionReadAt: Instant?

  public init(
    entry: Entry, date: Instant, link: String? = nil, responseHash: ContentHash? = nil,
    article: Article? = nil,
    articleSource: EntryHarvest.ArticleSource? = nil, discussion: Discussion? = nil,
    discussionReadAt: Instant? = nil
  ) {
    self.entry = entry
    self.date = date
    self.link = link
    self.responseHash = responseHash
    self.article = article
    self.articleSource = articleSource
    self.discussion = discussion
    self.discussionReadAt = discussionReadAt
  }
}
