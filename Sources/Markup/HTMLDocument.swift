internal import CLibXML2

/// Reads HTML with libxml2 and hands out the result as a value.
public enum HTMLDocument {
  /// Bytes beyond this are not read.
  public static let maximumSize = 8 << 20

  /// The tree of a page or of a fragment. Any input gives a tree; an empty one if there is nothing to read.
  public static func parse(_ html: String) -> HTMLTree {
    parse(bytes: Array(html.utf8))
  }

  /// The tree of a page as it came over the network, and the name of the encoding it was read by.
  ///
  /// - Parameter contentType: value of the `Content-Type` header, if there was one.
  public static func parse(page: [UInt8], contentType: String? = nil) -> (tree: HTMLTree, encoding: String) {
    let decoded = CharsetDecoder(.html).decode(page, contentType: contentType)
    return (parse(bytes: decoded.utf8), decoded.encoding)
  }

  /// The tree of UTF-8 bytes; invalid sequences become replacement characters.
  static func parse(bytes: [UInt8]) -> HTMLTree {
    var bytes = bytes
    var isIncomplete = false
    if bytes.count > maximumSize {
      bytes.removeSubrange(maximumSize...)
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
      isIncomplete = true
    }
    let prepared = HTMLPreparation(bytes)
    isIncomplete = isIncomplete || prepared.isTooDeep
    return LibXML2Document(prepared.output).tree(isIncomplete: isIncomplete)
  }
}

/// Owns the C document between parsing and copying.
private struct LibXML2Document: ~Copyable {
  private let document: htmlDocPtr?

  /// libxml2 is set up once, before its first use; there is no clean-up call because threads may still
  /// parse.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  init(_ html: [UInt8]) {
    guard LibXML2Document.isReady, let context = htmlNewParserCtxt() else {
      document = nil
      return
    }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
    document = html.withUnsafeBytes { buffer in
      htmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
        "UTF-8", Int32(bitPattern: options))
    }
  }

  deinit {
    if let document { xmlFreeDoc(document) }
  }

  /// Copies every element and text, in document order, without recursion.
  func tree(isIncomplete: Bool) -> HTMLTree {
    var nodes = [HTMLNode(name: "#document", text: "", attributes: [], parent: -1, end: 1)]
    var current = document.flatMap { UnsafePointer(xmlDocGetRootElement($0)) }
    // The open ancestors of `current` in the copy; the outermost is the document.
    var open = [0]
    while let node = current {
      var isElement = false
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        isElement = true
        nodes.append(
          HTMLNode(
            name: copied(node.pointee.name), text: "", attributes: attributes(of: node),
            parent: open[open.count - 1], end: nodes.count + 1))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        let text = repaired(copied(node.pointee.content))
        if !text.isEmpty {
          nodes.append(
            HTMLNode(name: "", text: text, attributes: [], parent: open[open.count - 1], end: nodes.count + 1)
          )
        }
      default: break
      }
      if isElement, let child = node.pointee.children {
        open.append(nodes.count - 1)
        current = UnsafePointer(child)
        continue
      }
      var place = node
      while true {
        if let next = place.pointee.next {
          current = UnsafePointer(next)
          break
        }
        guard open.count > 1, let parent = place.pointee.parent else {
          current = nil
          break
        }
        nodes[open.removeLast()].end = nodes.count
        place = UnsafePointer(parent)
      }
    }
    nodes[0].end = nodes.count
    return HTMLTree(nodes: nodes, isIncomplete: isIncomplete)
  }

  private func attributes(of node: UnsafePointer<xmlNode>) -> [HTMLAttribute] {
    var found: [HTMLAttribute] = []
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var part = attribute.pointee.children
      while let text = part {
        value += copied(text.pointee.content)
        part = text.pointee.next
      }
      found.append(HTMLAttribute(name: copied(attribute.pointee.name), value: repaired(value)))
      next = attribute.pointee.next
    }
    return found
  }

  private func copied(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

/// Control characters U+0080 to U+009F come from `&#146;` and from Windows text labelled Latin-1: browsers
/// read them as windows-1252, and so do we.
private func repaired(_ text: String) -> String {
  guard text.utf8.contains(0xC2), text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) })
  else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if (0x80...0x9F).contains(scalar.value),
      let mapped = Unicode.Scalar(windows1252[Int(scalar.value) - 0x80])
    {
      result.append(mapped)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

private let windows1252: [UInt32] = [
  0x20AC, 0x20, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x20,
  0x017D,
  0x20, 0x20, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
  0x20,
  0x017E, 0x0178,
]
