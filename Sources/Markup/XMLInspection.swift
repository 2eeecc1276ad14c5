/// A look at the bytes of an XML document before libxml2 gets them.
enum XMLInspection {
  /// True if the document has a DTD, a reference other than the five of XML and numbers, a character that XML
  /// forbids, or
  /// anything beyond ``XMLLimits``.
  ///
  /// Says nothing about other errors: libxml2 finds those.
  static func needsRepair(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { needsRepair($0) }
  }

  private static func needsRepair(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var depth = 0
    var runStart = 0
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x3C:
        if index - runStart > XMLLimits.runBytes { return true }
        guard let next = skipMarkup(bytes, at: index, depth: &depth) else { return true }
        index = next
        runStart = next
      case 0x26:
        guard isPlainReference(bytes, at: index) else { return true }
        index += 1
      case 0x00..<0x20:
        if byte != 0x0A && byte != 0x0D && byte != 0x09 { return true }
        index += 1
      case 0xEF:
        if isNoncharacter(bytes, at: index) { return true }
        index += 1
      default:
        index += 1
      }
    }
    return index - runStart > XMLLimits.runBytes
  }

  /// Index after the tag, comment, section or instruction at `index`; `nil` if the document needs repair.
  private static func skipMarkup(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, depth: inout Int
  ) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    switch bytes[index + 1] {
    case 0x21:
      if matches("<![CDATA[", bytes, at: index) {
        return skip(bytes, from: index + 9, to: 0x5D, 0x5D)
      }
      return matches("<!--", bytes, at: index) ? skip(bytes, from: index + 4, to: 0x2D, 0x2D) : nil
    case 0x3F: return skip(bytes, from: index + 2, to: nil, 0x3F)
    default: return skipTag(bytes, at: index, depth: &depth)
    }
  }

  private static func skipTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, depth: inout Int) -> Int? {
    var index = start + 1
    var quote: UInt8 = 0
    var equalSigns = 0
    let limit = min(bytes.count, start + XMLLimits.tagBytes)
    while index < limit {
      let byte = bytes[index]
      if byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return nil }
      if byte == 0x26 && !isPlainReference(bytes, at: index) { return nil }
      if byte == 0xEF && isNoncharacter(bytes, at: index) { return nil }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3D {
        equalSigns += 1
        if equalSigns > XMLLimits.attributes { return nil }
      } else if byte == 0x3E {
        if bytes[start + 1] == 0x2F {
          depth -= 1
        } else if bytes[index - 1] != 0x2F {
          depth += 1
          if depth > XMLLimits.depth { return nil }
        }
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// Index after `before`, `last`, `>`. `nil` if there is no such end, or a forbidden character or too much
  /// before it.
  private static func skip(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to before: UInt8?, _ last: UInt8
  ) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x3E, index > start, bytes[index - 1] == last,
        before == nil || (index > start + 1 && bytes[index - 2] == before)
      {
        return index - start > XMLLimits.runBytes ? nil : index + 1
      }
      if byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return nil }
      if byte == 0xEF && isNoncharacter(bytes, at: index) { return nil }
      index += 1
    }
    return nil
  }

  /// U+FFFE or U+FFFF.
  private static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }

  private static func isPlainReference(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    matches("&lt;", bytes, at: index) || matches("&gt;", bytes, at: index)
      || matches("&amp;", bytes, at: index) || matches("&quot;", bytes, at: index)
      || matches("&#", bytes, at: index) || matches("&apos;", bytes, at: index)
  }

  private static func matches(
    _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    let start = word.utf8Start
    for offset in 0..<length where bytes[index + offset] != start[offset] { return false }
    return true
  }
}
