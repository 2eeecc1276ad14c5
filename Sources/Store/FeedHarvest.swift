public import Model

/// All that one visit to a feed brought: stored in one transaction, so that validators are never newer than the entries
/// they stand for.
public struct FeedHarvest: Hashable, Sendable {
  public let source: FeedSource
  /// Addresses that answered, with what to send along next time.
  public let documents: [DocumentState]
  /// Entries, new and known, as the feed has them now.
  public let entries: [EntryHarvest]
  /// Why the visit failed; `nil` if it did not.
  public let failure: String?

  public init(
    source: FeedSource, documents: [DocumentState] = [], entries: [EntryHarvest] = [], failure: String? = nil
  ) {
    self.source = source
    self.documents = documents
    self.entries = entries
    self.failure = failure
  }
}

/// What one visit brought of one entry.
public struct EntryHarvest: Hashable, Sendable {
  /// Where an article's words were taken from.
  public enum ArticleSource: String, Sendable, Codable {
    case feed, page
  }

  public let entry: Entry
  /// `nil` if it was not read this time: what is stored stays.
  public let article: Article?
  public let articleSource: ArticleSource
  /// The whole discussion as known now; `nil` if it was not read this time.
  public let discussion: Discussion?

  public init(
    entry: Entry, article: Article? = nil, articleSource: ArticleSource = .feed, discussion: Discussion? = nil
  ) {
    self.entry = entry
    self.article = article
    self.articleSource = articleSource
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
}

/// An entry with what is stored of it.
public struct StoredEntry: Hashable, Sendable {
  public let entry: Entry
  /// The entry's own date, else when it was first seen.
  public let date: Instant
  public let article: Article?
  /// Where ``article`` was taken from.
  public let articleSource: EntryHarvest.ArticleSource?
  public let discussion: Discussion?
}
