/// What a paragraph does when it states something, rather than telling or instructing.
enum ClaimCue: Int, CaseIterable, Hashable, Sendable {
  case praise, degree, abstractNoun, obligation, harm, negation, comparison, generality, quantity

  /// Weight among the claims.
  var weight: Double {
    switch self {
    case .praise, .degree, .abstractNoun, .obligation: 1
    case .harm, .negation, .comparison, .generality, .quantity: 0.5
    }
  }

  /// Name of its list in the files of words.
  var listName: String { self == .abstractNoun ? "abstract nouns" : "\(self)" }
}

enum ClaimLexicon {
  /// Counts of `cues` in `tokens`, word endings and amounts included.
  static func counts(in tokens: ArraySlice<Token>, lexicon: Lexicon<ClaimCue>, language: TextLanguage)
    -> [Double]
  {
    let found = lexicon.counts(in: tokens)
    var counts = ClaimCue.allCases.map { Double(found[$0]) }
    for (index, token) in zip(tokens.indices, tokens) {
      if language == .english {
        if token.base != token.word && token.word.hasSuffix("n't") { counts[ClaimCue.negation.rawValue] += 1 }
        if isSuperlative(token) { counts[ClaimCue.comparison.rawValue] += 1 }
        if token.word.hasSuffix("er"), token.length >= 5, index + 1 < tokens.endIndex,
          tokens[index + 1].word == "than"
        {
          counts[ClaimCue.comparison.rawValue] += 1
        }
      }
      if isAmount(token) { counts[ClaimCue.quantity.rawValue] += 1 }
    }
    return counts
  }

  private static func isSuperlative(_ token: Token) -> Bool {
    token.length >= 7 && token.word.hasSuffix("est") && !notSuperlatives.contains(token.word)
  }

  private static let notSuperlatives = Set(WordFile.english.words("not superlatives"))

  /// `$5`, `40%`: money or a share; the words for them are in the lists.
  private static func isAmount(_ token: Token) -> Bool {
    guard token.isNumber else { return false }
    return token.following == "%" || token.preceding == "$" || token.preceding == "£"
      || token.preceding == "€"
  }
}
