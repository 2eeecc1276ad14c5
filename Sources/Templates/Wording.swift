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
    let pattern = texts["\(key).\(category.rawValue)"] ?? texts["\(key).other"] ?? texts["\(key).many"] ?? key
    return fill(pattern, arguments.merging(["count": numeral(count)]) { given, _ in given })
  }

  /// A whole number in the language's own digits.
  public func numeral(_ number: Int) -> String {
    guard let digits = texts["digits"].map({ Array($0.unicodeScalars) }), digits.count == 10 else {
      return "\(number)"
    }
    var result = String.UnicodeScalarView()
    for byte in "\(number)".utf8 {
      result.append(byte >= 0x30 && byte <= 0x39 ? digits[Int(byte - 0x30)] : Unicode.Scalar(byte))
    }
    return String(result)
  }

  /// A day of the month; French calls the first one `1er`.
  public func dayOfMonth(_ day: Int) -> String {
    day == 1 ? texts["dayOfMonth.1"] ?? numeral(1) : numeral(day)
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
