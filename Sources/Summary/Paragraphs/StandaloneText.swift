import Model

/// What a sentence leans on.
enum PointerCue: Int, CaseIterable, Hashable, Sendable {
  /// Opens with a word that points back: "but", "this", "he", "each of those".
  case pointer
  /// Opens on a text that the reader has not seen: "I read an article today".
  case elsewhere
}

/// Whether words make sense without what stood before them.
struct StandaloneText {
  private let lexicon: Lexicon<PointerCue>?

  init(language: TextLanguage) {
    lexicon =
      switch language {
      case .english: StandaloneText.english
      case .german: StandaloneText.german
      case .spanish: StandaloneText.spanish
      case .other: nil
      }
  }

  func pointsBack(_ tokens: ArraySlice<Token>) -> Bool {
    lexicon?.opens(tokens, with: .pointer) ?? false
  }

  /// Whether a cut directly before these words would leave the reader guessing: they point back, or name
  /// somebody or something only by a pronoun within their first words.
  func needsContext(_ tokens: ArraySlice<Token>) -> Bool {
    pointsBack(tokens) || tokens.prefix(7).contains { Self.pronouns.contains($0.base) }
      || tokens.prefix(3).contains { Self.possessives.contains($0.base) }
  }

  func leansElsewhere(_ tokens: ArraySlice<Token>) -> Bool {
    lexicon?.opens(tokens, with: .elsewhere) ?? false
  }

  private static let pronouns = words(
    "he him she they them theirs hers this these those er ihn ihm dieser dieses diesem él ella ellos ellas")

  /// Later in a sentence they mostly belong to somebody in it.
  private static let possessives = words("his her their its dessen deren seine ihre su sus")

  private static let english = Lexicon<PointerCue>([
    (
      .pointer,
      """
      but / however / yet / and / or / nor / so / then / thus / hence / therefore / instead / still / also
      too / otherwise / this / that / these / those / he / she / it / they / him / her / his / hers / its
      their / theirs / them / such / meanwhile / moreover / furthermore / additionally / besides / another
      nevertheless / nonetheless / likewise / similarly / conversely / accordingly / consequently
      neither / the former|latter|other|others / for example|instance / in other words / in fact
      in addition / in contrast / by contrast / in turn / in short / in response / in that
      on the other hand / on the contrary / of course / after all / even so / that said / as a result|such
      at that / at the same time / for this|that|these|those / because of this|that / with that|this
      to that|this end
      each|some|all|most|many|none|neither|both|one|any|half of this|that|these|those|them / rather / not
      which / who / second|secondly|third|thirdly|fourth|finally|lastly|next / similarly / ditto / same
      the same / here / there he|she|it|they / afterwards / later / again
      despite|beyond|like|unlike|given this|that|these|those / if so|not
      """
    ),
    (
      .elsewhere,
      """
      i|we ...2 read|reading|saw|watched|heard|came|stumbled ...3 article|post|book|story|piece
      i|we ...2 read|reading|saw|watched|heard|came|stumbled ...3 talk|podcast|video|quote|interview
      a? recent|new article|post|book|study in|from|by
      in my|our last|previous|earlier|recent article|post|column / last week|month|time i|we / yesterday
      as i|we said|mentioned|wrote|promised / in part # / this is part|the first|second|third
      """
    ),
  ])

  private static let german = Lexicon<PointerCue>([
    (
      .pointer,
      """
      aber / doch / jedoch / und / oder / also / dann / daher / deshalb / darum / deswegen / trotzdem
      dennoch / hingegen / dies / diese / dieser / dieses / diesem / diesen / das / er / sie / es / ihn
      ihm / ihr / ihre / sein / seine / solche / außerdem / zudem / ferner / dagegen / stattdessen
      ebenso / auch / so / dabei / dadurch / damit / danach / davon / dazu / hierbei / zum beispiel
      im gegenteil / mit anderen worten / jener / jene / jenes / nicht / sondern
      """
    ),
    (.elsewhere, "ich|wir ...4 artikel|beitrag|buch ...3 gelesen / gestern"),
  ])

  private static let spanish = Lexicon<PointerCue>([
    (
      .pointer,
      """
      pero / sin embargo / y / o / así / entonces / por eso / por lo tanto / además / también / esto
      esta / este / estos / estas / eso / esa / ese / él / ella / ellos / ellas / su / sus / aquel
      aquella / en cambio / no obstante / por ejemplo
      """
    ),
    (.elsewhere, "ayer"),
  ])
}
