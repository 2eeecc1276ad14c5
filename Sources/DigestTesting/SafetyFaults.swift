/// What of `html`, which our writer wrote, is not as it must be: elements, attributes and addresses that run, tags
/// out of order. Knows nothing of how it was written.
public func safetyFaults(in html: String) -> [String] { SafetyJudge.faults(in: html) }

private enum SafetyJudge {
  /// In what our writer writes a `>` always ends a tag.
  static func faults(in html: String) -> [String] {
    var faults: [String] = []
    var open: [String] = []
    if html.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) {
      faults.append("a control character")
    }
    // By bytes: a combining mark after a tag would hide its end from a comparison by character.
    for piece in html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else {
        faults.append("a tag without end")
        continue
      }
      let tag = piece[..<end]
      if tag.first == UInt8(ascii: "/") {
        if open.popLast() != String(decoding: Array(tag.dropFirst()), as: UTF8.self) {
          faults.append("a stray end tag")
        }
        continue
      }
      let parts = tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        .map { Substring(decoding: Array($0), as: UTF8.self) }
      let name = String(parts[0].prefix { $0 != " " })
      if name.isEmpty || !name.utf8.allSatisfy({ isLetterOrDigit($0) }) { faults.append("a tag \"\(name)\"") }
      if forbidden.contains(name) { faults.append("an element \"\(name)\"") }
      if !void.contains(name) { open.append(name) }
      for (label, value) in zip(parts, parts.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(
        \.element)
      {
        if let fault = fault(of: label.dropLast().split(separator: " ").last ?? "", value) {
          faults.append(fault)
        }
      }
    }
    if !open.isEmpty { faults.append("\(open) without end") }
    return faults
  }

  private static func fault(of attribute: Substring, _ value: Substring) -> String? {
    if attribute.hasPrefix("on") { return "an event attribute" }
    let plain = value.filter { $0 > " " }.lowercased()
    switch attribute {
    case "href", "src", "cite", "poster", "xlink:href":
      let isHarmless = ["https:", "http:", "mailto:", "data:image/png;"].contains { plain.hasPrefix($0) }
      return isHarmless || plain.isEmpty ? nil : "an address \(value)"
    case "style": return plain.contains("expression") || plain.contains("url") ? "a style \(value)" : nil
    case "action", "formaction", "srcset", "srcdoc", "class", "id": return "an attribute \(attribute)"
    default: return nil
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static let void: Set<String> = ["br", "hr", "img", "wbr", "col", "source", "area"]
  private static let forbidden: Set<String> = [
    "script", "style", "iframe", "object", "embed", "applet", "link", "meta", "base", "form", "input",
    "frame",
    "frameset", "noscript", "template", "textarea", "xmp", "plaintext",
  ]
}
