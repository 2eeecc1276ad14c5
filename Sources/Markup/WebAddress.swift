/// A web address (URI reference), resolved and cleaned the way browsers do it.
///
/// Resolution follows RFC 3986 §5; cleaning follows the URL standard where the two differ: outer white
/// space and control characters are trimmed, tabs and line ends inside are removed, whatever may not stand
/// in an address is percent-encoded, scheme and host are lower-cased, international hosts become punycode,
/// backslashes in web addresses are slashes. What has no scheme and no base stays relative.
///
/// All work is on bytes: an address is syntax, not text.
public struct WebAddress: Hashable, Sendable {
  /// What becomes of letters beyond ASCII.
  public enum Spelling: Sendable {
    /// Encoded, as it goes over the network (RFC 3986).
    case ascii
    /// Left as its author wrote it (RFC 3987).
    case international
  }

  /// The whole address; ASCII only, unless it was read or resolved in international spelling.
  public let string: String
  private let layout: AddressLayout

  /// Lower case, without the colon; `nil` for a relative address.
  public var scheme: String? { part(layout.scheme) }
  /// What stands before `@`, percent-encoded as found.
  public var userInfo: String? { part(layout.userInfo) }
  /// Lower case, punycode unless in international spelling; `nil` without an authority, empty in `file:///`.
  public var host: String? { part(layout.host) }
  public var port: Int? { layout.port.map { Int($0) } }
  public var path: String { part(layout.path) ?? "" }
  /// Without the question mark.
  public var query: String? { part(layout.query) }
  /// Without the number sign.
  public var fragment: String? { part(layout.fragment) }

  /// Reads `text`, against `base` if it is relative.
  ///
  /// `nil` for what is empty (and has no base) and for an authority that no browser would accept: a port
  /// above 65535, a host with a character that no host has.
  public init?(_ text: String, relativeTo base: WebAddress? = nil, spelling: Spelling = .ascii) {
    if let layout = AddressLayout(ofClean: text.utf8.span) {
      self.init(string: text, layout: layout)
      return
    }
    let bytes = WebAddress.trimmed(text)
    if bytes.isEmpty && base == nil { return nil }
    guard let parts = AddressParts(parsing: bytes, in: base?.scheme, spelling) else { return nil }
    self.init(base.map { parts.resolved(against: $0.parts) } ?? parts.withoutDotSegments)
  }

  /// True for `http` and `https`.
  public var isWeb: Bool { layout.isWeb }

  /// The same address without `#...`.
  public var withoutFragment: WebAddress {
    var parts = parts
    parts.fragment = nil
    return WebAddress(parts)
  }

  init(_ parts: AddressParts) {
    let (string, layout) = parts.serialised
    self.init(string: string, layout: layout)
  }

  private init(string: String, layout: AddressLayout) {
    self.string = string
    self.layout = layout
  }

  private func part(_ range: AddressLayout.Part?) -> String? {
    guard let range else { return nil }
    let bytes = string.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: Int(range.start))
    return String(string[start..<bytes.index(start, offsetBy: Int(range.count))])
  }

  var parts: AddressParts {
    AddressParts(
      scheme: scheme, userInfo: userInfo, host: host, port: port, path: path, query: query,
      fragment: fragment)
  }

  /// The bytes without outer C0 controls and spaces, and without tabs and line ends anywhere.
  private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    let bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? bytes.endIndex
    return start < end ? bytes[start..<end] : []
  }
}

extension WebAddress: CustomStringConvertible {
  public var description: String { string }
}

extension WebAddress: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let address = WebAddress(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is no address"))
    }
    self = address
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(string)
  }
}
