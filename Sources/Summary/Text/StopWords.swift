/// Words that carry no topic, by language.
enum StopWords {
  static func of(_ language: TextLanguage) -> WordSet { WordLists.of(language)?.stopWords ?? none }

  private static let none = WordSet([])
}

/// The words of a list as it stands in the source: parted by white space.
func words(_ list: String) -> Set<String> {
  Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
}
