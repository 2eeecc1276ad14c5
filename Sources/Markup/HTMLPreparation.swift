/// Makes a page or fragment fit for libxml2's HTML parser, which knows HTML 4 only.
///
/// One pass over the bytes, after the tokenizer and the tree rules of the HTML standard, writes the same
/// document with every tag balanced, every attribute quoted, and without what a reader never sees:
/// - comments, declarations, scripts (but for JSON-LD), style sheets, frames;
/// - nesting beyond ``maximumDepth``, where libxml2 would lose the text silently: it goes on flat;
/// - blocks inside an open `p`, items and cells without end tag, `wbr`, `source`, `track`, stray `</p>`,
///   from all of which libxml2 2.9 builds other trees than browsers do.
///
/// Time and memory are linear in the input.
struct HTMLPreparation {
  /// Open elements; below the 256 at which libxml2 stops.
  static let maximumDepth = 200
  /// Elements that stay open when the nesting is too deep.
  static let depthKept = 24
  static let maximumAttributes = 64
  static let maximumNameLength = 64

  /// The prepared document, `<html ...><body ...>` and what stands in it.
  var output: [UInt8] = []
  private(set) var isTooDeep = false

  let input: [UInt8]
  var index = 0
  var open: [OpenElement] = []
  /// How many elements are open, by the numbers of their names.
  var openCounts = [UInt8](repeating: 0, count: HTMLElementName.count)
  /// Those of the tag that was read last.
  private var attributes: [UInt8] = []
  private var htmlAttributes: [UInt8] = []
  private var bodyAttributes: [UInt8] = []
  /// Known end of a CDATA section that we are in or that lies ahead; `input.count` if there is none.
  private var sectionEnd = -1
  private var isInSection = false
  /// Set when a tag never ends: then no later one does.
  private var hasNoMoreTags = false
  /// Set when a frame never ends: then no later one does.
  var hasNoMoreFrames = false
  /// Index after the last `<br>`, where a `</br>` is its end tag and no break of its own.
  private var endOfBreak = -1

  struct OpenElement {
    let name: HTMLElementName
    var traits: HTMLElementTraits { name.traits }
    /// An end tag came while blocks were open inside.
    var isEnded = false
  }

  init(_ input: [UInt8]) {
    self.input = input
    output.reserveCapacity(input.count + input.count / 8 + 64)
    run()
    while !open.isEmpty { pop() }
    var document = Array("<html".utf8)
    document.reserveCapacity(output.count + htmlAttributes.count + bodyAttributes.count + 16)
    document.append(contentsOf: htmlAttributes)
    document.append(contentsOf: "><body".utf8)
    document.append(contentsOf: bodyAttributes)
    document.append(UInt8(ascii: ">"))
    document.append(contentsOf: output)
    output = document
  }

  // MARK: - Tokens

