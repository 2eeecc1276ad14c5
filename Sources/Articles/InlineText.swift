import Markup
import Model

/// Running text that is being collected: white space folded, line breaks kept, emphasis and links noted.
struct InlineText {
  /// One line between `<br>`s.
  struct Line {
    var bytes: [UInt8] = []
    var emphasis: [TextRange] = []
    var linkBytes = 0
    /// Those of them in links to other sites.
    var outwardBytes = 0
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var isEmpty: Bool { bytes.isEmpty }
  }

  private var lines: [Line] = [Line()]
  private var isSpacePending = false
  private var emphasisDepth = 0
  private var emphasisStart = 0
  private var linkDepth = 0
  private var isOutward = false

  var isEmpty: Bool { lines.allSatisfy { $0.isEmpty } }

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
      if !lines[last].isEmpty { lines[last].bytes.append(0x20) }
      if emphasisStart == lines[last].bytes.count - 1 { emphasisStart = lines[last].bytes.count }
      isSpacePending = false
    }
    lines[last].bytes.append(contentsOf: run)
    if linkDepth > 0 {
      let letters = run.count { $0 & 0xC0 != 0x80 }
      lines[last].linkBytes += letters
      if isOutward { lines[last].outwardBytes += letters }
    }
  }

  mutating func lineBreak() {
    closeEmphasis()
    lines.append(Line())
    emphasisStart = 0
    isSpacePending = false
  }

  mutating func space() { isSpacePending = true }

  mutating func startEmphasis() {
    if emphasisDepth == 0 { emphasisStart = lines[lines.count - 1].bytes.count }
    emphasisDepth += 1
  }

  mutating func endEmphasis() {
    emphasisDepth = max(0, emphasisDepth - 1)
    if emphasisDepth == 0 {
      emphasisDepth = 1
      closeEmphasis()
      emphasisDepth = 0
    }
  }

  mutating func startLink(isOutward: Bool) {
    linkDepth += 1
    self.isOutward = isOutward
  }

  mutating func endLink() { linkDepth = max(0, linkDepth - 1) }

  /// The lines collected so far; starts anew, inside the same emphasis and links.
  mutating func take() -> [Line] {
    closeEmphasis()
    defer {
      lines = [Line()]
      emphasisStart = 0
      isSpacePending = false
    }
    return lines
  }

  private mutating func closeEmphasis() {
    let last = lines.count - 1
    let end = lines[last].bytes.count
    if emphasisDepth > 0, end > emphasisStart {
      var start = emphasisStart
      if lines[last].bytes[start] == 0x20 { start += 1 }
      if end > start { lines[last].emphasis.append(TextRange(start: start, end: end)) }
    }
    emphasisStart = end
  }
}

extension InlineText.Line {
  /// Lines as one text, parted by `separator`; emphasis moves along.
  static func joined(_ lines: some Sequence<InlineText.Line>, separator: UInt8) -> InlineText.Line {
    var result = InlineText.Line()
    for line in lines where !line.isEmpty {
      if !result.isEmpty { result.bytes.append(separator) }
      let offset = result.bytes.count
      result.bytes.append(contentsOf: line.bytes)
      result.linkBytes += line.linkBytes
      result.outwardBytes += line.outwardBytes
      result.emphasis.append(
        contentsOf: line.emphasis.map { TextRange(start: $0.start + offset, end: $0.end + offset) })
    }
    return result
  }
}

/// Without the hints where a word may be broken.
func withoutSoftHyphens(_ text: String) -> String {
  guard text.utf8.contains(0xC2) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0xAD }))
}
