public import Model

/// What `digest comments rank` prints: the comments that an editor would show, best first.
public struct CommentRankReport: Hashable, Sendable, Codable {
  public let picks: [Pick]

  public struct Pick: Hashable, Sendable, Codable {
    public let id: String
    public let score: Double
    /// In words, weightiest first.
    public let reasons: [String]
  }

  /// `votes` are those of which both sides are known.
  public init(_ discussion: Discussion, article: Article?, votes: [Comment.ID: CommentVotes] = [:]) {
    picks = CommentRanker().rank(discussion, article: article, votes: votes).filter(\.isShowable).map {
      Pick(id: $0.id.rawValue, score: $0.score, reasons: inWords($0.reasons))
    }
  }

  public init(_ input: CommentRankInput) {
    self.init(input.discussion, article: input.article, votes: input.votes)
  }
}

/// What `digest comments rank` reads: an article and its comments as one JSON object.
///
/// Ids may be strings or whole numbers, votes a number or `{"up": 3, "down": 1}`; everything but the
/// comments' ids and texts may be missing.
public struct CommentRankInput: Hashable, Sendable, Decodable {
  public let article: Article
  public let discussion: Discussion
  /// Votes of which both sides are known.
  public let votes: [Comment.ID: CommentVotes]

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let author = try container.decodeIfPresent(String.self, forKey: .author)
    let paragraphs = try container.decodeIfPresent([String].self, forKey: .paragraphs) ?? []
    article = Article(
      title: try container.decodeIfPresent(String.self, forKey: .title), byline: author,
      authors: author.map { [$0] } ?? [],
      language: try container.decodeIfPresent(String.self, forKey: .language),
      blocks: paragraphs.enumerated().map { Block(index: $0.offset, kind: .paragraph, text: $0.element) })
    let comments = try container.decode([InputComment].self, forKey: .comments)
    discussion = Discussion(comments: comments.map(\.comment))
    votes = Dictionary(
      comments.compactMap { entry in entry.votes.map { (entry.comment.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private enum Key: String, CodingKey {
    case title, author, language, paragraphs, comments
  }
}

private struct InputComment: Decodable {
  let comment: Comment
  let votes: CommentVotes?

  private enum Key: String, CodingKey {
    case id, parentId, author, published, text, votes, type, byArticleAuthor
  }

  private enum VoteKey: String, CodingKey {
    case up, down
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let parent = try container.decodeIfPresent(Name.self, forKey: .parentId)
    let published = try container.decodeIfPresent(String.self, forKey: .published)
    votes = InputComment.bothVotes(container)
    comment = Comment(
      id: Comment.ID(rawValue: try container.decode(Name.self, forKey: .id).text),
      parentID: parent.map { Comment.ID(rawValue: $0.text) },
      author: try container.decodeIfPresent(Name.self, forKey: .author)?.text,
      published: published.flatMap { Instant(rfc3339: $0) },
      text: try container.decode(String.self, forKey: .text),
      votes: votes?.net
        ?? (container.contains(.votes) ? try? container.decode(Int.self, forKey: .votes) : nil),
      isByArticleAuthor: try container.decodeIfPresent(Bool.self, forKey: .byArticleAuthor) ?? false,
      kind: (try container.decodeIfPresent(String.self, forKey: .type)).flatMap(Comment.Kind.init) ?? .comment
    )
  }

  /// Up and down, if both are given.
  private static func bothVotes(_ container: KeyedDecodingContainer<Key>) -> CommentVotes? {
    guard container.contains(.votes),
      let both = try? container.nestedContainer(keyedBy: VoteKey.self, forKey: .votes)
    else { return nil }
    return CommentVotes(
      up: (try? both.decode(Int.self, forKey: .up)) ?? 0,
      down: (try? both.decode(Int.self, forKey: .down)) ?? 0)
  }

  /// A string, or a number as one.
  private struct Name: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      // Most are strings, and an error costs more than a value.
      if let string = try? container.decode(String.self) {
        text = string
      } else if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }
}
