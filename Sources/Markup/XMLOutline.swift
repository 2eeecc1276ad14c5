/// Where the CDATA sections of a document are, found before libxml2 gets it.
///
/// Most of a blog's feed is HTML in CDATA sections, in which there is nothing to parse: they end at the first
/// `]]>`. libxml2 looks at each of their bytes several times. So it is given the document with one letter in
/// place of each section's text (``reduced(_:)``), and when it reports that letter the text is taken from the
/// document itself.
struct XMLOutline {
  struct Section {
    /// Bytes between `<![CDATA[` and `]]>`.
    let text: Range<Int>
    /// Line feeds in ``text``.
    let lines: Int
  }

  private(set) var sections: [Section] = []

  /// Bytes of a tag up to which libxml2's comparing of each attribute with all others does not show.
  private static let tagBytes = 4096

  /// `nil` for a document that libxml2 would take long over, or whose sections hold characters that XML
  /// forbids: it is one for ``XMLRepair``. All other faults libxml2 finds by itself.
  ///
  /// Hops from one `<` to the next, for no tag of well-formed XML holds another.
  init?(_ bytes: [UInt8]) {
    let isRegular = bytes.withUnsafeBufferPointer { bytes -> Bool in
      guard let base = bytes.baseAddress else { return true }
      let end = base + bytes.count
      var place = base
      while let tag = find(0x3C, from: place, to: end) {
        if tag - place > XMLLimits.runBytes { return false }
        guard end - tag > 3 else { return true }
        if tag[1] == 0x21 {
          guard let next = afterDeclaration(tag, from: base, to: end) else { return false }
          place = next
        } else if tag[1] == 0x3F {
          place = Self.end(of: "?>", from: tag + 2, to: end)
        } else {
          place = tag + 1
          if Self.isLong(tag, to: end) { return false }
        }
      }
      return end - place <= XMLLimits.runBytes
    }
    if !isRegular { return nil }
  }

  /// The document with the letter `x` for the text of each section.
  func reduced(_ bytes: [UInt8]) -> [UInt8] {
    guard !sections.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count - sections.reduce(0) { $0 + $1.text.count } + sections.count)
    var start = 0
    for section in sections {
      result.append(contentsOf: bytes[start..<section.text.lowerBound])
      result.append(UInt8(ascii: "x"))
      start = section.text.upperBound
    }
    result.append(contentsOf: bytes[start...])
    return result
  }

  /// The place after a comment or section, or within another declaration; `nil` if the document needs repair.
  private mutating func afterDeclaration(
    _ tag: UnsafePointer<UInt8>, from base: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    if Self.starts(tag, "<!--", before: end) {
      let after = Self.end(of: "-->", from: tag + 4, to: end)
      return after - tag > XMLLimits.runBytes ? nil : after
    }
    guard Self.starts(tag, "<![CDATA[", before: end) else { return tag + 2 }
    let start = tag + 9
    let after = Self.end(of: "]]>", from: start, to: end)
    // Without an end: a fault for libxml2 to find.
    guard Self.starts(after - 3, "]]>", before: end), after - 3 >= start else { return after }
    guard let lines = linesOfXMLText(UnsafeBufferPointer(start: start, count: after - 3 - start)) else {
      return nil
    }
    sections.append(Section(text: start - base..<after - 3 - base, lines: lines))
    return after
  }

  /// Whether the tag at `tag` goes on beyond ``tagBytes``; a `>` in quotes does not end it.
  private static func isLong(_ tag: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> Bool {
    guard end - tag > tagBytes else { return false }
    let limit = tag + tagBytes
    var quote: UInt8 = 0
    var place = tag + 1
    // Nearly all tags end soon.
    while place < limit {
      let byte = place.pointee
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E || byte == 0x3C {
        return false
      }
      place += 1
    }
    return true
  }

  /// The place after the next `word`; `end` if there is none.
  private static func end(
    of word: StaticString, from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var place = start
    while let found = find(word.utf8Start[0], from: place, to: end) {
      if starts(found, word, before: end) { return found + word.utf8CodeUnitCount }
      place = found + 1
    }
    return end
  }

  private static func starts(
    _ place: UnsafePointer<UInt8>, _ word: StaticString, before end: UnsafePointer<UInt8>
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - place >= count else { return false }
    for offset in 0..<count where place[offset] != word.utf8Start[offset] { return false }
    return true
  }
}
