import Markup

/// A line that names the author, taken apart.
struct Byline: Equatable {
  /// As printed, without "by".
  let text: String
  let authors: [String]

  /// `nil` if the text does not look like names.
  init?(_ line: String, isMarked: Bool) {
    let whole = foldedWhiteSpace(Byline.withPlainSpaces(line))
    guard !whole.isEmpty, whole.utf8.count <= 160 else { return nil }
    // Some escape names twice.
    guard
      let own = BylineParts.withoutHelpers(whole.utf8.contains(UInt8(ascii: "&")) ? plainName(whole) : whole)
    else { return nil }
    let folded = BylineParts.afterDate(own) ?? own
    let cues = CueText(folded)
    let hasPreposition = Byline.prepositions.contains { cues.begins($0) }
    guard hasPreposition || isMarked else { return nil }
    var rest = folded[...]
    var isStripped = true
    while isStripped {
      isStripped = false
      let cues = CueText(String(rest))
      for word in Byline.prepositions where cues.begins(word) {
        rest = rest.dropFirst(word.count).drop { " :\u{A0}".contains($0) }
        isStripped = true
        break
      }
    }
    // What follows a bar, a date or "in" is a category or a time.
    var name = String(rest)
    for separator in [
      "|", "•", "·", "—", " – ", " - ", " / ", "\n", " on ", " am ", " le ", " in ", " @ ", "»", " at ",
    ] {
      if name.holds(separator),
        let part = name.split(separator: separator, omittingEmptySubsequences: true).first
      {
        name = String(part)
      }
    }
    name = Byline.trimmed(Byline.withoutDate(Byline.trimmed(name)))
    let names = Byline.names(name)
    guard !names.isEmpty else { return nil }
    text = names.count == 1 && name.hasPrefix(names[0]) ? names[0] : name
    authors = names
  }

  /// "Ann Lee March 18", "Ann Lee 18. März 2022", "Ann Lee Veröffentlicht am ..." without what follows the name.
  private static func withoutDate(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard words.count > 1 else { return text }
    var end = words.count
    for (index, word) in words.enumerated() where index > 0 {
      let isNumber = word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
      if isNumber || ends.contains(CueText(String(word)).string) {
        end = index
        break
      }
    }
    let isCut = end < words.count
    while end > 1,
      isCut
        && (PageDate.isMonth(words[end - 1]) || beforeDates.contains(CueText(String(words[end - 1])).string))
        || ["um", "am", "at", "on", "le"].contains(words[end - 1])
    {
      end -= 1
    }
    return words[..<end].joined(separator: " ")
  }

  /// Words between a name and a date.
  private static let beforeDates: NameSet = [
    "mo", "di", "mi", "do", "fr", "sa", "so", "mo.", "di.", "mi.", "do.", "fr.", "sa.", "so.", "montag",
    "dienstag",
    "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "le", "am", "on", "the", "den", "stand",
    "stand:",
    "datum", "datum:", "date", "date:", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
    ",", "-", "–", "|", "el", "il", "op", "um", "at", "à", "a las",
  ]

  /// Words that no name goes on with.
  private static let ends: NameSet = [
    "veröffentlicht", "published", "updated", "posted", "alle", "view", "more", "edited", "follow", "autor",
    "autorin",
    "author", "aktualisiert", "publié", "publicado", "photo", "foto", "fotos:", "foto:", "photos:",
    "recommend", "share", "print", "email", "e-mail", "subscribe", "comment", "comments", "artikel",
    "article",
    "empfehlen", "teilen", "drucken", "kommentare", "partager", "imprimer", "compartir", "condividi", "delen",
  ]

  /// The names in "Ann Lee, Bob Ray and Cy Day"; none if something does not look like a name.
  static func names(_ text: String) -> [String] {
    var parts = [text]
    for separator in [" and ", " und ", " et ", " y ", " e ", " en ", " & ", ", ", "; ", " with "] {
      guard parts.contains(where: { $0.holds(separator) }) else { continue }
      parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
    }
    var names = parts.map(trimmed).filter { !$0.isEmpty && !isTitle($0) }
    // What stands after the first name may say what somebody is.
    if names.count > 1, let first = names.first {
      names = [first] + names.dropFirst().filter { !BylineParts.isRole($0) }
    }
    return names.allSatisfy(isName) ? Array(names.prefix(8)) : []
  }

  /// Whether the word, in lower case, leads over to a name.
  static func isPreposition(_ word: String) -> Bool { prepositions.contains(word) }

  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), text.utf8.count <= 60 else { return false }
    if text.utf8.contains(UInt8(ascii: "@")) && text.utf8.contains(UInt8(ascii: ".")) { return false }
    if text.utf8.starts(with: "http".utf8) || text.utf8.contains(UInt8(ascii: "/")) { return false }
    let digits = text.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    // Names that people gave themselves end with figures.
    guard digits <= (words.count == 1 ? 4 : 2), digits * 2 < text.utf8.count,
      text.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
    else {
      return false
    }
    if PageDate(reading: text) != nil { return false }
    let folded = CueText(text).string
    // "ca." is no name, "mh" may be what somebody signs with.
    if words.count == 1, text.utf8.last == UInt8(ascii: "."),
      text.unicodeScalars.first?.properties.isLowercase == true
    {
      return false
    }
    return !notNames.contains(folded) && !beforeDates.contains(folded)
      && !words.allSatisfy { PageDate.isMonth($0) }
  }

  private static func isTitle(_ text: String) -> Bool {
    ["phd", "ph.d.", "md", "m.d.", "jr.", "jr", "mba", "cpa", "esq.", "dr."].contains(CueText(text).string)
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || ",;:|-–—·•".unicodeScalars.contains(scalar)
    }
    while let first = scalars.first, isEdge(first) { scalars.removeFirst() }
    while let last = scalars.last, isEdge(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The same with spaces for no-break spaces.
  static func withPlainSpaces(_ text: String) -> String {
    guard text.holds("\u{A0}") else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(scalar.value == 0xA0 ? " " : scalar) }
    return String(view)
  }

  private static let prepositions = [
    "written by", "posted by", "published by", "submitted by", "by:", "by", "author:", "auteur :", "auteur:",
    "autore:", "著者：", "作者：", "geschrieben von",
    "veröffentlicht von", "erstellt von", "autor:", "von:", "von", "publié par", "écrit par", "par",
    "eingestellt von", "veröffentlicht durch", "gepostet von", "ein beitrag von", "eine kolumne von",
    "kolumne von", "vom",
    "autorin:", "text & fotos:", "text und fotos:", "text:", "text und interview:", "interview:", "escribe",
    "autor",
    "author", "words by", "story by", "view all posts by", "reviewed by", "article by", "escrito por",
    "publicado por", "por", "scritto da", "pubblicato da", "door",
  ]

  private static let notNames: NameSet = [
    "admin", "administrator", "editor", "guest", "author", "webmaster", "staff", "redaktion", "gast",
    "anonymous", "ca.",
    "unknown", "user", "autor", "comments", "posted on", "publiziert am", "published on", "veröffentlicht am",
    "erstellt am", "share", "posted", "blog", "home", "publisher", "super user", "superuser", "site admin",
    "root",
    "wordpress", "default", "test", "n/a", "none", "null", "undefined", "contributor", "contributors",
    "guest author", "guest post", "guest contributor", "gastautor", "gastautorin", "gastbeitrag", "follow",
    "subscribe", "webredaktion", "publiziert", "published", "veröffentlicht", "publié", "publicado",
    "pubblicato", "système", "system", "demo",
  ]
}
