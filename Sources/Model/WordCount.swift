/// Words of a text, counted between white space; in scripts that write without spaces, by their letters.
///
/// Chinese and Japanese text counts two characters a word: words of segmented Chinese news have between one and a half and
/// two characters on the average, those of Japanese, kana and kanji together, about two. Thai, Lao, Khmer and Burmese count
/// five letters and signs a word: segmented Thai has four to five.
/// Their punctuation parts words and is none; Korean is written with spaces and counted by them.
public func countWords(_ text: String) -> Int {
  let bytes = text.utf8.span
  var count = 0
  var isInside = false
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0xC2 {
      if isASCIISpace(byte) {
        isInside = false
      } else if !isInside {
        isInside = true
        count += 1
      }
      index += 1
      continue
    }
    let length = spaceLength(bytes, index)
    if length > 0 {
      isInside = false
      index += length
      continue
    }
    if byte >= 0xE0, let script = UnspacedScript(bytes, index) {
      count += unspacedWords(bytes, &index, script)
      isInside = false
      continue
    }
    if !isInside {
      isInside = true
      count += 1
    }
    index += 1
  }
  return count
}

/// How a script without spaces is counted.
private enum UnspacedScript {
  /// Chinese characters and kana.
  case eastern
  /// Thai, Lao, Khmer, Burmese.
  case southern
  /// Full-width signs and the stops of those scripts.
  case punctuation

  /// The script of the scalar at `index`; `nil` for all that stand between spaces, and where the text ends early.
  init?(_ bytes: Span<UInt8>, _ index: Int) {
    guard index + 2 < bytes.count else { return nil }
    let second = bytes[index + 1]
    switch bytes[index] {
    case 0xE0 where second >= 0xB8 && second <= 0xBB: self = .southern
    case 0xE1 where second >= 0x80 && second <= 0x82 || second >= 0x9E && second <= 0x9F: self = .southern
    case 0xE3 where second == 0x80: self = .punctuation
    case 0xE3 where second >= 0x81 && second <= 0x83 || second >= 0x90: self = .eastern
    case 0xE4...0xE9: self = .eastern
    case 0xEF where second >= 0xA4 && second <= 0xAB: self = .eastern
    case 0xEF where second == 0xBC || second == 0xBD: self = .punctuation
    case 0xF0 where second >= 0xA0 && second <= 0xB2: self = .eastern
    default: return nil
    }
  }

  var lettersPerWord: Int { self == .eastern ? 2 : 5 }
}

/// Words of the run of one script that begins at `index`, which is moved behind it.
private func unspacedWords(_ bytes: Span<UInt8>, _ index: inout Int, _ script: UnspacedScript) -> Int {
  var letters = 0
  while index < bytes.count, bytes[index] >= 0xE0, spaceLength(bytes, index) == 0,
    let next = UnspacedScript(bytes, index), next == script
  {
    letters += 1
    index += bytes[index] >= 0xF0 ? 4 : 3
  }
  guard script != .punctuation else { return 0 }
  return (letters + script.lettersPerWord - 1) / script.lettersPerWord
}

private func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

/// Bytes of the white space beyond ASCII (Unicode's property White_Space) at `index`; 0 if there is none.
private func spaceLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  switch bytes[index] {
  case 0xC2: return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0
  case 0xE1: return bytes[index + 1] == 0x9A && bytes[index + 2] == 0x80 ? 3 : 0
  case 0xE2 where bytes[index + 1] == 0x80:
    let last = bytes[index + 2]
    return last >= 0x80 && last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
  case 0xE2: return bytes[index + 1] == 0x81 && bytes[index + 2] == 0x9F ? 3 : 0
  case 0xE3: return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
  default: return 0
  }
}
