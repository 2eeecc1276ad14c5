import Markup
import Model

/// What a comment quotes of others. In a comment's text each line of a quotation begins with ">", as it does in mail, so
/// that nobody takes it for the commenter's own words.
enum QuotedWords {
  /// The paragraphs below an element, those of quotations marked. Where everything is a quotation, as in themes that put
  /// comments into `<blockquote>`, nothing is.
  static func paragraphs(_ page: PageIndex, of root: Int, excluding excluded: Set<Int> = []) -> [String] {
    let titles = page.tree.descendants(of: root).filter { isTitle($0, in: page) }
    let blocks = BlockFlow.plainBlocks(page, of: root, excluding: excluded.union(titles))
      .filter { $0.text.utf8.contains { $0 > 0x20 } }
    let quoted = blocks.map { $0.kind == .quote || isQuoted($0.node, below: root, in: page) }
    guard quoted.contains(true), quoted.contains(false) else { return blocks.map(\.text) }
    return zip(blocks, quoted).map { $1 ? marked($0.text) : $0.text }
  }

  /// `[quote=Ann]…[/quote]`, which forums leave in the text where they do not know it.
  static func withoutCodes(_ text: String) -> String {
    guard text.holds("[/quote]") || text.holds("[/QUOTE]") else { return text }
    let bytes = Array(text.utf8)
    var result = ""
    var start = 0
    var depth = 0
    var place = 0
    func add(_ end: Int) {
      let part = trimmed(String(decoding: bytes[start..<max(start, end)], as: UTF8.self))
      guard !part.isEmpty else { return }
      if !result.isEmpty { result += "\n\n" }
      result += depth > 0 ? marked(part) : part
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "["), let (length, isEnd) = tag(bytes[place...].prefix(120)) else {
        place += 1
        continue
      }
      add(place)
      depth = isEnd ? max(0, depth - 1) : depth + 1
      place += length
      start = place
    }
    add(bytes.count)
    let isOnlyQuoted = result.split(separator: "\n").allSatisfy { $0.utf8.first == UInt8(ascii: ">") }
    return isOnlyQuoted ? text : result
  }

  /// Each line with ">" before it.
  private static func marked(_ text: String) -> String {
    text.split(separator: "\n").map { "> " + trimmed(String($0)) }.joined(separator: "\n")
  }

  /// The length of `[quote…]` or `[/quote]`, and whether it is the end.
  private static func tag(_ bytes: ArraySlice<UInt8>) -> (length: Int, isEnd: Bool)? {
    let lower = bytes.prefix(8).map(lowered)
    if lower.elementsEqual("[/quote]".utf8) { return (8, true) }
    guard lower.starts(with: "[quote".utf8), lower.count > 6, [0x5D, 0x3D, 0x20].contains(lower[6]),
      let end = bytes.firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return (end - bytes.startIndex + 1, false)
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Who is quoted, as Discourse and phpBB put it above: not what anybody said.
  private static func isTitle(_ place: Int, in page: PageIndex) -> Bool {
    guard !page.tree[place].isText, page.hasClass(place, in: titles), page.textLength(place) <= 120 else {
      return false
    }
    return page.tree.ancestors(of: place).prefix(3).contains { page.hasClass($0, in: boxes) }
  }

  private static func isQuoted(_ node: Int, below root: Int, in page: PageIndex) -> Bool {
    if node > root, page.hasClass(node, in: boxes) { return true }
    return page.tree.ancestors(of: node).prefix { $0 > root }.contains { page.hasClass($0, in: boxes) }
  }

  private static let titles: NameSet = [
    "title", "quotetitle", "quote-title", "bbcodeblock-title", "quote_author",
  ]

  private static let boxes: NameSet = [
    "quote", "quoted", "quotecontent", "quote-container", "bbcode_quote", "bbcode_container",
    "bbcodeblock--quote",
    "comment-quote", "quoted-text", "gmail_quote", "quotemain",
  ]
}
