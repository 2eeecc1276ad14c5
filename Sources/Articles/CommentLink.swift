import Markup

/// Addresses that may be printed: none with somebody's address of e-mail, or a hash that could be of one.
enum CommentLink {
  static func shown(_ text: String?, relativeTo address: WebAddress?) -> String? {
    text.flatMap { WebAddress($0, relativeTo: address) }.flatMap(shown)
  }

  /// `nil` for what is no address of the web or must not be printed.
  static func shown(_ link: WebAddress) -> String? {
    guard link.isWeb, link.userInfo == nil, let host = link.host, !host.isEmpty else { return nil }
    if host == "gravatar.com" || host.hasSuffix(".gravatar.com") { return nil }
    return isPersonal(link.string.utf8.dropFirst(8)) ? nil : link.string
  }

  /// Whether an address of e-mail, plain or encoded, or a bare digest stands in the bytes.
  static func isPersonal(_ bytes: some Sequence<UInt8>) -> Bool {
    let bytes = Array(bytes)
    for part in bytes.split(whereSeparator: {
      ![UInt8(ascii: "."), UInt8(ascii: "@")].contains($0) && isMark($0)
    }) {
      if CommentName.isMailAddress(part) { return true }
      if part.split(separator: UInt8(ascii: ".")).contains(where: CommentKey.isHash) { return true }
    }
    // `%40` is the sign of e-mail.
    guard let sign = bytes.indices.first(where: { bytes[$0...].starts(with: "%40".utf8) }), sign > 0 else {
      return false
    }
    return !isMark(bytes[sign - 1])
      && bytes[(sign + 3)...].prefix { !isMark($0) || $0 == UInt8(ascii: ".") }.contains(UInt8(ascii: "."))
  }

  /// The text without the words in it that are addresses or digests.
  static func withoutPersonal(_ text: String) -> String {
    var kept: [UInt8] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      let isPart = !isMark(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@")
      if isPart {
        word.append(byte)
        continue
      }
      if !isPersonal(word) { kept += word }
      word = []
      kept.append(byte)
    }
    if !isPersonal(word) { kept += word }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    !(byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      && ![UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
  }
}
