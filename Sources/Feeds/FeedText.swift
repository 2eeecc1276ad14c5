/// A field's bytes as text: without outer white space and control characters.
///
/// C1 controls are read as the windows-1252 characters for which feeds mistake them.
func trimmedText(_ bytes: [UInt8]) -> String {
  var slice = bytes[...]
  while let first = slice.first, isBlank(first) { slice = slice.dropFirst() }
  while let last = slice.last, isBlank(last) { slice = slice.dropLast() }
  guard !slice.isEmpty else { return "" }
  if hasControls(slice) { return cleaned(slice) }
  return String(decoding: slice, as: UTF8.self)
}

/// `text` without outer white space.
func trimmed(_ text: String) -> String {
  guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last) else {
    return text
  }
  return trimmedText(Array(text.utf8))
}

/// A text that may be empty as one that may be absent.
func nonEmpty(_ text: String?) -> String? {
  guard let text, case let trimmed = trimmed(text), !trimmed.isEmpty else { return nil }
  return trimmed
}

func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

/// A language tag in the form of BCP 47: `en_US` becomes `en-US`.
func languageTag(_ text: String) -> String {
  String(decoding: text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
}

/// A whole number at the start of `text`; `nil` if there is none or it is too large.
func wholeNumber(_ text: String?) -> Int? {
  guard let text = nonEmpty(text) else { return nil }
  var digits = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  let rest = text.utf8.dropFirst(digits.count)
  // "12.0" and "300px" are numbers, "12-15" is not.
  if let next = rest.first, next != UInt8(ascii: "."), next != UInt8(ascii: "%"), next != UInt8(ascii: " "),
    next | 0x20 != UInt8(ascii: "p")
  {
    digits = digits.prefix(0)
  }
  return Int(String(decoding: Array(digits), as: UTF8.self))
}

private func hasControls(_ bytes: ArraySlice<UInt8>) -> Bool {
  var previous: UInt8 = 0
  for byte in bytes {
    if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F { return true }
    if previous == 0xC2 && byte >= 0x80 && byte < 0xA0 { return true }
    previous = byte
  }
  return false
}

private func cleaned(_ bytes: ArraySlice<UInt8>) -> String {
  var scalars = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0x0D: scalars.append("\n")
    case 0x0A where previous == "\r": break
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: break
    case 0x80...0x9F:
      if let character = Unicode.Scalar(mistakenControls[Int(scalar.value) - 0x80]) {
        scalars.append(character)
      }
    default: scalars.append(scalar)
    }
    previous = scalar
  }
  return String(scalars)
}

/// Windows-1252, 0x80 to 0x9F; 0 where it has nothing.
private let mistakenControls: [UInt32] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017D,
  0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
  0x017E, 0x0178,
]
