import International

/// A title or a blog's name as it is printed above a link: one that looks like the address of another host gets the true one
/// beside it, so that nobody follows `bank.example` to somewhere else.
///
/// A host that the link's host belongs to (`example.com` for `blog.example.com`) is the same.
func honestName(_ name: String, link: WebLink?) -> String {
  guard let link, let shown = shownHost(name) else { return name }
  let host = link.host.utf8
  let isSame =
    host.elementsEqual(shown.utf8)
    || (host.count > shown.utf8.count && host.suffix(shown.utf8.count).elementsEqual(shown.utf8)
      && host.dropLast(shown.utf8.count).last == UInt8(ascii: "."))
  return isSame ? name : "\(name) (\(link.host))"
}

/// The host that a text without blanks looks like; `nil` if it looks like none.
private func shownHost(_ text: String) -> String? {
  var rest = text.lowercased()[...]
  for prefix in ["https://", "http://", "www."] where rest.utf8.starts(with: prefix.utf8) {
    rest = rest[rest.utf8.index(rest.startIndex, offsetBy: prefix.utf8.count)...]
  }
  let end = rest.utf8.firstIndex { "/?#:".utf8.contains($0) } ?? rest.endIndex
  guard let ascii = asciiHost(String(rest[..<end])) else { return nil }
  let labels = ascii.split(separator: ".", omittingEmptySubsequences: false)
  guard labels.count > 1, let last = labels.last, last.utf8.count >= 2,
    labels.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isHostByte) }),
    last.utf8.contains(where: { (0x61...0x7A).contains($0) })
  else { return nil }
  return ascii
}

private func isHostByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
}
