/// Makes HTML safe without a tree, if it is tidy: every element closed in order, none where it may not be,
/// attributes quoted, references complete. Most blogs' bodies are.
///
/// One pass over the bytes writes the safe fragment and its plain text. At the first thing that an HTML parser
/// would have to judge, such as a missing end tag, an element that closes another, a name that is not in
/// ``TidyElement`` or a control character, it gives up and the fragment goes the long way through
/// ``SafeHTMLSanitiser``. Both ways give the same bytes.
struct TidyFragment {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: WebAddress?
  private var index = 0
  private var writer = SafeHTMLWriter()
  private var text = FoldedText()
  private var open: [TidyElement] = []
  private var openAnchors = 0

  private static let sizeLimit = 1 << 20
  private static let depthLimit = 16
  private static let attributeLimit = 32

  /// The safe fragment and its plain text; `nil` if the fragment is not tidy.
  static func safe(_ fragment: String, base: WebAddress?) -> (html: String, text: String)? {
    guard fragment.utf8.count <= sizeLimit else { return nil }
    return fragment.utf8.span.withUnsafeBufferPointer { bytes in
      var reader = TidyFragment(bytes, base)
      return reader.read() ? (reader.writer.string, reader.text.string) : nil
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ base: WebAddress?) {
    self.bytes = bytes
    self.base = base
    writer.reserveCapacity(bytes.count + bytes.count / 8)
    text.reserveCapacity(bytes.count)
  }

  private mutating func read() -> Bool {
    // Other control characters are met on the way.
    guard !hasControls(bytes), !hasByteOrderMarkOrNoncharacter(bytes) else { return false }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): guard readMarkup() else { return false }
      case UInt8(ascii: "&"):
        guard holdsWords, let scalar = TidyReference.read(bytes, at: &index) else { return false }
        writer.text(scalar)
        text.append(scalar)
      case UInt8(ascii: ">"):
        guard holdsWords else { return false }
        writer.text(">")
        text.append(">")
        index += 1
      default: guard readWords() else { return false }
      }
    }
    return open.isEmpty
  }

  /// Reads up to the next markup.
  private mutating func readWords() -> Bool {
    let start = index
    if holdsWords {
      index = text.append(bytes, from: index)
    } else {
      while index < bytes.count, [0x20, 0x0A, 0x09].contains(bytes[index]) { index += 1 }
      text.space()
    }
    writer.verbatim(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    return index > start
  }

  /// In a list there are only items.
  private var holdsWords: Bool { open.last?.kind != .list }

  // MARK: Markup

  private mutating func readMarkup() -> Bool {
    guard index + 2 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): return readEndTag()
    case UInt8(ascii: "!"): return readComment()
    default: return readStartTag()
    }
  }

  /// A comment without another `--` in it.
  private mutating func readComment() -> Bool {
    guard index + 6 < bytes.count, bytes[index + 2] == UInt8(ascii: "-"),
      bytes[index + 3] == UInt8(ascii: "-"),
      bytes[index + 4] != UInt8(ascii: "-"), bytes[index + 4] != UInt8(ascii: ">"),
      let base = bytes.baseAddress
    else { return false }
    var place = index + 4
    while let dash = find(0x2D, from: base + place, to: base + bytes.count) {
      place = dash - base + 1
      guard place + 1 < bytes.count else { return false }
      guard bytes[place] == UInt8(ascii: "-") else { continue }
      guard bytes[place + 1] == UInt8(ascii: ">") else { return false }
      index = place + 2
      return true
    }
    return false
  }

  private mutating func readEndTag() -> Bool {
    let start = index + 2
    let end = endOfName(start)
    guard end < bytes.count, bytes[end] == UInt8(ascii: ">"), let element = open.last,
      element.name.utf8.span.count == end - start,
      TidyElement.named(name(start, end))?.name == element.name
    else { return false }
    open.removeLast()
    index = end + 1
    if element.separates { text.space() }
    writer.endTag(element.name)
    if element.name == "a" { openAnchors -= 1 }
    return true
  }

  private mutating func readStartTag() -> Bool {
    let start = index + 1
    let end = endOfName(start)
    guard end < bytes.count, let element = TidyElement.named(name(start, end)), element.fits(in: open.last),
      open.count < Self.depthLimit
    else { return false }
    index = end
    guard let attributes = readAttributes(of: element) else { return false }
    if element.separates { text.space() }
    if element.name == "a" {
      guard openAnchors == 0 else { return false }
      openAnchors += 1
    }
    if element.name == "img", SafeHTMLSanitiser.isSpacer(attributes) { return true }
    if element.name == "pre", index < bytes.count, bytes[index] == 0x0A { return false }
    writer.startTag(element.name)
    for attribute in attributes {
      SafeHTMLSanitiser.write(attribute, of: element.name, base: base, to: &writer)
    }
    writer.endOfStartTag()
    if element.isVoid {
      if element.separates { text.space() }
    } else {
      open.append(element)
    }
    return true
  }

  // MARK: Attributes

  /// The attributes that may be written, up to the end of the tag; `nil` if they are not tidy.
  private mutating func readAttributes(of element: TidyElement) -> [HTMLAttribute]? {
    var attributes: [HTMLAttribute] = []
    var names: [Range<Int>] = []
    while true {
      let start = index
      while index < bytes.count, [0x20, 0x0A, 0x09].contains(bytes[index]) { index += 1 }
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return attributes
      case UInt8(ascii: "/"):
        guard element.isVoid, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") else {
          return nil
        }
        index += 2
        return attributes
      default: guard index > start else { return nil }
      }
      guard names.count < Self.attributeLimit, let name = readAttributeName(),
        !names.contains(where: { isSame($0, name) }), let value = readAttributeValue()
      else { return nil }
      names.append(name)
      guard let known = TidyAttribute.named(self.name(name.lowerBound, name.upperBound)) else { continue }
      guard let value = self.value(value) else { return nil }
      attributes.append(HTMLAttribute(name: known, value: value))
    }
  }

  private mutating func readAttributeName() -> Range<Int>? {
    let start = index
    index = endOfName(index)
    guard index > start, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    return start..<index
  }

  private mutating func readAttributeValue() -> Range<Int>? {
    let quote = bytes[index + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let base = bytes.baseAddress,
      let end = find(quote, from: base + index + 2, to: base + bytes.count)
    else { return nil }
    let value = index + 2..<end - base
    index = value.upperBound + 1
    return value
  }

  /// The value with its references replaced.
  private func value(_ range: Range<Int>) -> String? {
    guard let base = bytes.baseAddress else { return nil }
    let raw = UnsafeBufferPointer(rebasing: bytes[range])
    guard raw.allSatisfy({ $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }) else { return nil }
    guard find(0x26, from: base + range.lowerBound, to: base + range.upperBound) != nil else {
      return String(copying: UTF8Span(unchecked: raw.span))
    }
    var value = UTF8Buffer()
    var place = 0
    var start = 0
    while place < raw.count {
      guard raw[place] == UInt8(ascii: "&") else {
        place += 1
        continue
      }
      value.append(UTF8Span(unchecked: UnsafeBufferPointer(rebasing: raw[start..<place]).span))
      guard let scalar = TidyReference.read(raw, at: &place) else { return nil }
      value.append(String(scalar))
      start = place
    }
    value.append(UTF8Span(unchecked: UnsafeBufferPointer(rebasing: raw[start...]).span))
    return value.string
  }

  // MARK: Names

  /// Small letters, digits and hyphens.
  private func endOfName(_ start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      guard byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D else { break }
      place &+= 1
    }
    return place
  }

  private func name(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count && bytes[first].elementsEqual(bytes[second])
  }
}

