import International

/// An address that may be linked to: absolute http or https, in plain ASCII, without user name and password.
struct WebLink: Hashable, Sendable {
  let address: String
  /// Host and port, in lower case.
  let host: String

  /// `nil` for every other scheme (`javascript:`, `data:`, `mailto:` …), for relative addresses, for `user:password@host`
  /// (it makes one host look like another), and for addresses with white space in the host.
  ///
  /// What must not stand in an address is percent-encoded, so that it can neither leave an attribute nor break a line.
  init?(_ text: String?) {
    guard let text else { return nil }
    let bytes = Array(text.utf8).trimmed
    guard bytes.count <= 2048, let scheme = ["https://", "http://"].first(where: { hasPrefix(bytes, $0) })
    else { return nil }
    let rest = bytes[scheme.utf8.count...]
    let hostEnd = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
    guard let host = WebLink.host(rest[..<hostEnd]) else { return nil }
    self.host = host
    address = scheme + host + WebLink.encoded(rest[hostEnd...])
  }

  /// The same for links in what an author wrote, which may also lead to a mailbox: `mailto:` with one plain address and
  /// nothing else, since more of it could fill in a letter.
  init?(quoted text: String?) {
    guard let text else { return nil }
    let bytes = Array(text.utf8).trimmed
    guard hasPrefix(bytes, "mailto:") else {
      self.init(text)
      return
    }
    let address = bytes["mailto:".utf8.count...].prefix { $0 != UInt8(ascii: "?") }
    let parts = address.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, address.count <= 254,
      parts.allSatisfy({ part in
        !part.isEmpty
          && part.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "._+-".utf8.contains(byte)
            }
          }
      })
    else { return nil }
    self.init(
      address: "mailto:" + String(decoding: address, as: UTF8.self),
      host: String(decoding: parts[1], as: UTF8.self).lowercased())
  }

  private init(address: String, host: String) {
    self.address = address
    self.host = host
  }

  var isSecure: Bool { address.hasPrefix("https://") }

  /// Host and port in lower case, a name in other scripts as Punycode; `nil` if it is none.
  private static func host(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.isEmpty, bytes.count <= 255 else { return nil }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      let isAllowed = bytes.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
          true
        default: false
        }
      }
      return isAllowed ? String(decoding: bytes, as: UTF8.self).lowercased() : nil
    }
    let name = CleanText.line(String(decoding: bytes, as: UTF8.self)).lowercased()
    var labels: [String] = []
    for label in name.split(separator: ".", omittingEmptySubsequences: false) {
      if label.utf8.allSatisfy({ $0 < 0x80 }) {
        guard let ascii = host(Array(label.utf8)[...]) else { return nil }
        labels.append(ascii)
      } else {
        guard label.unicodeScalars.allSatisfy({ isLabelScalar($0) }),
          let code = punycode(label.unicodeScalars)
        else {
          return nil
        }
        labels.append("xn--" + code)
      }
    }
    return labels.joined(separator: ".")
  }

  private static func isLabelScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
        result.append(byte)
      } else if byte >= 0x20, byte != 0x7F {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Without white space and control characters at both ends.
  fileprivate var trimmed: [UInt8] {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
      return []
    }
    return Array(self[first...last])
  }
}

/// Letter case ignored.
private func hasPrefix(_ bytes: [UInt8], _ prefix: String) -> Bool {
  bytes.count > prefix.utf8.count && zip(bytes, prefix.utf8).allSatisfy { ($0 | 0x20) == ($1 | 0x20) }
}
