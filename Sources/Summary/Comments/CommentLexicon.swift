/// The lists of one language, as they stand in its file.
struct CommentLexicon: Sendable {
  /// Cues that count wherever they stand.
  let anywhere: Lexicon<CommentCue>
  /// Cues that count only as the first words of a comment or sentence.
  let openings: Lexicon<CommentCue>
  /// Words of a name that is a business and no person.
  let businessNames: Lexicon<BusinessCue>
  let grammar: CommentGrammar
  let courtesies: CommentCourtesies

  init(_ file: CommentCueFile) {
    anywhere = Lexicon(CommentCue.allCases.map { ($0, file["\($0)"]) })
    openings = Lexicon(CommentCue.allCases.map { ($0, file["open \($0)"]) })
    businessNames = Lexicon([(.business, file["business"])])
    grammar = CommentGrammar(file)
    courtesies = CommentCourtesies(file)
  }

  static func of(_ language: CommentLanguage) -> CommentLexicon {
    switch language {
    case .english: english
    case .german: german
    case .french: french
    case .spanish: spanish
    case .italian: italian
    case .portuguese: portuguese
    case .dutch: dutch
    }
  }

  // Each is read when the first comment in its language comes.
  static let english = CommentLexicon(CommentCueFile(PackageResources.en_txt))
  private static let german = CommentLexicon(CommentCueFile(PackageResources.de_txt))
  private static let french = CommentLexicon(CommentCueFile(PackageResources.fr_txt))
  private static let spanish = CommentLexicon(CommentCueFile(PackageResources.es_txt))
  private static let italian = CommentLexicon(CommentCueFile(PackageResources.it_txt))
  private static let portuguese = CommentLexicon(CommentCueFile(PackageResources.pt_txt))
  private static let dutch = CommentLexicon(CommentCueFile(PackageResources.nl_txt))
}

/// The words with which comments greet, agree and sign.
struct CommentCourtesies: Sendable {
  let greetings: Set<String>
  let closings: Set<String>
  /// The first two or three words of "I agree …".
  let agreements: Set<String>

  init(_ file: CommentCueFile) {
    greetings = words(file["greeting"])
    closings = words(file["closing"])
    agreements = Set(
      file["agreement"].split(whereSeparator: { $0 == "/" || $0 == "\n" }).map { phrase in
        phrase.split(separator: " ").joined(separator: " ")
      })
  }
}
