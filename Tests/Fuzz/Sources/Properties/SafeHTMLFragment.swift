/// Judges a fragment that is said to be safe, by a grammar much smaller than that of HTML.
///
/// `<name attribute="value" ...>`, `</name>`, text, and six references: nothing else may be in it, every
/// element is closed in order, and no name or address is one that runs. Knows nothing of how the fragment was
/// made, so it cannot share a mistake with the sanitiser.
public struct SafeHTMLFragment {
  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []

  /// Ends the run with a finding if `html` is not safe.
  public static func check(_ html: String) {
    var reader = SafeHTMLFragment(bytes: Array(html.utf8))
    if let fault = reader.fault() { finding("\(fault) at byte \(reader.index) of: \(html)") }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func fault() -> String? {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): if let fault = tagFault() { return fault }
      case UInt8(ascii: ">"): return "a bare > in text"
      case UInt8(ascii: "&"): if reference() == nil { return "a bare & in text" }
      case 0x00...0x08, 0x0B...0x1F, 0x7F: return "a control character in text"
      default: index += 1
      }
    }
    return open.isEmpty ? nil : "<\(open.joined(separator: "><"))> left open"
  }

  private mutating func tagFault() -> String? {
    index += 1
    let isEnd = skip("/")
    let name = readName()
    guard !name.isEmpty else { return "a bare < in text" }
    if isEnd {
      guard open.popLast() == name else { return "</\(name)> out of order" }
      return skip(">") ? nil : "</\(name) without its >"
    }
    guard !Self.forbiddenElements.contains(name) else { return "<\(name)>" }
    var seen: Set<String> = []
    while skip(" ") {
      let attribute = readName()
      guard !attribute.isEmpty, skip("="), skip("\"") else { return "a broken attribute of <\(name)>" }
      guard seen.insert(attribute).inserted else { return "a second \(attribute) of <\(name)>" }
      guard let value = readValue() else { return "a bare character in \(attribute) of <\(name)>" }
      if let fault = attributeFault(attribute, value, of: name) { return fault }
    }
    guard skip(">") else { return "<\(name) without its >" }
    if !Self.voidElements.contains(name) { open.append(name) }
    return nil
  }

  // MARK: Attributes

  private func attributeFault(_ name: String, _ value: [UInt8], of element: String) -> String? {
    if name.hasPrefix("on") || Self.forbiddenAttributes.contains(name) { return "\(name) of <\(element)>" }
    if name == "style" { return styleFault(value) }
    guard Self.addresses.contains(name) else { return nil }
    let seen = value.filter { $0 > 0x20 }.map(lowered)
    let head = seen.prefix { !"/?#".utf8.contains($0) }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = String(decoding: head[..<colon], as: UTF8.self)
    if Self.schemes.contains(scheme) { return nil }
    let isBitmap = ["png", "gif", "jpeg", "jpg", "webp"].contains { type in
      [";", ","].contains { seen.starts(with: "data:image/\(type)\($0)".utf8) }
    }
    return isBitmap && element == "img" && name == "src" ? nil : "\(name) of scheme \(scheme)"
  }

  /// Nothing but `name: value;`, none of which loads, runs or moves.
  private func styleFault(_ value: [UInt8]) -> String? {
    for declaration in value.map(lowered).split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { return "style without a colon" }
      let property = declaration[..<colon].filter { $0 > 0x20 }
      if Self.forbiddenProperties.contains(String(decoding: property, as: UTF8.self)) {
        return "style of \(String(decoding: property, as: UTF8.self))"
      }
      for index in colon + 1..<declaration.endIndex {
        let byte = declaration[index]
        if byte >= 0x7F || "\\/@{}<&:".utf8.contains(byte) { return "style with byte \(byte)" }
        if byte == UInt8(ascii: "("), !declaration[..<index].suffix(3).elementsEqual("rgb".utf8) {
          return "style with a function"
        }
      }
    }
    return nil
  }

  // MARK: Bytes

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Small letters, digits, hyphens, and a colon inside.
  private mutating func readName() -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x61...0x7A: index += 1
      case 0x30...0x3A, UInt8(ascii: "-"):
        if index == start { return "" }
        index += 1
      default: return String(decoding: bytes[start..<index], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Up to and over the closing quote, references replaced; `nil` if a character stands bare.
  private mutating func readValue() -> [UInt8]? {
    var value: [UInt8] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return value
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "`"), 0x00...0x1F, 0x7F:
        return nil
      case UInt8(ascii: "&"):
        guard let byte = reference() else { return nil }
        value.append(byte)
      case let byte:
        value.append(byte)
        index += 1
      }
    }
    return nil
  }

  private mutating func reference() -> UInt8? {
    for (name, byte) in Self.references where bytes[index...].starts(with: name.utf8) {
      index += name.utf8.count
      return byte
    }
    return nil
  }

  private func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  // MARK: Lists

  private static let references: [(String, UInt8)] = [
    ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27), ("&#96;", 0x60),
  ]

  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "ftp"]

  private static let forbiddenProperties: Set<String> = [
    "position", "behavior", "-moz-binding", "content", "filter", "top", "left", "right", "bottom", "z-index",
    "opacity", "visibility", "background-image", "list-style-image", "list-style", "transform", "animation",
  ]

  private static let addresses: Set<String> = [
    "href", "src", "cite", "poster", "xlink:href", "action", "formaction", "background", "data", "longdesc",
    "usemap", "manifest", "from", "to", "values", "srcset", "ping",
  ]

  private static let voidElements: Set<String> = ["br", "col", "hr", "img", "source", "wbr"]

  private static let forbiddenElements: Set<String> = [
    "script", "style", "template", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet",
    "form", "input", "select", "option", "button", "textarea", "xmp", "noembed", "noframes", "plaintext",
    "link", "meta", "base", "basefont", "param", "isindex", "keygen", "html", "head", "body", "foreignobject",
    "animate", "animatetransform", "set", "use", "image", "annotation-xml", "marquee", "dialog", "portal",
  ]

  private static let forbiddenAttributes: Set<String> = [
    "id", "class", "name", "srcdoc", "srcset", "action", "formaction", "background", "target", "ping",
    "http-equiv", "autofocus", "attributename", "tabindex", "accesskey", "is", "slot", "part",
  ]
}
