import Model

typealias Severity = Diagnostic.Severity

/// Places of tags of the common template languages.
func templateTags(in bytes: [UInt8], outside ranges: [Range<Int>] = []) -> [Int] {
  var found: [Int] = []
  var ranges = ranges[...]
  var index = 0
  while index + 1 < bytes.count {
    if let range = ranges.first, index >= range.lowerBound {
      index = max(index, range.upperBound)
      ranges.removeFirst()
      continue
    }
    let isTag =
      switch (bytes[index], bytes[index + 1]) {
      case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "}"), UInt8(ascii: "}")),
        (UInt8(ascii: "{"), UInt8(ascii: "%")), (UInt8(ascii: "%"), UInt8(ascii: "}")),
        (UInt8(ascii: "<"), UInt8(ascii: "%")):
        true
      case (UInt8(ascii: "%"), UInt8(ascii: "%")):
        index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "{")
      case (UInt8(ascii: "*"), UInt8(ascii: "|")): isMergeTag(bytes[(index + 2)...].prefix(40))
      default: false
      }
    if isTag {
      found.append(index)
      // One finding a tag: its other end is close.
      let line = bytes[index...].prefix(80)
      index = (line.firstIndex { $0 == 0x0A || $0 == UInt8(ascii: ">") } ?? line.endIndex)
    } else {
      index += 1
    }
  }
  return found
}

/// `NAME|*`
private func isMergeTag(_ rest: ArraySlice<UInt8>) -> Bool {
  let name = rest.prefix { (0x41...0x5A).contains($0) || "_:".utf8.contains($0) }
  return !name.isEmpty && rest.dropFirst(name.count).starts(with: "|*".utf8)
}

/// True if a word is how a program writes that there is nothing.
func holdsValue(_ text: String) -> Bool {
  let words = text.utf8.split { byte in
    byte < 0x80 && !isDigit(byte) && !isLetter(byte) && !"(-_".utf8.contains(byte)
  }
  return words.contains { word in
    word.starts(with: "Optional(".utf8)
      || ["nil", "null", "undefined", "NaN"].contains { word.elementsEqual($0.utf8) }
  }
}

/// Bytes that are no UTF-8, letters that were lost, and letters that were read in the wrong encoding.
func checkEncoding(_ bytes: [UInt8], _ findings: inout Findings) {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    findings.add(
      .error, "encoding", "the file is not UTF-8", hint: "save it as UTF-8",
      line: firstFault(in: bytes).map { lineNumber(of: $0, in: bytes) })
    return
  }
  if let place = firstPlace(of: Array("\u{FFFD}".utf8), in: Array(text.utf8)) {
    findings.add(
      .error, "replacement-character", "U+FFFD: letters were lost where this text was decoded",
      hint: "look for the encoding of the page that it comes from", line: lineNumber(of: place, in: bytes))
  }
  var from = 0
  // All of them begin with this byte.
  while let place = bytes[from...].firstIndex(of: 0xC3) {
    from = place + 1
    guard misreadMarks.contains(where: { bytes[place...].starts(with: $0) }) else { continue }
    findings.add(
      .error, "mojibake",
      "letters were read in the wrong encoding: \(excerpt(String(decoding: bytes[place...].prefix(24), as: UTF8.self)))",
      hint: "look for the encoding of the page that it comes from", line: lineNumber(of: place, in: bytes))
    return
  }
}

/// UTF-8 that was read as Windows-1252: quotes, dashes, umlauts and accents as they come out.
private let misreadMarks: [[UInt8]] = {
  let lost = "äöüßÄÖÜéèêëàâáãçñîïíóôõúùåøæ“”‘’–—…•€\u{A0}«»°·"
  return lost.unicodeScalars.compactMap { scalar in
    let bytes = Array(String(scalar).utf8)
    var marks = String.UnicodeScalarView()
    for byte in bytes { marks.append(windowsScalar(byte)) }
    return Array(String(marks).utf8)
  }
}()

private func windowsScalar(_ byte: UInt8) -> Unicode.Scalar {
  let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A,
    0x153, 0x9D, 0x17E, 0x178,
  ]
  let value = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
  return Unicode.Scalar(value) ?? "?"
}

/// Index of the first byte that is no UTF-8.
private func firstFault(in bytes: [UInt8]) -> Int? {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var place = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): place += UTF8.width(scalar)
    case .emptyInput: return nil
    case .error: return place
    }
  }
}

/// C0 without tab and line ends, and delete.
func isControl(_ byte: UInt8) -> Bool {
  byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 || byte == 0x7F
}

/// `U+001B`.
func scalarName(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
