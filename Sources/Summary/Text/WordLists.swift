/// What is known of one language: which words carry no topic, which lean on what stands before, which claim something.
///
/// The lists are short and general on purpose, so that no text is judged by a phrase that somebody found in it.
final class WordLists: Sendable {
  let stopWords: WordSet
  /// Words whose full stop does not end a sentence.
  let abbreviations: Set<String>
  let firstPerson: WordSet
  let secondPerson: WordSet
  let pronouns: Set<String>
  let possessives: Set<String>
  /// How comments speak to somebody.
  let address: Set<String>
  let pointers: Lexicon<PointerCue>
  let claims: Lexicon<ClaimCue>
  let sentenceOpenings: Lexicon<SentenceCue>
  let sentencePhrases: Lexicon<SentenceCue>
  let sides: Lexicon<SideCue>

  init(_ file: WordFile) {
    stopWords = WordSet(file.words("stop words"))
    abbreviations = Set(file.words("abbreviations"))
    firstPerson = WordSet(file.words("first person"))
    secondPerson = WordSet(file.words("second person"))
    pronouns = Set(file.words("pronouns"))
    possessives = Set(file.words("possessives"))
    address = Set(file.words("address"))
    pointers = Lexicon([
      (.pointer, file.phrases("points back")), (.elsewhere, file.phrases("leans elsewhere")),
      (.answer, file.phrases("answers")),
    ])
    claims = Lexicon(
      ClaimCue.allCases.map { cue in
        (
          cue,
          file.words(cue.listName).joined(separator: "/") + "\n" + file.phrases(cue.listName + " phrases")
        )
      })
    sentenceOpenings = Lexicon([(.conclusion, file.phrases("opens conclusion"))])
    sides = Lexicon([
      (.praise, file.phrases("takes the side of")), (.warning, file.phrases("takes the side against")),
      (.objection, file.phrases("objects phrases")),
    ])
    sentencePhrases = Lexicon(SentenceCue.allCases.map { ($0, file.phrases("\($0) phrases")) })
  }

  /// `nil` for a language without lists.
  static func of(_ language: TextLanguage) -> WordLists? {
    switch language {
    case .english: english
    case .german: german
    case .french: french
    case .spanish: spanish
    case .italian: italian
    case .portuguese: portuguese
    case .dutch: dutch
    case .other: nil
    }
  }

  // Each is read when the first text in its language comes.
  private static let english = WordLists(.english)
  private static let german = WordLists(.german)
  private static let french = WordLists(.french)
  private static let spanish = WordLists(.spanish)
  private static let italian = WordLists(.italian)
  private static let portuguese = WordLists(.portuguese)
  private static let dutch = WordLists(.dutch)
}
