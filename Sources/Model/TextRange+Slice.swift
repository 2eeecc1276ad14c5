extension TextRange {
  /// The bytes of this range in `text`, as a string of their own.
  ///
  /// `nil` if the range lies outside of the text or would cut a character's bytes apart.
  public func slice(of text: String) -> String? {
    let bytes = text.utf8
    guard start >= 0, start <= end, end <= bytes.count else { return nil }
    let first = bytes.index(bytes.startIndex, offsetBy: start)
    let last = bytes.index(first, offsetBy: end - start)
    return String(bytes[first..<last])
  }

  /// The whole of `text`.
  public init(of text: String) {
    self.init(start: 0, end: text.utf8.count)
  }

  public var isEmpty: Bool { start >= end }
}
