public import Model

/// What the ranking says about one comment.
public struct RankedComment: Hashable, Sendable {
  /// Place in the discussion.
  public let place: Int
  public let id: Comment.ID
  public let score: Double
  /// The terms of the score, in fixed order; terms that add nothing are left out.
  public let reasons: [Reason]
  /// True if an editor would print it.
  public let isShowable: Bool
  /// Why it would not be printed; for one that would be, what speaks for it.
  public let rule: String
}

/// Finds the comments that an editor would print, without votes: what happened to somebody, what changed,
/// what the article left out, and what its author answered; promotion, contempt, echo and mere praise sink.
public struct CommentRanker: Sendable {
  /// What an editor weighs otherwise, by name.
  private let given: [String: Double]
  /// Comments below it are not shown: fewer is right where fewer deserve it.
  private let floor: Double

  public static let standardFloor = 1.5

  /// - Parameter given: what an editor weighs otherwise, by the names of the terms.
  public init(weights given: [String: Double] = [:], floor: Double = CommentRanker.standardFloor) {
    self.given = given
    self.floor = floor
  }

  /// All comments, best first. Equal ones in the order of the discussion; remarks by the article's author
  /// and pingbacks come last and are never showable by themselves.
  ///
  /// `votes` are those of which both sides are known; elsewhere their difference counts.
  public func rank(
    _ discussion: Discussion, article: Article?, votes: [Comment.ID: CommentVotes] = [:]
  ) -> [RankedComment] {
    rank(CommentContext(discussion, article: article, votes: votes))
  }

  func rank(_ context: CommentContext) -> [RankedComment] {
    let family = LanguageFamily(context.textLanguage, tokens: context.tokens.lazy.joined())
    let weights = CommentWeights(given, family: family)
    var scored = context.comments.indices.map { place in
      let terms =
        context.knowsArticle
        ? terms(CommentFeatures(context, place: place), weights)
        : PlainCommentScore(context, place: place).terms
      return Scored(place: place, terms: terms.filter { $0.contribution != 0 })
    }
    scored.sort { ($0.score, $1.place) > ($1.score, $0.place) }
    var kept = NearDuplicates()
    var people: Set<String> = []
    var ranked: [RankedComment] = []
    for var entry in scored where !isExcluded(context, entry.place) {
      let shingles = context.shingles[entry.place]
      let isCopy = kept.original(of: shingles, share: 0.6) != nil
      if isCopy {
        entry.terms.append(
          Reason(feature: "duplicate", contribution: weights.excluded, words: "says the same as a better one")
        )
      } else {
        kept.keep(shingles)
      }
      if !people.insert(context.person(entry.place)).inserted, context.knowsArticle {
        entry.terms.append(
          Reason(feature: "again", contribution: weights.again, words: "a second word of the same person"))
      }
      ranked.append(verdict(entry, isCopy: isCopy, context))
    }
    ranked.sort { ($0.score, $1.place) > ($1.score, $0.place) }
    let excluded = scored.filter { isExcluded(context, $0.place) }.sorted { $0.place < $1.place }
    return ranked + excluded.map { exclusion($0, context, weights) }
  }

