/// One header field of a request or a response.
///
/// The value of a received field holds one scalar (U+0000 to U+00FF) for each byte, so that a validator can be sent back
/// byte for byte whatever encoding its server had in mind (the "isomorphic decoding" of the Fetch standard).
public struct HTTPField: Hashable, Sendable {
  /// As sent; compared without regard to case.
  public let name: String
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// True if the field is called `name`, in whatever case.
  public func isNamed(_ name: String) -> Bool {
    self.name.utf8.count == name.utf8.count
      && self.name.utf8.elementsEqual(name.utf8) { $0 == $1 || lowercased($0) == lowercased($1) }
  }
}

extension HTTPField {
  /// False if the field would break out of its line or its name is not a token (RFC 9110 section 5.6.2).
  package var isSendable: Bool {
    !name.isEmpty && name.utf8.allSatisfy(isTokenByte)
      && value.utf8.allSatisfy { $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }
  }

  /// The field's line, without the end of line: bytes that came from a response leave as they came.
  var lineBytes: [UInt8] {
    let text = trimmedFieldValue(value)
    // "Name;" is how libcurl is told to send a field without a value; "Name:" would drop the field.
    var line = Array(name.utf8)
    guard !text.isEmpty else { return line + [UInt8(ascii: ";")] }
    line += [UInt8(ascii: ":"), 0x20]
    line += bytes(ofField: text)
    return line
  }
}

/// A field value as one scalar a byte, without spaces and tabs at both ends.
func fieldText(_ bytes: some BidirectionalCollection<UInt8>) -> String {
  guard let first = bytes.firstIndex(where: { !isBlank($0) }),
    let last = bytes.lastIndex(where: { !isBlank($0) })
  else { return "" }
  let bytes = bytes[first...last]
  // Bytes of ASCII are scalars already.
  if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
  var text = String.UnicodeScalarView()
  for byte in bytes { text.append(Unicode.Scalar(byte)) }
  return String(text)
}

/// The bytes behind a field value: one for each scalar, or UTF-8 if the text cannot have come from a field.
func bytes(ofField text: String) -> [UInt8] {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    guard let byte = UInt8(exactly: scalar.value) else { return Array(text.utf8) }
    bytes.append(byte)
  }
  return bytes
}

/// Without spaces and tabs at both ends.
func trimmedFieldValue(_ text: String) -> String {
  if let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, !isBlank(first),
    !isBlank(last)
  {
    return text
  }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isBlank($0) }),
    let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(scalars[first...last])
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// ASCII letters in lower case; other bytes unchanged.
func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

private func isTokenByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
