/// The fixed words of one language, read from `strings.LANGUAGE.yaml`.
public struct Wording: Hashable, Sendable {
  /// BCP 47 tag, as in the file's name.
  public let language: String
  private let texts: [String: String]

  init(language: String, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// The words under `key`, with `{name}` replaced by the arguments.
  ///
  /// An argument's own braces are never looked at. A key that the catalogue lacks gives the key itself; the loader has
  /// proved that there is none.
  public func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    fill(texts[key] ?? key, arguments)
  }

  /// The words under `key` as HTML: the catalogue's own text is escaped, the arguments are taken as they are.
  public func html(_ key: String, _ arguments: [String: EscapedHTML]) -> EscapedHTML {
    EscapedHTML(
      markup: fill(escapedForHTML(texts[key] ?? key), arguments.mapValues(\.rawValue)))
  }

  /// The words for a number of things: `key.one`, `key.other` … by the language's plural rule; `{count}` is the number.
  public func callAsFunction(_ key: String, count: Int, _ arguments: [String: String] = [:]) -> String {
    let category = PluralCategory(of: count, language: language)
    let pattern = texts["\(key).\(category.rawValue)"] ?? texts["\(key).other"] ?? key
    return fill(pattern, arguments.merging(["count": "\(count)"]) { given, _ in given })
  }

  private func fill(_ pattern: String, _ arguments: [String: String]) -> String {
    guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
    var result: [UInt8] = []
    var rest = Array(pattern.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
      result += rest[..<open]
      if let value = arguments[name] {
        result += value.utf8
      } else {
        result += rest[open...close]
      }
      rest = rest[(close + 1)...]
    }
    return String(decoding: result + rest, as: UTF8.self)
  }
}

/// The plural categories of CLDR that the languages here need.
enum PluralCategory: String, CaseIterable {
  case zero, one, two, few, many, other

  /// Cardinal rules of CLDR 46 for whole numbers.
  init(of count: Int, language: String) {
    let tens = count % 10
    let hundreds = count % 100
    switch language.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
    case "ja", "ko", "zh", "th", "vi", "id", "ms": self = .other
    case "fr", "pt": self = count == 0 || count == 1 ? .one : .other
    case "ar":
      switch count {
      case 0: self = .zero
      case 1: self = .one
      case 2: self = .two
      default: self = (3...10).contains(hundreds) ? .few : hundreds >= 11 ? .many : .other
      }
    case "he": self = count == 1 ? .one : count == 2 ? .two : .other
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
}
