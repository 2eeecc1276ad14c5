public import Model

/// A comment as `article extract` and `comments import` print it. What is empty is absent.
public struct CommentReport: Hashable, Sendable, Codable {
  public let id: String
  public let parentId: String?
  public let parentInferred: Bool?
  public let author: String?
  public let authorURL: String?
  public let published: String?
  public let text: String
  /// Absent: comments are kept as plain text.
  public let html: String?
  /// 1 for a comment on the article itself.
  public let depth: Int
  public let votes: Int?
  public let permalink: String?
  public let byArticleAuthor: Bool?
  /// Absent for a comment; `pingback` or `trackback`.
  public let type: String?

  public init(_ comment: Comment, depth: Int) {
    id = comment.id.rawValue
    parentId = comment.parentID?.rawValue
    parentInferred = comment.isParentInferred ? true : nil
    author = comment.author
    authorURL = comment.authorURL
    published = comment.published?.description
    text = comment.text
    html = nil
    self.depth = depth
    votes = comment.votes
    permalink = comment.permalink
    byArticleAuthor = comment.isByArticleAuthor ? true : nil
    type = comment.kind == .comment ? nil : comment.kind.rawValue
  }

  /// Reports of a discussion, in its order, in which answers stand after what they answer. Notices of deleted comments and of
  /// likes are left out.
  public static func reports(_ comments: [Comment]) -> [CommentReport] {
    var depths: [Comment.ID: Int] = [:]
    return comments.filter { $0.kind != .notice }.map { comment in
      let depth = (comment.parentID.flatMap { depths[$0] } ?? 0) + 1
      depths[comment.id] = depth
      return CommentReport(comment, depth: depth)
    }
  }
}
