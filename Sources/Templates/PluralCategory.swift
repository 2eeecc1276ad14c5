/// The plural categories of CLDR.
enum PluralCategory: String, CaseIterable {
  case zero, one, two, few, many, other

  /// Cardinal rules of CLDR 44 for whole numbers.
  init(of count: Int, language: String) {
    let tens = count % 10
    let hundreds = count % 100
    switch primaryLanguage(language) {
    case "ja", "ko", "zh", "th", "vi", "id", "ms": self = .other
    case "fr", "pt": self = count == 0 || count == 1 ? .one : isMillions(count) ? .many : .other
    case "es", "it", "ca": self = count == 1 ? .one : isMillions(count) ? .many : .other
    case "ar":
      switch count {
      case 0: self = .zero
      case 1: self = .one
      case 2: self = .two
      default: self = (3...10).contains(hundreds) ? .few : hundreds >= 11 ? .many : .other
      }
    case "he", "iw": self = count == 1 ? .one : count == 2 ? .two : .other
    case "ru", "uk":
      self =
        tens == 1 && hundreds != 11
        ? .one : (2...4).contains(tens) && !(12...14).contains(hundreds) ? .few : .many
    case "pl":
      self =
        count == 1
        ? .one : (2...4).contains(tens) && !(12...14).contains(hundreds) ? .few : .many
    case "cs", "sk": self = count == 1 ? .one : (2...4).contains(count) ? .few : .other
    default: self = count == 1 ? .one : .other
    }
  }

  /// The categories that whole numbers of the language fall into; millions, which French and Spanish count by themselves,
  /// left out: no newsletter has as many of anything.
  static func needed(in language: String) -> [PluralCategory] {
    switch primaryLanguage(language) {
    case "ja", "ko", "zh", "th", "vi", "id", "ms": [.other]
    case "ar": [.zero, .one, .two, .few, .many, .other]
    case "he", "iw": [.one, .two, .other]
    case "ru", "uk", "pl": [.one, .few, .many]
    case "cs", "sk": [.one, .few, .other]
    default: [.one, .other]
    }
  }
}

private func isMillions(_ count: Int) -> Bool { count != 0 && count % 1_000_000 == 0 }

/// `pt` of `pt-BR`, in lower case.
func primaryLanguage(_ tag: String) -> String {
  String(decoding: tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }, as: UTF8.self)
    .lowercased()
}
