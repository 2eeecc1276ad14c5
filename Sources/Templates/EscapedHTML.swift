/// Text that may stand in an HTML document as it is, between tags or inside a quoted attribute.
public struct EscapedHTML: Hashable, Sendable {
  public let rawValue: String

  /// Escapes plain text.
  ///
  /// It goes by UTF-8 bytes, never by `Character`: a quotation mark followed by a combining accent is one `Character`
  /// that is not equal to a quotation mark, and would get through.
  public init(escaping text: String) {
    rawValue = escapedForHTML(text)
  }

  /// Takes markup as it is. The caller vouches that nothing from outside is in it unescaped.
  public init(markup: String) {
    rawValue = markup
  }

  public static func + (left: EscapedHTML, right: EscapedHTML) -> EscapedHTML {
    EscapedHTML(markup: left.rawValue + right.rawValue)
  }

  public var isEmpty: Bool { rawValue.isEmpty }
}

/// `&`, `<`, `>`, `"` and `'` as character references; everything else as it is.
func escapedForHTML(_ text: String) -> String {
  let needsEscape = text.utf8.contains { byte in
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
  }
  guard needsEscape else { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 32)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "\""): bytes += "&quot;".utf8
    case UInt8(ascii: "'"): bytes += "&#39;".utf8
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
