import Model

/// What a sentence leans on.
enum PointerCue: Int, CaseIterable, Hashable, Sendable {
  /// Opens with a word that points back: "but", "this", "he", "each of those".
  case pointer
  /// Opens on a text that the reader has not seen: "I read an article today".
  case elsewhere
  /// Answers a question by itself: "yes", "exactly".
  case answer
}

/// Whether words make sense without what stood before them.
struct StandaloneText {
  private let lists: WordLists?

  init(language: TextLanguage) {
    lists = WordLists.of(language)
  }

  func pointsBack(_ tokens: ArraySlice<Token>) -> Bool {
    guard let lists else { return false }
    if lists.pointers.opens(tokens, with: .pointer) { return true }
    guard let first = tokens.first, lists.pointers.opens(tokens, with: .answer) else { return false }
    return first.following == "." || first.following == "," || first.following == "!"
  }

  /// Whether a cut directly before these words would leave the reader guessing: they point back, or name
  /// somebody or something only by a pronoun within their first words; a possessive later in a sentence mostly belongs to
  /// somebody in it.
  func needsContext(_ tokens: ArraySlice<Token>) -> Bool {
    guard let lists else { return false }
    return pointsBack(tokens) || tokens.prefix(7).contains { lists.pronouns.contains($0.base) }
      || tokens.prefix(3).contains { lists.possessives.contains($0.base) }
  }

  /// Whether a text opens with a bare "Yes." to a question that it does not hold.
  func opensWithAnswer(_ tokens: [Token]) -> Bool {
    guard let lists, let first = roughSentences(tokens).first, first.count <= 2 else { return false }
    return lists.pointers.opens(tokens, with: .answer)
  }

  func leansElsewhere(_ tokens: ArraySlice<Token>) -> Bool {
    lists?.pointers.opens(tokens, with: .elsewhere) ?? false
  }
}
