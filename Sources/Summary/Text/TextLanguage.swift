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

  /// How many signs of a text are looked at, and how many bytes they have at most.
  private static let sampleSigns = 6000
  static let sampleBytes = 8 * sampleSigns

  /// What a text is written in: a clear vote of its most frequent words, else what its tag says, else
  /// English.
  ///
  /// Feeds name the language of the blog's software more often than that of the post, so the words go first.
  public init(of text: String, tag: String? = nil) {
    self.init(tokens: tokens(of: String(text.prefix(TextLanguage.sampleSigns))), tag: tag)
  }

  /// Which languages have a word among their stop words, by their places in `allCases`.
  private static let placesByStopWord: WordTable<[Int]> = {
    var places = WordTable<[Int]>()
    for (place, language) in allCases.enumerated() {
      for word in StopWords.of(language).words { places.set((places[word] ?? []) + [place], for: word) }
    }
    return places
  }()

  init(tokens: [Token], tag: String? = nil) {
    let sample = tokens.prefix(600)
    var counts = Array(repeating: 0, count: TextLanguage.allCases.count)
    for token in sample {
      guard
        let places = TextLanguage.placesByStopWord[token.word, token.key]
          ?? (token.hasApostrophe ? TextLanguage.placesByStopWord[token.base, token.baseKey] : nil)
      else { continue }
      for place in places { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    let first = counts.firstIndex(of: most) ?? 0
    let second = counts.indices.reduce(0) { $1 == first ? $0 : max($0, counts[$1]) }
    let isFrequent = most * 5 >= sample.count
    if sample.count >= 12, isFrequent, most * 4 >= second * 5 {
      self = TextLanguage.allCases[first]
    } else if let tag, !tag.isEmpty {
      // A text without a single common word of its language is in another one, whatever the blog says.
      let stated = TextLanguage(tag: tag)
      let place = TextLanguage.allCases.firstIndex(of: stated) ?? 0
      self = stated != .other && sample.count >= 25 && counts[place] * 50 < sample.count ? .other : stated
    } else {
      self = sample.count < 12 || isFrequent ? .english : .other
    }
  }
}
