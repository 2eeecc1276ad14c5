/// Rewrites a document that is not well-formed XML into one that is, losing as little as possible, in one
/// pass.
///
/// What it does: cuts what stands before and after the root element, comments, processing instructions and
/// the DTD; escapes
/// bare `&` and `<`; puts in the characters of HTML's entity names; drops forbidden characters; quotes
/// attribute values and
/// drops repeated attributes; ignores end tags that end nothing, closes what another end tag, a new item or
/// the end of the
/// document leaves open; cuts nesting, tags and runs of text to ``XMLLimits``.
///
/// Time is linear in the input: whatever is searched for and not found is never searched for again.
struct XMLRepair {
  let bytes: [UInt8]
  var index = 0
  var output: [UInt8] = []
  var notes: [MarkupNote] = []
  /// True once a start tag was written.
  var hasRoot = false
  /// Names of the elements open in the output, outermost first.
  var open: [ArraySlice<UInt8>] = []
  /// Start tags left out because of their depth; their end tags are left out too.
  var omitted: [ArraySlice<UInt8>] = []
  var entities = XMLEntityTable()

  private var isRootEnded = false
  private var hasTextAfterRoot = false
  private var searches = FailedSearches()
  private var place = (index: 0, line: 1, lineStart: 0)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count + 1024)
  }

  /// The repaired document.
  mutating func run() -> [UInt8] {
    skipToRoot()
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&") where hasRoot && !isRootEnded: reference(quote: nil)
      default: textByte()
      }
    }
    if hasRoot && !isRootEnded {
      note(.truncated, "the document ends inside \"\(name(open.last))\"", at: bytes.count)
    }
    closeElements(downTo: 0)
    return output
  }

  /// Records a repair; 100 are enough for anyone.
  mutating func note(_ code: MarkupNote.Code, _ message: String, at offset: Int) {
    guard notes.count < 101 else { return }
    if offset >= place.index {
      for position in place.index..<min(offset, bytes.count) where bytes[position] == 0x0A {
        place.line += 1
        place.lineStart = position + 1
      }
      place.index = min(offset, bytes.count)
    }
    notes.append(
      MarkupNote(code, message, line: place.line, column: max(1, offset - place.lineStart + 1)))
  }

  func name(_ bytes: ArraySlice<UInt8>?) -> String {
    String(decoding: bytes?.prefix(60) ?? [], as: UTF8.self)
  }
}

// MARK: - Around the root

extension XMLRepair {
  /// Goes to the first tag; over messages that a program printed in HTML before the feed, to the feed.
  private mutating func skipToRoot() {
    var start = bytes.firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    if let tag = firstTagName(from: start), Self.printedTags.contains(tag),
      let root = Self.rootTags.compactMap({ find($0, in: bytes, from: start, to: bytes.count) }).min()
    {
      start = root
    }
    if start > 0, start < bytes.count {
      note(.notWellFormed, "something stands before the document", at: 0)
    }
    index = start
  }

  private func firstTagName(from start: Int) -> String? {
    guard start < bytes.count else { return nil }
    let name = bytes[(start + 1)...].prefix(12).prefix { isNameByte($0) }
    return String(decoding: name.map(lowerCased), as: UTF8.self)
  }

  private static let printedTags: Set<String> = [
    "br", "b", "p", "div", "font", "center", "strong", "i", "pre", "span", "script", "style", "link", "meta",
    "table",
  ]

  private static let rootTags: [StaticString] = ["<rss", "<feed", "<rdf:rdf"]

  /// After the root's end only the items of a feed whose end tag came too early are of interest.
  mutating func resumes(atTag name: ArraySlice<UInt8>) -> Bool {
    guard isRootEnded else { return true }
    if open.count == 1, isItem(name), let root = open.first, isFeedRoot(root) {
      isRootEnded = false
      note(.notWellFormed, "an item stands after the end of the feed", at: index)
      return true
    }
    noteTextAfterRoot()
    return false
  }

  mutating func endRoot() {
    isRootEnded = true
  }

  var isAfterRoot: Bool { isRootEnded }

  mutating func noteTextAfterRoot() {
    guard !hasTextAfterRoot else { return }
    hasTextAfterRoot = true
    note(.notWellFormed, "something stands after the end of the document", at: index)
  }

  func isItem(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("item".utf8) || name.elementsEqual("entry".utf8)
  }

  func isFeedRoot(_ name: ArraySlice<UInt8>) -> Bool {
    let lower = name.map(lowerCased)
    return lower.elementsEqual("rss".utf8) || lower.elementsEqual("feed".utf8)
      || lower.elementsEqual("rdf:rdf".utf8)
  }
}

