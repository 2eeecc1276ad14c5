/// A text as the body of a MIME part, in ASCII lines of at most 76 characters ended by CR LF.
///
/// Quoted-printable (RFC 2045, section 6.7), or base64 where escapes would be over half of it.
struct TransferEncoded: Hashable, Sendable {
  /// For the `Content-Transfer-Encoding` field.
  let name: String
  let bytes: [UInt8]

  init(_ text: String) {
    let plain = Array(text.utf8)
    let escapes = plain.count { $0 >= 0x7F || $0 == UInt8(ascii: "=") }
    if escapes * 3 * 2 > plain.count + 2 * escapes {
      name = "base64"
      bytes = wrapped(Array(base64(withNetworkLineEnds(plain)).utf8))
    } else {
      name = "quoted-printable"
      bytes = quotedPrintable(plain)
    }
  }
}

/// Line feeds as CR LF.
private func withNetworkLineEnds(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 32)
  for byte in bytes {
    if byte == 0x0A { result.append(0x0D) }
    result.append(byte)
  }
  return result
}

private func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 8)
  var index = 0
  while index < bytes.count {
    let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
    appendLine(bytes[index..<end], to: &result)
    if end < bytes.count { result += [0x0D, 0x0A] }
    index = end + 1
  }
  if result.suffix(2) != [0x0D, 0x0A] { result += [0x0D, 0x0A] }
  return result
}

private func appendLine(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
  var used = 0
  var isLineStart = true
  for index in line.indices {
    let byte = line[index]
    let isLast = index == line.endIndex - 1
    let isBlank = byte == 0x20 || byte == 0x09
    // Blanks at a line's end are lost on the way; "From " and a lone dot at a line's start are changed by mail stores.
    let isDoubtful =
      isBlank && isLast
      || isLineStart && (byte == UInt8(ascii: ".") || line[index...].starts(with: "From ".utf8))
    let isPlain = (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || isBlank) && !isDoubtful
    let length = isPlain ? 1 : 3
    // 75 and a soft break, unless the line ends with exactly this.
    if used + length > (isLast ? 76 : 75) {
      result += [UInt8(ascii: "="), 0x0D, 0x0A]
      used = 0
      // The first letter of a soft-broken line may be doubtful too, and is then written as an escape.
      if byte == UInt8(ascii: ".") || line[index...].starts(with: "From ".utf8) {
        appendEscape(of: byte, to: &result)
        used = 3
        isLineStart = false
        continue
      }
    }
    if isPlain { result.append(byte) } else { appendEscape(of: byte, to: &result) }
    used += length
    isLineStart = false
  }
}

private func appendEscape(of byte: UInt8, to result: inout [UInt8]) {
  result.append(UInt8(ascii: "="))
  result.append(hexadecimalDigit(byte >> 4))
  result.append(hexadecimalDigit(byte & 15))
}

private func wrapped(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 32)
  var index = 0
  while index < bytes.count {
    let end = min(index + 76, bytes.count)
    result += bytes[index..<end]
    result += [0x0D, 0x0A]
    index = end
  }
  return result
}

/// 0 to 15 as a capital hexadecimal digit.
func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + (value & 15) }

/// RFC 4648, section 4.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  var index = 0
  while index < bytes.count {
    let first = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    result.append(alphabet[Int(first >> 2)])
    result.append(alphabet[Int((first & 3) << 4 | second >> 4)])
    result.append(
      index + 1 < bytes.count ? alphabet[Int((second & 15) << 2 | third >> 6)] : UInt8(ascii: "="))
    result.append(index + 2 < bytes.count ? alphabet[Int(third & 63)] : UInt8(ascii: "="))
    index += 3
  }
  return String(decoding: result, as: UTF8.self)
}
