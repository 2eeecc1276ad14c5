/// The host of a web address, in lower case, and whether a user stands before it; `nil` for other addresses.
func host(of address: String) -> (name: String, hasUser: Bool)? {
  let lowercased = address.lowercased()
  guard let scheme = ["https://", "http://"].first(where: lowercased.hasBytePrefix) else { return nil }
  let authority = lowercased.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#\\".utf8.contains($0) }
  let user = authority.lastIndex(of: UInt8(ascii: "@"))
  let name = authority[(user.map(authority.index(after:)) ?? authority.startIndex)...]
  return (String(decoding: name.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self), user != nil)
}

/// The host that the words of a link show, if they are an address and nothing more: `https://a.example/x` or `a.example`.
func shownHost(_ words: String) -> String? {
  guard !words.contains(" "), !words.contains("@"), words.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
  if let host = host(of: words) { return host.name }
  let name = words.lowercased().prefix { $0 != "/" }
  let labels = name.split(separator: ".", omittingEmptySubsequences: false)
  guard labels.count >= 2, let last = labels.last, (2...6).contains(last.utf8.count),
    last.utf8.allSatisfy(isLetter),
    labels.allSatisfy({ label in
      !label.isEmpty && label.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
    })
  else { return nil }
  // A file's name or a sentence without a blank is no host.
  guard labels.count > 2 || commonEndings.contains(String(last)) else { return nil }
  return String(name)
}

/// True if one host is the other or lies below it, or both lie below the same name of two labels.
func isSameSite(_ left: String, _ right: String) -> Bool {
  func labels(_ host: String) -> [Substring] {
    var labels = host.split(separator: ".")
    if labels.first == "www" { labels.removeFirst() }
    return labels
  }
  let first = labels(left)
  let second = labels(right)
  let shared = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
  return shared == min(first.count, second.count) || shared >= 3
    || shared == 2 && first.suffix(2).first.map { $0.utf8.count > 3 } ?? false
}

private let commonEndings: Set<String> = [
  "com", "org", "net", "edu", "gov", "io", "dev", "app", "info", "blog", "news", "example", "de", "at", "ch",
  "fr", "es", "it", "nl", "be", "pt", "uk", "eu", "us", "co", "me", "tv",
]
