/// The languages for which there are lists of what comments give away; each is a file in `CommentCues`.
enum CommentLanguage: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case italian = "it"
  case portuguese = "pt"
  case dutch = "nl"

  /// The language of a BCP 47 tag such as `pt-BR`.
  init?(tag: String) {
    self.init(rawValue: String(tag.lowercased().prefix { $0 != "-" && $0 != "_" }))
  }

  /// What is written in `tokens`: a clear vote of the most frequent words, else what the tag says; `nil`
  /// for a language without lists. Without either it is taken for English.
  static func of(_ tokens: [Token], tag: String?) -> CommentLanguage? {
    let sample = tokens.prefix(600)
    if sample.count >= 12 {
      let votes = votes(in: sample)
      let first = votes[0]
      if first.count * 6 >= sample.count, first.count * 4 >= votes[1].count * 5 { return first.language }
      if tag?.isEmpty ?? true { return nil }
    }
    guard let tag, !tag.isEmpty else { return .english }
    return CommentLanguage(tag: tag)
  }

  /// The languages with the number of their frequent words in `tokens`, most first.
  private static func votes(in tokens: ArraySlice<Token>) -> [(language: CommentLanguage, count: Int)] {
    var counts = Array(repeating: 0, count: allCases.count)
    for token in tokens {
      guard let places = placesByWord[token.word] else { continue }
      for place in places { counts[place] += 1 }
    }
    return allCases.enumerated().map { (language: $0.element, count: counts[$0.offset]) }
      .sorted { $0.count > $1.count }
  }

  /// Words that say nothing about the topic.
  var frequentWords: Set<String> { CommentLanguage.wordsByLanguage[self] ?? [] }

  private static let wordsByLanguage: [CommentLanguage: Set<String>] = {
    var result: [CommentLanguage: Set<String>] = [:]
    for line in embeddedText(PackageResources.languages_txt).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let language = CommentLanguage(rawValue: String(parts[0])) else { continue }
      result[language] = words(String(parts[1]))
    }
    return result
  }()

  /// Which languages have a word among their frequent ones, by their place in `allCases`.
  private static let placesByWord: [String: [Int]] = {
    var result: [String: [Int]] = [:]
    for (place, language) in allCases.enumerated() {
      for word in language.frequentWords { result[word, default: []].append(place) }
    }
    return result
  }()
}

func embeddedText(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
