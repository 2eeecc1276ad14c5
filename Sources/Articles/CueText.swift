/// A text prepared for the search of fixed phrases: lower case, one kind of apostrophe, plain spaces.
struct CueText {
  /// Begins and ends with a space, words parted by single spaces, so that phrases can be found at word
  /// limits.
  private let bytes: [UInt8]

  init(_ text: String) {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count + 2)
    folded.append(0x20)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x60: folded.append(UInt8(ascii: "'"))
      case 0x21...0x40, 0x5B...0x7E: folded.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x41...0x5A: folded.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case 0x20, 0x09...0x0D: if folded[folded.count - 1] != 0x20 { folded.append(0x20) }
      case 0xB4, 0x02BC, 0x2018, 0x2019: folded.append(UInt8(ascii: "'"))
      case 0xAD, 0x200B...0x200F, 0xFEFF: continue
      default:
        if scalar.properties.isWhitespace {
          if folded[folded.count - 1] != 0x20 { folded.append(0x20) }
        } else {
          folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
      }
    }
    if folded[folded.count - 1] != 0x20 { folded.append(0x20) }
    bytes = folded
  }

  /// Without the outer spaces.
  var string: String {
    String(decoding: bytes.count > 2 ? bytes[1..<(bytes.count - 1)] : [], as: UTF8.self)
  }

  /// Whether the text begins with the phrase (in lower case), at a word's end.
  func begins(_ phrase: String) -> Bool { CueText.stands(phrase.utf8.span, at: 1, in: bytes.span) }

  func begins(any phrases: [String]) -> Bool { phrases.contains(where: begins) }

  func begins(any phrases: Phrases) -> Bool {
    bytes.count > 1 && phrases.beginning(with: bytes[1]).contains(where: begins)
  }

  /// Whether the phrase (in lower case) stands in the text, at word limits.
  func holds(_ phrase: String) -> Bool { position(of: phrase) != nil }

  func holds(any phrases: [String]) -> Bool { phrases.contains(where: holds) }

  /// The same in one pass, however many phrases there are.
  func holds(any phrases: Phrases) -> Bool {
    let text = bytes.span
    for index in text.indices where CueText.mayBegin(at: index, in: text) {
      for phrase in phrases.beginning(with: text[index])
      where CueText.stands(phrase.utf8.span, at: index, in: text) {
        return true
      }
    }
    return false
  }

  /// Offset of the phrase in bytes.
  func position(of phrase: String) -> Int? {
    let text = bytes.span
    let wanted = phrase.utf8.span
    guard wanted.count > 0, text.count >= wanted.count else { return nil }
    let first = wanted[0]
    for index in 0...(text.count - wanted.count)
    where text[index] == first && CueText.mayBegin(at: index, in: text)
      && CueText.stands(wanted, at: index, in: text)
    {
      return max(0, index - 1)
    }
    return nil
  }

  /// Not inside a word.
  private static func mayBegin(at index: Int, in text: Span<UInt8>) -> Bool {
    index == 0 || !isWordByte(text[index - 1]) || !isWordByte(text[index])
  }

  private static func stands(_ phrase: Span<UInt8>, at start: Int, in text: Span<UInt8>) -> Bool {
    let end = start + phrase.count
    guard end <= text.count else { return false }
    for offset in phrase.indices where text[start + offset] != phrase[offset] { return false }
    // The phrase's last word must end there.
    guard phrase.count > 0, isWordByte(phrase[phrase.count - 1]), end < text.count else { return true }
    return !isWordByte(text[end])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A)
  }
}

/// Many phrases for ``CueText/holds(any:)``, sorted by what they begin with.
struct Phrases: ExpressibleByArrayLiteral, Sendable {
  /// In the order in which they were given.
  let all: [String]
  private let byFirstByte: [[String]]

  init(arrayLiteral phrases: String...) {
    all = phrases
    var sorted = [[String]](repeating: [], count: 256)
    for phrase in phrases {
      if let first = phrase.utf8.first { sorted[Int(first)].append(phrase) }
    }
    byFirstByte = sorted
  }

  func beginning(with byte: UInt8) -> [String] { byFirstByte[Int(byte)] }
}
