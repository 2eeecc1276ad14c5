/// What may stand in safe HTML.
enum SafeHTMLRules {
  enum Treatment {
    /// Written with its allowed attributes.
    case keep
    /// Only its tags go.
    case unwrap
    /// Goes with all it holds.
    case drop
  }

  static func treatment(of name: String) -> Treatment {
    if kept.contains(name) { return .keep }
    return dropped.contains(name) ? .drop : .unwrap
  }

  /// Whether `value` may be kept as it is; addresses are judged by ``address(_:in:base:)``.
  static func allows(_ attribute: String) -> Bool { attributes.contains(attribute) }

  static func isAddress(_ attribute: String) -> Bool { addresses.contains(attribute) }

  /// All attributes that may be written under some condition, but for those of drawings.
  static var knownAttributes: Set<String> { attributes.union(addresses).union(["style"]) }

  /// The address to write, or `nil` if it must not be written.
  static func address(_ value: String, of attribute: String, in element: String, base: WebAddress?) -> String?
  {
    // A clean address of the web holds nothing of what is looked for below.
    if AddressLayout(ofClean: value.utf8.span) != nil { return value }
    let visible = withoutDisguise(value)
    if visible.isEmpty { return "" }
    if visible.utf8.prefix(5).map(lowered).elementsEqual("data:".utf8) {
      return element == "img" && attribute == "src" ? image(visible) : nil
    }
    guard let address = WebAddress(visible, relativeTo: base, spelling: .international) else { return nil }
    if let scheme = address.scheme, !schemes.contains(scheme) { return nil }
    guard address.userInfo == nil || address.scheme == "ftp" else { return nil }
    if address.scheme == "mailto", let query = address.query?.utf8.map(lowered) {
      let decoded = String(decoding: percentDecoded(query[...]), as: UTF8.self)
      if ["bcc", "cc=", "\r", "\n"].contains(where: { decoded.contains($0) }) { return nil }
    }
    // Without a scheme, nothing before the first slash may look like one.
    if address.scheme == nil {
      let head = address.string.utf8.prefix { !"/?#".utf8.contains($0) }
      if head.contains(UInt8(ascii: ":"))
        || String(decoding: head, as: UTF8.self).utf8.contains(UInt8(ascii: "&"))
      {
        return nil
      }
    }
    return isWrittenInFull(visible) ? visible : address.string
  }

  /// What is absolute stays as its author wrote it, unless a browser would read it in another way.
  private static func isWrittenInFull(_ value: String) -> Bool {
    ["http://", "https://"].contains { value.utf8.starts(with: $0.utf8) }
      && value.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\\") }
  }

  /// An image inside the address: bitmaps only, since SVG can run.
  private static func image(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    guard bytes.count <= 44_000, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
    else {
      return nil
    }
    let head = String(decoding: bytes.prefix(24).map(lowered), as: UTF8.self)
    let types = ["png", "gif", "jpeg", "jpg", "webp"]
    let isBitmap = types.contains {
      head.hasPrefix("data:image/\($0);") || head.hasPrefix("data:image/\($0),")
    }
    return isBitmap ? value : nil
  }

  /// The value without control characters, and without spaces and invisible characters in front and in the
  /// scheme.
  private static func withoutDisguise(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    var isInHead = true
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD: continue
      case _ where isInHead && (scalar.value == 0x20 || scalar.value == 0xA0) && result.isEmpty: continue
      case 0x2F, 0x3A, 0x3F, 0x23: isInHead = false
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }

  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "ftp"]

  private static let kept = words(
    """
    a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del \
    details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark \
    menu nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th \
    thead time tr tt u ul var wbr
    """)

  private static let dropped = words(
    """
    script style template noscript iframe frame frameset embed applet form input select \
    textarea xmp noembed noframes plaintext link meta base basefont bgsound param isindex keygen
    """)

  private static let attributes = words(
    """
    abbr align alt bgcolor border cellpadding cellspacing clear color colspan compact datetime dir face \
    headers height hreflang hspace lang nowrap rel rowspan scope size span start summary title valign value vspace \
    width
    """)

  private static let addresses = words("href src cite")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
