/// A reader's comment. It never carries an e-mail address, an IP address, or an avatar or hash made from one.
public struct Comment: Hashable, Sendable, Codable, Identifiable {
  /// As the source names it; within one discussion unique.
  public struct ID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public enum Kind: String, Sendable, Codable {
    case comment, pingback, trackback
    /// What a program says in a comment's place: that one was deleted, that somebody liked the article.
    case notice
  }

  public let id: ID
  /// The comment that this one answers; `nil` at the top level.
  public let parentID: ID?
  /// True if no markup said whom this answers and the parent was concluded from order, dates or wording.
  public let isParentInferred: Bool
  /// Name as shown.
  public let author: String?
  public let authorURL: String?
  public let published: Instant?
  /// Plain text; paragraphs parted by blank lines. Lines that begin with ">" quote somebody else, as in mail.
  public let text: String
  /// Up-votes minus down-votes, where the source shows any.
  public let votes: Int?
  public let permalink: String?
  /// True if markup or name says that the article's author wrote it.
  public let isByArticleAuthor: Bool
  public let kind: Kind

  public init(
    id: ID, parentID: ID? = nil, isParentInferred: Bool = false, author: String? = nil,
    authorURL: String? = nil, published: Instant? = nil, text: String, votes: Int? = nil,
    permalink: String? = nil, isByArticleAuthor: Bool = false, kind: Kind = .comment
  ) {
    self.id = id
    self.parentID = parentID
    self.isParentInferred = isParentInferred
    self.author = author
    self.authorURL = authorURL
    self.published = published
    self.text = text
    self.votes = votes
    self.permalink = permalink
    self.isByArticleAuthor = isByArticleAuthor
    self.kind = kind
  }
}

/// The conversation below an article.
public struct Discussion: Hashable, Sendable, Codable {
  /// In the order of the source: oldest first where dates say so, a reply after what it answers.
  public let comments: [Comment]
  /// Page on which to read and join it.
  public let url: String?
  /// How many comments the source says there are; by WordPress' habit pingbacks are counted too.
  public let statedCount: Int?

  public init(comments: [Comment], url: String? = nil, statedCount: Int? = nil) {
    self.comments = comments
    self.url = url
    self.statedCount = statedCount
  }

  /// What people wrote: everything but pingbacks and trackbacks.
  public var readersComments: [Comment] { comments.filter { $0.kind == .comment } }

  public static let empty = Discussion(comments: [])
}
