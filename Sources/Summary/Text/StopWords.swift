/// Words that carry no topic, by language.
enum StopWords {
  static func of(_ language: TextLanguage) -> WordSet { WordLists.of(language)?.stopWords ?? none }

  private static let none = WordSet([])
}
