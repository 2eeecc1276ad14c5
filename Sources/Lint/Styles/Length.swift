/// A length in pixels.
///
/// - Parameter base: pixels of 100 % and of 1em.
/// - Returns: `nil` for what is none, such as `auto`.
func length(_ value: String, of base: Double) -> Double? {
  let text = value.utf8.drop(while: isBlank)
  let digits = text.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
  guard let digits = String(digits), let number = Double(digits.hasBytePrefix(".") ? "0" + digits : digits)
  else {
    switch value {
    case "xx-small": return 9
    case "x-small": return 10
    case "small": return 13
    case "medium": return 16
    case "large": return 18
    case "x-large": return 24
    case "xx-large": return 32
    default: return nil
    }
  }
  let unit = String(text.dropFirst(digits.utf8.count).prefix { isLetter($0) || $0 == UInt8(ascii: "%") })
  return switch unit?.lowercased() {
  case "pt": number * 4 / 3
  case "em": number * base
  case "rem": number * 16
  case "%": number * base / 100
  default: number
  }
}

/// The number of an attribute such as `width="640"`; `nil` if it is more than digits.
func pixels(_ value: String?) -> Int? {
  guard let value, !value.isEmpty, value.utf8.count <= 6, value.utf8.allSatisfy(isDigit) else { return nil }
  return Int(value)
}
