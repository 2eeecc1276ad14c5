/// One entry of a feed, normalised: absolute addresses, one date a kind, an identity that outlives small changes.
///
/// Made from a parsed entry by the `Feeds` module; kept by the store.
public struct Entry: Hashable, Sendable, Codable, Identifiable {
  /// Stable name: derived from the feed's own id of the entry, else its address, else its content.
  public struct ID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public let id: ID
  public let feedID: FeedSource.ID
  /// The id that the feed gave (guid, Atom id), as found.
  public let sourceID: String?
  /// Permalink: absolute http(s) address of the article's page.
  public let url: String?
  /// Plain text.
  public let title: String
  public let authors: [String]
  public let published: Instant?
  public let updated: Instant?
  public let categories: [String]
  /// BCP 47 tag.
  public let language: String?
  /// What the feed carries as full content: HTML as it came, not safe, with addresses relative to ``base``. `nil` if it
  /// carries none.
  public let contentHTML: String?
  /// What the feed carries as summary, in the same state.
  public let summaryHTML: String?
  /// Against which addresses in ``contentHTML`` and ``summaryHTML`` are resolved.
  public let base: String?
  /// Page on which people read and write comments.
  public let commentsURL: String?
  /// Feed of this entry's comments.
  public let commentsFeedURL: String?
  /// Number of comments as the feed counts them (pingbacks included, by WordPress' habit).
  public let commentCount: Int?

  public init(
    id: ID, feedID: FeedSource.ID, sourceID: String? = nil, url: String? = nil, title: String,
    authors: [String] = [], published: Instant? = nil, updated: Instant? = nil, categories: [String] = [],
    language: String? = nil, contentHTML: String? = nil, summaryHTML: String? = nil, base: String? = nil,
    commentsURL: String? = nil, commentsFeedURL: String? = nil, commentCount: Int? = nil
  ) {
    self.id = id
    self.feedID = feedID
    self.sourceID = sourceID
    self.url = url
    self.title = title
    self.authors = authors
    self.published = published
    self.updated = updated
    self.categories = categories
    self.language = language
    self.contentHTML = contentHTML
    self.summaryHTML = summaryHTML
    self.base = base
    self.commentsURL = commentsURL
    self.commentsFeedURL = commentsFeedURL
    self.commentCount = commentCount
  }

  /// The same without what the feed carries of its text.
  public var withoutText: Entry {
    Entry(
      id: id, feedID: feedID, sourceID: sourceID, url: url, title: title, authors: authors,
      published: published,
      updated: updated, categories: categories, language: language, commentsURL: commentsURL,
      commentsFeedURL: commentsFeedURL, commentCount: commentCount)
  }

  /// The same under another identity: one that it had before.
  public func identified(as id: ID) -> Entry {
    Entry(
      id: id, feedID: feedID, sourceID: sourceID, url: url, title: title, authors: authors,
      published: published,
      updated: updated, categories: categories, language: language, contentHTML: contentHTML,
      summaryHTML: summaryHTML, base: base, commentsURL: commentsURL, commentsFeedURL: commentsFeedURL,
      commentCount: commentCount)
  }

  /// The instant by which the entry belongs to a period: published, else updated.
  public var date: Instant? { published ?? updated }
}
