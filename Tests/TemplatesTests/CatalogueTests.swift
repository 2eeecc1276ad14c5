import Testing

@testable import Templates

@Suite("The fixed words of an edition, in seven languages")
struct CatalogueTests {
  static let languages = ["ar", "de", "en", "es", "fr", "he", "ja"]

  private func problems(_ name: String, _ text: String) -> [String] {
    TemplateSet.problems(in: [TemplateFile(name: name, text: text)]).map(\.description)
  }

  @Test("Each language is complete, and says everything in its own words", arguments: languages)
  func complete(language: String) throws {
    let set = try TemplateSet.builtIn()
    let wording = set.wording(for: language)
    #expect(wording.language == language)
    let english = set.wording(for: "en")
    // Punctuation, names and numbers may be the same, and words that happen to be.
    let shared = WordingKeys.required(in: "en").filter { wording($0) == english($0) }
    #expect(language == "en" || shared.count < 35, "\(shared)")
    for key in WordingKeys.counted {
      for count in 0...120 {
        let phrase = wording(key, count: count)
        #expect(!phrase.contains("{") && phrase != key, "\(phrase)")
      }
    }
  }

  @Test("A region's file holds only what it says otherwise")
  func region() throws {
    let set = try TemplateSet.builtIn()
    #expect(
      set.wording(for: "en-US")("date", ["day": "16", "month": "May", "year": "2026"]) == "May 16, 2026")
    #expect(set.wording(for: "en-US")("contents") == "In this issue")
    #expect(set.wording(for: "en-GB").language == "en")
    #expect(set.wording(for: "DE-at").language == "de")
    #expect(set.hasWording(for: "fr-CA") && !set.hasWording(for: "fi"))
    #expect(set.wording(for: "fi").language == "en")
  }

  @Test("A folder's file changes single words, and brings whole languages")
  func folder() throws {
    let own = TemplateFile(name: "strings.de.yaml", text: "contents: Der Inhalt")
    let german = try TemplateSet(files: [own]).wording(for: "de")
    #expect(german("contents") == "Der Inhalt")
    #expect(german("unsubscribe") == "Abmelden")
    let missing = problems("strings.nl.yaml", "contents: In dit nummer")
    #expect(missing.first == "strings.nl.yaml: \"aboutTime\" is missing")
    #expect(missing.contains("strings.nl.yaml: \"comments.one\" is missing"))
    #expect(missing.count == WordingKeys.required(in: "nl").count - 1)
  }

  @Test(
    "A wrong entry is told with its place",
    arguments: [
      ("contens: x", "strings.de.yaml:1:1: unknown key \"contens\" (did you mean \"contents\"?)"),
      (
        "# x\narticles.one: \"{cuont} Artikel\"",
        "strings.de.yaml:2:1: \"articles.one\": nothing fills in \"{cuont}\" (did you mean \"{count}\"?)"
      ),
      ("readOn: \"{name}\"", "strings.de.yaml:1:1: \"readOn\": nothing fills in \"{name}\""),
      ("digits: 0123", "strings.de.yaml:1:1: \"digits\": write the ten digits from nought to nine"),
    ])
  func wrong(text: String, expected: String) {
    #expect(problems("strings.de.yaml", text).first == expected)
  }

  @Test("Numbers are in the language's digits")
  func digits() throws {
    let set = try TemplateSet.builtIn()
    #expect(set.wording(for: "ar").numeral(2026) == "٢٠٢٦")
    #expect(set.wording(for: "de").numeral(-7) == "-7")
    #expect(set.wording(for: "ar")("articles", count: 11) == "١١ مقالًا")
    #expect(set.wording(for: "he")("articles", count: 2) == "שני מאמרים")
  }

  @Test(
    "Plurals follow the rules of CLDR",
    arguments: [
      (
        "ar",
        [
          0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other",
          102: "other", 103: "few", 111: "many",
        ]
      ),
      ("he", [0: "other", 1: "one", 2: "two", 3: "other", 20: "other"]),
      ("fr", [0: "one", 1: "one", 2: "other", 1_000_000: "many"]),
      ("es", [0: "other", 1: "one", 2: "other", 1_000_000: "many"]),
      ("ja", [0: "other", 1: "other", 5: "other"]),
      ("de", [0: "other", 1: "one", 2: "other"]),
    ])
  func plurals(language: String, expected: [Int: String]) {
    for (count, category) in expected {
      #expect(PluralCategory(of: count, language: language).rawValue == category, "\(count)")
      let isNeeded = PluralCategory.needed(in: language).contains { $0.rawValue == category }
      #expect(isNeeded || category == "many")
    }
  }
}
