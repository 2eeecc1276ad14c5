import Model
import Testing

@Suite("Counting words")
struct WordCountTests {
  @Test(
    "Scripts without spaces are counted by their signs",
    arguments: [
      ("二か月で三分の一", 4), ("「日本語」の文章です。", 4), ("日本語 日本語", 4), ("ภาษาไทยไม่มีช่องว่าง", 4), ("Swiftで書く", 3),
      ("한국어 문장", 2), ("plain words, here", 3), ("«Non», dit-elle — ça va", 5), ("。、", 0), ("", 0), ("é", 1),
    ])
  func count(text: String, words: Int) {
    #expect(countWords(text) == words)
  }
}
