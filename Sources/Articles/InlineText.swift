import Markup
import Model

/// Running text that is being collected: white space folded, line breaks kept, emphasis and links noted.
struct InlineText {
  /// One line between `<br>`s.
  struct Line {
    var bytes: [UInt8] = []
    /// In the order of their starts.
    var marks: [TextMark] = []
    var linkBytes = 0
    /// Those of them in links to other sites.
    var outwardBytes = 0
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var isEmpty: Bool { bytes.isEmpty }
  }

  /// A mark whose end has not come yet.
  private struct OpenMark {
    let kind: TextMark.Kind
    let url: String?
    var start: Int
  }

  private var lines: [Line] = [Line()]
  private var isSpacePending = false
  private var openMarks: [OpenMark] = []
  private var linkDepth = 0
  private var isOutward = false

  var isEmpty: Bool { lines.allSatisfy { $0.isEmpty } }

  /// The last byte of the line so far, white space aside; `nil` at the start of a line.
  var lastByte: UInt8? { lines[lines.count - 1].bytes.last }

  /// Soft hyphens are left out: they say where a browser may break a line, and are no letters of the author's.
  mutating func append(_ text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if InlineText.isSpace(bytes[index]) {
        isSpacePending = true
        index += 1
        continue
      }
      if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD {
        index += 2
        continue
      }
      var end = index + 1
      while end < bytes.count, !InlineText.isSpace(bytes[end]),
        bytes[end] != 0xC2 || end + 1 == bytes.count || bytes[end + 1] != 0xAD
      {
        end += 1
      }
      add(bytes[index..<end])
      index = end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// A run without white space.
  private mutating func add(_ run: ArraySlice<UInt8>) {
    let last = lines.count - 1
    if isSpacePending {
      let end = lines[last].bytes.count
      if end > 0 {
        lines[last].bytes.append(0x20)
        // A mark begins with its first letter.
        for index in openMarks.indices where openMarks[index].start == end {
          openMarks[index].start = end + 1
        }
      }
      isSpacePending = false
    }
    lines[last].bytes.append(contentsOf: run)
    if linkDepth > 0 {
      let letters = run.count { $0 & 0xC0 != 0x80 }
      lines[last].linkBytes += letters
      if isOutward { lines[last].outwardBytes += letters }
    }
  }

  /// Adds a mark that ends something: white space before it belongs behind it.
  mutating func close(with mark: String) {
    guard !mark.isEmpty else { return }
    let isSpaceDue = isSpacePending && lastByte != nil
    isSpacePending = false
    add(Array(mark.utf8)[...])
    isSpacePending = isSpaceDue
  }

  /// The line so far.
  var line: ArraySlice<UInt8> { lines[lines.count - 1].bytes[...] }

  mutating func lineBreak() {
    closeMarks()
    lines.append(Line())
    for index in openMarks.indices { openMarks[index].start = 0 }
    isSpacePending = false
  }

  mutating func space() { isSpacePending = true }

  /// Begins a mark; one inside another of its kind says nothing new.
  mutating func start(_ kind: TextMark.Kind, url: String? = nil) {
    openMarks.append(OpenMark(kind: kind, url: url, start: lines[lines.count - 1].bytes.count))
  }

  mutating func end(_ kind: TextMark.Kind) {
    guard let place = openMarks.lastIndex(where: { $0.kind == kind }) else { return }
    let mark = openMarks.remove(at: place)
    close(mark)
  }

  mutating func startLink(isOutward: Bool, url: String?) {
    linkDepth += 1
    self.isOutward = isOutward
    start(.link, url: url)
  }

  mutating func endLink() {
    linkDepth = max(0, linkDepth - 1)
    end(.link)
  }

  /// The lines collected so far; starts anew, inside the same emphasis and links.
  mutating func take() -> [Line] {
    closeMarks()
    defer {
      lines = [Line()]
      for index in openMarks.indices { openMarks[index].start = 0 }
      isSpacePending = false
    }
    return lines
  }

  /// Notes the marks as far as they have come; they stay open.
  private mutating func closeMarks() {
    for mark in openMarks { close(mark) }
  }

  private mutating func close(_ mark: OpenMark) {
    let last = lines.count - 1
    let end = lines[last].bytes.count
    guard end > mark.start, mark.kind != .link || mark.url != nil,
      !openMarks.contains(where: { $0.kind == mark.kind && $0.start < mark.start })
    else { return }
    let range = TextRange(start: mark.start, end: end)
    // What ends later may have begun earlier.
    let place =
      lines[last].marks.lastIndex { $0.range.start < range.start || $0.range == range }.map { $0 + 1 } ?? 0
    lines[last].marks.insert(TextMark(mark.kind, range, url: mark.url), at: place)
  }
}

extension InlineText.Line {
  /// Lines as one text, parted by `separator`; marks move along.
  static func joined(_ lines: some Sequence<InlineText.Line>, separator: UInt8) -> InlineText.Line {
    var result = InlineText.Line()
    for line in lines where !line.isEmpty {
      if !result.isEmpty { result.bytes.append(separator) }
      let offset = result.bytes.count
      result.bytes.append(contentsOf: line.bytes)
      result.linkBytes += line.linkBytes
      result.outwardBytes += line.outwardBytes
      result.marks.append(contentsOf: line.marks.moved(by: offset))
    }
    return result
  }
}

/// Without the hints where a word may be broken.
func withoutSoftHyphens(_ text: String) -> String {
  guard text.utf8.contains(0xC2) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0xAD }))
}
