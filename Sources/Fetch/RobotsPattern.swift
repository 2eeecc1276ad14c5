/// The path of a rule in `robots.txt`: `*` stands for any bytes, `$` at its end for the end of the address.
struct RobotsPattern: Hashable, Sendable {
  /// What stands between the stars, in the form of ``comparable(_:)``.
  private let parts: [[UInt8]]
  private let endsAddress: Bool
  /// In bytes, stars included: what makes one rule more specific than another.
  let length: Int

  init(_ text: some Collection<UInt8>) {
    var bytes = Array(text)
    endsAddress = bytes.last == UInt8(ascii: "$")
    if endsAddress { bytes.removeLast() }
    let query = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
    var parts: [[UInt8]] = []
    var start = 0
    for end in bytes.indices.filter({ bytes[$0] == UInt8(ascii: "*") }) + [bytes.count] {
      parts.append(Self.comparable(bytes[start..<end], query: query))
      start = end + 1
    }
    length = parts.reduce(parts.count - 1) { $0 + $1.count } + (endsAddress ? 1 : 0)
    self.parts = parts
  }

  /// Whether the pattern fits a path, given in the form of ``comparable(_:)``, from its first byte on.
  ///
  /// Each part is looked for from where the one before it ended; the leftmost place leaves the most room for the rest.
  func matches(_ path: [UInt8]) -> Bool {
    guard let first = parts.first, let last = parts.last, path.starts(with: first) else { return false }
    if parts.count == 1 { return !endsAddress || path.count == first.count }
    var position = first.count
    for part in parts.dropFirst().dropLast(endsAddress ? 1 : 0) {
      guard let found = place(of: part, in: path, from: position) else { return false }
      position = found + part.count
    }
    return !endsAddress
      || (path.count - last.count >= position && path.suffix(last.count).elementsEqual(last))
  }

  private func place(of part: [UInt8], in path: [UInt8], from start: Int) -> Int? {
    guard let first = part.first else { return start }
    var index = start
    while index + part.count <= path.count {
      if path[index] == first, path[index..<(index + part.count)].elementsEqual(part) { return index }
      index += 1
    }
    return nil
  }
}

extension RobotsPattern {
  /// A path with its query, so that what RFC 9309 section 2.2.2 takes for the same is the same bytes.
  ///
  /// Unreserved characters stand for themselves; bytes beyond ASCII, and those that would be stars or ends in a pattern,
  /// are percent-encoded with upper-case digits, and so are in a query the characters that part an address elsewhere.
  static func comparable(_ target: String) -> [UInt8] {
    let bytes = Array(target.utf8)
    return comparable(bytes[...], query: bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.count)
  }

  /// - Parameter query: the place of the question mark.
  private static func comparable(_ bytes: ArraySlice<UInt8>, query: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        let decoded = high << 4 | low
        if isUnreserved(decoded) { result.append(decoded) } else { encode(decoded, into: &result) }
        index += 3
        continue
      }
      let isPlain =
        isUnreserved(byte)
        || (index > query ? "!&'()+,;=%" : "/?:@[]!&'()+,;=%").utf8.contains(byte)
      if isPlain { result.append(byte) } else { encode(byte, into: &result) }
      index += 1
    }
    return result
  }

  private static func encode(_ byte: UInt8, into result: inout [UInt8]) {
    result.append(UInt8(ascii: "%"))
    result.append(upperCaseDigits[Int(byte >> 4)])
    result.append(upperCaseDigits[Int(byte & 15)])
  }

  /// RFC 3986 section 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static let upperCaseDigits = Array("0123456789ABCDEF".utf8)
}
