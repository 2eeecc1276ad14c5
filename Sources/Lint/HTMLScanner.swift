/// A piece of an HTML source with its place.
struct HTMLToken {
  enum Kind {
    case start(name: String, attributes: [(name: String, value: String)])
    case end(name: String)
    /// Text between tags, character references read.
    case text(String)
    /// The content of `style` and `script`.
    case raw(String)
    /// `<!DOCTYPE …>`, without the brackets.
    case declaration(String)
  }

  let kind: Kind
  let line: Int
  let column: Int
}

/// Cuts HTML into tokens, keeping the places that a tree would lose. Comments are left out, with what conditional comments
/// keep for Outlook.
struct HTMLScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var rawElement: String?

  private init(_ html: String) {
    bytes = Array(html.utf8)
  }

  static func tokens(of html: String) -> [HTMLToken] {
    var scanner = HTMLScanner(html)
    var tokens: [HTMLToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> HTMLToken? {
    while index < bytes.count {
      let place = (line: line, column: index - lineStart + 1)
      let start = index
      if let name = rawElement {
        rawElement = nil
        skip(to: endTag(of: name))
        if index > start {
          let text = String(decoding: bytes[start..<index], as: UTF8.self)
          let kind: HTMLToken.Kind = name == "title" ? .text(withoutReferences(text)) : .raw(text)
          return HTMLToken(kind: kind, line: place.line, column: place.column)
        }
        continue
      }
      guard bytes[index] == UInt8(ascii: "<"), isTagStart else {
        skip(to: nextTagStart(after: index))
        let text = withoutReferences(String(decoding: bytes[start..<index], as: UTF8.self))
        return HTMLToken(kind: .text(text), line: place.line, column: place.column)
      }
      if starts(with: "<!--") {
        skip(past: "-->", from: index + 4)
        continue
      }
      if peek(1) == UInt8(ascii: "!") || peek(1) == UInt8(ascii: "?") {
        skip(past: ">", from: index + 2)
        let content = String(decoding: bytes[(start + 2)..<max(start + 2, index - 1)], as: UTF8.self)
        return HTMLToken(kind: .declaration(content), line: place.line, column: place.column)
      }
      return HTMLToken(kind: tag(), line: place.line, column: place.column)
    }
    return nil
  }

  private mutating func tag() -> HTMLToken.Kind {
    let isEnd = peek(1) == UInt8(ascii: "/")
    skip(to: index + (isEnd ? 2 : 1))
    let name = word { !isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }.lowercased()
    var attributes: [(name: String, value: String)] = []
    while index < bytes.count {
      while isBlank(peek(0)) || peek(0) == UInt8(ascii: "/") { skip(to: index + 1) }
      if index >= bytes.count || peek(0) == UInt8(ascii: ">") { break }
      let before = index
      let attribute = word {
        !isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
      }
      while isBlank(peek(0)) { skip(to: index + 1) }
      var value = ""
      if peek(0) == UInt8(ascii: "=") {
        skip(to: index + 1)
        while isBlank(peek(0)) { skip(to: index + 1) }
        let quote = peek(0)
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          skip(to: index + 1)
          value = word { $0 != quote }
          skip(to: index + 1)
        } else {
          value = word { !isBlank($0) && $0 != UInt8(ascii: ">") }
        }
      }
      attributes.append((attribute.lowercased(), withoutReferences(value)))
      if index == before { skip(to: index + 1) }
    }
    skip(to: index + 1)
    if isEnd { return .end(name: name) }
    if ["style", "script", "title", "textarea"].contains(name) { rawElement = name }
    return .start(name: name, attributes: attributes)
  }

  private var isTagStart: Bool {
    let next = peek(1)
    return isLetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || next == UInt8(ascii: "/") && isLetter(peek(2))
  }

  private func nextTagStart(after start: Int) -> Int {
    bytes[min(start + 1, bytes.count)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
  }

  private func endTag(of name: String) -> Int {
    let wanted = Array("</\(name)".utf8)
    var from = index
    while let open = bytes[from...].firstIndex(of: UInt8(ascii: "<")) {
      let tag = bytes[open...].prefix(wanted.count)
      if tag.count == wanted.count, zip(tag, wanted).allSatisfy({ ($0 | 0x20) == ($1 | 0x20) }) {
        return open
      }
      from = open + 1
    }
    return bytes.count
  }

  private mutating func word(while isPart: (UInt8) -> Bool) -> String {
    let start = index
    var end = index
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    skip(to: end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func skip(to end: Int) {
    let end = min(max(end, index), bytes.count)
    for position in index..<end where bytes[position] == 0x0A {
      line += 1
      lineStart = position + 1
    }
    index = end
  }

  private mutating func skip(past mark: String, from start: Int) {
    let mark = Array(mark.utf8)
    var position = min(start, bytes.count)
    while position < bytes.count, !bytes[position...].starts(with: mark) { position += 1 }
    skip(to: position + mark.count)
  }

  private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }
  private func peek(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// Reads the character references that mail uses: five names, no-break space, and numbers.
func withoutReferences(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "zwnj": "\u{200C}",
  ]
  var result: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
    result += rest[..<ampersand]
    rest = rest[ampersand...]
    let name = rest.dropFirst().prefix(10).prefix { $0 != UInt8(ascii: ";") && !isBlank($0) }
    let end = name.endIndex
    if end < rest.endIndex, rest[end] == UInt8(ascii: ";"),
      let value = value(of: String(decoding: name, as: UTF8.self), names)
    {
      result += value.utf8
      rest = rest[(end + 1)...]
    } else {
      result.append(UInt8(ascii: "&"))
      rest = rest.dropFirst()
    }
  }
  return String(decoding: result + rest, as: UTF8.self)
}

private func value(of name: String, _ names: [String: String]) -> String? {
  guard name.hasPrefix("#") else { return names[name] }
  let digits = name.dropFirst()
  let number =
    digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
}
