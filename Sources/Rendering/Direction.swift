import Templates

/// The direction in which a text is read.
enum Direction: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// By the first letter that has a direction (UAX #9, rule P2); `base` if none has.
  init(of text: some StringProtocol, base: Direction) {
    for scalar in text.unicodeScalars {
      if isRightToLeft(scalar) {
        self = .rightToLeft
        return
      }
      if scalar.properties.isAlphabetic {
        self = .leftToRight
        return
      }
    }
    self = base
  }

  /// Of a language's usual script.
  init(language: String) {
    let parts = language.lowercased().split(separator: "-")
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      self = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"].contains(script) ? .rightToLeft : .leftToRight
    } else {
      let languages: Set<Substring> = ["ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"]
      self = languages.contains(parts.first ?? "") ? .rightToLeft : .leftToRight
    }
  }

  /// The side on which lines start.
  var startSide: String { self == .leftToRight ? "left" : "right" }
  var endSide: String { self == .leftToRight ? "right" : "left" }
}

/// Whether a language's usual script knows italics: Latin, Greek, Cyrillic and Armenian do.
func knowsItalics(language: String) -> Bool {
  guard Direction(language: language) == .leftToRight else { return false }
  return !["ja", "zh", "ko", "th", "lo", "km", "my", "hi", "mr", "ne", "bn", "ta", "te", "ka", "am"].contains(
    primaryTag(language))
}

/// Text for a line of direction `base`, kept from turning its neighbours around.
///
/// A `span` with its own direction: mail programs that drop `bdi` (Gmail, Outlook) keep it.
func isolatedHTML(_ text: String, in base: Direction) -> EscapedHTML {
  let escaped = EscapedHTML(escaping: text)
  let own = Direction(of: text, base: base)
  guard own != base || text.unicodeScalars.contains(where: isRightToLeft) else { return escaped }
  return EscapedHTML(markup: "<span dir=\"\(own.rawValue)\">") + escaped + EscapedHTML(markup: "</span>")
}

/// The same for plain text: U+2068 FIRST STRONG ISOLATE … U+2069, only where it matters.
func isolatedText(_ text: String) -> String {
  text.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko … and their presentation forms.
private func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
    scalar.properties.isAlphabetic
  default: false
  }
}
