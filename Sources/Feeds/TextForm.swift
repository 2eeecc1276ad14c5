import Markup

/// What a text that nobody declared to be HTML looks like.
enum TextForm {
  /// True if there is a known HTML tag with its `>`, or a character reference.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    scan(bytes, startTags: true)
  }

  /// True if there is an end tag of HTML or an entity that HTML knows. Start tags alone may be meant as text.
  static func hasEndTagOrEntity(_ bytes: [UInt8]) -> Bool {
    scan(bytes, startTags: false)
  }

  /// What kind of elements a text holds, judged by those that are closed or need not be; `nil` for none.
  enum Markup {
    case blocks, phrases
  }

  static func markup(in bytes: [UInt8]) -> Markup? {
    var open: Set<String> = []
    var found: Markup?
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), isTag(bytes, at: index, startTags: true) {
        let isEnd = bytes[index + 1] == UInt8(ascii: "/")
        let start = index + (isEnd ? 2 : 1)
        let name = asciiLowerCased(
          String(decoding: bytes[start...].prefix(while: isNameByte), as: UTF8.self))
        if !isEnd, !empty.contains(name) {
          open.insert(name)
        } else if empty.contains(name) || open.contains(name) {
          if blocks.contains(name) { return .blocks }
          found = .phrases
        }
      }
      index += 1
    }
    return found
  }

  /// True for a text that speaks of elements: "How the <p> element works". All its tags are start tags without attributes,
  /// of elements that would have to be closed and whose names stand in no title otherwise.
  static func mentionsElements(_ bytes: [UInt8]) -> Bool {
    guard !hasEndTagOrEntity(bytes) else { return false }
    var hasTags = false
    for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: "<") {
      guard isTag(bytes, at: index, startTags: true) else { continue }
      let name = bytes[(index + 1)...].prefix(while: isNameByte)
      guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ">"),
        case let word = asciiLowerCased(String(decoding: name, as: UTF8.self)), !empty.contains(word),
        !formatting.contains(word)
      else { return false }
      hasTags = true
    }
    return hasTags && bytes.first != UInt8(ascii: "<")
  }

  /// Elements that have no end tag.
  private static let empty: Set<String> = [
    "br", "hr", "img", "wbr", "input", "link", "meta", "param", "area", "base", "col", "embed",
  ]

  /// Elements that break a line.
  private static let blocks: Set<String> = [
    "p", "div", "ul", "ol", "li", "dl", "blockquote", "table", "section", "article", "figure", "pre", "br",
    "hr", "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "main", "aside", "center",
  ]

  private static let formatting: Set<String> = [
    "a", "b", "i", "em", "strong", "u", "s", "span", "font", "small", "big", "sup", "sub", "tt", "strike",
    "abbr", "acronym", "nobr", "cite", "q", "mark", "del", "ins",
  ]

  /// True if there is an end tag of HTML.
  static func hasEndTag(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains {
      bytes[$0] == UInt8(ascii: "<") && isTag(bytes, at: $0, startTags: false)
    }
  }

  private static func scan(_ bytes: [UInt8], startTags: Bool) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), isTag(bytes, at: index, startTags: startTags) { return true }
      if bytes[index] == UInt8(ascii: "&"), isReference(bytes, at: index) { return true }
      index += 1
    }
    return false
  }

  private static func isTag(_ bytes: [UInt8], at index: Int, startTags: Bool) -> Bool {
    var cursor = index + 1
    let isEnd = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "/")
    if isEnd { cursor += 1 } else if !startTags { return false }
    let start = cursor
    while cursor < bytes.count, cursor - start < 12, isNameByte(bytes[cursor]) { cursor += 1 }
    guard cursor > start, cursor < bytes.count, endsName(bytes[cursor]) else { return false }
    guard names.contains(asciiLowerCased(String(decoding: bytes[start..<cursor], as: UTF8.self))) else {
      return false
    }
    // The `>` must come before the next `<`, not too far away.
    let limit = min(bytes.count, cursor + 2000)
    while cursor < limit, bytes[cursor] != UInt8(ascii: "<") {
      if bytes[cursor] == UInt8(ascii: ">") { return true }
      cursor += 1
    }
    return false
  }

  static func isReference(_ bytes: [UInt8], at index: Int) -> Bool {
    var cursor = index + 1
    let isNumber = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "#")
    if isNumber { cursor += 1 }
    let start = cursor
    while cursor < bytes.count, cursor - start < 32, isNameByte(bytes[cursor]) { cursor += 1 }
    guard cursor > start, cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") else { return false }
    if isNumber {
      return bytes[start] >= 0x30 && bytes[start] <= 0x39 || bytes[start] | 0x20 == UInt8(ascii: "x")
    }
    return isHTMLEntityName(String(decoding: bytes[start..<cursor], as: UTF8.self))
  }

  /// `<a@b.example>` is no link.
  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// Elements of HTML; `title` and the like, which texts on markup mention, are left out on purpose.
  private static let names: Set<String> = [
    "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdo", "big", "blockquote", "br",
    "caption", "center", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "embed", "figcaption",
    "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe",
    "img", "input", "ins", "kbd", "li", "link", "main", "map", "mark", "nobr", "object", "ol", "p", "param",
    "pre", "q", "s", "samp", "script", "section", "select", "small", "span", "strike", "strong", "style",
    "sub", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var",
    "video", "wbr", "meta", "math", "area", "col", "bdi", "button", "dir", "fieldset", "label", "legend",
    "menu", "option", "textarea", "base", "body", "html", "head",
  ]
}

/// Base64 as feeds use it (RFC 4648 §4, white space allowed).
enum Base64 {
  /// `nil` if `bytes` are not base64.
  static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var group: UInt32 = 0
    var digits = 0
    var isPadded = false
    for byte in bytes where !isBlank(byte) {
      if byte == UInt8(ascii: "=") {
        isPadded = true
        continue
      }
      guard !isPadded, let digit = value(byte) else { return nil }
      group = group << 6 | digit
      digits += 1
      if digits == 4 {
        result.append(UInt8(truncatingIfNeeded: group >> 16))
        result.append(UInt8(truncatingIfNeeded: group >> 8))
        result.append(UInt8(truncatingIfNeeded: group))
        (group, digits) = (0, 0)
      }
    }
    switch digits {
    case 1: return nil
    case 2: result.append(UInt8(truncatingIfNeeded: group >> 4))
    case 3:
      result.append(UInt8(truncatingIfNeeded: group >> 10))
      result.append(UInt8(truncatingIfNeeded: group >> 2))
    default: break
    }
    return result.isEmpty ? nil : result
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
