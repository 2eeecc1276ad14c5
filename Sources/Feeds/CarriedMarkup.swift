import Markup

extension ParsedText {
  /// The text as HTML, not safe, with the paragraphs that the author made.
  ///
  /// What is declared to be plain text and plainly holds escaped markup is read as such: nobody wants to see tags.
  var markup: String {
    if isMarkup {
      let isBare = !source.utf8.contains(UInt8(ascii: "<"))
      return isBare && PlainParagraphs.hasBlankLine(source)
        ? PlainParagraphs.markup(source, isEscaped: true) : source
    }
    guard isText else { return "" }
    switch TextForm.markup(in: Array(source.utf8)) {
    case .blocks: return source
    case .phrases: return PlainParagraphs.markup(source, isEscaped: true)
    case nil: return PlainParagraphs.markup(source, isEscaped: false)
    }
  }
}

/// Plain text turned into HTML paragraphs.
enum PlainParagraphs {
  /// - Parameter isEscaped: whether `<` and `&` in it are markup.
  static func markup(_ text: String, isEscaped: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for paragraph in paragraphs(text) {
      result += "<p>"
      for (index, line) in paragraph.lines.enumerated() {
        if index > 0 { result += paragraph.isFilled ? " " : "<br>" }
        result += isEscaped ? line : SafeHTML(plain: line).html
      }
      result += "</p>\n"
    }
    return result
  }

  static func hasBlankLine(_ text: String) -> Bool {
    var hasEnded = false
    for byte in text.utf8 {
      if byte == 0x0A || byte == 0x0D && !hasEnded {
        if hasEnded { return true }
        hasEnded = true
      } else if byte > 0x20 {
        hasEnded = false
      }
    }
    return false
  }

  private struct Paragraph {
    var lines: [String] = []
    /// Whether the lines were broken by a program to fill a width, not by the author.
    var isFilled: Bool {
      lines.count > 1
        && lines.dropLast().allSatisfy { (fullLine / 2...fullLine).contains(width($0)) }
    }
  }

  /// Lines beyond this width are paragraphs of their own.
  private static let fullLine = 100

  private static func paragraphs(_ text: String) -> [Paragraph] {
    var result: [Paragraph] = []
    var open = Paragraph()
    func close() {
      guard !open.lines.isEmpty else { return }
      if open.lines.allSatisfy({ width($0) > fullLine }) {
        result += open.lines.map { Paragraph(lines: [$0]) }
      } else {
        result.append(open)
      }
      open.lines = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = trimmed(String(line))
      if line.isEmpty { close() } else { open.lines.append(line) }
    }
    close()
    return result
  }

  /// About as wide as the line is in a terminal.
  private static func width(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }
}