/// The attributes that ``SafeHTMLRules`` may let through.
enum TidyAttribute {
  static func named(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    index.number(of: name).map { all[$0] }
  }

  private static let all = SafeHTMLRules.knownAttributes.sorted()
  private static let index = NameIndex(all)
}

/// A character reference that ends in a semicolon and stands for a character that may stand for itself.
enum TidyReference {
  /// Moves `index` behind the reference.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar? {
    let start = index + 1
    let limit = min(bytes.count, start + 10)
    guard let end = bytes[min(start, limit)..<limit].firstIndex(of: UInt8(ascii: ";")), end > start else {
      return nil
    }
    let name = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard let scalar = name[0] == UInt8(ascii: "#") ? number(name) : named(name) else { return nil }
    index = end + 1
    return scalar
  }

  private static func number(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = name.count > 1 && name[1] | 0x20 == UInt8(ascii: "x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = hexValue(byte), isHexadecimal || digit < 10 else { return nil }
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      if value > 0x10FFFF { return nil }
    }
    let isNoncharacter = value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
    guard value > 0x20, !(0x7F...0x9F).contains(value), value != 0xFEFF, !isNoncharacter else { return nil }
    return Unicode.Scalar(value)
  }

  private static func named(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    switch name.count {
    case 2 where name[1] == UInt8(ascii: "t"):
      if name[0] == UInt8(ascii: "l") { return "<" }
      if name[0] == UInt8(ascii: "g") { return ">" }
    case 3 where name.elementsEqual("amp".utf8): return "&"
    default: break
    }
    // Two characters, a tab or a line feed go the long way.
    guard let text = CharacterNames.all.character(name)?.text,
      let scalar = String(decoding: text, as: UTF8.self).unicodeScalars.first,
      scalar.value > 0x20, UTF8.width(scalar) == text.count
    else { return nil }
    return scalar
  }
}
