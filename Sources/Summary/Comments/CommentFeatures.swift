import Model

/// What lifts a comment beside its article; each between 0 and 1. `CommentFaults` holds what lowers it.
struct CommentFeatures {
  let context: CommentContext
  let place: Int
  let text: String
  let tokens: [Token]
  let count: Int
  let counts: CueCounts<CommentCue>
  let isReply: Bool
  let isQuestion: Bool
  /// The comment is written in another language than the article.
  let isInOtherLanguage: Bool
  let lexicon: CommentLexicon?
  /// What its words are.
  let classes: [WordClasses]
  /// How often somebody did something in it.
  let events: Int

  init(_ context: CommentContext, place: Int) {
    self.context = context
    self.place = place
    text = context.comments[place].text
    tokens = context.tokens[place]
    count = tokens.count
    isInOtherLanguage = context.isInOtherLanguage(place)
    lexicon =
      isInOtherLanguage ? CommentLexicon.of(TextLanguage(tokens: tokens)) : context.lexicon
    counts = lexicon?.anywhere.counts(in: tokens) ?? CueCounts()
    isReply = context.parents[place] != nil
    isQuestion = context.isQuestion(place)
    classes = lexicon?.grammar.classes(of: tokens) ?? []
    events = lexicon?.grammar.events(in: classes) ?? 0
  }

  /// Ninety words say all that a quotation can hold.
  var length: Double { min(1, binaryLogarithm(Double(1 + count)) / binaryLogarithm(91)) }

  var outcome: Double { min(1, Double(counts[.outcome]) / 3) }

  /// Something happens in every other sentence of a report, however long it is.
  var experience: Double { min(1, Double(events + counts[.experience]) / max(4, Double(count) / 20)) }

  /// Nobody did anything in it, and nobody speaks of a place of their own.
  var isWithoutEvents: Bool { events == 0 && counts[.experience] == 0 }

  /// 1 if the article's author answered with more than a courtesy.
  var authorAnswered: Double {
    context.replies[place].contains { context.isByAuthor[$0] && context.tokens[$0].count >= 20 } ? 1 : 0
  }

  var reply: Double { isReply && !isAcknowledgement ? 1 : 0 }

  /// A few words to whoever answered oneself.
  private var isAcknowledgement: Bool {
    guard count < 20, let answer = context.parents[place], let own = context.parents[answer] else {
      return false
    }
    return context.person(own) == context.person(place)
  }

  /// The lower bound of the share of readers who like it, as far as so few votes can tell.
  var votes: Double { context.votes[place]?.lowerBound ?? 0 }
}
