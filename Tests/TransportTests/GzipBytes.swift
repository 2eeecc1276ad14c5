/// Writes gzip (RFC 1952) by hand, so that tests need no library to make bodies.
enum GzipBytes {
  /// `content` in stored blocks: as long as it was, and a little longer.
  static func stored(_ content: [UInt8]) -> [UInt8] {
    var result = header
    var rest = content[...]
    repeat {
      let piece = rest.prefix(0xFFFF)
      rest = rest.dropFirst(0xFFFF)
      let length = UInt16(piece.count)
      result.append(rest.isEmpty ? 1 : 0)
      result += littleEndian(length) + littleEndian(~length) + piece
    } while !rest.isEmpty
    return result + littleEndian(checksum(content)) + littleEndian(UInt32(content.count))
  }

  /// `1 + 258 * repetitions` times the letter A, in about 1/158 of the space: fixed codes of RFC 1951, each of 13 bits for
  /// "258 bytes from one byte back". The checksum is left wrong: a client that reads so far has failed already.
  static func dense(repetitions: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.write(1, count: 1)
    bits.write(1, count: 2)
    bits.writeCode(0x30 + 65, count: 8)
    for _ in 0..<repetitions {
      bits.writeCode(0b1100_0101, count: 8)
      bits.writeCode(0, count: 5)
    }
    bits.writeCode(0, count: 7)
    return header + bits.bytes + [0, 0, 0, 0] + littleEndian(UInt32(1 + 258 * repetitions))
  }

  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checksum(_ content: [UInt8]) -> UInt32 {
    var checksum: UInt32 = ~0
    for byte in content {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
    }
    return ~checksum
  }
}

/// Bits in the order of deflate: the lowest of a byte first.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  mutating func write(_ value: Int, count: Int) {
    for position in 0..<count { writeBit(value >> position & 1) }
  }

  /// Codes, unlike numbers, are written with their highest bit first.
  mutating func writeCode(_ value: Int, count: Int) {
    for position in (0..<count).reversed() { writeBit(value >> position & 1) }
  }

  private mutating func writeBit(_ bit: Int) {
    if used == 8 {
      bytes.append(0)
      used = 0
    }
    bytes[bytes.count - 1] |= UInt8(bit << used)
    used += 1
  }
}
