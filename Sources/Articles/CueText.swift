/// A text prepared for the search of fixed phrases: lower case, one kind of apostrophe, plain spaces.
struct CueText {
  /// Begins and ends with a space, words parted by single spaces, so that phrases can be found at word
  /// limits.
  private let bytes: [UInt8]

  init(_ text: String) {
    var folded: [UInt8] = [0x20]
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x02BC, 0x60, 0xB4: folded.append(UInt8(ascii: "'"))
      case 0x41...0x5A: folded.append(UInt8(scalar.value) | 0x20)
      case 0x21...0x7E: folded.append(UInt8(scalar.value))
      case 0xAD, 0x200B...0x200F, 0xFEFF: continue
      default:
        if scalar.properties.isWhitespace {
          if folded.last != 0x20 { folded.append(0x20) }
        } else {
          folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
      }
    }
    if folded.last != 0x20 { folded.append(0x20) }
    bytes = folded
  }

  /// Without the outer spaces.
  var string: String {
    String(decoding: bytes.count > 2 ? bytes[1..<(bytes.count - 1)] : [], as: UTF8.self)
  }

  /// Whether the text begins with the phrase (in lower case), at a word's end.
  func begins(_ phrase: String) -> Bool {
    let start = bytes.dropFirst()
    guard start.starts(with: phrase.utf8) else { return false }
    return endsWord(1 + phrase.utf8.count, phrase)
  }

  func begins(any phrases: [String]) -> Bool { phrases.contains(where: begins) }

  /// Whether the phrase (in lower case) stands in the text, at word limits.
  func holds(_ phrase: String) -> Bool { position(of: phrase) != nil }

  func holds(any phrases: [String]) -> Bool { phrases.contains(where: holds) }

  /// Offset of the phrase in bytes.
  func position(of phrase: String) -> Int? {
    let wanted = Array(phrase.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    var index = 0
    let last = bytes.count - wanted.count
    while index <= last {
      if bytes[index] == first, bytes[index..<(index + wanted.count)].elementsEqual(wanted),
        index == 0 || !isWordByte(bytes[index - 1]) || !isWordByte(first),
        endsWord(index + wanted.count, phrase)
      {
        return max(0, index - 1)
      }
      index += 1
    }
    return nil
  }

  private func endsWord(_ index: Int, _ phrase: String) -> Bool {
    guard let last = phrase.utf8.last, isWordByte(last), index < bytes.count else { return true }
    return !isWordByte(bytes[index])
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A)
  }
}
