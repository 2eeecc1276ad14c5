/// Follows the HTML of a template from its start to its end and tells where each tag of Mustache stands in it.
///
/// Sections are passed over as if they always printed, and a file begins and ends between tags: what a person writes anyway,
/// and enough to know what a value may do at its place.
struct MarkupScanner {
  /// A place for each tag of the file, in order.
  private(set) var places: [MarkupPlace] = []
  /// What does not belong into a mail.
  private(set) var problems: [TemplateError] = []

  private let file: TemplateFile
  private let bytes: [UInt8]
  private let tags: [TemplateTag]
  private var index = 0
  private var nextTag = 0

  init(_ file: TemplateFile, tags: [TemplateTag]) {
    self.file = file
    self.tags = tags
    bytes = Array(file.text.utf8)
    places.reserveCapacity(tags.count)
    scan()
  }

  private mutating func scan() {
    while let byte = current(.text) {
      guard byte == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if starts(with: "<!--") {
        skipComment()
      } else if starts(with: "<!") || starts(with: "</") {
        skip(until: ">", .insideTag)
      } else if index + 1 < bytes.count, isLetter(bytes[index + 1]) {
        readElement()
      } else {
        index += 1
      }
    }
  }

  /// Conditional comments hold markup for Outlook and are read as markup.
  private mutating func skipComment() {
    if starts(with: "<!--[if") {
      skip(until: "]>", .comment)
      if starts(with: "<!-->") { index += 5 }
    } else if starts(with: "<!--<![endif]-->") {
      index += 16
    } else {
      index += 4
      skip(until: "-->", .comment)
    }
  }

  private mutating func readElement() {
    let start = index
    index += 1
    let name = readName(.insideTag)
    if MarkupRules.refusedElements.contains(name), !MarkupRules.mayLink(name, in: file) {
      refuse("the element \"\(name)\" does not work in mail, or is not safe in it", at: start)
    }
    while let byte = current(.insideTag), byte != UInt8(ascii: ">") {
      if isNameByte(byte) { readAttribute() } else { index += 1 }
    }
    guard index < bytes.count else {
      refuse("the tag <\(name)> is not closed in this file", at: start)
      return
    }
    index += 1
    guard name == "style" else { return }
    let from = index
    skip(until: "</style", .styleSheet)
    checkStyle(String(decoding: bytes[from..<index], as: UTF8.self), at: from)
  }

  private mutating func readAttribute() {
    let start = index
    let name = readName(.insideTag)
    if name.hasPrefix("on") { refuse("the attribute \"\(name)\" runs a script", at: start) }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return }
    index += 1
    guard let quote = current(.unquotedValue), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else {
      while let byte = current(.unquotedValue), byte > 0x20, byte != UInt8(ascii: ">") { index += 1 }
      return
    }
    index += 1
    var value: [UInt8] = []
    let firstTag = nextTag
    var valueBeforeTags: Int?
    while true {
      let before = nextTag
      guard let byte = current(.attribute(name: name, isStart: value.isEmpty)) else {
        refuse("the value of \"\(name)\" is not closed in this file", at: start)
        return
      }
      if nextTag > before, valueBeforeTags == nil { valueBeforeTags = value.count }
      if byte == quote { break }
      value.append(byte)
      index += 1
    }
    index += 1
    let text = String(decoding: value, as: UTF8.self)
    if name == "style" { checkStyle(text, at: start) }
    let isAddress = MarkupRules.addressAttributes.contains(name)
    if isAddress, nextTag == firstTag || valueBeforeTags != 0, !MarkupRules.allows(address: text, in: name) {
      refuse("an address begins with https:// (or mailto:, in a link)", at: start)
    }
  }

  private mutating func checkStyle(_ text: String, at start: Int) {
    if let piece = MarkupRules.refusedStyle(text) {
      refuse("\"\(piece)\" may not stand in a style", at: start)
    }
  }

  // MARK: - Bytes

  /// The byte here, once the tags that stand here are noted as standing at `place`; `nil` at the end.
  private mutating func current(_ place: MarkupPlace) -> UInt8? {
    while nextTag < tags.count, tags[nextTag].range.lowerBound <= index {
      places.append(place)
      index = max(index, tags[nextTag].range.upperBound)
      nextTag += 1
    }
    return index < bytes.count ? bytes[index] : nil
  }

  private mutating func readName(_ place: MarkupPlace) -> String {
    var name: [UInt8] = []
    while let byte = current(place), isNameByte(byte) {
      name.append(lowercased(byte))
      index += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func skip(until end: String, _ place: MarkupPlace) {
    while current(place) != nil {
      if starts(with: end) {
        // The element's own end tag is read as any other.
        if !end.hasPrefix("</") { index += end.utf8.count }
        return
      }
      index += 1
    }
  }

  private func starts(with text: String) -> Bool {
    var position = index
    for byte in text.utf8 {
      guard position < bytes.count, lowercased(bytes[position]) == lowercased(byte) else { return false }
      position += 1
    }
    return true
  }

  private mutating func refuse(_ message: String, at position: Int) {
    guard problems.count < 100 else { return }
    let before = bytes[..<min(position, bytes.count)]
    let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = 1 + bytes[lineStart..<before.endIndex].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    problems.append(
      TemplateError(file: file.name, line: line, column: column, problem: .refusedMarkup(message)))
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isNameByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    || byte == UInt8(ascii: "_")
}

private func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
