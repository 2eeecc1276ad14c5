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

  init(tokens: [Token], tag: String? = nil) {
    let sample = tokens.prefix(600)
    var votes: [(language: TextLanguage, count: Int)] = []
    for language in TextLanguage.allCases where language != .other {
      let list = StopWords.of(language)
      votes.append((language, sample.count { list.contains($0.word) || list.contains($0.base) }))
    }
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
