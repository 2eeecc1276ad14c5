/// Words of a text: what stands between white space, and a stated number of signs in scripts that write without spaces.
///
/// Two Chinese or Japanese signs count as a word (people read about 500 of them a minute, and about 230 words),
/// five of Thai, Lao, Khmer and Burmese, whose vowel signs count. Korean is written with spaces.
public func countWords(_ text: String) -> Int {
  let bytes = text.utf8.span
  var count = 0
  var run = UnspacedRun()
  var isInside = false
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte > 0x20, byte < 0xC2 {
      isInside = true
      if run.hasSigns, byte < 0x80 { run.addOther() }
      index += 1
      continue
    }
    let space = byte <= 0x20 ? (isASCIISpace(byte) ? 1 : 0) : spaceLength(bytes, index)
    if space > 0 {
      if isInside { count += run.close() }
      isInside = false
      index += space
    } else if isFullWidthPunctuation(bytes, index) {
      run.part()
      index += 3
    } else {
      if byte >= 0xE0 {
        index += run.add(bytes, index, isFirst: !isInside)
      } else {
        if run.hasSigns { run.addOther() }
        index += 1
      }
      isInside = true
    }
  }
  return isInside ? count + run.close() : count
}

/// What stands between two spaces, where it holds signs of scripts without spaces.
private struct UnspacedRun {
  private var ideographs = 0
  private var syllables = 0
  /// Words of other scripts among the signs.
  private var others = 0
  private var isInOther = false

  var hasSigns: Bool { ideographs + syllables > 0 }

  /// Punctuation parts words of other scripts among signs.
  mutating func part() { isInOther = false }

  mutating func addOther() {
    if !isInOther { others += 1 }
    isInOther = true
  }

  /// Counts the sign at `index`; its length in bytes.
  mutating func add(_ bytes: Span<UInt8>, _ index: Int, isFirst: Bool) -> Int {
    guard index + 2 < bytes.count else { return 1 }
    let second = bytes[index + 1]
    switch bytes[index] {
    case 0xE0 where second >= 0xB8 && second <= 0xBB, 0xE1 where second == 0x80 || second == 0x81,
      0xE1 where second == 0x82 && bytes[index + 2] < 0xA0, 0xE1 where second == 0x9E || second == 0x9F:
      if !isFirst, !hasSigns { addOther() }
      syllables += 1
      isInOther = false
      return 3
    case 0xE3 where second >= 0x81 && second <= 0x83, 0xE3 where second >= 0x90, 0xE4...0xE9,
      0xEF where second >= 0xA4 && second <= 0xAB:
      if !isFirst, !hasSigns { addOther() }
      ideographs += 1
      isInOther = false
      return 3
    case 0xF0 where second >= 0xA0 && second <= 0xBF:
      if !isFirst, !hasSigns { addOther() }
      ideographs += 1
      isInOther = false
      return 4
    default:
      if hasSigns { addOther() }
      return 1
    }
  }

  /// The words of the run, which ends here.
  mutating func close() -> Int {
    guard hasSigns else {
      self = UnspacedRun()
      return 1
    }
    let words = others + (ideographs + 1) / 2 + (syllables + 4) / 5
    self = UnspacedRun()
    return words
  }
}

private func isFullWidthPunctuation(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
  guard bytes[index] >= 0xE3, index + 2 < bytes.count else { return false }
  let second = bytes[index + 1]
  return bytes[index] == 0xE3 && second == 0x80 || bytes[index] == 0xEF && (second == 0xBC || second == 0xBD)
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
