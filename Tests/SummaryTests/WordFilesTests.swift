import Testing

@testable import Summary

/// A file of words as it stands in the sources.
struct WordFileSource: Sendable, CustomTestStringConvertible {
  let language: TextLanguage
  /// Each list with its lines, remarks included.
  let lists: [(name: String, lines: [Substring])]

  var testDescription: String { language.rawValue }

  init(_ language: TextLanguage, _ bytes: [UInt8]) {
    self.language = language
    var lists: [(name: String, lines: [Substring])] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("[") {
        lists.append((String(line.dropFirst().dropLast()), []))
      } else if !lists.isEmpty {
        lists[lists.count - 1].lines.append(line)
      }
    }
    self.lists = lists
  }

  static let all = [
    WordFileSource(.english, PackageResources.words_en_txt),
    WordFileSource(.german, PackageResources.words_de_txt),
    WordFileSource(.french, PackageResources.words_fr_txt),
    WordFileSource(.spanish, PackageResources.words_es_txt),
    WordFileSource(.italian, PackageResources.words_it_txt),
    WordFileSource(.portuguese, PackageResources.words_pt_txt),
    WordFileSource(.dutch, PackageResources.words_nl_txt),
  ]
}

@Suite("Files of words")
struct WordFilesTests {
  @Test("There is a file for every language, and all are looked through together")
  func everyLanguage() {
    #expect(WordFileSource.all.map(\.language) == TextLanguage.allCases.filter { $0 != .other })
    #expect(WordFile.all.count == WordFileSource.all.count)
  }

  @Test("Every file has the same lists, each once", arguments: WordFileSource.all)
  func sameLists(file: WordFileSource) {
    let names = file.lists.map(\.name)
    #expect(Set(names) == Set(WordFileSource.all[0].lists.map(\.name)))
    #expect(Set(names).count == names.count)
  }

  @Test("A list is empty only where the file says why", arguments: WordFileSource.all)
  func reasons(file: WordFileSource) {
    for list in file.lists where !list.lines.contains(where: { !$0.hasPrefix("--") }) {
      #expect(list.lines.contains { $0.hasPrefix("-- none: ") && $0.count > 20 }, "\(list.name)")
    }
  }

  @Test("Every list that is asked for is there, and no other")
  func askedFor() {
    let cues =
      FurnitureCue.allCases.map(\.listName) + PromotionCue.allCases.map(\.listName)
      + LineEndCue.allCases.map(\.listName) + PromptCue.allCases.map(\.listName)
      + AnnouncementCue.allCases.map(\.listName) + AppealCue.allCases.map(\.listName)
      + AskingCue.allCases.map(\.listName) + RebuttalCue.allCases.map(\.listName)
      + BiographyCue.allCases.map(\.listName)
    let names = Set(WordFileSource.all[0].lists.map(\.name))
    for name in cues { #expect(names.contains(name), "\(name)") }
    let plain: Set = [
      "stop words", "abbreviations", "first person", "second person", "pronouns", "possessives",
      "address",
      "points back", "opens answer", "place phrases", "leans elsewhere", "opens conclusion",
      "not superlatives",
      "abbreviations in any text",
      "abbreviations that may end", "abbreviations that close lists", "abbreviations before numbers",
      "takes the side of", "takes the side against", "objects phrases",
    ]
    let claims = ClaimCue.allCases.flatMap { [$0.listName, $0.listName + " phrases"] }
    let sentences = SentenceCue.allCases.map { "\($0) phrases" }
    #expect(names.subtracting(plain).subtracting(cues).subtracting(claims).subtracting(sentences).isEmpty)
    #expect(plain.isSubset(of: names))
  }
}
