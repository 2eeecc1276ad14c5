import DigestTesting

/// Damages pages as networks, editors and enemies do, the same way for the same seed.
struct PageMutator {
  private var random: SplitMix64
  /// Pages from which pieces are spliced in.
  private let donors: [[UInt8]]

  init(seed: UInt64, donors: [[UInt8]]) {
    random = SplitMix64(seed: seed)
    self.donors = donors
  }

  /// One of the pages with one to six faults.
  mutating func page() -> [UInt8] {
    var bytes = random.one(of: donors)
    for _ in 0...random.below(6) { damage(&bytes) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    switch random.below(9) {
    case 0:
      guard !bytes.isEmpty else { return }
      for _ in 0...random.below(8) {
        bytes[random.below(bytes.count)] ^= UInt8(truncatingIfNeeded: random.next())
      }
    case 1: bytes.removeSubrange(range(in: bytes))
    case 2: bytes.insert(contentsOf: bytes[range(in: bytes)], at: place(in: bytes))
    case 3:
      let donor = random.one(of: donors)
      bytes.replaceSubrange(range(in: bytes), with: donor[range(in: donor)])
    case 4, 5: bytes.insert(contentsOf: random.one(of: Self.tokens).utf8, at: place(in: bytes))
    case 6: nest(&bytes)
    case 7: bytes.removeSubrange(place(in: bytes)...)
    default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place(in: bytes))
    }
  }

  /// Wraps a piece into many elements, some of which are not ended.
  private mutating func nest(_ bytes: inout [UInt8]) {
    let name = random.one(of: [
      "b", "div", "li", "ul", "table", "td", "blockquote", "a", "p", "h2", "article", "svg", "x-y",
      "li class=comment id=comment-7",
    ])
    let depth = random.one(of: [3, 40, 300])
    let piece = range(in: bytes)
    let end = name.prefix { $0 != " " }
    let ends = random.below(2) == 0 ? depth : random.below(depth)
    bytes.replaceSubrange(
      piece,
      with: Array(String(repeating: "<\(name)>", count: depth).utf8) + Array(bytes[piece])
        + Array(String(repeating: "</\(end)>", count: ends).utf8))
  }

  private mutating func place(in bytes: [UInt8]) -> Int { random.below(bytes.count + 1) }

  /// A range that is mostly short.
  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = place(in: bytes)
    let length = random.below(random.one(of: [4, 40, 400]))
    return start..<min(bytes.count, start + length)
  }

  private static let tokens = [
    "<", ">", "&", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>", "<?", "</", "&#1;", "&#x7f;", "&#146;",
    "&copy",
    "&lt;script&gt;", "&nosuch;", "\u{0}", "\u{7}", "\u{7F}", "\u{85}", "\u{FEFF}", "\u{202E}", "\r\n",
    "\u{A0}",
    "<script>", "</script>", "<script type=\"application/ld+json\">",
    "{\"@type\":\"Article\",\"articleBody\":\"",
    "\\u0007\\u202e", "<style>", "<title>", "</title>", "<textarea>", "<iframe>", "<noscript>", "<template>",
    "<br><br>", "<hr>", "<p>", "</p>", "<ul><li>", "</ul>", "<table><tr><td>", "<td>", "</table>", "<pre>",
    "<blockquote>", "<h2>", "<div hidden>", "<span class=\"sr-only\">", "<div style=\"display:none\">",
    "<meta charset=\"utf-16\">", "<meta charset=iso-8859-1>", "<base href=\"javascript:x\">", "<body>",
    "</html>",
    "<li class=\"comment depth-2\" id=\"comment-1\">", "<div class=\"comment\">",
    "<cite class=\"fn\">Ann</cite>",
    "<a href=\"#comment-2\">in reply to</a>", " class=\"comment-content\"", " id=\"comments\"",
    "<img class=\"emoji\" alt=\":-)\">", "<p>1. One</p><p>2. Two</p>", "By Ann Lee", "June 6, 2013", "|",
  ]
}
