/// Writes HTML; escapes by byte, so that no combining character can hide a quote.
struct SafeHTMLWriter {
  /// Valid UTF-8: only whole texts and characters are added.
  private var bytes: [UInt8] = []

  /// What was written, without outer white space.
  var string: String {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var end = bytes.count
      while start < end, isOuterSpace(bytes[start]) { start += 1 }
      while end > start, isOuterSpace(bytes[end - 1]) { end -= 1 }
      return String(copying: UTF8Span(unchecked: UnsafeBufferPointer(rebasing: bytes[start..<end]).span))
    }
  }

  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func text(_ text: String) {
    append(text, escaping: Self.textReference)
  }

  mutating func text(_ scalar: Unicode.Scalar) {
    if scalar.isASCII, let reference = Self.textReference(UInt8(truncatingIfNeeded: scalar.value)) {
      append(reference)
    } else {
      appendUTF8(scalar.value, to: &bytes)
    }
  }

  /// Text in which nothing is to be escaped.
  mutating func verbatim(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  mutating func attribute(_ name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    append(name)
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    append(value, escaping: Self.attributeReference)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func startTag(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
  }

  mutating func endOfStartTag() { bytes.append(UInt8(ascii: ">")) }

  mutating func endTag(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  // MARK: Bytes

  /// What stands for a byte of text; `nil` if it stands for itself.
  private static func textReference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case 0x0D: "\n"
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: ""
    default: nil
    }
  }

  private static func attributeReference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case UInt8(ascii: "`"): "&#96;"
    case 0x00...0x1F, 0x7F: " "
    default: nil
    }
  }

  @inline(__always)
  private mutating func append(_ text: String, escaping reference: (UInt8) -> StaticString?) {
    text.utf8.span.withUnsafeBufferPointer { text in
      var start = 0
      for index in text.indices {
        // All that is escaped is below the letters, but for these two.
        let byte = text[index]
        if byte > 0x3E, byte != 0x60, byte != 0x7F { continue }
        guard let reference = reference(byte) else { continue }
        bytes.append(contentsOf: text[start..<index])
        append(reference)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ name: String) {
    name.utf8.span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private func isOuterSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
