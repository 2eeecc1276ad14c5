/// The inside of a JSON string (RFC 8259 §7).
enum JSONText {
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let span = text.utf8.span
    let count = span.count
    var start = 0
    var index = 0
    while index < count {
      while index &+ 16 <= count, !needsEscape(span.extracting(index..<index &+ 16)) { index &+= 16 }
      while index < count, !needsEscape(span[index]) { index &+= 1 }
      copy(span, start..<index, to: &bytes)
      guard index < count else { return }
      escape(span[index], to: &bytes)
      index &+= 1
      start = index
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// 16 bytes at once, without a branch, so that the compiler compares them together.
  @inline(__always)
  private static func needsEscape(_ block: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in 0..<16 {
      let byte = block[index]
      found |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
    }
    return found != 0
  }

  private static func copy(_ span: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
    guard !range.isEmpty else { return }
    let part = span.extracting(range)
    bytes.append(addingCapacity: part.count) { output in
      for index in part.indices { output.append(part[index]) }
    }
  }

  private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
