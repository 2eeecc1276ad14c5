/// Topic words of an article and its comments, forms of one word brought together.
struct TopicStemmer {
  private let language: CommentLanguage?
  private let silent: Set<String>
  /// Each word is looked at once: in a discussion the same ones come again and again.
  private var known: [String: String?] = [:]

  init(language: CommentLanguage?) {
    self.language = language
    let stopWords = StopWords.of(TextLanguage(tag: language?.rawValue ?? ""))
    silent = language == .english ? stopWords : stopWords.union(language?.frequentWords ?? [])
  }

  mutating func stems(of tokens: [Token]) -> [String] {
    tokens.compactMap { token in
      if let stem = known[token.word] { return stem }
      let stem = stem(of: token)
      known[token.word] = .some(stem)
      return stem
    }
  }

  /// `nil` for a word that carries no topic.
  private func stem(of token: Token) -> String? {
    guard !silent.contains(token.base), !silent.contains(token.word) else { return nil }
    if language == .english {
      return token.length > 1 || token.isNumber ? Stemmer.englishStem(token.base) : nil
    }
    // Where there is no stemmer, the beginning of a word is its topic: "arbeiten", "Arbeit".
    return token.length > 2 ? String(token.base.prefix(6)) : nil
  }
}
