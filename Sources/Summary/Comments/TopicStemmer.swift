/// Topic words of an article and its comments, forms of one word brought together.
struct TopicStemmer {
  private let language: CommentLanguage?
  private let silent: Set<String>

  init(language: CommentLanguage?) {
    self.language = language
    silent = language?.frequentWords ?? []
  }

  func stems(of tokens: [Token]) -> [String] {
    if language == .english { return topicStems(tokens, .english) }
    let textLanguage = TextLanguage(tag: language?.rawValue ?? "")
    let stopWords = StopWords.of(textLanguage)
    return tokens.compactMap { token in
      guard token.length > 2, !silent.contains(token.word), !stopWords.contains(token.word) else {
        return nil
      }
      // Where there is no stemmer, the beginning of a word is its topic: "arbeiten", "Arbeit".
      return String(token.base.prefix(6))
    }
  }
}
