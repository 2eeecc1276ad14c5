/// The text of an address as it may be shown and logged: without what stands before an `@` in the host's place.
///
/// Also of a text that is no address, for what is misspelt may hold a password all the same: slashes may be missing or
/// lean the other way, and a password may hold a slash that ends the host too early.
package func withoutCredentials(_ url: String) -> String {
  let bytes = Array(url.utf8)
  let start = authorityStart(in: bytes)
  let at = UInt8(ascii: "@")
  var end = bytes[start...].firstIndex(where: endsAuthority) ?? bytes.count
  if !bytes[start..<end].contains(at), hasWordAsPort(bytes[start..<end]) { end = bytes.count }
  guard let last = bytes[start..<end].lastIndex(of: at) else { return url }
  return String(decoding: bytes[..<start] + bytes[(last + 1)...], as: UTF8.self)
}

/// An address for a message: without credentials, in one line, at most 200 scalars of it.
package func shownAddress(_ url: String) -> String {
  shownText(withoutCredentials(url), limit: 200)
}

/// At most `limit` scalars, none of them a control or invisible character: what stands here may come from a stranger.
func shownText(_ text: String, limit: Int = 80) -> String {
  var result = String.UnicodeScalarView()
  for (count, scalar) in text.unicodeScalars.prefix(limit + 1).enumerated() {
    if count == limit { return String(result) + "..." }
    let isPlain =
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    result.append(isPlain ? scalar : "?")
  }
  return String(result)
}

/// After `scheme:` and its slashes; 0 if no slash follows, for then the colon may be that of a password.
private func authorityStart(in bytes: [UInt8]) -> Int {
  guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return 0 }
  let start = bytes[(colon + 1)...].firstIndex { !isSlash($0) } ?? bytes.count
  return start == colon + 1 ? 0 : start
}

private func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

private func endsAuthority(_ byte: UInt8) -> Bool {
  isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
}

/// True for `user:pa` of `user:pa/ss@host`: what looks like a port is none.
private func hasWordAsPort(_ authority: ArraySlice<UInt8>) -> Bool {
  guard authority.first != UInt8(ascii: "["), let colon = authority.lastIndex(of: UInt8(ascii: ":"))
  else { return false }
  return authority[(colon + 1)...].contains { $0 < 0x30 || $0 > 0x39 }
}
