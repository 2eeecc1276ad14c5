/// One tag of a Mustache template.
struct TemplateTag: Equatable {
  enum Kind: Equatable {
    /// `{{name}}`
    case variable
    /// `{{{name}}}`
    case unescaped
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{/name}}`
    case close
    /// `{{> name}}`
    case partial
    /// `{{! anything }}`
    case comment
  }

  let kind: Kind
  let name: String
  let line: Int
  let column: Int
  /// Where the tag stands in the file's UTF-8 bytes.
  let range: Range<Int>
}

/// Finds the tags of a template, with their places, and refuses those that digest does not allow.
///
/// Refused are: other delimiters, lambdas and transforms, partials named by a value, inheritance, pragmas (ours is set
/// by the loader). What is left can be checked completely before anything is rendered.
struct TagScanner {
  private let file: String
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  /// From 1, in Unicode scalars; counted on the way, for a file may be one line.
  private var column = 1

  init(_ file: TemplateFile) {
    self.file = file.name
    bytes = Array(file.text.utf8)
  }

  /// All tags in order.
  static func tags(of file: TemplateFile) throws(TemplateError) -> [TemplateTag] {
    var scanner = TagScanner(file)
    var tags: [TemplateTag] = []
    while let tag = try scanner.next() { tags.append(tag) }
    return tags
  }

  private mutating func next() throws(TemplateError) -> TemplateTag? {
    while index < bytes.count {
      guard bytes[index] == openBrace, peek(1) == openBrace else {
        advance(by: 1)
        continue
      }
      let start = (index: index, line: line, column: column)
      return peek(2) == UInt8(ascii: "!") ? try readComment(from: start) : try readTag(from: start)
    }
    return nil
  }

  private mutating func readComment(
    from start: (index: Int, line: Int, column: Int)
  ) throws(TemplateError) -> TemplateTag {
    advance(by: 3)
    while index < bytes.count {
      if bytes[index] == closeBrace, peek(1) == closeBrace {
        advance(by: 2)
        return TemplateTag(
          kind: .comment, name: "", line: start.line, column: start.column, range: start.index..<index)
      }
      advance(by: 1)
    }
    throw error(.badTag("a comment is opened here and never closed: write }} after it"), at: start)
  }

  private mutating func readTag(
    from start: (index: Int, line: Int, column: Int)
  ) throws(TemplateError) -> TemplateTag {
    advance(by: 2)
    var kind = TemplateTag.Kind.variable
    var isTriple = false
    switch peek(0) {
    case openBrace:
      kind = .unescaped
      isTriple = true
    case UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "="):
      throw error(.refusedTag("other delimiters than {{ and }} are not allowed"), at: start)
    case UInt8(ascii: "<"), UInt8(ascii: "$"):
      throw error(.refusedTag("template inheritance is not allowed; use a partial: {{> name}}"), at: start)
    case UInt8(ascii: "%"):
      throw error(.refusedTag("pragmas are not allowed; escaping follows from the file's name"), at: start)
    default: break
    }
    if kind != .variable { advance(by: 1) }
    skipBlanks()
    let nameStart = index
    while isNameByte(peek(0)) { advance(by: 1) }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
    skipBlanks()
    let closing = isTriple ? 3 : 2
    guard (0..<closing).allSatisfy({ peek($0) == closeBrace }) else {
      throw error(.badTag(complaint(at: peek(0), after: name, isTriple: isTriple)), at: start)
    }
    guard !name.isEmpty else { throw error(.badTag("a tag without a name"), at: start) }
    advance(by: closing)
    return TemplateTag(
      kind: kind, name: name, line: start.line, column: start.column, range: start.index..<index)
  }

  private func complaint(at byte: UInt8, after name: String, isTriple: Bool) -> String {
    if byte == UInt8(ascii: "(") { return "functions such as \(name)(…) are not allowed" }
    if byte == UInt8(ascii: "/") || name.hasPrefix(".") && name.utf8.count > 1 {
      return "a name has no path: partials lie in the template's folder itself"
    }
    if byte == UInt8(ascii: "*") { return "a partial cannot be named by a value" }
    return "the tag \"\(name)\" is not closed: write \(isTriple ? "}}}" : "}}") after the name"
  }

  private func peek(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

  private mutating func advance(by count: Int) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] == 0x0A {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
  }

  private mutating func skipBlanks() {
    while peek(0) == 0x20 || peek(0) == 0x09 { advance(by: 1) }
  }

  private func error(
    _ problem: TemplateError.Problem, at start: (index: Int, line: Int, column: Int)
  ) -> TemplateError {
    TemplateError(file: file, line: start.line, column: start.column, problem: problem)
  }
}

private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")

private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "."): true
  default: false
  }
}
