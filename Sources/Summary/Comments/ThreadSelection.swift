public import Model

/// How much of a discussion may be printed.
public struct ThreadLimits: Hashable, Sendable {
  public let most: Int
  /// Words of a comment.
  public let words: Int
  /// Words of what stands around it: its parent, the answer to it.
  public let answerWords: Int
  /// An answer of the article's author is printed if this many words are left of it without courtesies.
  public let leastAnswerWords: Int

  public init(most: Int = 2, words: Int = 90, answerWords: Int = 60, leastAnswerWords: Int = 12) {
    self.most = most
    self.words = words
    self.answerWords = answerWords
    self.leastAnswerWords = leastAnswerWords
  }
}

/// A comment worth reading with what belongs to it, first to last.
public struct ThreadPick: Hashable, Sendable {
  public let comments: [Part]
  public let score: Double
  public let reasons: [Reason]

  /// One comment of the thread as it is to be printed.
  public struct Part: Hashable, Sendable {
    /// Place in the discussion.
    public let place: Int
    /// 0 for the thread's first comment.
    public let depth: Int
    /// Place of the comment that it answers, if that is known.
    public let answers: Int?
    public let excerpt: ExcerptRange
    public let isByArticleAuthor: Bool
  }
}

/// What became of one comment, in words for the editor.
public struct CommentVerdict: Hashable, Sendable {
  public let place: Int
  public let isPicked: Bool
  public let rule: String
  public let score: Double?
  public let reasons: [Reason]
}

/// The exchanges of a discussion that are worth printing.
///
/// A comment stands with the best answer to it: the article's author's first, if it says something, else
/// the best of a reader. A reply stands with the comment that it answers. Nobody gets two threads.
public struct ThreadSelection: Hashable, Sendable {
  /// Best first; empty if no comment deserves it.
  public let picks: [ThreadPick]
  /// One a comment, best first.
  public let verdicts: [CommentVerdict]

  public init(
    discussion: Discussion, article: Article?, ranker: CommentRanker = CommentRanker(),
    limits: ThreadLimits = ThreadLimits()
  ) {
    // Most articles have no comments.
    guard !discussion.comments.isEmpty else {
      picks = []
      verdicts = []
      return
    }
    let context = CommentContext(discussion, article: article)
    var choice = ThreadChoice(context: context, ranked: ranker.rank(context), limits: limits)
    choice.choose()
    picks = choice.picks
    verdicts = choice.verdicts()
  }
}

private struct ThreadChoice {
  let context: CommentContext
  let ranked: [RankedComment]
  let limits: ThreadLimits
  var picks: [ThreadPick] = []
  private let byPlace: [Int: RankedComment]
  private var rules: [Int: String] = [:]
  private var printed: Set<Int> = []
  private var people: Set<String> = []

  /// A comment below it is not printed even if somebody answered it well.
  private static let leastParentScore = -5.0
  /// What the author's answer adds to a thread, beside what it says of the comment.
  private static let exchange = 1.0

  init(context: CommentContext, ranked: [RankedComment], limits: ThreadLimits) {
    self.context = context
    self.ranked = ranked
    self.limits = limits
    byPlace = Dictionary(ranked.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func choose() {
    for comment in inOrderOfExchanges where comment.isShowable && !printed.contains(comment.place) {
      if picks.count >= limits.most {
        rules[comment.place] = "lower score than the threads that are printed"
      } else if people.contains(context.person(comment.place)) {
        rules[comment.place] = "its writer is in another thread already"
      } else {
        take(comment)
      }
    }
  }

  /// What is printed is an exchange: the author's answer makes it worth more than the comment alone.
  private var inOrderOfExchanges: [RankedComment] {
    let values = ranked.map { comment in
      let isAnswered = comment.reasons.contains { $0.feature == "authorAnswered" && $0.contribution > 0 }
      return (comment: comment, value: comment.score + (isAnswered ? Self.exchange : 0))
    }
    return values.enumerated()
      .sorted { ($0.element.value, $1.offset) > ($1.element.value, $0.offset) }
      .map(\.element.comment)
  }

  private mutating func take(_ comment: RankedComment) {
    var parts: [ThreadPick.Part] = []
    for place in lead(to: comment.place) {
      guard !printed.contains(place), mayStandFirst(place),
        let part = part(place, depth: parts.count, limit: limits.answerWords)
      else {
        rules[comment.place] = "answers a comment that is not printed here"
        return
      }
      parts.append(part)
    }
    guard let main = part(comment.place, depth: parts.count, limit: limits.words) else { return }
    parts.append(main)
    if let answer = answer(to: comment.place, depth: parts.count) { parts.append(answer) }
    for part in parts {
      printed.insert(part.place)
      if !part.isByArticleAuthor { people.insert(context.person(part.place)) }
      if part.place != comment.place {
        rules[part.place] =
          part.depth < main.depth ? "printed with the answer to it" : "printed with what it answers"
      }
    }
    rules[comment.place] = comment.rule
    picks.append(ThreadPick(comments: parts, score: comment.score, reasons: comment.reasons))
  }

  /// What the comment answers; if that is the article's author, also what the author answered: an author's
  /// reply never stands first unless it stands at the top.
  private func lead(to place: Int) -> [Int] {
    guard let parent = context.parents[place] else { return [] }
    guard context.isByAuthor[parent], let first = context.parents[parent], first != place else {
      return [parent]
    }
    return [first, parent]
  }

  private func mayStandFirst(_ place: Int) -> Bool {
    let comment = context.comments[place]
    guard !isPingback(comment), !context.tokens[place].isEmpty else { return false }
    return context.isByAuthor[place] || (byPlace[place]?.score ?? 0) > Self.leastParentScore
  }

  private func part(_ place: Int, depth: Int, limit: Int) -> ThreadPick.Part? {
    guard let excerpt = CommentExcerpter(context, place: place, limit: limit).range() else { return nil }
    return ThreadPick.Part(
      place: place, depth: depth, answers: context.parents[place], excerpt: excerpt,
      isByArticleAuthor: context.isByAuthor[place])
  }

  private func answer(to place: Int, depth: Int) -> ThreadPick.Part? {
    let replies = context.replies[place].filter { !printed.contains($0) && !isPingback(context.comments[$0]) }
    for reply in replies where context.isByAuthor[reply] {
      guard let part = part(reply, depth: depth, limit: limits.answerWords) else { continue }
      let text = part.excerpt.range.slice(of: context.comments[reply].text) ?? ""
      if tokens(of: text).count >= limits.leastAnswerWords { return part }
    }
    let best = replies.filter { byPlace[$0]?.isShowable == true && !people.contains(context.person($0)) }
      .max { (byPlace[$0]?.score ?? 0, $1) < (byPlace[$1]?.score ?? 0, $0) }
    return best.flatMap { part($0, depth: depth, limit: limits.answerWords) }
  }

  func verdicts() -> [CommentVerdict] {
    ranked.map { comment in
      CommentVerdict(
        place: comment.place, isPicked: printed.contains(comment.place),
        rule: rules[comment.place] ?? comment.rule, score: comment.score, reasons: comment.reasons)
    }
  }
}
