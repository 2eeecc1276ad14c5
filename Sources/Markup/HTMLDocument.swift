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

  /// The tree of valid UTF-8.
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
    return HTMLTreeReader.tree(of: prepared.output, isIncomplete: isIncomplete)
  }
}
