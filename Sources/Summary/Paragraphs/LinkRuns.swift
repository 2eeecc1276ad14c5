import Model

/// Paragraphs that lead somewhere else instead of saying something.
enum LinkRuns {
  static func isMostlyLinks(_ passage: Passage) -> Bool {
    let text = passage.block.text
    let length = text.utf8.count
    if linkedShare(of: passage.block) >= 0.6, passage.count < 80 { return true }
    let addresses = Addresses(text)
    if addresses.count > 0, addresses.isLabelled { return true }
    return addresses.count >= 3 && passage.count < 90
      || addresses.count > 0 && addresses.bytes * 5 >= length * 2
  }

  /// `Ropes — Pilots and managers — The harbour — Slates`: names parted by dashes, bars or dots in the middle.
  static func isChain(_ passage: Passage) -> Bool {
    let scalars = passage.scalars.scalars
    var links = 0
    for index in scalars.indices.dropFirst().dropLast()
    where "—–|·•→".unicodeScalars.contains(scalars[index]) && scalars[index - 1].isSpace
      && scalars[index + 1].isSpace
    {
      links += 1
    }
    return links >= 5 && passage.count <= (links + 1) * 7
  }

  /// `NAME: Ann BLOG: Ward notes SINCE: 2010`: three labels in capitals.
  static func isLabelled(_ passage: Passage) -> Bool {
    let utf8 = passage.block.text.utf8
    guard passage.tokens.count(where: \.isBeforeColon) >= 3 else { return false }
    var labels = 0
    for token in passage.tokens where token.isBeforeColon && token.length >= 3 && token.isCapitalised {
      let start = utf8.index(utf8.startIndex, offsetBy: token.start)
      let end = utf8.index(utf8.startIndex, offsetBy: token.end)
      if utf8[start..<end].allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) { labels += 1 }
    }
    return labels >= 3
  }
}

/// The bare addresses of a text.
private struct Addresses {
  private(set) var count = 0
  private(set) var bytes = 0
  /// The first follows a label: "Follow: https://".
  private(set) var isLabelled = false

  init(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "/")) else { return }
    var isAfterLabel = false
    var words = 0
    for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
      if Addresses.schemes.contains(where: { word.starts(with: $0) }) {
        if count == 0, isAfterLabel || words == 0 { isLabelled = true }
        count += 1
        bytes += word.count
      }
      words += 1
      isAfterLabel = words <= 4 && word.last == UInt8(ascii: ":")
    }
  }

  private static let schemes = ["http://", "https://", "ftp://", "www.", "(http", "<http"].map {
    Array($0.utf8)
  }
}
