/// Cuts HTML into tokens, keeping the places that a tree would lose.
///
/// Takes any bytes, each of them once: what is no tag is text, and what is never closed reaches to the end.
struct HTMLScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var rawElement: String?
  /// Places of `<` that begins no tag.
  private(set) var strays: [(line: Int, column: Int)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> HTMLToken? {
    while index < bytes.count {
      let place = (line: line, column: index - lineStart + 1)
      guard let kind = rawElement.map({ rawText(of: $0) }) ?? markup() else { continue }
      return HTMLToken(kind: kind, line: place.line, column: place.column)
    }
    return nil
  }

  /// What stands in a `style`, `script`, `title` or `textarea`; `nil` if that is nothing.
  private mutating func rawText(of name: String) -> HTMLToken.Kind? {
    rawElement = nil
    let start = index
    skip(to: endTag(of: name))
    guard index > start else { return nil }
    let text = string(start..<index)
    return name == "title" || name == "textarea" ? .text(withoutReferences(text)) : .raw(text)
  }

  private mutating func markup() -> HTMLToken.Kind? {
    let start = index
    guard isTagStart(at: index) else {
      let end = nextTagStart(after: index)
      if strays.count < 40, bytes[start..<end].contains(UInt8(ascii: "<")) {
        strays.append((line, index - lineStart + 1))
      }
      skip(to: end)
      return .text(withoutReferences(string(start..<index)))
    }
    if starts(with: "<!--") {
      skip(past: "-->", from: starts(with: "<!-->") || starts(with: "<!--->") ? index + 2 : index + 4)
      return .comment(string(min(start + 4, index)..<max(min(start + 4, index), index - 3)))
    }
    if peek(1) == UInt8(ascii: "!") || peek(1) == UInt8(ascii: "?") {
      skip(past: ">", from: index + 2)
      return .declaration(string((start + 2)..<max(start + 2, index - 1)))
    }
    return tag()
  }

  private mutating func tag() -> HTMLToken.Kind {
    let isEnd = peek(1) == UInt8(ascii: "/")
    skip(to: index + (isEnd ? 2 : 1))
    let name = word { !isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }.lowercased()
    var attributes: [HTMLTag.Attribute] = []
    var isSelfClosing = false
    while index < bytes.count {
      while isBlank(peek(0)) || peek(0) == UInt8(ascii: "/") {
        isSelfClosing = peek(0) == UInt8(ascii: "/")
        skip(to: index + 1)
      }
      if index >= bytes.count || peek(0) == UInt8(ascii: ">") { break }
      isSelfClosing = false
      attributes.append(attribute())
    }
    skip(to: index + 1)
    if isEnd { return .end(name: name) }
    if ["style", "script", "title", "textarea", "xmp"].contains(name) { rawElement = name }
    return .start(HTMLTag(name: name, attributes: attributes, isSelfClosing: isSelfClosing))
  }

  private mutating func attribute() -> HTMLTag.Attribute {
    let before = index
    let name = word {
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
    if index == before { skip(to: index + 1) }
    return HTMLTag.Attribute(name: name.lowercased(), value: withoutReferences(value))
  }

  private func isTagStart(at place: Int) -> Bool {
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "<") else { return false }
    let next = bytes[place + 1]
    return isLetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || next == UInt8(ascii: "/") && place + 2 < bytes.count && isLetter(bytes[place + 2])
  }

  private func nextTagStart(after start: Int) -> Int {
    var from = start + 1
    while from < bytes.count, let sign = bytes[from...].firstIndex(of: UInt8(ascii: "<")) {
      if isTagStart(at: sign) { return sign }
      from = sign + 1
    }
    return bytes.count
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
    return string(start..<end)
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

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }
  private func peek(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
}

func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
