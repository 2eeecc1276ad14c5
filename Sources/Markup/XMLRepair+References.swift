extension XMLRepair {
  /// An `&`: kept if it begins a reference that XML knows, replaced if HTML or the document's DTD knows it,
  /// else escaped.
  ///
  /// - Parameter end: where the attribute value that it stands in ends; `nil` in text.
  mutating func reference(quote end: Int?) {
    let start = index
    let limit = min(end ?? bytes.count, index + 64)
    var cursor = index + 1
    let isNumber = cursor < limit && bytes[cursor] == UInt8(ascii: "#")
    if isNumber { cursor += 1 }
    let nameStart = cursor
    while cursor < limit, isLetterOrDigit(bytes[cursor]) || bytes[cursor] == UInt8(ascii: "_") { cursor += 1 }
    guard cursor < limit, bytes[cursor] == UInt8(ascii: ";"), cursor > nameStart else {
      note(.notWellFormed, "bare \"&\"", at: start)
      output.append(contentsOf: "&amp;".utf8)
      index += 1
      return
    }
    let name = bytes[nameStart..<cursor]
    index = cursor + 1
    if isNumber {
      numericReference(name, at: start)
    } else if XMLEntityTable.isPredefined(name) {
      output.append(contentsOf: bytes[start...cursor])
    } else if let replacement = entities.replacement(for: name) {
      appendEscaped(replacement)
    } else if let characters = htmlEntity(name) {
      if !entities.hasDTD {
        note(.entityUndefined, "the entity \"\(self.name(name))\" is not declared", at: start)
      }
      appendEscaped(characters)
    } else {
      note(.entityUndefined, "the entity \"\(self.name(name))\" is unknown", at: start)
      output.append(contentsOf: "&amp;".utf8)
      output.append(contentsOf: bytes[start + 1...cursor])
    }
  }

  private mutating func numericReference(_ digits: ArraySlice<UInt8>, at start: Int) {
    guard let scalar = characterNumber(digits), isXMLCharacter(scalar) else {
      note(.illegalCharacter, "the reference \"&#\(name(digits));\" is no character", at: start)
      return
    }
    var character: [UInt8] = []
    appendUTF8(scalar, to: &character)
    appendEscaped(character)
  }

  private mutating func appendEscaped(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case 0x22: output.append(contentsOf: "&quot;".utf8)
      case 0x09, 0x0A, 0x0D: output.append(contentsOf: "&#\(byte);".utf8)
      default: output.append(byte)
      }
    }
  }

  private func isXMLCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
}

/// The number that `digits` of a character reference mean: decimal, or hexadecimal after an `x`.
func characterNumber(_ digits: ArraySlice<UInt8>) -> UInt32? {
  let text = String(decoding: digits.prefix(12), as: UTF8.self)
  guard let first = digits.first, digits.count <= 12 else { return nil }
  return first | 0x20 == UInt8(ascii: "x") ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
}
