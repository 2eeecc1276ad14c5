public import Model

/// The guest who wrote an article, where its first or last lines say so in so many words: "This is a guest post by Ann Lee, who
/// …", "Gastbeitrag von Ann Lee", or "By Ann Lee" as the first line. Feeds name the account that published instead.
///
/// - Parameter authors: who is known to have written it; `nil` if the line names one of them.
public func guestAuthor(in blocks: [Block], besides authors: [String]) -> String? {
  let texts = blocks.filter { $0.kind == .paragraph || $0.kind == .quote || $0.kind == .heading }.map(\.text)
  let known = authors.map(lettersOnly).filter { !$0.isEmpty }
  func isNew(_ name: String) -> Bool {
    let letters = lettersOnly(name)
    return !known.contains { $0.holds(letters) || letters.holds($0) }
  }
  for (index, text) in texts.enumerated() where index < 3 || index >= texts.count - 2 {
    if let name = GuestLine(text)?.name { return isNew(name) ? name : nil }
  }
  for text in texts.prefix(2) {
    if let name = GuestLine(byline: text)?.name { return isNew(name) ? name : nil }
  }
  return nil
}

/// A line that names a guest.
struct GuestLine {
  let name: String

  /// "This is a guest post by Ann Lee, head of ...".
  init?(_ text: String) {
    guard text.utf8.count <= 600 else { return nil }
    let cues = CueText(text)
    guard let opening = GuestLine.openings.all.first(where: { cues.begins($0) }) else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    let opened = opening.split(separator: " ").count
    // "by", "was written by", "comes to us from".
    var mark = opened - 1
    if !opening.hasSuffix(":") {
      mark = opened
      while mark < words.count, mark < opened + 5, GuestLine.verbs.contains(GuestLine.bare(words[mark])) {
        mark += 1
      }
      guard mark < words.count, GuestLine.joints.contains(GuestLine.bare(words[mark])) else { return nil }
    }
    // "our friend", "guest contributor".
    var start = mark + 1
    while start < words.count, start < mark + 6, GuestLine.between.contains(GuestLine.bare(words[start])) {
      start += 1
    }
    guard let found = GuestLine.name(words[min(start, words.count)...]) else { return nil }
    name = found
  }

  /// "By Ann Lee" and nothing else.
  init?(byline text: String) {
    guard text.utf8.count <= 60 else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard (3...6).contains(words.count), ["by", "von", "par", "por"].contains(GuestLine.bare(words[0])),
      words[0].unicodeScalars.first?.properties.isUppercase == true, let found = GuestLine.name(words[1...]),
      found.split(separator: " ").count == words.count - 1
    else { return nil }
    name = found
  }

  /// Two to five words that begin with capitals, little ones of names between them; up to a comma or a stop.
  private static func name(_ words: ArraySlice<Substring>) -> String? {
    var parts: [String] = []
    for word in words.prefix(6) {
      var part = String(word)
      var isLast = false
      while let end = part.unicodeScalars.last, ",;:!?)]–—-".unicodeScalars.contains(end) {
        part.unicodeScalars.removeLast()
        isLast = true
      }
      // "J." goes on, "Lee." does not.
      if part.utf8.last == UInt8(ascii: "."), part.unicodeScalars.count > 2,
        !titles.contains(CueText(part).string)
      {
        part.removeLast()
        isLast = true
      }
      if part.hasSuffix("'s") || part.hasSuffix("’s") { return nil }
      let isCapital = part.unicodeScalars.first.map {
        $0.properties.isAlphabetic && !$0.properties.isLowercase
      }
      guard isCapital == true || !parts.isEmpty && particles.contains(part) else { break }
      parts.append(part)
      if isLast { break }
    }
    while let last = parts.last, particles.contains(last) { parts.removeLast() }
    guard (2...5).contains(parts.count),
      !parts.contains(where: { !particles.contains($0) && houses.contains(CueText($0).string) })
    else {
      return nil
    }
    return parts.joined(separator: " ")
  }

  private static func bare(_ word: Substring) -> String {
    let text = CueText(String(word)).string
    return text.hasSuffix(":") ? String(text.dropLast()) : text
  }

  private static let openings: Phrases = [
    "this is a guest post", "this is a guest article", "this is a guest blog", "this guest post",
    "this guest article",
    "this is a guest contribution", "this is a guest essay", "today's guest post",
    "today's post is a guest post",
    "the following is a guest post", "the following guest post", "the following post is a guest post",
    "a guest post",
    "a guest article", "a guest blog post", "guest post", "guest article", "guest blog", "guest essay",
    "guest author:",
    "guest contributor:", "guest writer:", "guest blogger:", "note: this is a guest post",
    "editor's note: this is a guest post", "[this is a guest post", "(this is a guest post", "[guest post",
    "(guest post", "today we have a guest post", "we have a guest post", "i have a guest post",
    "dies ist ein gastbeitrag", "das ist ein gastbeitrag", "ein gastbeitrag", "gastbeitrag", "gastartikel",
    "ein gastartikel", "gastkommentar", "ein gastkommentar", "dieser gastbeitrag", "gastautor:",
    "gastautorin:",
    "ceci est un article invité", "article invité", "billet invité", "un article invité", "auteur invité :",
    "auteur invité:", "artículo invitado", "post invitado", "entrada invitada",
    "este es un artículo invitado",
    "autor invitado:", "autora invitada:", "artigo convidado", "post convidado", "autor convidado:",
    "articolo ospite",
    "autore ospite:", "gastblog", "een gastblog", "gastbijdrage", "een gastbijdrage", "dit is een gastblog",
    "gästinlägg", "ett gästinlägg", "gæsteindlæg", "gjesteinnlegg",
  ]

  private static let joints: NameSet = [
    "by", "from", "von", "vom", "par", "de", "del", "da", "di", "por", "van", "door", "av", "af",
  ]

  private static let verbs: NameSet = [
    "is", "was", "written", "comes", "contributed", "provided", "to", "us", "you", "courtesy", "of",
    "contribution",
    "stammt", "ist", "kommt", "wurde", "geschrieben", "verfasst", "est", "a", "été", "écrit", "rédigé", "es",
    "fue",
    "escrito", "é", "foi", "è", "stato", "scritto", "is", "geschreven", "werd", "today", "heute", "",
  ]

  private static let between: NameSet = [
    "our", "my", "the", "a", "friend", "colleague", "friends", "guest", "author", "contributor", "writer",
    "good",
    "dear", "dr", "dr.", "prof.", "prof", "mr", "mrs", "ms", "mr.", "mrs.", "ms.", "fellow", "blogger",
    "reader",
    "unserer", "unserem", "unserer", "kollegin", "kollegen", "freund", "freundin", "meinem", "meiner",
    "gastautor",
    "gastautorin", "notre", "mon", "ma", "ami", "amie", "collègue", "nuestro", "nuestra", "mi", "amigo",
    "amiga",
    "colega", "nosso", "nossa", "nostro", "nostra", "onze", "mijn", "collega",
  ]

  private static let particles: NameSet = [
    "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "zu",
    "zur",
    "ten", "ter", "bin", "ibn", "al", "el", "y", "e", "af", "av",
  ]

  private static let titles: NameSet = ["jr.", "sr.", "dr.", "st.", "prof."]

  private static let houses: NameSet = [
    "the", "our", "staff", "team", "editors", "editorial", "editor", "redaktion", "admin", "guest", "special",
    "readers", "reader", "der", "die", "das", "unser", "unsere", "la", "le", "les", "guests", "anonymous",
  ]
}
