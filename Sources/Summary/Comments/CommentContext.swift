import Model

/// A discussion with everything that is computed once: words, who answers whom, what the article says.
struct CommentContext {
  let comments: [Comment]
  /// The article's language; `nil` if there are no lists for it.
  let language: CommentLanguage?
  /// The same for sentences and stems, for which there may be fewer lists.
  let textLanguage: TextLanguage
  let lexicon: CommentLexicon?
  /// Stems of the article's topic words.
  let articleStems: Set<String>
  /// How the article is written; comments are held against it.
  let articleStyle: WritingStyle
  /// Stems of each comment's topic words.
  let stems: [[String]]
  let tokens: [[Token]]
  let shingles: [Shingles.Set]
  let articleShingles: Shingles.Set
  /// Place of the comment that each one answers.
  let parents: [Int?]
  /// Places of the answers to each comment, in order.
  let replies: [[Int]]
  let isByAuthor: [Bool]
  let votes: [CommentVotes?]

  /// `votes`: up and down, where more is known than their difference.
  init(_ discussion: Discussion, article: Article?, votes: [Comment.ID: CommentVotes] = [:]) {
    comments = discussion.comments
    self.votes = comments.map { votes[$0.id] ?? $0.votes.map(CommentVotes.init(net:)) }
    let articleTokens = CommentContext.articleTokens(article)
    let own = comments.map { Summary.tokens(of: $0.text) }
    let sample = articleTokens.isEmpty ? Array(own.lazy.flatMap { $0 }.prefix(600)) : articleTokens
    language = CommentLanguage.of(sample, tag: article?.language)
    textLanguage = TextLanguage(tag: language?.rawValue ?? "")
    lexicon = language.map(CommentLexicon.of)
    var stemmer = TopicStemmer(language: language)
    articleStems = Set(stemmer.stems(of: articleTokens))
    stems = own.map { stemmer.stems(of: $0) }
    articleStyle = WritingStyle(article?.body.map(\.text) ?? [], language: textLanguage)
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

  /// Who wrote it; somebody without a name is nobody else.
  func person(_ place: Int) -> String {
    let comment = comments[place]
    let name = foldedName(comment.author ?? "")
    return name.isEmpty ? "#" + comment.id.rawValue : name
  }

  /// Whether the words of a comment leave no doubt that it is written in another language than the article.
  func isInOtherLanguage(_ place: Int) -> Bool {
    let words = tokens[place]
    guard let language, words.count >= 12 else { return false }
    return CommentLanguage.of(words, tag: language.rawValue) != language
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
