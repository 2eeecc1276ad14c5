extension HTMLPreparation {
  /// Names of characters become the characters, for libxml2 knows a ninth of them; numbers it reads itself.
  mutating func readReference() {
    index = HTMLReference.write(input, at: index, end: input.count, isInAttribute: false, to: &output)
  }
}

/// References to characters as HTML's tokenizer reads them (HTML standard §13.2.5.72 and following).
enum HTMLReference {
  /// Writes what begins with the `&` at `start`, ready for the parser, and returns the index after it.
  ///
  /// A name with its semicolon is read anywhere. One of the old names is read without it (`&copy2026`), but in an attribute
  /// only if no letter, digit or `=` follows: there it is a parameter of an address.
  static func write(
    _ input: [UInt8], at start: Int, end: Int, isInAttribute: Bool, to output: inout [UInt8]
  ) -> Int {
    let nameStart = start + 1
    var nameEnd = nameStart
    let limit = min(end, nameStart + CharacterNames.maximumLength)
    while nameEnd < limit, isLetterOrDigit(input[nameEnd]) { nameEnd += 1 }
    let isEnded = nameEnd < end && input[nameEnd] == UInt8(ascii: ";")
    return input.withUnsafeBufferPointer { input in
      func found(_ end: Int) -> CharacterNames.Found? {
        CharacterNames.all.character(UnsafeBufferPointer(rebasing: input[nameStart..<end]))
      }
      if isEnded, let known = found(nameEnd) {
        append(known.text, to: &output)
        return nameEnd + 1
      }
      // No old name is longer than six bytes.
      var cursor = min(nameEnd, nameStart + 6)
      while cursor >= nameStart + 2 {
        if let known = found(cursor), known.isLegacy {
          let next = cursor < end ? input[cursor] : 0
          if isInAttribute, next == UInt8(ascii: "=") || isLetterOrDigit(next) { break }
          append(known.text, to: &output)
          return cursor
        }
        cursor -= 1
      }
      output.append(UInt8(ascii: "&"))
      return nameStart
    }
  }

  /// What would be markup is escaped.
  private static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
      default: output.append(byte)
      }
    }
  }
}
