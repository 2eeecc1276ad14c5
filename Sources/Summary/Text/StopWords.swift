/// Words that carry no topic, by language.
enum StopWords {
  static func of(_ language: TextLanguage) -> Set<String> { WordLists.of(language)?.stopWords ?? [] }
}

/// The words of a list as it stands in the source: parted by white space.
func words(_ list: String) -> Set<String> {
  Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
}
