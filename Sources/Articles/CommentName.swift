import Markup

/// A commenter's name without what themes put round it.
enum CommentName {
  /// `nil` if nothing is left, or only an address of e-mail or of a machine.
  static func cleaned(_ text: String) -> String? { parts(of: text)?.name }

  /// The name, and whether a word beside it says that the article's author wrote the comment.
  static func parts(of text: String) -> (name: String, isByArticleAuthor: Bool)? {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xA0: view.append(" ")
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: view.append(scalar)
      }
    }
    var name = withoutOpening(foldedWhiteSpace(String(view)))
    if let date = dateStart(in: name) {
      let before = withoutJoint(String(name.prefix(date)))
      if joints.contains(CueText(before).string) {
        name = afterDate(String(name.dropFirst(date))) ?? before
      } else {
        name = before
      }
    }
    name = withoutControls(name)
    name = withoutEnding(trimmed(name))
    let isAuthor = removeRole(&name)
    guard let name = withoutAddresses(withoutEnding(name)), name.utf8.count <= 120 else { return nil }
    return (name, isAuthor)
  }

  // MARK: - What stands before

  private static func withoutOpening(_ text: String) -> String {
    var name = text
    // "#3", "#1.2", "3." and "3)" number the comments.
    let isMarked = name.utf8.first == UInt8(ascii: "#")
    let number = name.utf8.dropFirst(isMarked ? 1 : 0).prefix {
      $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")")
    }
    let rest = name.utf8.dropFirst(number.count + (isMarked ? 1 : 0))
    let isClosed = number.last == UInt8(ascii: ".") || number.last == UInt8(ascii: ")")
    if (1...8).contains(number.count), isMarked || isClosed, rest.first == 0x20 {
      name = trimmed(String(decoding: Array(rest), as: UTF8.self))
    }
    let lower = asciiLowered(name)
    for opening in openings
    where lower.utf8.starts(with: opening.utf8) && lower.utf8.count > opening.utf8.count {
      let rest = name.utf8.dropFirst(opening.utf8.count)
      // A word of its own, or closed by a colon.
      guard opening.utf8.last == UInt8(ascii: ":") || rest.first == 0x20 || rest.first == UInt8(ascii: ":")
      else { continue }
      return trimmed(String(decoding: Array(rest), as: UTF8.self))
    }
    for opening in ["By ", "Von ", "von ", "par ", "Par : "] where name.hasPrefix(opening) {
      return trimmed(String(name.dropFirst(opening.count)))
    }
    return name
  }

  // MARK: - Dates and controls after the name

  /// Characters before a date that stands in the name's line.
  private static func dateStart(in text: String) -> Int? {
    guard text.utf8.count <= 300, text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
      CommentDate.reading(text) != nil
    else { return nil }
    let words = text.split(separator: " ")
    var length = 0
    for (index, word) in words.enumerated() {
      let isLast = index + 1 == words.count
      if isLast || CommentDate.reading(words[(index + 1)...].joined(separator: " ")) == nil {
        return CommentDate.reading(words[index...].joined(separator: " ")) != nil ? length : nil
      }
      length += word.count + 1
    }
    return nil
  }

  /// "Ann Lee on Thu," before a date: without the last two words.
  private static func withoutJoint(_ text: String) -> String {
    var words = text.split(separator: " ")
    while let last = words.last,
      joints.contains(CueText(trimmed(String(last))).string) || trimmed(String(last)).isEmpty
    {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  /// "4 mars 2021 à 9:15, par Ann Lee": what follows the date.
  private static func afterDate(_ text: String) -> String? {
    for mark in [" par ", " by ", " von ", " por ", " da ", " door "] {
      if let start = text.range(ofASCII: mark) { return trimmed(String(text[start...])) }
    }
    return nil
  }

  /// "Ann Lee | Reply" is Ann Lee, "Ann Lee | example.org" is called so.
  private static func withoutControls(_ text: String) -> String {
    let parts = text.split(separator: "|")
    guard parts.count > 1 else { return text }
    let kept = parts.prefix { part in
      !CommentReader.labels.contains(CueText(String(part)).string) && !trimmed(String(part)).isEmpty
    }
    return trimmed(kept.joined(separator: "|"))
  }

  private static func withoutEnding(_ name: String) -> String {
    let lower = Array(asciiLowered(name).utf8)
    for ending in endingBytes where lower.count > ending.count && ends(lower, with: ending) {
      return trimmed(String(decoding: Array(name.utf8.dropLast(ending.count)), as: UTF8.self))
    }
    return name
  }

  private static func ends(_ bytes: [UInt8], with ending: [UInt8]) -> Bool {
    bytes.last == ending.last && bytes.count >= ending.count
      && bytes.suffix(ending.count).elementsEqual(ending)
  }

  private static let endingBytes = endings.map { Array($0.utf8) }

  /// Each role as it may stand after a name, in the order of ``roles``.
  private static let roleEndings: [(bytes: [UInt8], isAuthor: Bool)] = roles.flatMap { role, isAuthor in
    [" (\(role))", " [\(role)]", " - \(role)", " \(role)"].map { (Array($0.utf8), isAuthor) }
  }

  /// Whether the text, in lower case, is nothing but "says:" or the like.
  static func isEnding(_ text: String) -> Bool { endings.contains { $0.dropFirst() == text } }

  /// "Ann Lee Autor" loses the last word; true if it says that she wrote the article.
  private static func removeRole(_ name: inout String) -> Bool {
    let lower = Array(name.lowercased().utf8)
    guard lower.count == name.utf8.count else { return false }
    for role in roleEndings where ends(lower, with: role.bytes) {
      name = trimmed(String(decoding: Array(name.utf8.dropLast(role.bytes.count)), as: UTF8.self))
      return role.isAuthor
    }
    return false
  }

  // MARK: - Addresses

  /// The name without words that are addresses of e-mail or of machines; `nil` if no word is left.
  static func withoutAddresses(_ name: String) -> String? {
    guard
      name.utf8.contains(UInt8(ascii: "@")) || name.utf8.contains(UInt8(ascii: "."))
        || name.utf8.contains(UInt8(ascii: ":"))
    else { return nonEmpty(trimmed(name)) }
    let words = name.split(separator: " ").filter { word in
      !isMailAddress(word.utf8) && !isMachineAddress(word.utf8)
    }
    return nonEmpty(trimmed(words.joined(separator: " ")))
  }

  private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// Letters, `@`, letters, a stop and letters; marks round it do not count.
  static func isMailAddress(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    let bytes = Array(word)
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0, isAddressByte(bytes[at - 1]) else {
      return false
    }
    let host = bytes[(at + 1)...].prefix(while: isAddressByte)
    guard let stop = host.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return stop > host.startIndex && stop + 1 < host.endIndex || host.dropLast().contains(UInt8(ascii: "."))
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+")].contains(byte)
  }

  /// IPv4 with four numbers, or IPv6; marks round it do not count.
  static func isMachineAddress(_ word: some Collection<UInt8>) -> Bool {
    let bytes = word.filter {
      ![UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ",")]
        .contains($0)
    }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let areNumbers = parts.allSatisfy { part in
      (1...3).contains(part.count) && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    if parts.count == 4, areNumbers { return true }
    guard bytes.count >= 6, bytes.count(where: { $0 == UInt8(ascii: ":") }) >= 3 else { return false }
    return bytes.allSatisfy {
      $0 == UInt8(ascii: ":") || $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66
    }
  }

  static func trimmed(_ text: String) -> String {
    if let first = text.utf8.first, let last = text.utf8.last, isPlainLetter(first), isPlainLetter(last) {
      return text
    }
    var scalars = text.unicodeScalars[...]
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || ",;:|–—·•".unicodeScalars.contains(scalar)
    }
    while let first = scalars.first, isEdge(first) || first == "-" { scalars.removeFirst() }
    while let last = scalars.last, isEdge(last) || last == "-" { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func isPlainLetter(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static let openings = [
    "posted by", "comment by", "comment from", "kommentar von", "submitted by", "verfasst von",
    "geschrieben von", "written by", "commented by", "by:", "von:", "par:", "por:", "author:", "autor:",
    "name:", "publicado por", "enviado por", "escrito por", "scritto da", "inviato da", "posté par",
    "écrit par", "publié par", "commentaire de", "geplaatst door", "geschreven door", "response from",
    "reply from", "reply by",
  ]

  private static let joints: NameSet = [
    "on", "am", "le", "el", "il", "op", "at", "um", "dne", "den", "vom", "del", "the", "em", "-", "",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lun", "mar", "mer", "jeu", "ven", "sam",
    "dim", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "tues", "thurs",
  ]

  /// Longer ones first, where one ends with another.
  private static let endings = [
    " says:", " says...", " says…", " says", " said...", " said…", " said:", " said", " sagt:", " sagte:",
    " sagt", " sagte am", " sagte", " sagt am", " schreibt am", " schreibt:", " schreibt", " schrieb am",
    " schrieb:", " schrieb", " meinte:", " meint:", " meint", " kommentierte:", " kommentiert:", " wrote:",
    " wrote", " writes:", " writes", " a dit :", " a dit:", " a dit", " a écrit :", " a écrit:", " a écrit",
    " dit :", " dit:", " dit", " dijo:", " dijo...", " dijo", " dice:", " dice", " escribió:", " escribió",
    " ha detto:", " ha detto...", " ha detto", " scrive:", " scrive", " schreef:", " schreef", " zegt:",
    " zegt", " disse:", " disse...", " disse", " pisze:", " skriver:", " sier:", " säger:", " commented:",
    " commented", " replied:", " replied", " on",
  ]

  /// What themes write after a name, and whether it says that the article's author wrote the comment.
  private static let roles: [(String, Bool)] = [
    ("post author", true), ("article author", true), ("the author", true), ("beitragsautor", true),
    ("beitragsautorin", true), ("artikelautor", true), ("autor des beitrags", true), ("beitrags-autor", true),
    ("auteur de l'article", true), ("auteur de l’article", true), ("auteur du billet", true),
    ("autor de la entrada", true), ("autor del artículo", true), ("autore articolo", true),
    ("autore dell'articolo", true), ("berichtauteur", true), ("author", true), ("autor", true),
    ("autorin", true), ("auteur", true), ("autore", true), ("verfasser", true),
    ("not verified", false), ("nicht überprüft", false), ("nicht verifiziert", false), ("non vérifié", false),
    ("no verificado", false), ("non verificato", false), ("niet gecontroleerd", false),
    ("não verificado", false), ("unverified", false), ("guest", false), ("gast", false), ("invité", false),
    ("anonymous user", false), ("visitor", false), ("moderator", false), ("administrator", false),
    ("admin", false),
  ]
}
