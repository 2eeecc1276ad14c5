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
    #expect(Set(words.map(EnglishStemmer.stem)).count == 1)
  }

  @Test(
    "Forms of a word come together in every language with lists",
    arguments: [
      (TextLanguage.german, ["Lösung", "Lösungen"]), (.german, ["Häuser", "Haus"]),
      (.french, ["décision", "décisions"]), (.french, ["l'entreprise", "entreprises"]),
      (.spanish, ["solución", "soluciones"]), (.spanish, ["empresa", "empresas"]),
      (.italian, ["decisione", "decisioni"]), (.italian, ["l'azienda", "aziende"]),
      (.portuguese, ["organização", "organizações"]), (.dutch, ["beslissing", "beslissingen"]),
      (.dutch, ["bedrijf", "bedrijfs"]),
    ])
  func otherStems(language: TextLanguage, forms: [String]) {
    #expect(Set(forms.flatMap { topicStems(tokens(of: $0), language) }).count == 1)
  }

  @Test("Signs of scripts without spaces are compared in pairs")
  func pairs() {
    #expect(topicStems(tokens(of: "指導者は 指導"), .other) == ["指導", "導者", "者は", "指導"])
  }

  @Test("Every language with lists has all of them", arguments: TextLanguage.allCases.filter { $0 != .other })
  func lists(language: TextLanguage) throws {
    let lists = try #require(WordLists.of(language))
    for list in [
      lists.stopWords.words, Array(lists.abbreviations), lists.firstPerson.words, lists.secondPerson.words,
      Array(lists.pronouns), Array(lists.possessives),
    ] { #expect(!list.isEmpty) }
    #expect(lists.stopWords.words.count > 90)
  }

  @Test("Short and foreign words keep their letters", arguments: ["sing", "bed", "über", "ring", "needs!"])
  func unstemmed(word: String) {
    #expect(EnglishStemmer.stem(word) == word)
  }

  @Test("The language is that of the words, whatever the tag says")
  func language() {
    let german =
      "Wir haben das Problem nicht gelöst, weil die Leute es nicht sehen wollten und wir auch nicht."
    #expect(TextLanguage(of: german, tag: "en-US") == .german)
    #expect(TextLanguage(of: "Kort tekst", tag: "nl") == .dutch)
    #expect(TextLanguage(of: "Krótki tekst", tag: "pl") == .other)
    #expect(TextLanguage(of: "Short") == .english)
  }

  @Test(
    "The words of a text tell its language",
    arguments: [
      (
        TextLanguage.french,
        "Nous avons cru que les gens ne voulaient pas parler, mais ils attendaient que quelqu'un leur demande."
      ),
      (
        .spanish,
        "Creíamos que la gente no quería hablar, pero esperaba que alguien les preguntara por su trabajo."
      ),
      (
        .italian,
        "Credevamo che la gente non volesse parlare, ma aspettava che qualcuno le chiedesse del suo lavoro."
      ),
      (
        .portuguese,
        "Pensávamos que as pessoas não queriam falar, mas elas esperavam que alguém lhes perguntasse pelo seu trabalho."
      ),
      (
        .dutch,
        "Wij dachten dat de mensen niet wilden praten, maar zij wachtten tot iemand hun iets zou vragen."
      ),
      (
        .german,
        "Wir dachten, dass die Leute nicht reden wollten, aber sie warteten nur, bis jemand sie fragte."
      ),
      (
        .english,
        "We thought that people did not want to talk, but they were waiting until somebody asked them."
      ),
    ])
  func votes(language: TextLanguage, text: String) {
    #expect(TextLanguage(of: text, tag: "xx") == language)
  }

  @Test("A range is sliced only at the borders of characters")
  func slicing() {
    #expect(TextRange(start: 1, end: 3).slice(of: "aéb") == "é")
    #expect(TextRange(start: 2, end: 3).slice(of: "aéb") == nil)
    #expect(TextRange(start: 3, end: 9).slice(of: "aéb") == nil)
    #expect(TextRange(start: 3, end: 2).slice(of: "aéb") == nil)
  }
}

@Suite("Files of lists")
struct WordFileTests {
  @Test("A line in brackets begins a list, two hyphens a remark")
  func reading() {
    let file = WordFile(text: "-- about\n[one]\na b\n-- not this\nc\n\n[two words]\ngive up / so\n")
    #expect(file.names == ["one", "two words"])
    #expect(file.words("one") == ["a", "b", "c"])
    #expect(file.phrases("two words") == "give up / so\n")
    #expect(file.words("three").isEmpty)
  }
}

@Suite("Filters of words")
struct WordFilterTests {
  @Test("A filter knows every word that was put in, and refuses most others")
  func membership() {
    var filter = WordFilter()
    let held = StopWords.of(.english).words
    for word in held { filter.insert(wordKey(word.utf8)) }
    #expect(held.allSatisfy { filter.mayContain(wordKey($0.utf8)) })
    let others = (0..<1000).map { "word\($0)" }
    #expect(others.count { filter.mayContain(wordKey($0.utf8)) } < 200)
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
