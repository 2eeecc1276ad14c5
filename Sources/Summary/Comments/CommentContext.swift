import Model

/// A discussion with everything that is computed once: words, who answers whom, what the article says.
final class CommentContext: Sendable {
  /// Without what they quote of others.
  let comments: [Comment]
  /// The run of each comment's own words from which is printed.
  let printable: [TextRange]
  /// The article's language.
  let language: TextLanguage
  let lexicon: CommentLexicon?
  /// Stems of the article's topic words.
  let articleStems: Set<String>
  /// How the article is written; comments are held against it.
  let articleStyle: WritingStyle
  /// Stems of each comment's topic words.
  let stems: [[String]]
  let tokens: [[Token]]
  /// The sentences of each comment, as places in its tokens; empty for one without a word.
  let sentences: [[Range<Int>]]
  let shingles: [Shingles.Set]
  /// The article's shingles are the numbers below it.
  let articleShingleCount: Int
  /// Place of the comment that each one answers.
  let parents: [Int?]
  /// Places of the answers to each comment, in order.
  let replies: [[Int]]
  let isByAuthor: [Bool]
  private let people: [String]
  let votes: [CommentVotes?]

  /// `votes`: up and down, where more is known than their difference.
  init(_ discussion: Discussion, article: Article?, votes: [Comment.ID: CommentVotes] = [:]) {
    comments = discussion.comments.map(\.inOwnWords)
    printable = discussion.comments.map { OwnWords($0.text).longest }
    self.votes = comments.map { votes[$0.id] ?? $0.votes.map(CommentVotes.init(net:)) }
    let articleTokens = CommentContext.articleTokens(article)
    let texts = comments.map { ScalarText(opening(of: $0.text)) }
    let own = texts.map { Summary.tokens(of: $0) }
    let sample = articleTokens.isEmpty ? Array(own.lazy.flatMap { $0 }.prefix(600)) : articleTokens
    language = TextLanguage(tokens: sample, tag: article?.language)
    let language = language
    lexicon = CommentLexicon.of(language)
    sentences = zip(texts, own).map { text, words in
      wordBounds(of: SentenceSplitter(text: text, language: language).ranges(), in: words)
    }
    var stemmer = TopicStemmer(language)
    articleStems = Set(stemmer.stems(of: articleTokens))
    stems = own.map { stemmer.stems(of: $0) }
    articleStyle = WritingStyle(article?.body.map { opening(of: $0.text) } ?? [], language: language)
    var numbering = Shingles()
    articleShingleCount = numbering.set(of: articleTokens).count
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
    let folded = comments.map { foldedName($0.author ?? "") }
    isByAuthor = zip(comments, folded).map { $0.isByArticleAuthor || names.contains($1) }
    people = zip(comments, folded).map { $1.isEmpty ? "#" + $0.id.rawValue : $1 }
  }

  /// Whether the article says enough to compare comments with it.
  var knowsArticle: Bool { articleStems.count >= 12 }

  func isQuestion(_ place: Int) -> Bool { comments[place].text.unicodeScalars.contains("?") }

  /// Who wrote it; somebody without a name is nobody else.
  func person(_ place: Int) -> String { people[place] }

  /// Whether the words of a comment leave no doubt that it is written in another language than the article.
  func isInOtherLanguage(_ place: Int) -> Bool {
    let words = tokens[place]
    guard language != .other, words.count >= 12 else { return false }
    return TextLanguage(tokens: words, tag: language.rawValue) != language
  }

  private static func articleTokens(_ article: Article?) -> [Token] {
    guard let article else { return [] }
    return Summary.tokens(of: article.title ?? "") + openingTokens(of: article)
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
