/// An address as it may stand in a header: one `@`, a dot-atom before it, a host name after it, all ASCII.
struct MailAddress: Hashable, Sendable {
  let text: String
  let domain: String

  /// `nil` for anything that could leave the header or name more than one mailbox.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")), at > 0, at <= 64 else {
      return nil
    }
    let local = bytes[..<at]
    let domain = bytes[(at + 1)...]
    let isLocal = local.allSatisfy { byte in
      isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }
    let isDomain = domain.allSatisfy {
      isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    let dot = UInt8(ascii: ".")
    guard isLocal, isDomain, domain.count > 2, domain.contains(dot), domain.first != dot, domain.last != dot,
      local.first != dot, local.last != dot
    else { return nil }
    self.text = text
    self.domain = String(decoding: domain, as: UTF8.self).lowercased()
  }

  /// Stands in where the configuration holds no usable address; lint says so.
  static let nobody = MailAddress(text: "digest@example.invalid", domain: "example.invalid")

  private init(text: String, domain: String) {
    self.text = text
    self.domain = domain
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}
