/// What a look at bytes as UTF-8 tells.
struct UTF8Survey {
  /// Characters of more than one byte.
  var multibyteCount = 0
  /// Bytes that belong to no character.
  var invalidCount = 0

  init(_ bytes: borrowing [UInt8]) {
    (multibyteCount, invalidCount) = bytes.withUnsafeBufferPointer { bytes in
      var multibyteCount = 0
      var invalidCount = 0
      var index = firstBeyondASCII(bytes)
      let end = bytes.count
      while index < end {
        let byte = bytes[index]
        if byte < 0x80 {
          index &+= 1
          // Words of other scripts are short; a longer stretch of ASCII is left in great steps.
          if index < end, bytes[index] < 0x80 { index = firstBeyondASCII(bytes, from: index &+ 1) }
          continue
        }
        let start = index
        if byte < 0xE0 {
          while areFourPairs(bytes, at: index) { index &+= 8 }
          multibyteCount &+= (index &- start) / 2
        } else {
          while areTwoTriples(bytes, at: index) { index &+= 6 }
          multibyteCount &+= (index &- start) / 3
        }
        guard index < end, bytes[index] >= 0x80 else { continue }
        let length = sequenceLength(bytes, at: index)
        if length == 0 { invalidCount &+= 1 } else { multibyteCount &+= 1 }
        index &+= max(length, 1)
      }
      return (multibyteCount, invalidCount)
    }
  }
}

/// Whether there are four characters of two bytes each at `index`, as in Cyrillic, Greek or Arabic words.
@inline(__always)
private func areFourPairs(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  guard let word = littleEndianWord(bytes, at: index) else { return false }
  let leads = word & 0x001E_001E_001E_001E
  // Lead bytes are C2 to DF: not C0 or C1.
  let hasOverlong = (leads &- 0x0001_0001_0001_0001) & ~leads & 0x8000_8000_8000_8000 != 0
  return word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 && !hasOverlong
}

/// Whether there are two characters of three bytes each at `index`, as in Chinese, but for those that begin
/// with E0 or ED.
@inline(__always)
private func areTwoTriples(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  guard let word = littleEndianWord(bytes, at: index),
    word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0
  else { return false }
  let first = word & 0x0F
  let second = word >> 24 & 0x0F
  return first != 0 && first != 0x0D && second != 0 && second != 0x0D
}

@inline(__always)
private func littleEndianWord(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64? {
  guard index + 8 <= bytes.count else { return nil }
  return UInt64(
    littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
}

/// Length of the well-formed UTF-8 sequence at `index` (Unicode 15, table 3-7); 0 if there is none.
func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    index + offset < bytes.count && range.contains(bytes[index + offset])
  }
  switch bytes[index] {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: return continues(1) ? 2 : 0
  case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
  case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
  case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
  case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
  case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
  case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
  default: return 0
  }
}

/// `bytes` if they are valid UTF-8, else repaired.
func validUTF8(_ bytes: [UInt8]) -> [UInt8] {
  UTF8Survey(bytes).invalidCount == 0 ? bytes : repairedUTF8(bytes)
}

/// `bytes` with every byte that belongs to no character read as windows-1252: what single pasted bytes mostly are.
func repairedUTF8(_ bytes: [UInt8]) -> [UInt8] {
  bytes.withUnsafeBufferPointer { bytes in
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes, at: index)
      if length == 0 {
        appendUTF8(windows1252Scalar(bytes[index]), to: &result)
        index += 1
      } else {
        result.append(contentsOf: bytes[index..<index + length])
        index += length
      }
    }
    return result
  }
}

/// Appends the UTF-8 bytes of a Unicode scalar value.
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  switch scalar {
  case 0..<0x80:
    bytes.append(UInt8(truncatingIfNeeded: scalar))
  case 0x80..<0x800:
    bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  case 0x800..<0x10000:
    bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  default:
    bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 0x07))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }
}
