/// Languages whose texts may be weighed alike, if otherwise than the rest.
enum LanguageFamily: Hashable, Sendable, CaseIterable {
  case germanic, romance
  /// Scripts that write without spaces, whatever the language.
  case unspaced
  case other

  /// The family of a text in `language` of which `tokens` are the beginning.
  init(_ language: TextLanguage, tokens: some Sequence<Token>) {
    switch language {
    case .english, .german, .dutch: self = .germanic
    case .french, .spanish, .italian, .portuguese: self = .romance
    case .other:
      var signs = 0
      var words = 0
      for token in tokens.prefix(200) { if token.isUnspacedSign { signs += 1 } else { words += 1 } }
      self = signs > words ? .unspaced : .other
    }
  }
}
