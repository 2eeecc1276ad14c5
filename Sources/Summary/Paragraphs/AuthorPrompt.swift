public import Model

/// The author's own closing question or call for comments: printed as such, never as a key paragraph.
public struct AuthorPrompt: Hashable, Sendable {
  /// Position among the article's blocks.
  public let position: Int
  /// Just the question sentences.
  public let excerpt: ExcerptRange

  /// `nil` if the article ends without asking its readers.
  public init?(article: Article) {
    let language = articleLanguage(article)
    let candidates = AuthorPrompt.candidates(article)
    for wantsQuestion in [true, false] {
      for position in candidates {
        let block = article.blocks[position]
        let isCall = block.role == .callToAction
        let excerpt = Excerpt(text: block.text, language: language)
        guard let range = AuthorPrompt.asking(excerpt, isCall: isCall, wantsQuestion: wantsQuestion) else {
          continue
        }
        self.position = position
        self.excerpt = excerpt.range(range)
        return
      }
    }
    return nil
  }

  static let cues = Lexicon<PromptCue>(ofAllLanguages: \.listName)

  /// Calls to action in order, then the last two paragraphs of the body, last first.
  private static func candidates(_ article: Article) -> [Int] {
    let blocks = article.blocks
    let calls = blocks.indices.filter { blocks[$0].role == .callToAction && blocks[$0].kind == .paragraph }
    let body = blocks.indices.filter { blocks[$0].role == nil && blocks[$0].kind == .paragraph }
    return calls + (body.count > 2 ? body.suffix(2).reversed() : [])
  }

  /// A question of fewer words is a crumb: "For you?".
  private static let leastWords = 5

  /// The run of sentences that ask the reader, at most three and about forty words.
  private static func asking(_ excerpt: Excerpt, isCall: Bool, wantsQuestion: Bool) -> Range<Int>? {
    let sentences = excerpt.sentences.indices
    func isQuestion(_ index: Int) -> Bool {
      excerpt.sentences[index].slice(of: excerpt.text).map { Ending(of: $0).isQuestion } ?? false
    }
    func addresses(_ index: Int) -> Bool {
      AuthorPrompt.cues.counts(in: excerpt.words(of: index))[.address] > 0
    }
    func invites(_ index: Int) -> Bool {
      AuthorPrompt.cues.counts(in: excerpt.words(of: index))[.invitation] > 0
    }
    /// A word of thanks or a call after the question: no answer.
    func asksOn(_ index: Int) -> Bool {
      let words = excerpt.words(of: index)
      return words.count <= 5
        || addresses(index) && FurnitureLexicon.anywhere.counts(in: words)[.promotion] > 0
    }
    let questions = sentences.filter(isQuestion)
    if wantsQuestion {
      let words = sentences.reduce(0) { $0 + excerpt.wordCount(of: $1) }
      let isMadeOfQuestions = questions.count * 2 >= excerpt.sentences.count && words <= 90
      guard isCall || isMadeOfQuestions,
        var first = questions.first(where: { addresses($0) || invites($0) })
      else { return nil }
      if excerpt.wordCount(of: first) < leastWords, first > 0, isQuestion(first - 1) { first -= 1 }
      var end = first
      var count = 0
      while end < sentences.upperBound, isQuestion(end), end - first < 3 {
        if count + excerpt.wordCount(of: end) > 40, end > first { break }
        count += excerpt.wordCount(of: end)
        end += 1
      }
      // What the paragraph goes on to say, it says in answer; only an invitation is none.
      let isAnswered = sentences.contains { $0 >= end && !isQuestion($0) && !invites($0) && !asksOn($0) }
      guard count >= leastWords, !isAnswered || (first..<sentences.upperBound).contains(where: invites) else {
        return nil
      }
      return first..<end
    }
    guard isCall, let first = sentences.first(where: invites), excerpt.wordCount(of: first) <= 40 else {
      return nil
    }
    return first..<first + 1
  }
}

/// What an author who asks the readers says.
enum PromptCue: Int, CaseIterable, Hashable, Sendable {
  case address, invitation

  /// Name of its list in the files of words.
  var listName: String { "\(self) phrases" }
}
