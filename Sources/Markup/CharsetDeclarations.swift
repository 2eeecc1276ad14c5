/// The encoding that a byte order mark names, and the mark's length.
func byteOrderMark(_ bytes: [UInt8]) -> (length: Int, charset: Charset)? {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (3, .utf8) }
  if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return (4, .utf32LittleEndian) }
  if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return (4, .utf32BigEndian) }
  if bytes.starts(with: [0xFF, 0xFE]) { return (2, .utf16LittleEndian) }
  if bytes.starts(with: [0xFE, 0xFF]) { return (2, .utf16BigEndian) }
  return nil
}

/// UTF-16 and UTF-32 without a mark, by the zeros around a leading `<` or white space (XML 1.0, appendix
/// F.1).
func formOfFirstBytes(_ bytes: [UInt8]) -> Charset? {
  guard bytes.count >= 4 else { return nil }
  func isStart(_ byte: UInt8) -> Bool { byte == 0x3C || byte == 0x20 || byte == 0x0A || byte == 0x0D }
  switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
  case (0, 0, 0, let last) where isStart(last): return .utf32BigEndian
  case (let first, 0, 0, 0) where isStart(first): return .utf32LittleEndian
  case (0, let first, 0, let second) where isStart(first) && second != 0: return .utf16BigEndian
  case (let first, 0, let second, 0) where isStart(first) && second != 0: return .utf16LittleEndian
  default: return nil
  }
}

/// True if the document begins like markup in ASCII.
func looksLikeASCII(_ bytes: [UInt8]) -> Bool {
  guard let first = bytes.first(where: { $0 > 0x20 }) else { return true }
  return first == 0x3C
}

/// The `charset` parameter of a `Content-Type` value, quotes taken off.
func charsetParameter(_ contentType: String) -> String? {
  let bytes = Array(contentType.utf8)
  guard let found = find("charset", in: bytes, from: 0, to: bytes.count) else { return nil }
  return labelAfterName(bytes, at: found + 7, to: bytes.count)
}

/// The `encoding` of an XML declaration within the first 1024 bytes; also of one in EBCDIC.
func xmlDeclarationLabel(_ bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {
    let head = Array(bytes.prefix(256))
    guard let decoded = Charset(label: "ibm037")?.decode(head)?.utf8 else { return nil }
    return xmlDeclarationLabel(decoded)
  }
  let limit = min(bytes.count, 1024)
  guard let start = find("<?xml", in: bytes, from: 0, to: limit) else { return nil }
  let end = find("?>", in: bytes, from: start, to: limit) ?? limit
  guard let name = find("encoding", in: bytes, from: start, to: end) else { return nil }
  return labelAfterName(bytes, at: name + 8, to: end)
}

/// The encoding that an HTML page declares in a `meta` element before its body.
///
/// Not in comments, scripts and titles. Browsers look at 1024 bytes first, but begin anew when a declaration comes
/// later; pages with much in front of it are read as well.
func metaLabel(_ bytes: [UInt8]) -> String? {
  let limit = min(bytes.count, 1 << 16)
  var attributes: [UInt8] = []
  var index = 0
  while let open = firstIndex(of: UInt8(ascii: "<"), in: bytes, from: index), open + 1 < limit {
    index = open + 1
    if isLetter(bytes[index]) {
      guard let tag = HTMLTag(reading: bytes, at: index, attributes: &attributes) else { break }
      index = tag.end
      if tag.name.string == "meta", let label = label(inAttributes: attributes) {
        // A page that says so in ASCII is not UTF-16 (WHATWG HTML §13.2.3.2).
        if let charset = Charset(label: label), !charset.extendsASCII { return "utf-8" }
        return label
      }
      if tag.name.string == "body", open >= 1024 { break }
      guard let end = endOfUnseenText(bytes, tag.name.string, from: index) else { break }
      index = end
    } else if find("<!--", in: bytes, from: open, to: limit, exactly: true) != nil {
      guard let end = find("-->", in: bytes, from: open + 2, to: bytes.count) else { break }
      index = end + 3
    } else if "/!?".utf8.contains(bytes[index]) {
      guard let end = firstIndex(of: UInt8(ascii: ">"), in: bytes, from: index) else { break }
      index = end + 1
    }
  }
  return xmlDeclarationLabel(bytes)
}

/// Where the content of an element ends in which no markup counts; `nil` if nowhere.
private func endOfUnseenText(_ bytes: [UInt8], _ name: String, from start: Int) -> Int? {
  switch name {
  case "script": find("</script", in: bytes, from: start, to: bytes.count)
  case "style": find("</style", in: bytes, from: start, to: bytes.count)
  case "title": find("</title", in: bytes, from: start, to: bytes.count)
  case "textarea": find("</textarea", in: bytes, from: start, to: bytes.count)
  default: start
  }
}

/// The label in `charset`, or in the `content` of a `meta` element that stands for the content type.
private func label(inAttributes attributes: [UInt8]) -> String? {
  var content: Range<Int>?
  var isContentType = false
  var index = 0
  // ` name="value"`, one after the other, as `HTMLTag` writes them.
  while index < attributes.count,
    let equals = firstIndex(of: UInt8(ascii: "="), in: attributes, from: index),
    let close = firstIndex(of: UInt8(ascii: "\""), in: attributes, from: equals + 2)
  {
    let name = attributes[(index + 1)..<equals]
    if name.elementsEqual("charset".utf8) { return labelAfterName(attributes, at: equals, to: close) }
    if name.elementsEqual("content".utf8), content == nil { content = (equals + 2)..<close }
    if name.elementsEqual("http-equiv".utf8) {
      isContentType = find("content-type", in: attributes, from: equals + 2, to: close) == equals + 2
    }
    index = close + 1
  }
  guard isContentType, let content,
    let name = find("charset", in: attributes, from: content.lowerBound, to: content.upperBound)
  else { return nil }
  return labelAfterName(attributes, at: name + 7, to: content.upperBound)
}

/// What follows `=` up to the end of a label.
private func labelAfterName(_ bytes: [UInt8], at start: Int, to end: Int) -> String? {
  func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x22 || byte == 0x27 }
  var index = start
  while index < end, isBlank(bytes[index]) { index += 1 }
  guard index < end, bytes[index] == 0x3D else { return nil }
  index += 1
  while index < end, isBlank(bytes[index]) { index += 1 }
  let first = index
  while index < end, !isBlank(bytes[index]), ![0x3B, 0x2C, 0x3E, 0x2F].contains(bytes[index]) { index += 1 }
  return first < index ? String(decoding: bytes[first..<index], as: UTF8.self) : nil
}

/// Index of `word`, which is in small letters, in any letter case.
///
/// - Parameter exactly: only at `start`.
func find(
  _ word: StaticString, in bytes: [UInt8], from start: Int, to end: Int, exactly: Bool = false
) -> Int? {
  let length = word.utf8CodeUnitCount
  guard length > 0, start >= 0, end - start >= length, end <= bytes.count else { return nil }
  return bytes.withUnsafeBufferPointer { bytes in
    word.withUTF8Buffer { word in
      let first = lowerCased(word[0])
      var index = start
      while index <= (exactly ? start : end - length) {
        if lowerCased(bytes[index]) == first {
          var offset = 1
          while offset < length, lowerCased(bytes[index + offset]) == lowerCased(word[offset]) { offset += 1 }
          if offset == length { return index }
        }
        index += 1
      }
      return nil
    }
  }
}

/// An ASCII capital as small letter; anything else as it is.
func lowerCased(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
