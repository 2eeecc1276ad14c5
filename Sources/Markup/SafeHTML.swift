/// HTML that can neither run nor load nor disguise anything, whatever it was made from.
///
/// The fragment is built anew while walking a parsed tree: what the allow-list does not name is not
/// written. Elements that are not known lose their tags; those that run or load (`script`, `style`,
/// `iframe`, `object`, ...) go with their content. Addresses are absolute if a base is known and have a
/// harmless scheme. The result is balanced, and sanitising it again gives the same bytes.
public struct SafeHTML: Hashable, Sendable {
  /// The fragment.
  public let html: String
  /// Its plain text: references decoded, runs of white space one space (no-break spaces stay), blocks
  /// apart.
  public let text: String

  /// Makes a fragment safe; relative addresses are resolved against `base`.
  public init(sanitising html: String, base: WebAddress?) {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      self.init(plain: html)
      return
    }
    let tree = HTMLDocument.parse(html)
    self.init(tree: tree, base: base)
  }

  /// Plain text, escaped.
  public init(plain: String) {
    var writer = SafeHTMLWriter()
    writer.text(plain)
    html = writer.string
    text = foldedWhiteSpace(withoutControls(plain))
  }

  /// Makes a subtree safe; `nil` root for the whole tree.
  public init(tree: HTMLTree, root: Int = 0, base: WebAddress?) {
    var sanitiser = SafeHTMLSanitiser(tree: tree, base: base)
    sanitiser.walk(root)
    html = sanitiser.writer.string
    text = sanitiser.text.string
  }
}

/// Without the control characters that ``SafeHTMLWriter`` does not write either.
private func withoutControls(_ text: String) -> String {
  let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  if isClean { return text }
  return String(
    decoding: text.utf8.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D },
    as: UTF8.self)
}

/// Writes HTML; escapes by byte, so that no combining character can hide a quote.
struct SafeHTMLWriter {
  private var bytes: [UInt8] = []

  var string: String {
    let start = bytes.firstIndex { !isOuterSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isOuterSpace($0) }.map { $0 + 1 } ?? bytes.endIndex
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case 0x0D: bytes.append(0x0A)
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: continue
      default: bytes.append(byte)
      }
    }
  }

  mutating func attribute(_ name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "=\"".utf8)
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case UInt8(ascii: "`"): bytes.append(contentsOf: "&#96;".utf8)
      case 0x00...0x1F, 0x7F: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func startTag(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
  }

  mutating func endOfStartTag() { bytes.append(UInt8(ascii: ">")) }

  mutating func endTag(_ name: String) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  private func isOuterSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
