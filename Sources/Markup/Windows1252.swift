/// The character of a byte in windows-1252 (WHATWG Encoding: the five unassigned bytes are C1 controls).
func windows1252Scalar(_ byte: UInt8) -> UInt32 {
  byte >= 0x80 && byte < 0xA0 ? windows1252Upper[Int(byte) - 0x80] : UInt32(byte)
}

/// 0x80 to 0x9F.
private let windows1252Upper: [UInt32] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
  0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0x9D, 0x017E, 0x0178,
]

/// `bytes` as UTF-8. Every byte is some character, so this never fails.
func decodedWindows1252(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 8)
  bytes.withUnsafeBufferPointer { bytes in
    var index = 0
    while index < bytes.count {
      let start = index
      index = firstBeyondASCII(bytes, from: start)
      result.append(contentsOf: bytes[start..<index])
      while index < bytes.count, bytes[index] >= 0x80 {
        appendUTF8(windows1252Scalar(bytes[index]), to: &result)
        index += 1
      }
    }
  }
  return result
}

/// The byte, 0x80 to 0x9F, that stands for a character in windows-1252.
func windows1252Byte(_ scalar: UInt32) -> UInt8? {
  windows1252Upper.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
}
