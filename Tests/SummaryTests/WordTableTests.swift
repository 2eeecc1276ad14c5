import Model
import Testing

@testable import Summary

@Suite("Tables of words")
struct WordTableTests {
  @Test("Every word is found again with its own value, however many there are")
  func grows() {
    var table = WordTable<Int>()
    for number in 0..<5000 { table.set(number, for: "word\(number)") }
    #expect((0..<5000).allSatisfy { number in table["word" + String(number)] == number })
    #expect(table["word5000"] == nil && table[""] == nil)
    table.set(-1, for: "word7")
    #expect(table["word7"] == -1 && table.words.count == 5000)
  }

  @Test("Words that were chosen to have one key are told apart, and cost no more than others")
  func chosenKeys() {
    var table = WordTable<Int>()
    let words = (0..<2000).map { "w\($0)" }
    for (number, word) in words.enumerated() {
      #expect(table.value(of: word, key: 77) { number } == number)
    }
    #expect(words.enumerated().allSatisfy { table[$0.element, 77] == $0.offset })
    #expect(table["other", 77] == nil)
  }

  @Test("The part before an apostrophe is known without writing it down anew")
  func bases() throws {
    let token = try #require(tokens(of: "L’homme").first)
    #expect(token.word == "l'homme" && token.base == "l" && token.hasApostrophe)
    #expect(WordSet(["l"]).containsBase(of: token) && !WordSet(["l"]).contains(token))
    let plain = try #require(tokens(of: "Häuser").first)
    #expect(plain.base == "häuser" && plain.baseKey == plain.key && !plain.hasApostrophe)
  }
}

@Suite("Texts within texts")
struct NearDuplicateTests {
  private func sets(_ texts: [String]) -> [Shingles.Set] {
    var shingles = Shingles()
    return texts.map { shingles.set(of: tokens(of: $0)) }
  }

  @Test("Three words in a row are one number in every text, and count once in each")
  func numbering() {
    let found = sets(["a b c d", "b c d a b c", "a b c a b c a b c", "x y"])
    #expect(found[0] == [0, 1])
    #expect(found[1].first == 1 && found[1].contains(0) && found[1].count == 4)
    #expect(found[2].count == 3 && found[3].isEmpty)
  }

  @Test("A text is found again in the first one that holds most of it, and in no other")
  func originals() {
    let found = sets([
      "one two three four five six seven", "eight nine ten eleven twelve", "zero one two three four five six",
      "one two three four five six seven eight nine ten", "four five six eleven twelve one",
    ])
    var kept = NearDuplicates()
    #expect(kept.original(of: found[0], share: 0.6) == nil)
    kept.keep(found[0])
    #expect(kept.original(of: found[1], share: 0.6) == nil)
    kept.keep(found[1])
    for _ in 0..<2 { #expect(kept.original(of: found[2], share: 0.6) == 0) }
    #expect(kept.original(of: found[3], share: 0.6) == 0)
    #expect(kept.original(of: found[4], share: 0.6) == nil)
    #expect(kept.original(of: [], share: 0.6) == nil)
  }
}

@Suite("Openings of long texts")
struct TextOpeningTests {
  @Test(
    "The opening of a text is whole scalars, and all of a short text", arguments: ["äöü€", "a😀b", "plain"])
  func scalars(text: String) {
    for bytes in 0...text.utf8.count {
      let start = opening(of: text, bytes: bytes)
      #expect(start.utf8.count <= bytes && start.utf8.count + 3 >= bytes)
      #expect(text.unicodeScalars.starts(with: start.unicodeScalars))
    }
    #expect(opening(of: text) == text)
  }

  @Test("Of an article the first words are looked at, however it is cut into blocks")
  func article() {
    let long = String(repeating: "word ", count: 60_000)
    let blocks = (0..<3).map { Block(index: $0, kind: .paragraph, text: long) }
    #expect(openingTokens(of: Article(title: "t", blocks: blocks)).count == longestText / 5)
    let short = (0..<3).map { Block(index: $0, kind: .paragraph, text: "two words") }
    #expect(openingTokens(of: Article(title: "t", blocks: short)).count == 6)
  }
}
