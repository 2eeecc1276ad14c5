/// Index of the first place of `wanted`, letter case of ASCII ignored if `wanted` is in lower case.
func firstPlace(of wanted: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
  guard let first = wanted.first, bytes.count >= wanted.count, start >= 0 else { return nil }
  let last = bytes.count - wanted.count
  let isLetter = (0x61...0x7A).contains(first)
  var index = start
  while index <= last {
    if isLetter {
      guard folded(bytes[index]) == first else {
        index += 1
        continue
      }
    } else {
      guard let next = bytes[index...last].firstIndex(of: first) else { return nil }
      index = next
    }
    if hasFolded(wanted, at: index, in: bytes) { return index }
    index += 1
  }
  return nil
}

private func hasFolded(_ wanted: [UInt8], at place: Int, in bytes: [UInt8]) -> Bool {
  for offset in wanted.indices where folded(bytes[place + offset]) != wanted[offset] { return false }
  return true
}

/// All places that do not overlap.
func places(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
  var found: [Int] = []
  var from = 0
  while let place = firstPlace(of: wanted, in: bytes, from: from) {
    found.append(place)
    from = place + wanted.count
  }
  return found
}

/// Lines from 1.
func lineNumber(of place: Int, in bytes: [UInt8]) -> Int {
  bytes[..<min(place, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
}

private func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// By bytes: a mark that joins the last letter of a word makes another `Character` of it, and hides it from `hasPrefix`.
extension StringProtocol {
  func hasBytePrefix(_ prefix: some StringProtocol) -> Bool { utf8.starts(with: prefix.utf8) }

  func hasByteSuffix(_ suffix: some StringProtocol) -> Bool {
    utf8.reversed().starts(with: suffix.utf8.reversed())
  }

  func containsBytes(_ wanted: some StringProtocol) -> Bool {
    firstPlace(of: Array(wanted.utf8), in: Array(utf8)) != nil
  }
}