  private func terms(_ features: CommentFeatures, _ weights: CommentWeights) -> [Reason] {
    let faults = CommentFaults(features)
    func term(_ name: String, _ weight: Double, _ value: Double, _ words: String) -> Reason {
      Reason(feature: name, contribution: weight * value, words: words)
    }
    return [
      term("length", weights.length, features.length, "has something to say"),
      term("outcome", weights.outcome, features.outcome, "reports what came of it"),
      term("authorAnswered", weights.authorAnswered, features.authorAnswered, "the author answered"),
      term("experience", weights.experience, features.experience, "speaks from experience"),
      term("reply", weights.reply, features.reply, "answers another comment"),
      term("votes", weights.votes, features.votes, "readers voted for it"),
      term("promotion", weights.promotion, faults.promotion, "sounds like promotion"),
      term("condescension", weights.condescension, faults.condescension, "looks down on somebody"),
      term("echo", weights.echo, faults.echo, "repeats the article"),
      term("businessName", weights.businessName, faults.businessName, "signed by a business"),
      term("praise", weights.praise, faults.praise, "mostly praise"),
      term("thanksOnly", weights.thanksOnly, faults.thanksOnly, "only thanks or praise"),
      term("insult", weights.insult, faults.insult, "insults somebody"),
      term("certainty", weights.certainty, faults.certainty, "claims certainty without a source"),
      term("maxim", weights.maxim, faults.maxim, "a saying instead of a thought"),
      term("meta", weights.meta, faults.meta, "about the site, not the article"),
      term("tipList", weights.tipList, faults.tipList, "a list of tips"),
      term("generic", weights.generic, faults.generic, "general words"),
      term("wordy", weights.wordy, faults.wordy, "long words"),
      term("windy", weights.windy, faults.windy, "long sentences"),
      term("drift", weights.drift, faults.drift, "about something else"),
      term("rambling", weights.rambling, faults.rambling, "long with little in it"),
      term("vague", weights.vague, faults.vague, "vague"),
      term("impersonal", weights.impersonal, faults.impersonal, "nobody in it"),
      term("noReport", weights.noReport, faults.noReport, "nothing from own experience"),
      term("shout", weights.shout, faults.shout, "shouts"),
      term("thin", weights.thin, faults.thin, "very short"),
      term("offTopic", weights.offTopic, faults.offTopic, "shares no word with the article"),
      term(
        "otherLanguage", weights.otherLanguage, features.isInOtherLanguage ? 1 : 0, "in another language"),
    ]
  }

  private func isExcluded(_ context: CommentContext, _ place: Int) -> Bool {
    context.isByAuthor[place] || isPingback(context.comments[place]) || context.tokens[place].isEmpty
  }

  private func exclusion(_ entry: Scored, _ context: CommentContext, _ weights: CommentWeights)
    -> RankedComment
  {
    let comment = context.comments[entry.place]
    let rule =
      isPingback(comment)
      ? "a notice that another page links here"
      : context.isByAuthor[entry.place] ? "by the article's author: printed with what it answers" : "empty"
    let reason = Reason(
      feature: isPingback(comment) ? "pingback" : "author", contribution: weights.excluded, words: rule)
    return RankedComment(
      place: entry.place, id: comment.id, score: weights.excluded, reasons: [reason], isShowable: false,
      rule: rule)
  }

  private func verdict(_ entry: Scored, isCopy: Bool, _ context: CommentContext) -> RankedComment {
    let comment = context.comments[entry.place]
    let needed = context.knowsArticle ? floor : PlainCommentScore.floor
    let isShowable = !isCopy && entry.score >= needed
    let worst = entry.terms.filter { $0.contribution < 0 }.min { $0.contribution < $1.contribution }
    let rule =
      isShowable
      ? inWords(entry.terms).prefix(3).joined(separator: ", ") : worst?.words ?? "too little in it"
    return RankedComment(
      place: entry.place, id: comment.id, score: entry.score, reasons: entry.terms, isShowable: isShowable,
      rule: rule)
  }

  private struct Scored {
    let place: Int
    var terms: [Reason]
    var score: Double { roundedScore(terms.reduce(0) { $0 + $1.contribution }) }
  }
}

/// A notice that another page links to the article, whatever the source calls it.
func isPingback(_ comment: Comment) -> Bool {
  if comment.kind != .comment { return true }
  let text = comment.text.unicodeScalars.drop(while: \.isSpace)
  for opening in ["[...]", "[…]", "[&hellip;]", "[&#8230;]", "Pingback:", "Trackback:"]
  where text.starts(with: opening.unicodeScalars) {
    return true
  }
  return false
}
