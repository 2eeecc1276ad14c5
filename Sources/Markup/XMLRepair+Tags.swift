extension XMLRepair {
  /// A `<` with the start of a name after it.
  mutating func startTag() {
    let start = index
    var cursor = index + 1
    while cursor < bytes.count, isNameByte(bytes[cursor]) { cursor += 1 }
    let name = bytes[start + 1..<cursor]
    guard cursor < bytes.count, name.count < 500, endsName(bytes[cursor]) else { return escapeLessThan() }
    guard resumes(atTag: name) else {
      index = cursor
      return
    }
    index = cursor
    var tag = OpenTag(name: name)
    readAttributes(of: &tag, from: start)
    guard tag.isComplete else {
      index = start
      if bytes.count - start < XMLLimits.tagBytes, tag.reachesEnd {
        // The document was cut within this tag.
        index = bytes.count
      } else {
        escapeLessThan()
      }
      return
    }
    write(tag, at: start)
  }

  private func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private struct OpenTag {
    let name: ArraySlice<UInt8>
    var attributes: [(name: ArraySlice<UInt8>, value: [UInt8])] = []
    var isEmpty = false
    var isComplete = false
    /// True once an attribute had a value: then it is a tag, not a `<` and words.
    var hasValues = false
    var reachesEnd = false
  }

  // MARK: Attributes

  private mutating func readAttributes(of tag: inout OpenTag, from start: Int) {
    let limit = min(bytes.count, start + XMLLimits.tagBytes)
    var seen: Set<ArraySlice<UInt8>> = []
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        tag.isComplete = true
        return
      case UInt8(ascii: "<"):
        // The next tag begins: this one was never ended. With values it was one, without it was text.
        tag.isComplete = tag.hasValues
        if tag.isComplete { note(.notWellFormed, "the tag \"\(name(tag.name))\" has no end", at: start) }
        return
      case UInt8(ascii: "/"):
        if byte(at: index + 1) == UInt8(ascii: ">") { tag.isEmpty = true }
        index += 1
      case let first where isNameStart(first):
        let (name, given) = readAttribute(limit: limit)
        let value = given ?? Array(name)
        tag.hasValues = tag.hasValues || given != nil
        guard seen.insert(name).inserted else {
          note(.notWellFormed, "repeated attribute \"\(self.name(name))\"", at: index)
          continue
        }
        if tag.attributes.count < XMLLimits.attributes {
          tag.attributes.append((name, value))
        } else if tag.attributes.count == XMLLimits.attributes, seen.count == XMLLimits.attributes + 1 {
          note(.limitExceeded, "a tag has more than \(XMLLimits.attributes) attributes", at: index)
        }
      default:
        index += 1
      }
    }
    tag.reachesEnd = index >= bytes.count
    guard !tag.reachesEnd else { return }
    // A tag beyond the limit keeps what it had so far.
    note(.limitExceeded, "a tag is longer than \(XMLLimits.tagBytes) bytes", at: start)
    tag.isComplete = true
    if let end = searchForward(">", from: index) {
      tag.isEmpty = tag.isEmpty || (end > index && bytes[end - 1] == UInt8(ascii: "/"))
      index = end + 1
    } else {
      index = bytes.count
    }
  }

  /// An attribute; its value is `nil` if it has none.
  private mutating func readAttribute(limit: Int) -> (name: ArraySlice<UInt8>, value: [UInt8]?) {
    let start = index
    while index < limit, isNameByte(bytes[index]) { index += 1 }
    let name = bytes[start..<index]
    var cursor = index
    while cursor < limit, bytes[cursor] <= 0x20 { cursor += 1 }
    guard cursor < limit, bytes[cursor] == UInt8(ascii: "=") else {
      note(.notWellFormed, "the attribute \"\(self.name(name))\" has no value", at: start)
      return (name, nil)
    }
    cursor += 1
    while cursor < limit, bytes[cursor] <= 0x20 { cursor += 1 }
    index = cursor
    guard index < limit else { return (name, []) }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27, let end = closingQuote(quote, limit: limit) {
      index += 1
      return (name, attributeValue(to: end, skipping: 1))
    }
    note(.notWellFormed, "the value of \"\(self.name(name))\" is not quoted", at: index)
    if quote == 0x22 || quote == 0x27 { index += 1 }
    var end = index
    while end < limit, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<"),
      !(bytes[end] == UInt8(ascii: "/") && byte(at: end + 1) == UInt8(ascii: ">"))
    {
      end += 1
    }
    return (name, attributeValue(to: end, skipping: 0))
  }

  /// Where the value that begins with `quote` at `index` ends; `nil` if its end is missing.
  private mutating func closingQuote(_ quote: UInt8, limit: Int) -> Int? {
    guard let end = searchForward(quote == 0x22 ? "\"" : "'", from: index + 1), end < limit else {
      return nil
    }
    guard let next = byte(at: end + 1) else { return nil }
    return endsName(next) || isNameStart(next) && !bytes[index..<end].contains(UInt8(ascii: "<")) ? end : nil
  }

  /// The bytes up to `end` as the inside of a double-quoted value.
  private mutating func attributeValue(to end: Int, skipping closing: Int) -> [UInt8] {
    let kept = output
    output = []
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "&"): reference(quote: end)
      case UInt8(ascii: "<"):
        output.append(contentsOf: "&lt;".utf8)
        index += 1
      case 0x22:
        output.append(contentsOf: "&quot;".utf8)
        index += 1
      default: copyCharacter()
      }
    }
    index = end + closing
    let value = output
    output = kept
    return value
  }

  // MARK: Writing

  private mutating func write(_ tag: OpenTag, at start: Int) {
    hasRoot = true
    closeBefore(tag.name, at: start)
    if open.count >= XMLLimits.depth {
      if omitted.isEmpty {
        note(.limitExceeded, "elements are nested deeper than \(XMLLimits.depth)", at: start)
      }
      if !tag.isEmpty, omitted.count < 100_000 { omitted.append(tag.name) }
      return
    }
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: tag.name)
    for attribute in tag.attributes {
      output.append(0x20)
      output.append(contentsOf: attribute.name)
      output.append(contentsOf: "=\"".utf8)
      output.append(contentsOf: attribute.value)
      output.append(0x22)
    }
    let isVoid = Self.voidTags.contains { tag.name.elementsEqual($0.utf8) }
    if (tag.isEmpty || isVoid) && !open.isEmpty {
      output.append(contentsOf: "/>".utf8)
    } else {
      output.append(UInt8(ascii: ">"))
      open.append(tag.name)
      if tag.isEmpty { endRoot() }
    }
  }

  /// A new item ends one that was left open; a new field of an item ends a field that was left open; anything
  /// ends an element that never holds anything.
  private mutating func closeBefore(_ name: ArraySlice<UInt8>, at start: Int) {
    if isItem(name), omitted.isEmpty, let outer = open.lastIndex(of: name), outer > 0 {
      note(.notWellFormed, "an \"\(self.name(name))\" begins inside another", at: start)
      closeElements(downTo: outer)
    } else if let top = open.last,
      Self.emptyFields.contains(where: { top.elementsEqual($0.utf8) })
        || Self.plainFields.contains(where: { top.elementsEqual($0.utf8) })
          && Self.fieldsAfter.contains(where: { name.elementsEqual($0.utf8) })
    {
      note(.notWellFormed, "\"\(self.name(top))\" has no end", at: start)
      closeElements(downTo: open.count - 1)
    }
  }

  private static let voidTags = ["br", "hr", "img", "wbr", "input", "BR", "HR", "IMG"]
  private static let emptyFields = ["enclosure", "media:thumbnail", "itunes:image", "atom:link", "cloud"]
  private static let plainFields = ["title", "link", "guid", "pubDate", "category", "comments", "id"]
  private static let fieldsAfter = ["link", "guid", "pubDate", "description", "comments", "category", "item"]

  /// `</`.
  mutating func endTag() {
    let start = index
    var cursor = index + 2
    while cursor < bytes.count, bytes[cursor] <= 0x20 { cursor += 1 }
    let nameStart = cursor
    while cursor < bytes.count, isNameByte(bytes[cursor]) { cursor += 1 }
    let name = bytes[nameStart..<cursor]
    guard !name.isEmpty else { return escapeLessThan() }
    while cursor < bytes.count, bytes[cursor] != UInt8(ascii: ">"), bytes[cursor] != UInt8(ascii: "<") {
      cursor += 1
    }
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ">") {
      index = cursor + 1
    } else {
      note(.notWellFormed, "the end tag of \"\(self.name(name))\" has no end", at: start)
      index = cursor
    }
    guard !isAfterRoot else { return }
    if let last = omitted.last, last == name {
      omitted.removeLast()
      return
    }
    guard let position = openPosition(of: name) else {
      if hasRoot { note(.notWellFormed, "\"</\(self.name(name))>\" ends nothing", at: start) }
      return
    }
    omitted.removeAll()
    if position < open.count - 1 {
      note(.notWellFormed, "\"\(self.name(open.last))\" has no end", at: start)
    }
    if position == 0 {
      // The root stays open in the output, in case that items follow its end.
      closeElements(downTo: 1)
      endRoot()
    } else {
      closeElements(downTo: position)
    }
  }

  private func openPosition(of name: ArraySlice<UInt8>) -> Int? {
    if let position = open.lastIndex(of: name) { return position }
    return open.lastIndex {
      $0.count == name.count && zip($0, name).allSatisfy { lowerCased($0) == lowerCased($1) }
    }
  }

  /// Writes the end tags of all but the first `count` open elements.
  mutating func closeElements(downTo count: Int) {
    while open.count > count {
      output.append(contentsOf: "</".utf8)
      output.append(contentsOf: open.removeLast())
      output.append(UInt8(ascii: ">"))
    }
  }
}
