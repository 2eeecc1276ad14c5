/// A word of a header in another encoding than ASCII (RFC 2047).
struct EncodedWord {
  enum Fault {
    /// The encoding is neither B nor Q, or its content is broken.
    case broken
    /// It is not whole characters of its charset.
    case split
  }

  let length: Int
  let content: Result<String, FaultError>

  struct FaultError: Error {
    let fault: Fault
  }

  /// All of a value, with their ranges.
  static func all(in bytes: [UInt8]) -> [(word: EncodedWord, range: Range<Int>)] {
    var found: [(word: EncodedWord, range: Range<Int>)] = []
    var from = 0
    while from + 1 < bytes.count, let start = bytes[from...].firstIndex(of: UInt8(ascii: "=")) {
      from = start + 1
      guard let (word, end) = read(bytes, at: start) else { continue }
      found.append((word, start..<end))
      from = end
    }
    return found
  }

  private static func read(_ bytes: [UInt8], at start: Int) -> (EncodedWord, Int)? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "?") else { return nil }
    var parts: [ArraySlice<UInt8>] = []
    var place = start + 2
    while parts.count < 3 {
      guard let mark = bytes[place...].firstIndex(where: { $0 == UInt8(ascii: "?") || isBlank($0) }),
        bytes[mark] == UInt8(ascii: "?")
      else { return nil }
      parts.append(bytes[place..<mark])
      place = mark + 1
    }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return nil }
    let charset = String(decoding: parts[0].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self).lowercased()
    let content = text(charset, String(decoding: parts[1], as: UTF8.self).lowercased(), parts[2])
    return (EncodedWord(length: place + 1 - start, content: content), place + 1)
  }

  private static func text(
    _ charset: String, _ encoding: String, _ content: ArraySlice<UInt8>
  ) -> Result<String, FaultError> {
    let bytes: [UInt8]? =
      switch encoding {
      case "b": content.count % 4 == 0 ? base64Decoded(content) : nil
      case "q": quotedPrintableDecoded(content.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
      default: nil
      }
    guard let bytes else { return .failure(FaultError(fault: .broken)) }
    switch charset {
    case "utf-8", "us-ascii", "utf8":
      guard let text = String(validating: bytes, as: UTF8.self) else {
        return .failure(FaultError(fault: .split))
      }
      return .success(text)
    case "": return .failure(FaultError(fault: .broken))
    // Of other charsets only ASCII is read here.
    default: return .success(String(decoding: bytes.filter { $0 < 0x80 }, as: UTF8.self))
    }
  }
}

/// A value with its encoded words read; blanks between two of them do not count.
func withoutEncodedWords(_ value: String) -> String {
  let bytes = Array(value.utf8)
  var result = ""
  var from = 0
  for (word, range) in EncodedWord.all(in: bytes) {
    let between = bytes[from..<range.lowerBound]
    if from == 0 || !between.allSatisfy(isBlank) { result += String(decoding: between, as: UTF8.self) }
    result += (try? word.content.get()) ?? "\u{FFFD}"
    from = range.upperBound
  }
  return result + String(decoding: bytes[from...], as: UTF8.self)
}
