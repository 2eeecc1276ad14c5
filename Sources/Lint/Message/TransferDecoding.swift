/// The content of a part; `nil` if its encoding is broken.
func decoded(_ part: MessageEntity) -> [UInt8]? {
  switch part.encoding {
  case "quoted-printable": quotedPrintableDecoded(part.body)
  case "base64": base64Decoded(part.body)
  case "7bit", "8bit", "binary": Array(part.body)
  default: nil
  }
}

func quotedPrintableDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
  var result: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    guard bytes[index] == UInt8(ascii: "=") else {
      result.append(bytes[index])
      index += 1
      continue
    }
    let next = bytes[(index + 1)...].prefix(2)
    if next.first == 0x0A {
      index += 2
    } else if next.elementsEqual([0x0D, 0x0A]) {
      index += 3
    } else if next.count == 2, let high = digit(next[index + 1]), let low = digit(next[index + 2]) {
      result.append(high << 4 | low)
      index += 3
    } else if next.allSatisfy(isBlank) {
      // Blanks before the line end, which some relay has added.
      index = bytes[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
    } else {
      return nil
    }
  }
  return result
}

private func digit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  // Against the rule, and read by all.
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}

func base64Decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
  var result: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  var isPadded = false
  for byte in bytes where byte > 0x20 {
    let value: UInt32
    switch byte {
    case 0x41...0x5A: value = UInt32(byte) - 0x41
    case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
    case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    case UInt8(ascii: "="):
      isPadded = true
      continue
    default: return nil
    }
    guard !isPadded else { return nil }
    bits = bits << 6 | value
    count += 6
    if count >= 8 {
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      bits &= (1 << UInt32(count)) - 1
    }
  }
  return result
}
