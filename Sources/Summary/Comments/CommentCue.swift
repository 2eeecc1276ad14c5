/// What a comment does, as far as words give it away.
enum CommentCue: Int, CaseIterable, Hashable, Sendable {
  // What editors look for.
  case experience, outcome, disagreement
  // Promotion: one kind is a suspicion, two are proof.
  case possession, call, price, reach, offer, material, pitch
  // Condescension, likewise.
  case impersonalOne, amused, politeKnife, knewIt, groupAddress, judgedAuthor
  // What never helps.
  case insult, certainty, maxim, generic, vague, praise, thanks, meta

  static let promotion: [CommentCue] = [.possession, .call, .price, .reach, .offer, .material, .pitch]
  static let condescension: [CommentCue] = [
    .impersonalOne, .amused, .politeKnife, .knewIt, .groupAddress, .judgedAuthor,
  ]
}

/// The lists of one language.
struct CommentLexicon: Sendable {
  /// Cues that count wherever they stand.
  let anywhere: Lexicon<CommentCue>
  /// Cues that count only as the first words of a comment or sentence.
  let openings: Lexicon<CommentCue>
  /// Words of a name that is a business and no person.
  let businessNames: Lexicon<BusinessCue>

  /// `nil` for languages without lists.
  static func of(_ language: TextLanguage) -> CommentLexicon? {
    switch language {
    case .english: english
    case .german: german
    case .spanish: spanish
    default: nil
    }
  }
}

enum BusinessCue: Int, CaseIterable, Hashable, Sendable {
  case business
}
