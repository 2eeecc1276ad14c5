import International

/// A line of the text form, with what several checks ask about it.
struct TextLine {
  let text: String
  /// Web and mail addresses as they stand there, with the punctuation around them.
  let rawAddresses: [String]
  /// Without the blanks at its ends.
  let trimmed: String

  init(_ text: String) {
    self.text = text
    trimmed = String(decoding: trimmedBlanks(Array(text.utf8)[...]), as: UTF8.self)
    rawAddresses = addressRanges(in: Array(text.utf8)).map {
      String(decoding: Array(text.utf8)[$0], as: UTF8.self)
    }
  }

  var isBlank: Bool { trimmed.isEmpty }

  /// In the cells of a terminal.
  var width: Int {
    var line = text[...]
    while let last = line.utf8.last, last == 0x20 || last == 0x09 { line = line.dropLast() }
    return displayWidth(line)
  }

  /// The text with a blank for each address.
  var withoutAddresses: String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var from = 0
    for range in addressRanges(in: bytes) {
      result += bytes[from..<range.lowerBound] + [0x20]
      from = range.upperBound
    }
    return String(decoding: result + bytes[from...], as: UTF8.self)
  }

  /// True if nothing but signs and numbers stands beside an address: such a line must not be broken, however long.
  var isAddressOnly: Bool {
    !rawAddresses.isEmpty
      && withoutAddresses.unicodeScalars.allSatisfy { " <>()[]0123456789:.-*•→|".unicodeScalars.contains($0) }
  }

  /// True for `====`, `* * *` and headings behind such signs.
  var isRule: Bool {
    let scalars = trimmed.unicodeScalars
    guard let first = scalars.first, "=-_~*#─━═".unicodeScalars.contains(first) else { return false }
    let run = scalars.prefix { "=-_~*#─━═".unicodeScalars.contains($0) }.count
    return run >= 8 || run >= 3 && scalars.count > run && scalars.dropFirst(run).first == " "
  }

  /// True for the lines of a quote.
  var isQuoted: Bool { trimmed.hasBytePrefix("|") || trimmed.hasBytePrefix(">") }

  /// Count of the blanks and quote marks that it begins with.
  var indent: Int { text.utf8.prefix { " >|".utf8.contains($0) }.count }
}

/// The http, https and mailto addresses of a text, without the punctuation around them.
func addresses(in text: String) -> [String] {
  let bytes = Array(text.utf8)
  return addressRanges(in: bytes).map { withoutPunctuation(String(decoding: bytes[$0], as: UTF8.self)) }
}

/// A closing bracket belongs to an address that holds the opening one.
func withoutPunctuation(_ address: String) -> String {
  var scalars = Array(address.unicodeScalars)
  var surplus = scalars.reduce(0) { $1 == ")" ? $0 + 1 : $1 == "(" ? $0 - 1 : $0 }
  while let last = scalars.last {
    if last == ")" {
      guard surplus > 0 else { break }
      surplus -= 1
    } else if !".,;:!?'\"»”’>".unicodeScalars.contains(last) {
      break
    }
    scalars.removeLast()
  }
  return String(String.UnicodeScalarView(scalars))
}

private func addressRanges(in bytes: [UInt8]) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = 0
  while index < bytes.count, let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
    index = colon + 1
    let scheme = ["https://", "http://", "mailto:"].first { stands($0, with: colon, in: bytes) }
    guard let scheme else { continue }
    let start = colon - scheme.utf8.prefix { $0 != UInt8(ascii: ":") }.count
    guard start >= found.last?.upperBound ?? 0 else { continue }
    let end =
      bytes[colon...].firstIndex { $0 <= 0x20 || $0 == 0x7F || "<>\"".utf8.contains($0) } ?? bytes.count
    // A scheme alone is no address.
    guard end > start + scheme.utf8.count else { continue }
    found.append(start..<end)
    index = end
  }
  return found
}

/// True if `scheme` stands in `bytes` with its colon at `colon`, letter case ignored.
private func stands(_ scheme: String, with colon: Int, in bytes: [UInt8]) -> Bool {
  let scheme = Array(scheme.utf8)
  guard let mark = scheme.firstIndex(of: UInt8(ascii: ":")), colon >= mark,
    colon - mark + scheme.count <= bytes.count
  else { return false }
  return scheme.indices.allSatisfy { bytes[colon - mark + $0] | 0x20 == scheme[$0] | 0x20 }
}