  private mutating func run() {
    while index < input.count {
      let end = endOfText(from: index)
      output.append(contentsOf: input[index..<end])
      index = end
      guard index < input.count else { return }
      switch input[index] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readReference()
      case UInt8(ascii: "]"):
        if isInSection && index == sectionEnd {
          isInSection = false
          index += 3
        } else {
          output.append(UInt8(ascii: "]"))
          index += 1
        }
      case let byte:
        if byte == 0x0C { output.append(0x20) }
        index += 1
      }
    }
  }

  /// Index of the next byte that is markup or a control character, or may end a section.
  private func endOfText(from start: Int) -> Int {
    var index = start
    while index < input.count {
      let byte = input[index]
      if byte > 0x3C {
        if byte == 0x7F || byte == UInt8(ascii: "]") && isInSection { break }
      } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
        break
      } else if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        break
      }
      index += 1
    }
    return index
  }

  private mutating func readMarkup() {
    let next = index + 1 < input.count ? input[index + 1] : 0
    if hasNoMoreTags {
      literalLessThan()
    } else if isLetter(next) {
      readStartTag()
    } else if next == UInt8(ascii: "/") {
      readEndTag()
    } else if next == UInt8(ascii: "!") {
      readDeclaration()
    } else if next == UInt8(ascii: "?") {
      skipThroughGreaterThan(from: index + 2)
    } else {
      literalLessThan()
    }
  }

  private mutating func literalLessThan() {
    output.append(contentsOf: "&lt;".utf8)
    index += 1
  }

  /// A bogus comment; without an end it is text.
  private mutating func skipThroughGreaterThan(from start: Int) {
    if let end = firstIndex(of: UInt8(ascii: ">"), in: input, from: start) {
      index = end + 1
    } else {
      hasNoMoreTags = true
      literalLessThan()
    }
  }

  private mutating func readDeclaration() {
    if has("<!--") {
      index = endOfComment(from: index + 4)
    } else if has("<![CDATA[") {
      index += 9
      if sectionEnd < index { sectionEnd = find("]]>", from: index) ?? input.count }
      isInSection = sectionEnd < input.count
    } else if index + 2 < input.count, isLetter(input[index + 2]) || "->[".utf8.contains(input[index + 2]) {
      skipThroughGreaterThan(from: index + 2)
    } else {
      // No declaration begins like this: somebody wrote about markup.
      literalLessThan()
    }
  }

  /// `-->`, `--!>`, and at once `>` or `->`; a comment that never ends hides the rest, as in browsers.
  private func endOfComment(from start: Int) -> Int {
    if start < input.count, input[start] == UInt8(ascii: ">") { return start + 1 }
    if start + 1 < input.count, input[start] == UInt8(ascii: "-"), input[start + 1] == UInt8(ascii: ">") {
      return start + 2
    }
    var position = start
    while let end = find("--", from: position) {
      if end + 2 < input.count, input[end + 2] == UInt8(ascii: ">") { return end + 3 }
      if end + 3 < input.count, input[end + 2] == UInt8(ascii: "!"), input[end + 3] == UInt8(ascii: ">") {
        return end + 4
      }
      position = end + 1
    }
    return input.count
  }

  // MARK: - Tags

  private mutating func readStartTag() {
    guard var tag = HTMLTag(reading: input, at: index + 1, attributes: &attributes) else {
      unendedTag()
      return
    }
    index = tag.end
    if tag.name.string == "image" { tag.name = HTMLElementName("img") }
    let traits = tag.name.traits
    if traits.contains(.skeleton) {
      if tag.name.string == "html" && htmlAttributes.isEmpty { htmlAttributes = attributes }
      if tag.name.string == "body" && bodyAttributes.isEmpty { bodyAttributes = attributes }
      return
    }
    if traits.contains(.blanked) || tag.name.string == "script" || tag.name.string == "title" {
      readRawText(of: tag)
      return
    }
    guard tag.isNameUsable else { return }
    makeRoom(for: tag.name)
    if open.count >= HTMLPreparation.maximumDepth {
      isTooDeep = true
      while open.count > HTMLPreparation.depthKept { pop() }
    }
    write(tag)
    if traits.contains(.void) {
      if tag.name.string == "br" { endOfBreak = index }
      if traits.contains(.voidUnknownToLibXML2) { writeEndTag(tag.name.string) }
    } else {
      open.append(OpenElement(name: tag.name))
      openCounts[tag.name.number] += 1
    }
  }

  private mutating func readEndTag() {
    guard index + 2 < input.count, isLetter(input[index + 2]) else {
      skipThroughGreaterThan(from: index + 2)
      return
    }
    let start = index
    guard let tag = HTMLTag(reading: input, at: index + 2, attributes: &attributes) else {
      unendedTag()
      return
    }
    index = tag.end
    if tag.name.string == "br" {
      if endOfBreak != start { output.append(contentsOf: "<br>".utf8) }
    } else {
      close(tag.name)
    }
  }

  /// The document ends inside a tag: what looks like one cut short is dropped, as browsers do; `a <b` is
  /// text.
  private mutating func unendedTag() {
    hasNoMoreTags = true
    let isCutTag = input[index...].contains { "=\"'/".utf8.contains($0) }
    if isCutTag { index = input.count } else { literalLessThan() }
  }

  // MARK: - Writing

  mutating func write(_ tag: HTMLTag) {
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: tag.name.string.utf8)
    output.append(contentsOf: attributes)
    output.append(UInt8(ascii: ">"))
  }

  mutating func writeEndTag(_ name: String) {
    output.append(contentsOf: "</".utf8)
    output.append(contentsOf: name.utf8)
    output.append(UInt8(ascii: ">"))
  }

  // MARK: - Looking

  func has(_ text: StaticString, at position: Int? = nil) -> Bool {
    let start = position ?? index
    let count = text.utf8CodeUnitCount
    guard start + count <= input.count else { return false }
    return text.withUTF8Buffer { expected in
      for offset in 0..<count where input[start + offset] != expected[offset] { return false }
      return true
    }
  }

  /// Where the text stands next; it must not be empty.
  func find(_ text: StaticString, from start: Int) -> Int? {
    let first = text.withUTF8Buffer { $0[0] }
    var position = start
    while let found = firstIndex(of: first, in: input, from: position) {
      if has(text, at: found) { return found }
      position = found + 1
    }
    return nil
  }

  /// Whether a tag's name stands here, in any case, and ends.
  func isName(_ name: String, at start: Int) -> Bool {
    var position = start
    for byte in name.utf8 {
      guard position < input.count, lowered(input[position]) == byte else { return false }
      position += 1
    }
    guard position < input.count else { return true }
    return input[position] <= 0x20 || input[position] == UInt8(ascii: ">")
      || input[position] == UInt8(ascii: "/")
  }
}
