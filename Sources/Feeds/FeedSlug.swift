import Markup
public import Model

/// Short names of feeds: lower-case letters, digits and hyphens.
enum FeedSlug {
  /// A name made from `text`; `nil` if it has no letter or digit of the Latin alphabet.
  static func make(from text: String) -> String? {
    var slug: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: slug.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x27, 0x2019: continue  // apostrophes: "leader's" is one word
      default:
        if let letters = plainLetters[scalar] {
          slug.append(contentsOf: letters.utf8)
        } else if let last = slug.last, last != UInt8(ascii: "-") {
          slug.append(UInt8(ascii: "-"))
        }
      }
    }
    slug = Array(slug.prefix(48))
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? nil : String(decoding: slug, as: UTF8.self)
  }

  static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64 && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A)
      }
  }

  private static let plainLetters: [Unicode.Scalar: String] = [
    "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "ae", "å": "a", "æ": "ae", "ç": "c", "č": "c", "ć": "c",
    "è": "e", "é": "e", "ê": "e", "ë": "e", "ę": "e", "ě": "e", "ì": "i", "í": "i", "î": "i", "ï": "i",
    "ł": "l", "ñ": "n", "ń": "n", "ň": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ö": "oe", "ø": "o",
    "œ": "oe", "ř": "r", "š": "s", "ś": "s", "ß": "ss", "ù": "u", "ú": "u", "û": "u", "ü": "ue", "ů": "u",
    "ý": "y", "ÿ": "y", "ž": "z", "ź": "z", "ż": "z", "ą": "a",
  ]
}

extension FeedSource.ID {
  /// A short name made from a feed's title, else from its address. It may be taken already.
  public init(title: String?, url: String) {
    let host = WebAddress(url)?.host ?? ""
    self.init(rawValue: title.flatMap(FeedSlug.make) ?? FeedSlug.make(from: host) ?? "feed")
  }
}
