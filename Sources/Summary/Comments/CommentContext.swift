import Model

/// A discussion with everything that is computed once: words, who answers whom, what the article says.
struct CommentContext {
  let comments: [Comment]
  let language: TextLanguage
  let lexicon: CommentLexicon?
  /// Stems of the article's topic words.
  let articleStems: Set<String>
  let tokens: [[Token]]
  let shingles: [Shingles.Set]
  let articleShingles: Shingles.Set
  /// Place of the comment that each one answers.
  let parents: [Int?]
  /// Places of the answers to each comment, in order.
  let replies: [[Int]]
  let isByAuthor: [Bool]

  init(_ discussion: Discussion, article: Article?) {
    comments = discussion.comments
    let articleTokens = CommentContext.articleTokens(article)
    let own = comments.map { Summary.tokens(of: $0.text) }
    let sample = articleTokens.isEmpty ? Array(own.lazy.flatMap { $0 }.prefix(600)) : articleTokens
    language = TextLanguage(tokens: sample, tag: article?.language)
    lexicon = CommentLexicon.of(language)
    articleStems = Set(topicStems(articleTokens, language))
    var numbering = Shingles()
    articleShingles = numbering.set(of: articleTokens)
    shingles = own.map { numbering.set(of: $0) }
    tokens = own
    var places: [Comment.ID: Int] = [:]
    for (place, comment) in comments.enumerated() where places[comment.id] == nil {
      places[comment.id] = place
    }
    parents = comments.enumerated().map { place, comment in
      comment.parentID.flatMap { places[$0] }.flatMap { $0 == place ? nil : $0 }
    }
    var replies = Array(repeating: [Int](), count: comments.count)
    for (place, parent) in parents.enumerated() { if let parent { replies[parent].append(place) } }
    self.replies = replies
    let names = CommentContext.authorNames(article)
    isByAuthor = comments.map { comment in
      comment.isByArticleAuthor || comment.author.map { names.contains(foldedName($0)) } ?? false
    }
  }

  /// Whether the article says enough to compare comments with it.
  var knowsArticle: Bool { articleStems.count >= 12 }

  func isQuestion(_ place: Int) -> Bool { comments[place].text.unicodeScalars.contains("?") }

  /// The language of one comment, if its words leave no doubt that it is another than the article's.
  func otherLanguage(_ place: Int) -> TextLanguage? {
    let words = tokens[place]
    guard words.count >= 12 else { return nil }
    let own = TextLanguage(tokens: words, tag: language.rawValue)
    return own == language ? nil : own
  }

  private static func articleTokens(_ article: Article?) -> [Token] {
    guard let article else { return [] }
    return Summary.tokens(of: article.title ?? "") + article.body.flatMap { Summary.tokens(of: $0.text) }
  }

  private static func authorNames(_ article: Article?) -> Set<String> {
    let names = (article?.authors ?? []) + [article?.byline ?? ""]
    return Set(names.map(foldedName)).subtracting([""])
  }
}

/// A name for comparison: its words in lower case, without signs between them.
func foldedName(_ name: String) -> String {
  tokens(of: name).map(\.word).joined(separator: " ")
}
