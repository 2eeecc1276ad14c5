/// True if `bytes` are one JSON value (RFC 8259) in valid UTF-8, whatever it means.
public func isJSON(_ bytes: [UInt8]) -> Bool {
  guard String(validating: bytes, as: UTF8.self) != nil else { return false }
  var syntax = JSONSyntax(bytes: bytes)
  return syntax.readValue(depth: 0) && syntax.index == bytes.count
}

private struct JSONSyntax {
  let bytes: [UInt8]
  var index = 0

  /// Written without white space, so none is skipped.
  mutating func readValue(depth: Int) -> Bool {
    guard index < bytes.count, depth < 1000 else { return false }
    switch bytes[index] {
    case UInt8(ascii: "\""): return readString()
    case UInt8(ascii: "{"):
      return readMembers(until: "}") { syntax in
        syntax.readString() && syntax.skip(":") && syntax.readValue(depth: depth + 1)
      }
    case UInt8(ascii: "["): return readMembers(until: "]") { $0.readValue(depth: depth + 1) }
    case UInt8(ascii: "t"): return skip("true")
    case UInt8(ascii: "f"): return skip("false")
    default: return readNumber()
    }
  }

  private mutating func readMembers(until end: StaticString, _ read: (inout JSONSyntax) -> Bool) -> Bool {
    index += 1
    if skip(end) { return true }
    repeat {
      guard read(&self) else { return false }
    } while skip(",")
    return skip(end)
  }

  private mutating func readString() -> Bool {
    guard skip("\"") else { return false }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case 0x00..<0x20: return false
      case UInt8(ascii: "\\"):
        guard index < bytes.count else { return false }
        if skip("u") {
          guard index + 4 <= bytes.count, bytes[index..<index + 4].allSatisfy(isHexadecimal) else {
            return false
          }
          index += 4
        } else if "\"\\/bfnrt".utf8.contains(bytes[index]) {
          index += 1
        } else {
          return false
        }
      default: continue
      }
    }
    return false
  }

  private mutating func readNumber() -> Bool {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) || "+-.eE".utf8.contains(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    return Double(text) != nil && (isDigit(bytes[start]) || bytes[start] == UInt8(ascii: "-"))
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let expected = "\(word)".utf8
    guard bytes[index...].starts(with: expected) else { return false }
    index += expected.count
    return true
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
  }
}
