/// What may stand in a `style` attribute: colours, fonts, boxes; nothing that loads, runs, hides or moves.
enum SafeStyle {
  private static let maximumLength = 2_000

  /// The harmless declarations of `text`, written as `name: value;`; empty if there are none.
  ///
  /// A text with anything beyond plain words, numbers, colours and quoted names, such as an escape, a
  /// comment or a function other than `url` and `rgb`, is refused as a whole: what cannot be understood
  /// cannot be judged.
  static func sanitised(_ text: String) -> String {
    guard text.utf8.count <= maximumLength else { return "" }
    var kept: [String] = []
    for declaration in text.utf8.split(separator: UInt8(ascii: ";")) where !isSpace(declaration) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { return "" }
      let name = trimmed(declaration[..<colon].map(lowered)[...])
      let value = trimmed(Array(declaration[declaration.index(after: colon)...])[...])
      guard !name.isEmpty, name.allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "-") }) else { return "" }
      if isAddress(value) { continue }
      guard isPlain(value) else { return "" }
      let property = String(decoding: name, as: UTF8.self)
      if !value.isEmpty, properties.contains(property), isWelcome(value, as: property) {
        kept.append("\(property): \(String(decoding: value, as: UTF8.self));")
      }
    }
    return kept.joined(separator: " ")
  }

  /// A value that loads something: left out, and no reason to distrust its neighbours.
  private static func isAddress(_ value: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: value.map(lowered), as: UTF8.self)
    return text.hasPrefix("url(") && text.hasSuffix(")")
  }

  /// Nothing hides, and a background is a colour.
  private static func isWelcome(_ value: ArraySlice<UInt8>, as property: String) -> Bool {
    switch property {
    case "display": !value.map(lowered).starts(with: "none".utf8)
    case "background": !value.contains { $0 <= 0x20 }
    default: true
    }
  }

  /// Words, numbers, colours, lists; numbers in parentheses; words in quotes.
  private static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
    var quote: UInt8?
    var isInParentheses = false
    for index in value.indices {
      let byte = value[index]
      let isDigit = byte >= 0x30 && byte <= 0x39
      if let open = quote {
        if byte == open { quote = nil } else if !isLetter(byte) && !isDigit && byte != 0x20 { return false }
      } else if isInParentheses {
        if byte == UInt8(ascii: ")") {
          isInParentheses = false
        } else if !isDigit && byte != 0x20 && byte != UInt8(ascii: ",") {
          return false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "("):
          let function = value[..<index].reversed().prefix { isLetter($0) || $0 == UInt8(ascii: "-") }
          guard function.map(lowered).elementsEqual("bgr".utf8) else { return false }
          isInParentheses = true
        case 0x20, 0x09, 0x0A, 0x0D: continue
        default: guard isDigit || isLetter(byte) || "-,#%.!".utf8.contains(byte) else { return false }
        }
      }
    }
    return quote == nil && !isInParentheses
  }

  private static func isSpace(_ bytes: Substring.UTF8View) -> Bool { bytes.allSatisfy { $0 <= 0x20 } }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let head = bytes.drop { $0 <= 0x20 }
    return head.prefix((head.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? head.startIndex) - head.startIndex)
  }

  private static let properties: Set<String> = {
    let plain = """
      clear color cursor direction display float font font-family font-size font-style font-variant font-weight \
      height letter-spacing line-height text-align text-decoration text-indent vertical-align white-space width \
      background background-color background-x background-y border-collapse border-color border-style border-width
      """
    var names = Set(plain.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    for box in ["margin", "padding", "border"] {
      names.insert(box)
      for side in ["top", "right", "bottom", "left"] { names.insert("\(box)-\(side)") }
    }
    for side in ["top", "right", "bottom", "left"] {
      for part in ["color", "style", "width"] { names.insert("border-\(side)-\(part)") }
    }
    return names
  }()
}
