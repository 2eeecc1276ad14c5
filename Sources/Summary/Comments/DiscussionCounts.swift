public import Model

/// How lively a discussion is.
public struct DiscussionCounts: Hashable, Sendable {
  /// Comments by people, replies included; notices that other pages link here are none.
  public let comments: Int
  /// Different names among them; those without a name count as one.
  public let people: Int
  /// Remarks by the article's author.
  public let authorReplies: Int
  /// Names, folded for comparison, of those who hold something against the article, in as many words.
  let objectors: Set<String>

  public init(_ discussion: Discussion, article: Article?) {
    let names = Set(((article?.authors ?? []) + [article?.byline ?? ""]).map(foldedName)).subtracting([""])
    var people: Set<String> = []
    var comments = 0
    var authorReplies = 0
    var objectors: Set<String> = []
    for comment in discussion.comments where !isPingback(comment) {
      let name = foldedName(comment.author ?? "")
      comments += 1
      people.insert(name)
      if comment.isByArticleAuthor || names.contains(name) {
        authorReplies += 1
      } else if !name.isEmpty, objects(comment, in: article) {
        objectors.insert(name)
      }
    }
    self.objectors = objectors
    self.comments = comments
    self.people = people.count
    self.authorReplies = authorReplies
  }
}

/// Whether a comment of some length says in words of its language that it objects.
private func objects(_ comment: Comment, in article: Article?) -> Bool {
  let words = tokens(of: opening(of: comment.inOwnWords.text))
  guard words.count >= 20,
    let lexicon = WordLists.of(TextLanguage(tokens: words, tag: article?.language))?.sides
  else { return false }
  return lexicon.counts(in: words)[.objection] > 0
}
