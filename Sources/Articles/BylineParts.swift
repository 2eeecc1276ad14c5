/// What stands in the line of an author beside names: who checked or drew something, what people are, dates before "by".
enum BylineParts {
  /// The line without those who are no authors: "Medically reviewed by Dan Ode — By Jane Lee" names Jane Lee, "By Jane
  /// Lee, photos by Cy Day" as well. `nil` if it names nobody else.
  static func withoutHelpers(_ line: String) -> String? {
    var words = line.split(separator: " ")
    var looked = 0
    while let place = helper(in: words), looked < 6 {
      looked += 1
      let rest = words[place.upperBound...]
      // The author may be named after those who helped.
      let next = rest.indices.dropFirst().first { index in
        authorWords.contains(folded(words[index])) && !isPartOfHelper(words, index)
      }
      let before = words[..<place.lowerBound]
      if before.contains(where: { isName($0) }) {
        words = Array(before)
      } else if let next {
        words = Array(words[next...])
      } else {
        return nil
      }
    }
    return words.joined(separator: " ")
  }

  /// "Publié le 24 novembre 2026 par Jeanne Lee": from "par" on, if what stands before says when, or nothing but that
  /// something was published.
  static func afterDate(_ line: String) -> String? {
    let words = line.split(separator: " ")
    guard words.count <= 16 else { return nil }
    for index in words.indices.dropFirst() where authorWords.contains(folded(words[index])) {
      guard index + 1 < words.count, isName(words[index + 1]) else { continue }
      let before = words[..<index].joined(separator: " ")
      let cues = CueText(before)
      let opens = cues.begins(any: Cues.dateOpenings) || cues.begins(any: published)
      if PageDate(reading: before) != nil
        || opens && (index <= 2 || before.utf8.contains { $0 >= 0x30 && $0 <= 0x39 })
      {
        return words[index...].joined(separator: " ")
      }
    }
    return nil
  }

  /// Whether the words say what somebody is: "Senior Editor", "Head nurse", "Chefredakteurin".
  static func isRole(_ text: String) -> Bool {
    let cues = CueText(text)
    guard let last = cues.string.split(separator: " ").last else { return false }
    if roles.contains(String(last)) { return true }
    let first = cues.string.split(separator: " ").first.map(String.init) ?? ""
    return openingRoles.contains(first)
      || cues.holds(any: roleJoints) && !cues.begins(any: ["de", "van", "von"])
  }

  // MARK: - Words

