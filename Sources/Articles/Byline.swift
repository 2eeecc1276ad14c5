import Markup

/// A line that names the author, taken apart.
struct Byline: Equatable {
  /// As printed, without "by".
  let text: String
  let authors: [String]

  /// `nil` if the text does not look like names.
  init?(_ line: String, isMarked: Bool) {
    let folded = foldedWhiteSpace(Byline.withPlainSpaces(line))
    guard !folded.isEmpty, folded.utf8.count <= 160 else { return nil }
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
    name = Byline.trimmed(name)
    let names = Byline.names(name)
    guard !names.isEmpty else { return nil }
    text = name
    authors = names
  }

  /// The names in "Ann Lee, Bob Ray and Cy Day"; none if something does not look like a name.
  static func names(_ text: String) -> [String] {
    var parts = [text]
    for separator in [" and ", " und ", " et ", " y ", " e ", " en ", " & ", ", ", "; ", " with "] {
      guard parts.contains(where: { $0.holds(separator) }) else { continue }
      parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
    }
    let names = parts.map(trimmed).filter { !$0.isEmpty && !isTitle($0) }
    return names.allSatisfy(isName) ? Array(names.prefix(8)) : []
  }

  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), text.utf8.count <= 60 else { return false }
    if text.utf8.contains(UInt8(ascii: "@")) && text.utf8.contains(UInt8(ascii: ".")) { return false }
    if text.utf8.starts(with: "http".utf8) || text.utf8.contains(UInt8(ascii: "/")) { return false }
    let digits = text.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    guard digits <= 2, text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
      return false
    }
    if PageDate(reading: text) != nil { return false }
    return !notNames.contains(CueText(text).string)
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
    "written by", "posted by", "published by", "submitted by", "by:", "by", "author:", "geschrieben von",
    "veröffentlicht von", "erstellt von", "autor:", "von:", "von", "publié par", "écrit par", "par",
    "escrito por",
    "publicado por", "por", "scritto da", "pubblicato da", "door",
  ]

  private static let notNames: Set<String> = [
    "admin", "administrator", "editor", "guest", "author", "webmaster", "staff", "redaktion", "gast",
    "anonymous",
    "unknown", "user", "autor", "comments", "share", "posted", "blog", "home",
  ]
}
