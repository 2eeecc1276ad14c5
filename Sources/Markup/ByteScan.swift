#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Index of the first byte beyond ASCII from `start` on; `count` if there is none.
func firstBeyondASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
  var index = start
  let count = bytes.count
  if let base = UnsafeRawPointer(bytes.baseAddress) {
    while index &+ 32 <= count {
      let first = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let second = base.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self)
      let third = base.loadUnaligned(fromByteOffset: index &+ 16, as: UInt64.self)
      let fourth = base.loadUnaligned(fromByteOffset: index &+ 24, as: UInt64.self)
      if (first | second | third | fourth) & 0x8080_8080_8080_8080 != 0 { break }
      index &+= 32
    }
    while index &+ 8 <= count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
      if word != 0 { return index &+ UInt64(littleEndian: word).trailingZeroBitCount / 8 }
      index &+= 8
    }
  }
  while index < count, bytes[index] < 0x80 { index += 1 }
  return index
}

func isASCII(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { firstBeyondASCII($0) == $0.count }
}

/// The first `byte` in a range of memory; the C library compares many at once.
func find(
  _ byte: UInt8, from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
) -> UnsafePointer<UInt8>? {
  guard start < end, let found = memchr(start, Int32(byte), end - start) else { return nil }
  return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
}

/// Index of the first `byte` from `start` on.
func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
  bytes.withUnsafeBufferPointer { bytes in
    guard let base = bytes.baseAddress else { return nil }
    return find(byte, from: base + min(start, bytes.count), to: base + bytes.count).map { $0 - base }
  }
}

/// True if XML text holds a character for ``withoutControls(_:)``: a carriage return, DEL or a C1 control
/// (U+0080 to U+009F).
func hasControls(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let start = bytes.baseAddress else { return false }
  let end = start + bytes.count
  if find(0x0D, from: start, to: end) != nil || find(0x7F, from: start, to: end) != nil { return true }
  return hasC1Controls(bytes)
}

/// True if text holds a character from U+0080 to U+009F.
func hasC1Controls(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let start = bytes.baseAddress else { return false }
  let end = start + bytes.count
  var place = start
  while let lead = find(0xC2, from: place, to: end) {
    if lead + 1 < end, lead[1] < 0xA0 { return true }
    place = lead + 1
  }
  return false
}

/// True if text begins with a byte order mark or holds U+FFFE or U+FFFF.
func hasByteOrderMarkOrNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let start = bytes.baseAddress else { return false }
  let end = start + bytes.count
  var place = start
  while let lead = find(0xEF, from: place, to: end) {
    if end - lead > 2 {
      if lead == start, lead[1] == 0xBB, lead[2] == 0xBF { return true }
      if lead[1] == 0xBF, lead[2] >= 0xBE { return true }
    }
    place = lead + 1
  }
  return false
}

/// The number of line feeds in valid UTF-8; `nil` if there is a character that XML forbids (XML 1.0 §2.2): a
/// control character but tab, line feed and carriage return, U+FFFE or U+FFFF.
func linesOfXMLText(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  guard let base = bytes.baseAddress else { return 0 }
  let raw = UnsafeRawPointer(base)
  var lines = 0
  var index = 0
  while index &+ 8 <= bytes.count {
    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    // The high bit of each byte below 0x20; a byte above one of those may be marked, too.
    var low = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
    while low != 0 {
      let byte = base[index &+ low.trailingZeroBitCount / 8]
      if byte == 0x0A { lines &+= 1 } else if byte < 0x20, byte != 0x09, byte != 0x0D { return nil }
      low &= low &- 1
    }
    index &+= 8
  }
  while index < bytes.count {
    let byte = base[index]
    if byte == 0x0A { lines += 1 } else if byte < 0x20, byte != 0x09, byte != 0x0D { return nil }
    index += 1
  }
  var place = base
  let end = base + bytes.count
  while let lead = find(0xEF, from: place, to: end) {
    if end - lead > 2, lead[1] == 0xBF, lead[2] >= 0xBE { return nil }
    place = lead + 1
  }
  return lines
}

/// `bytes`, valid UTF-8, without control characters but tab and line feed; line ends become line feeds, C1
/// controls the windows-1252 characters for which they are mistaken, or nothing.
func withoutControls(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x0D:
      result.append(0x0A)
      if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
    case 0x09, 0x0A: result.append(byte)
    case 0x00..<0x20, 0x7F: break
    case 0xC2 where index < bytes.endIndex && bytes[index] < 0xA0:
      let scalar = windows1252Scalar(bytes[index])
      if scalar >= 0xA0 { appendUTF8(scalar, to: &result) }
      index += 1
    default: result.append(byte)
    }
  }
  return result
}
