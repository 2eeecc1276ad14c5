import Model
import Testing

@testable import Summary

@Suite("Words")
struct WordTests {
  @Test("Words are folded: case, apostrophes and soft hyphens make no difference")
  func folding() {
    #expect(
      tokens(of: "It’s ISN'T Über\u{AD}stunden, co-op 3,5%").map(\.word)
        == ["it's", "isn't", "überstunden", "co", "op", "3", "5"])
    #expect(tokens(of: "I’m").first?.base == "i")
  }

  @Test("Ranges are those of the source's bytes")
  func ranges() {
    let text = "Größe – „gut“"
    let found = tokens(of: text).map { TextRange(start: $0.start, end: $0.end).slice(of: text) }
    #expect(found == ["Größe", "gut"])
  }

  @Test("Scripts without spaces count sign by sign")
  func unspaced() {
    #expect(tokens(of: "今日は OK").map(\.word) == ["今", "日", "は", "ok"])
  }

  @Test(
    "Forms of a word come together",
    arguments: [
      ["leader", "leaders", "leadership"],
      ["manage", "manages", "managed", "manager", "managing", "management"],
      ["try", "tries", "tried"], ["stop", "stopped", "stopping"], ["decide", "decides", "decided"],
    ])
  func stems(words: [String]) {
    #expect(Set(words.map(Stemmer.englishStem)).count == 1)
  }

  @Test("Short and foreign words keep their letters", arguments: ["sing", "bed", "über", "ring", "needs!"])
  func unstemmed(word: String) {
    #expect(Stemmer.englishStem(word) == word)
  }

  @Test("The language is that of the words, whatever the tag says")
  func language() {
    let german =
      "Wir haben das Problem nicht gelöst, weil die Leute es nicht sehen wollten und wir auch nicht."
    #expect(TextLanguage(of: german, tag: "en-US") == .german)
    #expect(TextLanguage(of: "Kort tekst", tag: "nl") == .other)
    #expect(TextLanguage(of: "Short") == .english)
  }

  @Test("A range is sliced only at the borders of characters")
  func slicing() {
    #expect(TextRange(start: 1, end: 3).slice(of: "aéb") == "é")
    #expect(TextRange(start: 2, end: 3).slice(of: "aéb") == nil)
    #expect(TextRange(start: 3, end: 9).slice(of: "aéb") == nil)
    #expect(TextRange(start: 3, end: 2).slice(of: "aéb") == nil)
  }
}

@Suite("Lists of cues")
struct LexiconTests {
  private enum Cue: Int, CaseIterable, Hashable, Sendable { case one, two }

  private let lexicon = Lexicon<Cue>([
    (
      .one,
      """
      #|two rooms / give up / must|should ...2 act / manag* / photo: / the end $ / big? house / # \
      percent
      """
    ),
    (.two, "give"),
  ])

  @Test(
    "A phrase is found in its forms",
    arguments: [
      ("We give up", 1), ("We give", 0), ("you must really now act", 1), ("you must really now not act", 0),
      ("Managers manage", 2), ("Photo : Ann", 1), ("Photo by Ann", 0), ("the end", 1), ("the end of it", 0),
      ("a house and a big house", 2), ("5 percent", 1), ("5 rooms, two rooms, no rooms", 2),
    ])
  func phrases(text: String, count: Int) {
    #expect(lexicon.counts(in: tokens(of: text))[.one] == count)
  }

  @Test("Cues are counted each for itself")
  func cues() {
    let counts = lexicon.counts(in: tokens(of: "give up, give"))
    #expect(counts[.one] == 1 && counts[.two] == 2)
    #expect(counts.kinds(of: [.one, .two]) == 2)
    #expect(lexicon.opens(tokens(of: "Give it"), with: .two))
    #expect(!lexicon.opens(tokens(of: "I give"), with: .two))
  }
}
