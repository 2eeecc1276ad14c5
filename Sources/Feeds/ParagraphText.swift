import Markup

/// The text of HTML with its paragraphs kept: blank lines between blocks, line feeds where the source breaks
/// lines.
///
/// - Parameter marksQuotes: whether each line of a quotation begins with ">", if there is anything else.
func paragraphText(ofHTML html: String, marksQuotes: Bool = false) -> String {
  guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
    return paragraphText(ofPlain: html)
  }
  let tree = HTMLDocument.parse(html)
  var writer = ParagraphWriter()
  var open: [(end: Int, breaks: Int)] = []
  let quotes = marksQuotes ? tree.nodes.indices.filter { tree[$0].name == "blockquote" } : []
  let isWhollyQuoted =
    !quotes.isEmpty
    && tree.nodes.indices.allSatisfy { place in
      let isBlank = !tree[place].text.utf8.contains { $0 > 0x20 }
      return isBlank || tree.ancestors(of: place).contains { tree[$0].name == "blockquote" }
    }
  var quoteEnd = 0
  var index = 0
  while index < tree.nodes.count {
    while let last = open.last, last.end <= index {
      open.removeLast()
      writer.breakLine(last.breaks)
    }
    let node = tree[index]
    if node.name == "blockquote", marksQuotes, !isWhollyQuoted { quoteEnd = max(quoteEnd, node.end) }
    writer.isQuoting = index < quoteEnd
    if node.isText {
      writer.append(node.text)
    } else if node.name == "img" {
      if let sign = pictureSign(node) { writer.append(sign) }
    } else if ParagraphWriter.silent.contains(node.name) {
      index = max(node.end, index + 1)
      continue
    } else if let breaks = ParagraphWriter.breaks[node.name] {
      writer.breakLine(breaks)
      open.append((node.end, node.name == "br" ? 0 : breaks))
    }
    index += 1
  }
  return writer.string
}

/// The character that a picture of one stands for: WordPress makes pictures of emoji and of smileys.
private func pictureSign(_ image: HTMLNode) -> String? {
  guard let text = image["alt"], !text.isEmpty, text.utf8.count <= 40 else { return nil }
  let classes = (image["class"] ?? "").split(separator: " ")
  let isNamed = classes.contains { $0 == "wp-smiley" || $0 == "emoji" || $0 == "smiley" || $0 == "emoticon" }
  let isEmoji = text.unicodeScalars.allSatisfy { scalar in
    scalar.value > 0xFF && scalar.properties.isEmoji
      || [0x200D, 0x20E3, 0xFE0E, 0xFE0F].contains(scalar.value)
      || scalar.properties.isEmojiModifier || (0xE0020...0xE007F).contains(scalar.value)
  }
  return isNamed || isEmoji ? text : nil
}

/// Plain text with white space folded in each line, and blank lines between paragraphs.
func paragraphText(ofPlain text: String) -> String {
  var writer = ParagraphWriter()
  for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    writer.append(String(line))
    writer.breakLine(1)
  }
  return writer.string
}

private struct ParagraphWriter {
  private var bytes: [UInt8] = []
  private var isSpacePending = false
  private var pendingBreaks = 0
  /// Whether what comes is a quotation.
  var isQuoting = false

  /// Elements whose text nobody reads.
  static let silent: Set<String> = [
    "script", "style", "template", "iframe", "object", "embed", "head", "select", "textarea", "svg", "math",
  ]

  /// Line feeds at both ends of an element.
  static let breaks: [String: Int] = [
    "br": 1, "li": 1, "dt": 1, "dd": 1, "tr": 1, "p": 2, "div": 2, "blockquote": 2, "ul": 2, "ol": 2, "dl": 2,
    "pre": 2, "table": 2, "section": 2, "article": 2, "header": 2, "footer": 2, "figure": 2, "figcaption": 2,
    "hr": 2, "h1": 2, "h2": 2, "h3": 2, "h4": 2, "h5": 2, "h6": 2, "address": 2, "center": 2,
  ]

  mutating func append(_ text: String) {
    for byte in text.utf8 {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        isSpacePending = true
        continue
      }
      if bytes.isEmpty {
        if isQuoting { bytes.append(contentsOf: "> ".utf8) }
      } else {
        if pendingBreaks > 0 {
          bytes.append(contentsOf: repeatElement(0x0A, count: min(pendingBreaks, 2)))
          if isQuoting { bytes.append(contentsOf: "> ".utf8) }
        } else if isSpacePending {
          bytes.append(0x20)
        }
      }
      pendingBreaks = 0
      isSpacePending = false
      bytes.append(byte)
    }
  }

  /// Ends a line (1) or a paragraph (2). Two ends of lines make the end of a paragraph.
  mutating func breakLine(_ count: Int) {
    guard count > 0 else { return }
    pendingBreaks = count == 1 ? pendingBreaks + 1 : max(pendingBreaks, count)
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}
