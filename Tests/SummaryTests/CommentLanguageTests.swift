import Testing

@testable import Summary

@Suite("What comments give away, by language")
struct CommentLanguageTests {
  /// Sections that every file must fill.
  private static let needed: Set<String> = [
    "first", "third", "second", "subject", "owner", "past", "silent", "greeting", "closing", "agreement",
    "business",
  ]

  private static func file(_ language: TextLanguage) -> WordFile {
    switch language {
    case .english: WordFile(PackageResources.en_txt)
    case .german: WordFile(PackageResources.de_txt)
    case .french: WordFile(PackageResources.fr_txt)
    case .spanish: WordFile(PackageResources.es_txt)
    case .italian: WordFile(PackageResources.it_txt)
    case .portuguese: WordFile(PackageResources.pt_txt)
    case .dutch: WordFile(PackageResources.nl_txt)
    case .other: WordFile(text: "")
    }
  }

  @Test(
    "Each file holds every cue and nothing that is never read",
    arguments: TextLanguage.allCases.filter { $0 != .other })
  func sections(_ language: TextLanguage) {
    let cues = CommentCue.allCases.map { "\($0)" }
    let optional: Set<String> = ["past endings", "past alone", "no past", "subject follows"]
    let known = Self.needed.union(cues).union(cues.map { "open " + $0 }).union(optional)
    let file = Self.file(language)
    #expect(file.names.subtracting(known) == [""] || file.names.isSubset(of: known))
    for name in Self.needed { #expect(!file.phrases(name).isEmpty, "\(name)") }
    // Pitches and irony are told by how a comment begins.
    for cue in CommentCue.allCases where cue != .pitch && cue != .irony {
      #expect(!file.phrases("\(cue)").isEmpty, "\(cue)")
    }
  }

  @Test(
    "A language is known by its frequent words, not by its tag",
    arguments: [
      (
        "Ich habe das bei uns nicht so gesehen, aber wenn man es auf der Station macht, dann ist es gut.",
        "de"
      ),
      ("Je ne sais pas si c'est une bonne chose pour nous, mais il faut bien que les gens se parlent.", "fr"),
      ("No sé si es una buena cosa para nosotros, pero hay que hablar con la gente de la empresa.", "es"),
      ("Non so se questa è una buona cosa per noi, ma bisogna che la gente si parli anche da noi.", "it"),
      ("Não sei se isso é uma coisa boa para nós, mas as pessoas também precisam falar com ele.", "pt"),
      ("Ik weet niet of dit een goede zaak is voor ons, maar de mensen moeten toch met elkaar praten.", "nl"),
      (
        "I do not know whether this is a good thing for us, but the people have to talk with each other.",
        "en"
      ),
    ])
  func known(text: String, language: String) {
    #expect(TextLanguage(of: text, tag: "fi").rawValue == language)
  }

  @Test("Languages without lists, and few words, are left to the tag")
  func unknown() {
    let finnish = tokens(
      of: "Tämä on hyvin kirjoitettu juttu ja olen samaa mieltä kaikesta mitä siinä sanotaan.")
    #expect(TextLanguage(tokens: finnish, tag: "fi") == .other)
    #expect(TextLanguage(tokens: finnish) == .other)
    #expect(TextLanguage(of: "Muy bueno", tag: "es-CL") == .spanish)
    #expect(TextLanguage(tokens: []) == .english)
  }

  @Test(
    "Somebody who did something is found in each language",
    arguments: TextLanguage.allCases.filter { $0 != .other })
  func events(_ language: TextLanguage) throws {
    let texts: [TextLanguage: String] = [
      .english: "My boss never asked me, so I went home.",
      .german: "Gestern haben wir es versucht, und er lachte.",
      .french: "J'ai attendu, puis elle a demandé.", .spanish: "Trabajé allí y mi jefa me preguntó.",
      .italian: "Ho aspettato e lei ha chiesto.", .portuguese: "Eu tentei e a minha chefe perguntou.",
      .dutch: "Ik heb gewacht en toen vroeg hij het.",
    ]
    let general: [TextLanguage: String] = [
      .english: "Good leaders listen.", .german: "Gute Chefs hören zu.", .french: "Les bons chefs écoutent.",
      .spanish: "Los buenos jefes escuchan.", .italian: "I bravi capi ascoltano.",
      .portuguese: "Bons chefes escutam.", .dutch: "Goede bazen luisteren.",
    ]
    let grammar = try #require(CommentLexicon.of(language)).grammar
    #expect(grammar.events(in: grammar.classes(of: tokens(of: texts[language] ?? ""))) >= 1)
    #expect(grammar.events(in: grammar.classes(of: tokens(of: general[language] ?? ""))) == 0)
  }
}

@Suite("Votes")
struct CommentVotesTests {
  @Test("The more votes, the surer; votes against count; nothing overflows")
  func bounds() {
    func bound(_ up: Int, _ down: Int) -> Double { CommentVotes(up: up, down: down).lowerBound }
    #expect(bound(0, 0) == 0 && bound(0, 9) == 0)
    #expect(bound(60, 5) > bound(5, 0) && bound(5, 0) > bound(1, 0) && bound(1, 0) > bound(10, 40))
    #expect((0...1).contains(bound(.max, .max)) && (0...1).contains(bound(.max, 0)))
    #expect(CommentVotes(up: -3, down: .min) == CommentVotes(up: 0, down: 0))
    #expect(CommentVotes(net: .min).lowerBound == 0)
    #expect(CommentVotes(net: 7).lowerBound == bound(7, 0))
  }
}
