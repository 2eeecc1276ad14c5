import International

/// The authority of an address: `user@host:port`.
struct Authority {
  let userInfo: String?
  let host: String
  let port: Int?

  /// `nil` if the host holds what no host may hold, or the port is no port.
  init?(parsing bytes: ArraySlice<UInt8>, isWeb: Bool, _ spelling: WebAddress.Spelling) {
    guard bytes.count <= 2048 else { return nil }
    var rest = bytes
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
      userInfo = percentEncoded(rest[..<at], .userInfo)
      rest = rest[(at + 1)...]
    } else {
      userInfo = nil
    }
    let bracket = rest.lastIndex(of: UInt8(ascii: "]")) ?? rest.startIndex
    if let colon = rest[bracket...].lastIndex(of: UInt8(ascii: ":")) {
      let digits = rest[(colon + 1)...]
      guard digits.count <= 5, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard number <= 65_535 else { return nil }
      port = digits.isEmpty ? nil : number
      rest = rest[..<colon]
    } else {
      port = nil
    }
    guard let host = Authority.host(rest, spelling), !(isWeb && host.isEmpty) else { return nil }
    self.host = host
  }

  private static func host(_ bytes: ArraySlice<UInt8>, _ spelling: WebAddress.Spelling) -> String? {
    if bytes.first == UInt8(ascii: "[") {
      let inner = bytes.dropFirst().dropLast()
      guard bytes.last == UInt8(ascii: "]"), !inner.isEmpty,
        inner.allSatisfy({ isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
      else { return nil }
      return String(decoding: bytes.map(lowered), as: UTF8.self)
    }
    let decoded = percentDecoded(bytes)
    if decoded.allSatisfy({ $0 < 0x80 }) {
      guard decoded.allSatisfy({ isHostByte($0) }) else { return nil }
      return String(decoding: decoded.map(lowered), as: UTF8.self)
    }
    guard let text = String(validating: decoded, as: UTF8.self) else { return nil }
    guard let ascii = asciiHost(text), ascii.utf8.allSatisfy({ $0 < 0x80 && isHostByte($0) }) else {
      return nil
    }
    return spelling == .ascii ? ascii : text
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    guard byte > 0x20, byte < 0x7F else { return false }
    return !"#%/:<>?@[\\]^|\"`{}".utf8.contains(byte)
  }
}

func isHexDigit(_ byte: UInt8) -> Bool { hexValue(byte) != nil }

func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}

func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hexValue(bytes[index + 1]),
      let low = hexValue(bytes[index + 2])
    {
      result.append(high << 4 | low)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}
