/// The number of a comment in an address or id: `...#comment-1234`; TypePad's are hexadecimal.
enum CommentNumber {
  static func find(in text: String?) -> String? {
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    for word in ["#comment-", "#comment", "#c", "comment-"] {
      if let number = digits(after: Array(word.utf8), in: bytes) { return number }
    }
    return nil
  }

  /// Digits between the last `word` and the end.
  private static func digits(after word: [UInt8], in bytes: [UInt8]) -> String? {
    var start = bytes.count
    while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
    if start < bytes.count, start >= word.count, bytes[start - word.count..<start].elementsEqual(word) {
      return String(decoding: bytes[start...], as: UTF8.self)
    }
    while start > 0, isDigit(bytes[start - 1]) || (0x61...0x66).contains(bytes[start - 1]) { start -= 1 }
    // As long as digests of addresses are is too long.
    guard (12..<40).contains(bytes.count - start), bytes.count - start != 32, isDigit(bytes[start]),
      start >= word.count, bytes[start - word.count..<start].elementsEqual(word)
    else { return nil }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
