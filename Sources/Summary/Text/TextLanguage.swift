/// A language for which there are word lists; everything else is handled by position, length and repetition
/// alone.
public enum TextLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case italian = "it"
  case portuguese = "pt"
  case dutch = "nl"
  case other = ""

  /// The language of a BCP 47 tag such as `en-GB`.
  public init(tag: String) {
    let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    self = TextLanguage(rawValue: String(primary)) ?? .other
  }

  /// What a text is written in: a clear vote of its most frequent words, else what its tag says, else
  /// English.
  ///
  /// Feeds name the language of the blog's software more often than that of the post, so the words go first.
  public init(of text: String, tag: String? = nil) {
    self.init(tokens: tokens(of: String(text.prefix(6000))), tag: tag)
  }

  /// Which languages have a word among their stop words, by their places in `allCases`.
  private static let placesByStopWord: [String: [Int]] = {
    var places: [String: [Int]] = [:]
    for (place, language) in allCases.enumerated() {
      for word in StopWords.of(language) { places[word, default: []].append(place) }
    }
    return places
  }()

  init(tokens: [Token], tag: String? = nil) {
    let sample = tokens.prefix(600)
    var counts = Array(repeating: 0, count: TextLanguage.allCases.count)
    for token in sample {
      var places = TextLanguage.placesByStopWord[token.word] ?? []
      if places.isEmpty, token.base != token.word { places = TextLanguage.placesByStopWord[token.base] ?? [] }
      for place in places { counts[place] += 1 }
    }
    var votes = zip(TextLanguage.allCases, counts).map { (language: $0, count: $1) }
    votes.sort { $0.count > $1.count }
    if sample.count >= 12, votes[0].count * 5 >= sample.count, votes[0].count * 4 >= votes[1].count * 5 {
      self = votes[0].language
    } else if let tag, !tag.isEmpty {
      self = TextLanguage(tag: tag)
    } else {
      self = sample.count < 12 || votes[0].count * 5 >= sample.count ? .english : .other
    }
  }
}
