import Model

/// What a sentence leans on.
enum PointerCue: Int, CaseIterable, Hashable, Sendable {
  /// Opens with a word that points back: "but", "this", "he", "each of those".
  case pointer
  /// Opens on a text that the reader has not seen: "I read an article today".
  case elsewhere
  /// A sentence that answers: "Yes."
  case answer
  /// Names a place in the text: "mentioned above".
  case place
}

/// Whether words make sense without what stood before them.
struct StandaloneText {
  private let lists: WordLists?

  init(language: TextLanguage) {
    lists = WordLists.of(language)
  }

  func pointsBack(_ tokens: ArraySlice<Token>) -> Bool {
    lists?.pointers.opens(tokens, with: .pointer) ?? false
  }

  /// Whether a word that points back is among the first `count`.
  func pointsBack(_ tokens: ArraySlice<Token>, within count: Int) -> Bool {
    tokens.indices.prefix(count).contains { pointsBack(tokens[$0...]) }
  }

  /// Whether a cut directly before these words would leave the reader guessing: they point back, or name
  /// somebody or something only by a pronoun within their first words; a possessive later in a sentence mostly belongs to
  /// somebody in it.
  func needsContext(_ tokens: ArraySlice<Token>) -> Bool {
    guard let lists else { return false }
    return pointsBack(tokens) || answers(tokens)
      || tokens.prefix(7).contains { lists.pronouns.contains($0.base) }
      || tokens.prefix(3).contains { lists.possessives.contains($0.base) }
  }

  /// Whether a sentence answers a question that stands before it, or tells of something "above".
  func answers(_ tokens: ArraySlice<Token>) -> Bool {
    guard let lists else { return false }
    return lists.pointers.opens(tokens, with: .answer) || lists.pointers.counts(in: tokens)[.place] > 0
  }

  func leansElsewhere(_ tokens: ArraySlice<Token>) -> Bool {
    lists?.pointers.opens(tokens, with: .elsewhere) ?? false
  }
}
