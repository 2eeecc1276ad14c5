import DigestTesting

/// Damages documents as networks, programs and enemies do, the same way for the same seed.
struct FeedMutator {
  private var random: SplitMix64
  /// Documents from which pieces are spliced in.
  private let donors: [[UInt8]]

  init(seed: UInt64, donors: [[UInt8]]) {
    random = SplitMix64(seed: seed)
    self.donors = donors
  }

  /// `document` with one to four faults.
  mutating func mutate(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    for _ in 0...random.below(4) { damage(&bytes) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    switch random.below(8) {
    case 0: flipBits(&bytes)
    case 1: bytes.removeSubrange(range(in: bytes))
    case 2: bytes.insert(contentsOf: bytes[range(in: bytes)], at: place(in: bytes))
    case 3:
      let donor = random.one(of: donors)
      bytes.replaceSubrange(range(in: bytes), with: donor[range(in: donor)])
    case 4: bytes.insert(contentsOf: random.one(of: Self.tokens).utf8, at: place(in: bytes))
    case 5: nest(&bytes)
    case 6: bytes.removeSubrange(place(in: bytes)...)
    default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place(in: bytes))
    }
  }

  private mutating func flipBits(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    for _ in 0...random.below(8) {
      bytes[random.below(bytes.count)] ^= UInt8(truncatingIfNeeded: random.next())
    }
  }

  /// Wraps a piece into many elements, some of which are not ended.
  private mutating func nest(_ bytes: inout [UInt8]) {
    let name = random.one(of: ["b", "item", "entry", "channel", "div", "x:y", "svg", "table"])
    let depth = random.one(of: [3, 40, 300])
    let piece = range(in: bytes)
    let inner = Array(bytes[piece])
    let ends = random.below(2) == 0 ? depth : random.below(depth)
    bytes.replaceSubrange(
      piece,
      with: Array(String(repeating: "<\(name)>", count: depth).utf8) + inner
        + Array(String(repeating: "</\(name)>", count: ends).utf8))
  }

  private mutating func place(in bytes: [UInt8]) -> Int { random.below(bytes.count + 1) }

  /// A range that is mostly short.
  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = place(in: bytes)
    let length = random.below(random.one(of: [4, 40, 400]))
    return start..<min(bytes.count, start + length)
  }

  private static let tokens = [
    "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "\"", "'", "&#1;", "&#x85;", "&#127;",
    "&lt;",
    "&amp;amp;", "&nosuch;", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<item>", "</item>", "<entry>", "</channel>",
    "</rss>", "<title>", "<link>javascript:x</link>", "<content type=\"image/png\">AAEC</content>",
    " xml:base=\"x:/\\\"", " xml:lang=\"\u{85}\"", "\u{FEFF}", "\u{0}", "\u{202E}", "\r\n", "\u{7F}",
    "<pubDate>99999999999</pubDate>", "<guid/>", "{", "}", "[", "null", "1e999", "\\u0000", "\\ud800", ",",
  ]
}
