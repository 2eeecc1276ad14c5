import Stemming
import Testing

@Suite("Stems of words")
struct SnowballStemmerTests {
  @Test(
    "The forms of a word become one",
    arguments: [
      ("en", ["manage", "managed", "managing", "manages"]), ("de", ["arbeiten", "arbeite", "arbeitend"]),
      ("fr", ["chercher", "cherchait", "cherche"]), ("es", ["trabajar", "trabajamos", "trabajaba"]),
      ("it", ["lavorare", "lavoriamo", "lavorava"]), ("pt", ["trabalhar", "trabalhamos", "trabalhava"]),
      ("nl", ["luisteren", "luister"]),
    ])
  func forms(language: String, words: [String]) throws {
    let stemmer = try #require(SnowballStemmer(language: language))
    #expect(Set(words.map(stemmer.stem)).count == 1, "\(words.map(stemmer.stem))")
  }

  @Test("Words of other things stay apart, and letters that are no ASCII are kept")
  func apart() throws {
    let english = try #require(SnowballStemmer(language: "en"))
    #expect(english.stem("news") != english.stem("new"))
    let german = try #require(SnowballStemmer(language: "de"))
    #expect(german.stem("straße") == german.stem("straßen"))
  }

  @Test("No word, and a very long one, are no trouble")
  func odd() throws {
    let english = try #require(SnowballStemmer(language: "en"))
    #expect(english.stem("").isEmpty)
    #expect(english.stem(String(repeating: "a", count: 1 << 20)).utf8.count == 1 << 20)
  }

  @Test("A language without rules has no stemmer", arguments: ["", "xx", "ja"])
  func unknown(language: String) {
    #expect(SnowballStemmer(language: language) == nil)
  }
}