  private static func folded(_ word: Substring) -> String {
    var text = CueText(String(word)).string
    while let last = text.utf8.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ",") {
      text.removeLast()
    }
    return text
  }

  private static func isName(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
    return !first.properties.isLowercase && !Byline.isPreposition(folded(word))
  }

  /// Where a helper's cue stands: "reviewed by", "fotos:".
  private static func helper(in words: [Substring]) -> Range<Int>? {
    for index in words.indices {
      let word = folded(words[index])
      if helperLabels.contains(word), words[index].utf8.last == UInt8(ascii: ":") { return index..<index + 1 }
      guard helperVerbs.contains(word), index + 1 < words.count,
        helperJoints.contains(folded(words[index + 1]))
      else { continue }
      // "Reviewed by" alone is what critics sign with.
      if critics.contains(word), index == 0 { continue }
      var start = index
      while start > 0,
        ["medically", "clinically", "technically", "fact", "also", "and", "additional"].contains(
          folded(words[start - 1]))
      {
        start -= 1
      }
      return start..<index + 2
    }
    return nil
  }

  private static func isPartOfHelper(_ words: [Substring], _ index: Int) -> Bool {
    index > 0 && helperVerbs.contains(folded(words[index - 1]))
  }

  private static let critics: NameSet = ["reviewed"]

  private static let authorWords: NameSet = [
    "by", "von", "par", "por", "da", "di", "door", "av", "af", "przez",
  ]

  private static let published: [String] = [
    "posted", "written", "geschrieben", "gepostet", "eingestellt", "écrit", "rédigé", "proposé",
    "mis en ligne",
    "escrito", "publicada", "publicada el", "scritto", "postato", "geplaatst", "geschreven", "publicerad",
    "skrivet", "publisert", "skrevet", "udgivet", "opublikowano", "postado", "enviado", "submitted", "le",
    "am",
    "on",
  ]

  private static let helperVerbs: NameSet = [
    "reviewed", "edited", "checked", "fact-checked", "fact-check", "photos", "photo", "photography",
    "photographs",
    "photographed", "images", "pictures", "illustrated", "illustration", "illustrations", "artwork", "art",
    "graphics", "translated", "translation", "produced", "narrated", "presented", "sponsored", "curated",
    "approved",
    "verified", "moderated", "geprüft", "überprüft", "lektoriert", "redigiert", "übersetzt", "bearbeitet",
    "fotografiert", "fotos", "bilder", "illustriert", "illustrationen", "grafiken", "relu", "relue",
    "vérifié",
    "traduit", "édité", "illustré", "revisado", "revisada", "editado", "traducido", "verificado", "ilustrado",
    "ilustraciones", "traduzido", "revisionato", "revisto", "tradotto", "illustrato", "foto", "bewerkt",
    "vertaald",
    "beeld", "gecontroleerd", "granskad", "redigerad", "översatt",
  ]

  private static let helperJoints: NameSet = [
    "by", "von", "durch", "par", "por", "da", "di", "de", "door", "av", "af", "par:", "by:",
  ]

  private static let helperLabels: NameSet = [
    "reviewer", "editor", "editors", "photos", "photo", "photographer", "photography", "illustration",
    "illustrations", "illustrator", "translator", "translation", "fotos", "foto", "fotografie", "bilder",
    "lektorat",
    "redaktion", "übersetzung", "illustrationen", "relecture", "traduction", "traducción", "traduzione",
    "fotografía", "beeld", "vertaling",
  ]

  private static let openingRoles: NameSet = [
    "senior", "chief", "head", "managing", "associate", "assistant", "contributing", "deputy", "staff",
    "guest",
    "lead", "principal", "leitende", "leitender", "freie", "freier", "ceo", "cto", "coo", "cfo", "vp",
    "director",
    "president", "founder", "co-founder", "cofounder", "directeur", "directrice", "professor", "host",
  ]

  private static let roleJoints: [String] = ["of", "at", "for", "bei", "für", "chez", "für die"]

  private static let roles: NameSet = [
    "editor", "editors", "writer", "writers", "reporter", "reporters", "correspondent", "columnist",
    "contributor",
    "contributors", "author", "blogger", "journalist", "nurse", "coach", "consultant", "director", "manager",
    "founder", "co-founder", "cofounder", "ceo", "cto", "cfo", "coo", "president", "professor", "lecturer",
    "producer", "photographer", "illustrator", "translator", "engineer", "developer", "designer", "analyst",
    "strategist", "specialist", "editor-in-chief", "chief", "officer", "secretary", "expert", "speaker",
    "trainer",
    "advisor", "adviser", "researcher", "physician", "teacher", "owner", "partner", "intern", "host", "staff",
    "redakteur", "redakteurin", "chefredakteur", "chefredakteurin", "redaktion", "autor", "autorin",
    "journalistin", "berater", "beraterin", "gründer", "gründerin", "geschäftsführer", "geschäftsführerin",
    "korrespondent", "korrespondentin", "volontär", "volontärin", "kolumnist", "kolumnistin", "professorin",
    "rédacteur", "rédactrice", "journaliste", "auteur", "autrice", "fondateur", "fondatrice", "directeur",
    "directrice", "correspondant", "correspondante", "periodista", "redactor", "redactora", "autora",
    "fundador",
    "fundadora", "editora", "jornalista", "redator", "redatora", "giornalista", "redattore", "redattrice",
    "direttore", "direttrice", "fondatore", "redacteur", "journaliste", "hoofdredacteur", "oprichter",
  ]
}
