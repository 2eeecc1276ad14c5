internal import CLibXML2

/// Reads prepared HTML with libxml2 and turns its events into a tree; libxml2 builds none of its own.
enum HTMLTreeReader {
  /// - Parameter html: valid UTF-8.
  static func tree(of html: [UInt8], isIncomplete: Bool) -> HTMLTree {
    // libxml2 keeps the builder's address.
    let builder = UnsafeMutablePointer<HTMLTreeBuilder>.allocate(capacity: 1)
    builder.initialize(to: HTMLTreeBuilder(byteCount: html.count))
    defer { builder.deallocate() }
    if libraryIsReady, let context = cxml_new_html_context(builder, startElement, endElement, characters) {
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
      html.withUnsafeBytes { html in
        let start = html.baseAddress?.assumingMemoryBound(to: CChar.self)
        let document = htmlCtxtReadMemory(
          context, start, Int32(clamping: html.count), nil, "UTF-8", Int32(bitPattern: options))
        if let document { xmlFreeDoc(document) }
      }
      htmlFreeParserCtxt(context)
    }
    return builder.move().tree(isIncomplete: isIncomplete)
  }
}

/// Puts elements and texts, as they come in document order, into a flat tree.
struct HTMLTreeBuilder {
  private var nodes: [HTMLNode]
  /// The open elements; the outermost is the document.
  private var open = [0]
  /// Text that has not ended: libxml2 hands it over in pieces.
  private var text: [UInt8] = []

  init(byteCount: Int) {
    nodes = [HTMLNode(name: "#document", text: "", attributes: [], parent: -1, end: 1)]
    nodes.reserveCapacity(byteCount / 48)
  }

  mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    flushText()
    let name = HTMLElementName(bytes(name))
    var values: [HTMLAttribute] = []
    if let attributes {
      var count = 0
      while attributes[count * 2] != nil { count += 1 }
      values.reserveCapacity(count)
      for index in 0..<count {
        values.append(
          HTMLAttribute(
            name: String(decoding: bytes(attributes[index * 2]), as: UTF8.self),
            value: decoded(bytes(attributes[index * 2 + 1]))))
      }
    }
    nodes.append(
      HTMLNode(
        name: name.string, text: "", attributes: values, parent: open[open.count - 1], end: nodes.count + 1,
        traits: name.traits))
    open.append(nodes.count - 1)
  }

  mutating func end() {
    flushText()
    guard open.count > 1 else { return }
    nodes[open.removeLast()].end = nodes.count
  }

  mutating func characters(_ bytes: UnsafePointer<xmlChar>?, count: Int) {
    guard let bytes, count > 0 else { return }
    text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The tree; what is still open ends here.
  consuming func tree(isIncomplete: Bool) -> HTMLTree {
    flushText()
    for place in open { nodes[place].end = nodes.count }
    return HTMLTree(nodes: nodes, isIncomplete: isIncomplete)
  }

  private mutating func flushText() {
    guard !text.isEmpty else { return }
    let content = text.withUnsafeBufferPointer { decoded($0) }
    text.removeAll(keepingCapacity: true)
    nodes.append(
      HTMLNode(name: "", text: content, attributes: [], parent: open[open.count - 1], end: nodes.count + 1))
  }

  private func bytes(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
  }
}

/// Control characters U+0080 to U+009F come from `&#146;` and from Windows text labelled Latin-1: browsers
/// read them as windows-1252, and so do we. DEL, which a reference may stand for, and controls that stand in an
/// attribute go.
private func decoded(_ text: UnsafeBufferPointer<UInt8>) -> String {
  guard hasC1Controls(text) || text.contains(where: isUnwanted) else {
    return String(decoding: text, as: UTF8.self)
  }
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var index = 0
  while index < text.count {
    if text[index] == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 {
      let scalar = windows1252Scalar(text[index + 1])
      appendUTF8(scalar < 0xA0 ? 0x20 : scalar, to: &result)
      index += 2
    } else {
      if !isUnwanted(text[index]) { result.append(text[index]) }
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// A control character that is no white space.
private func isUnwanted(_ byte: UInt8) -> Bool {
  byte == 0x7F || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D
}

/// libxml2 is set up once, before its first use; there is no clean-up call because threads may still parse.
private let libraryIsReady: Bool = {
  xmlInitParser()
  return true
}()

// MARK: - C callbacks

private func builder(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLTreeBuilder>? {
  data?.assumingMemoryBound(to: HTMLTreeBuilder.self)
}

private let startElement: startElementSAXFunc = { data, name, attributes in
  builder(data)?.pointee.start(name, attributes)
}

private let endElement: endElementSAXFunc = { data, _ in
  builder(data)?.pointee.end()
}

private let characters: charactersSAXFunc = { data, bytes, count in
  builder(data)?.pointee.characters(bytes, count: Int(count))
}
