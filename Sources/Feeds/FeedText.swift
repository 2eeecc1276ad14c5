import Markup

/// Bytes as text, without outer white space and control characters (see ``UTF8Buffer/trimmed``), also those
/// that XML forbids: base64 and JSON may hold them.
func trimmedText(_ bytes: [UInt8]) -> String {
  let isLegal = { (byte: UInt8) in byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
  return UTF8Buffer(String(decoding: bytes.filter(isLegal), as: UTF8.self)).trimmed
}

/// `text` without outer white space and control characters.
func trimmed(_ text: String) -> String {
  guard let first = text.utf8.first, let last = text.utf8.last,
    isBlank(first) || isBlank(last) || text.utf8.contains(where: mayBeControl)
  else { return text }
  return trimmedText(Array(text.utf8))
}

/// True for what may be, or begin (C1), a control character other than tab and line feed.
private func mayBeControl(_ byte: UInt8) -> Bool {
  byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F || byte == 0xC2
}

/// A text that may be empty as one that may be absent.
func nonEmpty(_ text: String?) -> String? {
  guard let text, case let trimmed = trimmed(text), !trimmed.isEmpty else { return nil }
  return trimmed
}

/// `text` without the CDATA section around it that somebody escaped, or put into another one.
func withoutSection(_ text: String) -> String {
  let (start, end) = ("<![CDATA[".utf8, "]]>".utf8)
  guard text.utf8.starts(with: start) else { return text }
  var inner = text.utf8.dropFirst(start.count)
  if inner.suffix(end.count).elementsEqual(end) { inner = inner.dropLast(end.count) }
  return trimmed(String(decoding: Array(inner), as: UTF8.self))
}

/// A media type in small letters without its parameters: `text/html` of `text/HTML; charset=utf-8`.
func mediaType(_ text: String?) -> String? {
  nonEmpty(text).flatMap { nonEmpty(String($0.prefix { $0 != ";" })) }.map(asciiLowerCased)
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
