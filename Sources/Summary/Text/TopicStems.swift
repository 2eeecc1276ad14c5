import Stemming

/// The stems of the words that carry a topic.
///
/// Signs of a script that writes without spaces are taken in pairs, because one alone says as little as one letter.
func topicStems(_ tokens: [Token], _ language: TextLanguage) -> [String] {
  var stemmer = TopicStemmer(language)
  return stemmer.stems(of: tokens)
}

/// Finds topic stems in one text after the other; looks at each word once, since in a discussion the same ones come again
/// and again.
struct TopicStemmer {
  private let language: TextLanguage
  private let stopWords: WordSet
  /// `nil` for English, which has its own, and for a language without rules, whose words are taken as they are.
  private let rules: SnowballStemmer?
  private let elides: Bool
  /// The stem of each word that was met; empty for one that carries no topic.
  private var known = WordTable<String>()

  init(_ language: TextLanguage) {
    self.language = language
    stopWords = StopWords.of(language)
    rules = language == .english ? nil : SnowballStemmer(language: language.rawValue)
    elides = language == .french || language == .italian
  }

  mutating func stems(of tokens: [Token]) -> [String] {
    var stems: [String] = []
    stems.reserveCapacity(tokens.count / 2)
    for (index, token) in tokens.enumerated() {
      if token.isUnspacedSign {
        guard index + 1 < tokens.count else { continue }
        let next = tokens[index + 1]
        if next.isUnspacedSign, next.start == token.end { stems.append(token.word + next.word) }
        continue
      }
      let stem = known[token.word, token.key] ?? remembered(topicStem(of: token), of: token)
      if !stem.isEmpty { stems.append(stem) }
    }
    return stems
  }

  private mutating func remembered(_ stem: String, of token: Token) -> String {
    known.value(of: token.word, key: token.key) { stem }
  }

  private func topicStem(of token: Token) -> String {
    guard !stopWords.contains(token) else { return "" }
    guard token.hasApostrophe else {
      return token.length > 1 || token.isNumber ? shortened(token.word) : ""
    }
    // "l'uomo", "qu'elle": the word is what follows.
    let base = token.base
    let word = elides ? String(token.word.dropFirst(base.count + 1)) : base
    guard word.utf8.count > 1, !stopWords.contains(word) else { return "" }
    return shortened(word)
  }

  private func shortened(_ word: String) -> String {
    language == .english ? EnglishStemmer.stem(word) : rules?.stem(word) ?? word
  }
}
