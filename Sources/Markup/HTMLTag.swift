/// One tag as the tokenizer of the HTML standard reads it (§13.2.5.6 and following).
struct HTMLTag {
  /// ASCII letters in lower case.
  var name: String
  /// ` name="value"` for each usable attribute, ready to be written.
  let attributes: [UInt8]
  /// Index after the `>`.
  let end: Int
  /// False for names that no element has and that a parser could read otherwise.
  let isNameUsable: Bool
  /// A `type` that says JSON-LD.
  let isJSONScript: Bool

  /// Reads from the first letter of the name; `nil` if the input ends inside the tag.
  init?(reading input: [UInt8], at start: Int) {
    var index = start
    while index < input.count, !HTMLTag.endsName(input[index]) { index += 1 }
    let nameBytes = input[start..<index]
    isNameUsable =
      nameBytes.count <= HTMLPreparation.maximumNameLength && nameBytes.allSatisfy(HTMLTag.isNameByte)
    name = String(decoding: nameBytes.prefix(HTMLPreparation.maximumNameLength).map(lowered), as: UTF8.self)
    var written: [UInt8] = []
    var count = 0
    var isJSON = false
    while true {
      while index < input.count, HTMLTag.isSpace(input[index]) || input[index] == UInt8(ascii: "/") {
        index += 1
      }
      guard index < input.count else { return nil }
      if input[index] == UInt8(ascii: ">") { break }
      let attributeStart = index
      index += 1
      while index < input.count, !HTMLTag.endsName(input[index]), input[index] != UInt8(ascii: "=") {
        index += 1
      }
      let attributeName = input[attributeStart..<index]
      while index < input.count, HTMLTag.isSpace(input[index]) { index += 1 }
      var value: ArraySlice<UInt8> = []
      if index < input.count, input[index] == UInt8(ascii: "=") {
        index += 1
        while index < input.count, HTMLTag.isSpace(input[index]) { index += 1 }
        guard index < input.count else { return nil }
        if input[index] == UInt8(ascii: "\"") || input[index] == UInt8(ascii: "'") {
          guard let close = input[(index + 1)...].firstIndex(of: input[index]) else { return nil }
          value = input[(index + 1)..<close]
          index = close + 1
        } else {
          let valueStart = index
          while index < input.count, !HTMLTag.isSpace(input[index]), input[index] != UInt8(ascii: ">") {
            index += 1
          }
          value = input[valueStart..<index]
        }
      }
      guard count < HTMLPreparation.maximumAttributes,
        attributeName.count <= HTMLPreparation.maximumNameLength,
        attributeName.first.map({ isLetter($0) || $0 == UInt8(ascii: "_") }) == true,
        attributeName.allSatisfy(HTMLTag.isNameByte)
      else { continue }
      count += 1
      written.append(UInt8(ascii: " "))
      written.append(contentsOf: attributeName.map(lowered))
      written.append(contentsOf: "=\"".utf8)
      for byte in value where byte != 0 {
        if byte == UInt8(ascii: "\"") {
          written.append(contentsOf: "&quot;".utf8)
        } else {
          written.append(byte)
        }
      }
      written.append(UInt8(ascii: "\""))
      if attributeName.map(lowered) == Array("type".utf8) {
        isJSON = isJSON || HTMLTag.saysJSON(value)
      }
    }
    attributes = written
    end = index + 1
    isJSONScript = isJSON
  }

  private static func saysJSON(_ value: ArraySlice<UInt8>) -> Bool {
    let type = value.filter { !isSpace($0) }.map(lowered)
    return type.starts(with: "application/ld+json".utf8)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