// MARK: - Text

extension XMLRepair {
  private mutating func textByte() {
    let byte = bytes[index]
    guard hasRoot && !isRootEnded else {
      if byte > 0x20 && isRootEnded { noteTextAfterRoot() }
      index += 1
      return
    }
    if byte == UInt8(ascii: ">"), index >= 2, bytes[index - 1] == 0x5D, bytes[index - 2] == 0x5D {
      output.append(contentsOf: "&gt;".utf8)
      index += 1
    } else {
      copyCharacter()
    }
  }

  /// Copies one byte, or leaves out a character that XML forbids.
  mutating func copyCharacter() {
    let byte = bytes[index]
    if byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 {
      note(.illegalCharacter, "control character \(byte)", at: index)
      index += 1
    } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
      note(.illegalCharacter, "U+FFF\(bytes[index + 2] == 0xBE ? "E" : "F") is no character", at: index)
      index += 3
    } else {
      output.append(byte)
      index += 1
    }
  }

  // MARK: Sections that are not tags

  private mutating func markup() {
    switch byte(at: index + 1) {
    case UInt8(ascii: "!"): declaration()
    case UInt8(ascii: "?"): instruction()
    case UInt8(ascii: "/"): endTag()
    case let first? where isNameStart(first): startTag()
    default: escapeLessThan()
    }
  }

  mutating func escapeLessThan() {
    if hasRoot && !isRootEnded {
      note(.notWellFormed, "bare \"<\"", at: index)
      output.append(contentsOf: "&lt;".utf8)
    }
    index += 1
  }

  private mutating func declaration() {
    if startsHere("<!--") {
      if let end = searchForward("-->", from: index + 4) {
        index = end + 3
      } else {
        note(.notWellFormed, "a comment has no end", at: index)
        index += 4
      }
    } else if startsHere("<![CDATA[") {
      section()
    } else if startsHere("<!doctype") {
      documentType()
    } else {
      escapeLessThan()
    }
  }

  private mutating func instruction() {
    let isDeclaration = startsHere("<?xml") && !hasRoot
    if let end = searchForward("?>", from: index + 2), !isDeclaration || end - index < 1024 {
      index = end + 2
    } else if let end = searchForward(">", from: index + 2) {
      note(.notWellFormed, "an instruction has no end", at: index)
      index = end + 1
    } else {
      escapeLessThan()
    }
  }

  private mutating func section() {
    let start = index
    index += 9
    let end = searchForward("]]>", from: index)
    let last = end ?? bytes.count
    if hasRoot && !isRootEnded {
      if end == nil { note(.truncated, "a CDATA section has no end", at: start) }
      output.append(contentsOf: "<![CDATA[".utf8)
      var runStart = output.count
      while index < last {
        if output.count - runStart > XMLLimits.runBytes, bytes[index] & 0xC0 != 0x80 {
          output.append(contentsOf: "]]><![CDATA[".utf8)
          runStart = output.count
        }
        copyCharacter()
      }
      // A section cut within "]]" would end the section early.
      if end == nil, output.last == 0x5D { output.append(0x20) }
      output.append(contentsOf: "]]>".utf8)
    }
    index = end.map { $0 + 3 } ?? bytes.count
  }

  private mutating func documentType() {
    let start = index
    guard let end = entities.readDocumentType(bytes, from: index) else {
      note(.notWellFormed, "the DTD has no end", at: index)
      index += 9
      // Whatever remains of it up to the next tag is no text.
      while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
      return
    }
    note(.dtdIgnored, "the DTD is not used", at: start)
    index = end
  }

  // MARK: Looking ahead

  func byte(at position: Int) -> UInt8? { position < bytes.count ? bytes[position] : nil }

  func startsHere(_ word: StaticString) -> Bool {
    find(word, in: bytes, from: index, to: min(bytes.count, index + word.utf8CodeUnitCount), exactly: true)
      != nil
  }

  /// Index of the next `word`. Not found once, it is not looked for again.
  mutating func searchForward(_ word: StaticString, from start: Int) -> Int? {
    let key = Int(word.utf8Start[0]) << 8 | word.utf8CodeUnitCount
    guard !searches.failed.contains(key) else { return nil }
    if let found = searches.found[key], found >= start { return found }
    guard let found = find(word, in: bytes, from: start, to: bytes.count, exactly: false) else {
      searches.failed.insert(key)
      return nil
    }
    searches.found[key] = found
    return found
  }

  private struct FailedSearches {
    var failed: Set<Int> = []
    var found: [Int: Int] = [:]
  }

  func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (byte >= 0x30 && byte <= 0x3A) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
