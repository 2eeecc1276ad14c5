/// The lists of one language, as they stand in its file.
final class CommentLexicon: Sendable {
  /// Cues that count wherever they stand.
  let anywhere: Lexicon<CommentCue>
  /// Cues that count only as the first words of a comment or sentence.
  let openings: Lexicon<CommentCue>
  /// Words of a name that is a business and no person.
  let businessNames: Lexicon<BusinessCue>
  let grammar: CommentGrammar
  let courtesies: CommentCourtesies

  init(_ file: WordFile) {
    anywhere = Lexicon(CommentCue.allCases.map { ($0, file.phrases("\($0)")) })
    openings = Lexicon(CommentCue.allCases.map { ($0, file.phrases("open \($0)")) })
    businessNames = Lexicon([(.business, file.phrases("business"))])
    grammar = CommentGrammar(file)
    courtesies = CommentCourtesies(file)
  }

  /// `nil` for a language without lists.
  static func of(_ language: TextLanguage) -> CommentLexicon? {
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

  // Each is read when the first comment in its language comes.
  static let english = CommentLexicon(WordFile(PackageResources.en_txt))
  private static let german = CommentLexicon(WordFile(PackageResources.de_txt))
  private static let french = CommentLexicon(WordFile(PackageResources.fr_txt))
  private static let spanish = CommentLexicon(WordFile(PackageResources.es_txt))
  private static let italian = CommentLexicon(WordFile(PackageResources.it_txt))
  private static let portuguese = CommentLexicon(WordFile(PackageResources.pt_txt))
  private static let dutch = CommentLexicon(WordFile(PackageResources.nl_txt))
}

/// The words with which comments greet, agree and sign.
struct CommentCourtesies: Sendable {
  let greetings: Set<String>
  let closings: Set<String>
  /// The first two or three words of "I agree …".
  let agreements: Set<String>

  init(_ file: WordFile) {
    greetings = Set(file.words("greeting"))
    closings = Set(file.words("closing"))
    agreements = Set(
      file.phrases("agreement").split(whereSeparator: { $0 == "/" || $0 == "\n" }).map { phrase in
        phrase.split(separator: " ").joined(separator: " ")
      })
  }
}
