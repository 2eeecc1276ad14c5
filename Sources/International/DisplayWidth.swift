/// Width of text in the cells of a terminal: East Asian wide 2, combining marks 0, an emoji sequence 2.
public func displayWidth(_ text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// Width of one grapheme cluster in the cells of a terminal.
public func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  var width = 0
  var followsJoiner = false
  for scalar in scalars {
    switch scalar.value {
    case 0x200D: followsJoiner = true
    // An emoji selector, and the letters of a flag.
    case 0xFE0F, 0x1F1E6...0x1F1FF: width = max(width, 2)
    case 0x1F3FB...0x1F3FF where scalar != first: break
    default:
      if !followsJoiner { width += displayWidth(of: scalar) }
      followsJoiner = false
    }
  }
  return width
}

/// Width of one scalar that stands alone.
private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
  // Hangul vowels and final consonants join the syllable before them.
  if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
  if isWide(value) { return 2 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .spacingMark, .format, .lineSeparator, .paragraphSeparator, .control:
    return 0
  default: return 1
  }
}

private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  var low = 0
  var high = wideScalars.count
  while low < high {
    let middle = (low + high) / 2
    if wideScalars[middle].upperBound < value { low = middle + 1 } else { high = middle }
  }
  return low < wideScalars.count && wideScalars[low].contains(value)
}
