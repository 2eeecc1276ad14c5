/// Text on its way from a parser to a `String`: always valid UTF-8, so that nothing is checked twice.
///
/// Made to be kept: ``removeAll()`` leaves its storage for the next text.
public struct UTF8Buffer: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// `bytes` must be valid UTF-8.
  private init(cleaned bytes: [UInt8]) { self.bytes = bytes }

  public init(_ text: String) {
    append(text)
  }

  public var isEmpty: Bool { bytes.isEmpty }

  public mutating func append(_ text: UTF8Span) {
    text.span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  public mutating func append(_ text: String) {
    append(text.utf8Span)
  }

  /// Appends a character of ASCII.
  public mutating func append(_ character: Unicode.Scalar) {
    precondition(character.isASCII)
    bytes.append(UInt8(truncatingIfNeeded: character.value))
  }

  /// Appends `text` with the characters that are markup in a text replaced by references.
  public mutating func appendEscaped(_ text: UTF8Span) {
    appendReplacing(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      default: nil
      }
    }
  }

  /// Appends `text` with the characters that may not stand in a quoted attribute value replaced by references.
  public mutating func appendAttributeValue(_ text: String) {
    appendReplacing(text.utf8Span) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "<"): "&lt;"
      default: nil
      }
    }
  }

  /// Appends `text` with some of the characters of ASCII replaced.
  @inline(__always)
  private mutating func appendReplacing(_ text: UTF8Span, _ replacement: (UInt8) -> StaticString?) {
    text.span.withUnsafeBufferPointer { text in
      var start = 0
      for index in text.indices {
        guard let reference = replacement(text[index]) else { continue }
        bytes.append(contentsOf: text[start..<index])
        reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
        start = index + 1
      }
      bytes.append(contentsOf: text[start...])
    }
  }

  /// Replaces what is markup by references, as if all had been appended escaped.
  public mutating func escape() {
    let text = bytes
    bytes = []
    text.withUnsafeBufferPointer { appendEscaped(UTF8Span(unchecked: $0.span)) }
  }

  /// Forgets the text and keeps its storage, unless that is large.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
  }

  /// The buffer, leaving an empty one behind.
  public mutating func take() -> UTF8Buffer {
    let taken = self
    self = UTF8Buffer()
    return taken
  }

  public var isASCII: Bool { Markup.isASCII(bytes) }

  /// The whole text.
  public var string: String {
    bytes.withUnsafeBufferPointer { String(copying: UTF8Span(unchecked: $0.span)) }
  }

  /// The text without outer white space and without control characters.
  ///
  /// Line ends become line feeds; C1 controls are read as the windows-1252 characters for which they are
  /// mistaken.
  public var trimmed: String {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      guard start < end else { return "" }
      let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
      guard hasControls(text) else { return String(copying: UTF8Span(unchecked: text.span)) }
      // There may be white space behind what is left out.
      return UTF8Buffer(cleaned: withoutControls(text)).trimmed
    }
  }
}
