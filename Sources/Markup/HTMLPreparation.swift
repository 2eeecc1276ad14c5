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
  private(set) var output: [UInt8] = []
  private(set) var isTooDeep = false

  private let input: [UInt8]
  private var index = 0
  private var open: [OpenElement] = []
  private var openCounts: [String: Int] = [:]
  private var htmlAttributes: [UInt8] = []
  private var bodyAttributes: [UInt8] = []
  /// Known end of a CDATA section that we are in or that lies ahead; `input.count` if there is none.
  private var sectionEnd = -1
  private var isInSection = false
  /// Set when a tag never ends: then no later one does.
  private var hasNoMoreTags = false
  /// Index after the last `<br>`, where a `</br>` is its end tag and no break of its own.
  private var endOfBreak = -1

  struct OpenElement {
    let name: String
    let traits: HTMLElementTraits
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
      switch input[index] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readReference()
      case UInt8(ascii: "]") where isInSection && index == sectionEnd:
        isInSection = false
        index += 3
      case let byte:
        if byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D {
          output.append(byte)
        } else if byte == 0x0C {
          output.append(0x20)
        }
        index += 1
      }
    }
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
    if let end = input[min(start, input.count)...].firstIndex(of: UInt8(ascii: ">")) {
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

  /// Legacy names (`&copy` without a semicolon) get their semicolon; everything else libxml2 reads itself.
  private mutating func readReference() {
    output.append(UInt8(ascii: "&"))
    index += 1
    let start = index
    var end = index
    while end < input.count, end - start < 8, isLetter(input[end]) || isDigit(input[end]) { end += 1 }
    guard end > start, isLetter(input[start]), end == input.count || input[end] != UInt8(ascii: ";") else {
      return
    }
    var length = end - start
    while length >= 2 {
      let name = String(decoding: input[start..<(start + length)], as: UTF8.self)
      if legacyReferences.contains(name) {
        output.append(contentsOf: name.utf8)
        output.append(UInt8(ascii: ";"))
        index = start + length
        return
      }
      length -= 1
    }
  }

  // MARK: - Tags

  private mutating func readStartTag() {
    guard var tag = HTMLTag(reading: input, at: index + 1) else {
      unendedTag()
      return
    }
    index = tag.end
    if tag.name == "image" { tag.name = "img" }
    let traits = HTMLElementTraits.of(tag.name)
    if traits.contains(.skeleton) {
      if tag.name == "html" && htmlAttributes.isEmpty { htmlAttributes = tag.attributes }
      if tag.name == "body" && bodyAttributes.isEmpty { bodyAttributes = tag.attributes }
      return
    }
    if tag.name == "script" || tag.name == "title" || traits.contains(.blanked) {
      readRawText(of: tag)
      return
    }
    guard tag.isNameUsable else { return }
    makeRoom(for: tag.name, traits)
    if open.count >= HTMLPreparation.maximumDepth {
      isTooDeep = true
      while open.count > HTMLPreparation.depthKept { pop() }
    }
    write(tag)
    if tag.name == "br" { endOfBreak = index }
    if traits.contains(.void) {
      if traits.contains(.voidUnknownToLibXML2) { writeEndTag(tag.name) }
    } else {
      open.append(OpenElement(name: tag.name, traits: traits))
      openCounts[tag.name, default: 0] += 1
    }
  }

  private mutating func readEndTag() {
    guard index + 2 < input.count, isLetter(input[index + 2]) else {
      skipThroughGreaterThan(from: index + 2)
      return
    }
    let start = index
    guard let tag = HTMLTag(reading: input, at: index + 2) else {
      unendedTag()
      return
    }
    index = tag.end
    if tag.name == "br" {
      if endOfBreak != start { output.append(contentsOf: "<br>".utf8) }
    } else {
      close(tag.name, HTMLElementTraits.of(tag.name))
    }
  }

  /// The document ends inside a tag: what looks like one cut short is dropped, as browsers do; `a <b` is
  /// text.
  private mutating func unendedTag() {
    hasNoMoreTags = true
    let isCutTag = input[index...].contains { "=\"'/".utf8.contains($0) }
    if isCutTag { index = input.count } else { literalLessThan() }
  }

  /// Scripts, style sheets, frames: written empty, but for JSON-LD; a title keeps its text.
  private mutating func readRawText(of tag: HTMLTag) {
    let start = index
    let end = tag.name == "script" ? endOfScript(from: start) : endOfRawText(tag.name, from: start)
    // A frame that never ends was meant to be empty; the text goes on after it.
    if end == input.count && tag.name == "iframe" { return }
    if let mark = input[min(end, input.count)...].firstIndex(of: UInt8(ascii: ">")) {
      index = mark + 1
    } else {
      index = input.count
    }
    if tag.name == "script" {
      guard tag.isJSONScript else {
        // In a drawing an empty one stays behind: whoever judges the drawing must know.
        if openCounts["svg", default: 0] + openCounts["math", default: 0] > 0 {
          output.append(contentsOf: "<script></script>".utf8)
        }
        return
      }
      output.append(contentsOf: "<script type=\"application/ld+json\">".utf8)
      // The parser ends a script at "</" and a letter: in JSON the slash may be escaped.
      for position in start..<end {
        if input[position] == UInt8(ascii: "<"), position + 1 < end, input[position + 1] == UInt8(ascii: "/")
        {
          output.append(contentsOf: "<\\".utf8)
        } else if input[position] != 0 {
          output.append(input[position])
        }
      }
      output.append(contentsOf: "</script>".utf8)
    } else if tag.name == "title" {
      write(tag)
      for byte in input[start..<end] where byte != 0 {
        if byte == UInt8(ascii: "<") { output.append(contentsOf: "&lt;".utf8) } else { output.append(byte) }
      }
      writeEndTag(tag.name)
    } else {
      if HTMLElementTraits.of(tag.name).contains(.closesParagraph) { closeParagraph() }
      write(tag)
      writeEndTag(tag.name)
    }
  }

  private func endOfRawText(_ name: String, from start: Int) -> Int {
    var position = start
    while let mark = find("</", from: position) {
      if isName(name, at: mark + 2) { return mark }
      position = mark + 2
    }
    return input.count
  }

  /// A script that writes a script inside a comment does not end at the inner end tag (HTML standard
  /// §13.2.5.20).
  private func endOfScript(from start: Int) -> Int {
    var position = start
    var isEscaped = false
    var isInner = false
    while position < input.count {
      switch input[position] {
      case UInt8(ascii: "<"):
        if has("<!--", at: position) {
          isEscaped = true
        } else if isEscaped, isName("script", at: position + 1) {
          isInner = true
        } else if has("</", at: position), isName("script", at: position + 2) {
          if !isInner { return position }
          isInner = false
        }
      case UInt8(ascii: "-") where has("-->", at: position):
        isEscaped = false
        isInner = false
      default: break
      }
      position += 1
    }
    return input.count
  }

  // MARK: - Tree rules

  /// Closes what a start tag implies the end of.
  private mutating func makeRoom(for name: String, _ traits: HTMLElementTraits) {
    switch name {
    case "li": closeItem(["li"])
    case "dt", "dd": closeItem(["dt", "dd"])
    case "option": closeTop(["option"])
    case "optgroup": closeTop(["option", "optgroup"])
    case "td", "th": closeInTable(["td", "th"], upTo: ["tr", "table"])
    case "tr": closeInTable(["tr", "caption", "colgroup"], upTo: ["tbody", "thead", "tfoot", "table"])
    case "tbody", "thead", "tfoot", "caption", "colgroup":
      closeInTable(["tbody", "thead", "tfoot", "caption", "colgroup"], upTo: ["table"])
    case "a": closeAnchor()
    default: break
    }
    if traits.contains(.closesParagraph) { closeParagraph() }
    if traits.contains(.heading), let last = open.last, last.traits.contains(.heading) { pop() }
  }

  private mutating func close(_ name: String, _ traits: HTMLElementTraits) {
    if traits.contains(.heading) {
      if let place = lastOpen(where: { $0.traits.contains(.heading) }) { pop(through: place) }
      return
    }
    guard openCounts[name, default: 0] > 0 else { return }
    let isTablePart = ["table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"].contains(name)
    let found = lastOpen(isTablePart ? ["table"] : [], where: { $0.name == name }, isTablePart: isTablePart)
    guard let place = found else { return }
    if traits.contains(.formatting),
      open[(place + 1)...].contains(where: { !$0.traits.contains(.formatting) })
    {
      open[place].isEnded = true
    } else {
      pop(through: place)
    }
  }

  private mutating func closeParagraph() {
    guard openCounts["p", default: 0] > 0,
      let place = lastOpen(where: { $0.name == "p" || $0.name == "button" }), open[place].name == "p"
    else { return }
    pop(through: place)
  }

  private mutating func closeItem(_ names: [String]) {
    for place in open.indices.reversed() {
      if names.contains(open[place].name) {
        pop(through: place)
        return
      }
      if open[place].traits.contains(.special) { return }
    }
  }

  private mutating func closeTop(_ names: [String]) {
    while let last = open.last, names.contains(last.name) { pop() }
  }

  private mutating func closeInTable(_ names: [String], upTo limits: [String]) {
    guard openCounts["table", default: 0] > 0 else { return }
    for place in open.indices.reversed() {
      if names.contains(open[place].name) {
        pop(through: place)
        return
      }
      if limits.contains(open[place].name) { return }
    }
  }

  /// An anchor does not hold another one.
  private mutating func closeAnchor() {
    guard openCounts["a", default: 0] > 0, let place = lastOpen(where: { $0.name == "a" }),
      open[place...].allSatisfy({ $0.traits.contains(.formatting) })
    else { return }
    pop(through: place)
  }

  /// The innermost open element that fits, not looking beyond a table cell or the like.
  private func lastOpen(
    _ limits: [String] = [], where fits: (OpenElement) -> Bool, isTablePart: Bool = false
  ) -> Int? {
    for place in open.indices.reversed() {
      if fits(open[place]) { return place }
      if isTablePart ? limits.contains(open[place].name) : open[place].traits.contains(.scopeBoundary) {
        return nil
      }
    }
    return nil
  }

  private mutating func pop(through place: Int) {
    while open.count > place { pop() }
    while let last = open.last, last.isEnded { pop() }
  }

  private mutating func pop() {
    guard let last = open.popLast() else { return }
    openCounts[last.name, default: 1] -= 1
    writeEndTag(last.name)
  }

  // MARK: - Writing

  private mutating func write(_ tag: HTMLTag) {
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: tag.name.utf8)
    output.append(contentsOf: tag.attributes)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func writeEndTag(_ name: String) {
    output.append(contentsOf: "</".utf8)
    output.append(contentsOf: name.utf8)
    output.append(UInt8(ascii: ">"))
  }

  // MARK: - Looking

  private func has(_ text: StaticString, at position: Int? = nil) -> Bool {
    let start = position ?? index
    let count = text.utf8CodeUnitCount
    guard start + count <= input.count else { return false }
    return text.withUTF8Buffer { expected in
      for offset in 0..<count where input[start + offset] != expected[offset] { return false }
      return true
    }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    var position = start
    while position < input.count {
      if has(text, at: position) { return position }
      position += 1
    }
    return nil
  }

  /// Whether a tag's name stands here, in any case, and ends.
  private func isName(_ name: String, at start: Int) -> Bool {
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

/// Names that HTML reads without a semicolon (HTML standard §13.5).
private let legacyReferences = Set(
  """
  AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave \
  Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc \
  acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth \
  euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde \
  oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig \
  thorn times uacute ucirc ugrave uml uuml yacute yen yuml
  """.split(separator: " ").map(String.init))
