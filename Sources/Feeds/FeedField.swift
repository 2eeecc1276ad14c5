import Markup

/// The text of one element while it is being collected.
struct FeedField {
  /// How children of the element are treated.
  enum Children {
    /// Written out as markup.
    case markup
    /// Left out with their text.
    case dropped
    /// Read on their own: the element is a container after all.
    case read
  }

  let term: FeedTerm
  let tag: XMLStartTag
  let namespace: FeedNamespace
  let children: Children
  /// Base in force for the text; an `xml:base` on the wrapping `div` counts.
  var base: WebAddress?
  var bytes: [UInt8] = []
  /// True once a child was written: from then on text is escaped.
  var isMarkup = false
  /// Open elements inside the field.
  var depth = 0
  /// False for fields that are HTML anyway: elements among the text do not turn the text into something else.
  var escapesText = true

  mutating func append(_ utf8: [UInt8]) {
    if isMarkup && escapesText {
      appendEscaped(utf8)
    } else if isMarkup || depth == 0 {
      if bytes.isEmpty { bytes = utf8 } else { bytes.append(contentsOf: utf8) }
    }
  }

  /// From now on the field is markup: what was collected so far was text.
  mutating func becomeMarkup() {
    guard !isMarkup else { return }
    isMarkup = true
    guard escapesText else { return }
    let text = bytes
    bytes = []
    appendEscaped(text)
  }

  mutating func appendEscaped(_ utf8: [UInt8]) {
    bytes.reserveCapacity(bytes.count + utf8.count)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  mutating func startTag(_ name: String, _ attributes: [(name: String, value: String)]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: attribute.name.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      for byte in attribute.value.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
        default: bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func endTag(_ name: String) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  /// What was collected, trimmed.
  var string: String { trimmedText(bytes) }
}
