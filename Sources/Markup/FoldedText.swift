/// Text in which runs of space, tab and line ends become one space; no-break spaces stay.
public struct FoldedText: Sendable {
  /// Valid UTF-8: only whole texts and characters are added.
  private var bytes: [UInt8] = []
  private var isSpacePending = false

  public init() {}

  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  public mutating func append(_ text: String) {
    text.utf8.span.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        index = append(text, from: index, isEnd: { _ in false })
      }
    }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value <= 0x20 { return append(String(scalar)) }
    appendPendingSpace()
    appendUTF8(scalar.value, to: &bytes)
  }

  /// Appends text up to the next byte that is markup or a control character, and returns its index.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    append(text, from: start) { byte in
      byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ">")
        || byte < 0x20 && byte != 0x0A && byte != 0x09
    }
  }

  /// One space between words, which is what text mostly has, is copied with them.
  @inline(__always)
  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isEnd: (UInt8) -> Bool
  ) -> Int {
    var index = start
    var runStart = start
    while index < text.count {
      let byte = text[index]
      if byte > 0x3E {
        index &+= 1
      } else if isEnd(byte) {
        break
      } else if byte == 0x20, index > runStart, index &+ 1 < text.count, text[index &+ 1] > 0x3E {
        index &+= 2
      } else if isSpace(byte) {
        appendRun(text, runStart, index)
        isSpacePending = true
        index &+= 1
        runStart = index
      } else {
        index &+= 1
      }
    }
    appendRun(text, runStart, index)
    return index
  }

  private mutating func appendRun(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard start < end else { return }
    appendPendingSpace()
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
  }

  private mutating func appendPendingSpace() {
    if isSpacePending && !bytes.isEmpty { bytes.append(0x20) }
    isSpacePending = false
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// Keeps what comes apart from what came.
  public mutating func space() { isSpacePending = true }

  public var string: String {
    bytes.withUnsafeBufferPointer { String(copying: UTF8Span(unchecked: $0.span)) }
  }
}

/// White space folded and trimmed.
public func foldedWhiteSpace(_ text: String) -> String {
  var folded = FoldedText()
  folded.append(text)
  return folded.string
}
