#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Charset {
  /// `bytes` as valid UTF-8, and how many places did not fit; each of those becomes one replacement character
  /// (in UTF-8:
  /// the windows-1252 character of the byte). `nil` if this system cannot decode the encoding.
  /// - Parameter survey: what is known of the bytes as UTF-8, if they were looked at before.
  func decode(_ bytes: [UInt8], survey: UTF8Survey? = nil) -> (utf8: [UInt8], misfits: Int)? {
    switch decoding {
    case .utf8:
      let survey = survey ?? UTF8Survey(bytes)
      return survey.invalidCount == 0 ? (bytes, 0) : (repairedUTF8(bytes), survey.invalidCount)
    case .windows1252: return (decodedWindows1252(bytes), 0)
    case .utf16(let bigEndian): return decodedUTF16(bytes, bigEndian: bigEndian)
    case .utf32(let bigEndian): return decodedUTF32(bytes, bigEndian: bigEndian)
    case .iconv(let name): return decodedByIconv(bytes, from: name)
    }
  }
}

private let replacement: UInt32 = 0xFFFD

private func decodedUTF16(_ bytes: [UInt8], bigEndian: Bool) -> (utf8: [UInt8], misfits: Int) {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var misfits = bytes.count % 2
  let units = bytes.count / 2
  func unit(_ index: Int) -> UInt32 {
    let first = UInt32(bytes[index * 2])
    let second = UInt32(bytes[index * 2 + 1])
    return bigEndian ? first << 8 | second : second << 8 | first
  }
  var index = 0
  while index < units {
    let high = unit(index)
    index += 1
    guard (0xD800...0xDFFF).contains(high) else {
      appendUTF8(high, to: &result)
      continue
    }
    if high < 0xDC00, index < units, case let low = unit(index), (0xDC00...0xDFFF).contains(low) {
      appendUTF8(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), to: &result)
      index += 1
    } else {
      appendUTF8(replacement, to: &result)
      misfits += 1
    }
  }
  return (result, misfits)
}

private func decodedUTF32(_ bytes: [UInt8], bigEndian: Bool) -> (utf8: [UInt8], misfits: Int) {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count / 2)
  var misfits = bytes.count % 4 == 0 ? 0 : 1
  for index in 0..<bytes.count / 4 {
    var scalar: UInt32 = 0
    for offset in 0..<4 {
      scalar = scalar << 8 | UInt32(bytes[index * 4 + (bigEndian ? offset : 3 - offset)])
    }
    if scalar > 0x10FFFF || (0xD800...0xDFFF).contains(scalar) {
      scalar = replacement
      misfits += 1
    }
    appendUTF8(scalar, to: &result)
  }
  return (result, misfits)
}

/// By the C library, in pieces; a byte that does not fit is replaced and skipped.
private func decodedByIconv(_ bytes: [UInt8], from name: String) -> (utf8: [UInt8], misfits: Int)? {
  guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1)
  else { return nil }
  defer { _ = iconv_close(converter) }
  var input = bytes
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 2)
  var piece = [CChar](repeating: 0, count: 16_384)
  var misfits = 0
  input.withUnsafeMutableBytes { input in
    var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = input.count
    while left > 0 {
      let status = piece.withUnsafeMutableBufferPointer { piece -> Int32 in
        var output = piece.baseAddress
        var room = piece.count
        let converted = iconv(converter, &next, &left, &output, &room)
        let failure = errno
        piece[..<(piece.count - room)].withMemoryRebound(to: UInt8.self) {
          result.append(contentsOf: $0)
        }
        return converted == -1 ? failure : 0
      }
      if status == 0 || status == E2BIG { continue }
      appendUTF8(replacement, to: &result)
      misfits += 1
      next = next?.advanced(by: 1)
      left -= 1
    }
  }
  return (result, misfits)
}
