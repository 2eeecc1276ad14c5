/// A field of a header.
struct MessageField {
  let name: String
  /// Unfolded, without the blanks around it.
  let value: String
  /// As on the wire, without line ends; the first begins behind the colon.
  let lines: [[UInt8]]
  /// Index of its first byte in the message.
  let place: Int

  var lowercasedName: String { name.lowercased() }
}

/// A header, read as far as that can be done.
struct MessageHeader {
  private(set) var fields: [MessageField] = []
  /// Lines that are no field, with their places.
  private(set) var strayLines: [(words: String, place: Int)] = []
  /// True if a folded line holds nothing but blanks.
  private(set) var hasBlankFold = false
  /// False if no blank line ends it.
  private(set) var isEnded = false
  /// What stands behind it.
  private(set) var body: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    body = bytes[bytes.endIndex...]
    var groups: [(place: Int, lines: [[UInt8]])] = []
    for line in linesWithEnds(bytes) {
      let content = Array(withoutLineEnd(line))
      guard let first = content.first else {
        body = bytes[line.endIndex...]
        isEnded = true
        break
      }
      if first == 0x20 || first == 0x09, !groups.isEmpty {
        if content.allSatisfy(isBlank) { hasBlankFold = true }
        groups[groups.count - 1].lines.append(content)
      } else if content.contains(UInt8(ascii: ":")) {
        groups.append((line.startIndex, [content]))
      } else {
        strayLines.append((String(decoding: content, as: UTF8.self), line.startIndex))
      }
    }
    for (place, lines) in groups {
      guard let first = lines.first, let colon = first.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let own = [Array(first[(colon + 1)...])] + lines.dropFirst()
      fields.append(
        MessageField(
          name: String(decoding: first[..<colon], as: UTF8.self),
          value: String(decoding: trimmedBlanks(Array(own.joined())[...]), as: UTF8.self), lines: own,
          place: place))
    }
  }

  func first(_ name: String) -> MessageField? {
    let name = name.lowercased()
    return fields.first { $0.lowercasedName == name }
  }
}

/// Each line with its line feed.
func linesWithEnds(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = bytes.startIndex
  while start < bytes.endIndex {
    let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
    lines.append(bytes[start..<end])
    start = end
  }
  return lines
}

func withoutLineEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var line = line
  if line.last == 0x0A { line.removeLast() }
  if line.last == 0x0D { line.removeLast() }
  return line
}
