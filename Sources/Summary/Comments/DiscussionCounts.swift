public import Model

/// How lively a discussion is.
public struct DiscussionCounts: Hashable, Sendable {
  /// Comments by people, replies included; notices that other pages link here are none.
  public let comments: Int
  /// Different names among them; those without a name count as one.
  public let people: Int
  /// Remarks by the article's author.
  public let authorReplies: Int

  public init(_ discussion: Discussion, article: Article?) {
    let names = Set(((article?.authors ?? []) + [article?.byline ?? ""]).map(foldedName)).subtracting([""])
    var people: Set<String> = []
    var comments = 0
    var authorReplies = 0
    for comment in discussion.comments where !isPingback(comment) {
      let name = foldedName(comment.author ?? "")
      comments += 1
      people.insert(name)
      if comment.isByArticleAuthor || names.contains(name) { authorReplies += 1 }
    }
    self.comments = comments
    self.people = people.count
    self.authorReplies = authorReplies
  }
}
