/// Words whose full stop does not end a sentence.
///
/// Those of one language stand in its lists; these hold in every text, because names and quotations cross languages.
enum Abbreviations {
  /// Something always follows: a name, a number, an example.
  static func neverEnds(_ word: String, in language: TextLanguage) -> Bool {
    common.contains(word) || WordLists.of(language)?.abbreviations.contains(word) == true
  }

  /// May stand at the end of a sentence as well.
  static let mayEnd = WordFile.wordsOfAll("abbreviations that may end")

  /// Those of them that close a list: "etc.".
  static let closesList = WordFile.wordsOfAll("abbreviations that close lists")

  /// Abbreviations only before a number.
  static let beforeNumber = WordFile.wordsOfAll("abbreviations before numbers")

  private static let common = WordFile.wordsOfAll("abbreviations in any text")
}
