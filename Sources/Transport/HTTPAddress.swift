internal import CCurl
import International
import Foundation

/// An http or https address, read by the parser that also dials it, so that what is checked is what is asked.
///
/// Hosts come out as they are dialled: lower case, percent-decoded, short and numeric forms of IPv4 (`127.1`,
/// `2130706433`, `0x7f.1`) written out, names in other scripts as punycode.
public struct HTTPAddress: Hashable, Sendable {
  /// The whole address without credentials and fragment.
  public let url: String
  /// `http` or `https`.
  public let scheme: String
  /// An IPv6 address stands in brackets.
  public let host: String
  public let port: Int
  /// Percent-decoded user and password, as they stood before the host.
  let credentials: Credentials?

  /// Reads an absolute address. A fragment is dropped; spaces and letters beyond ASCII are percent-encoded.
  public init(_ text: String) throws(TransportError) {
    try self.init(text, relativeTo: nil)
  }

  /// The address to which a `Location` field leads from here.
  ///
  /// Credentials stay only within the same origin, and those that the field itself brings are dropped.
  public func redirected(to location: String) throws(TransportError) -> HTTPAddress {
    let bytes = bytes(ofField: trimmedFieldValue(location))
    // Only a fragment: libcurl 7.88 would cut the path as well.
    if bytes.first == UInt8(ascii: "#") { return self }
    let text = String(validating: bytes, as: UTF8.self) ?? percentEncoded(bytes)
    let next = try HTTPAddress(text, relativeTo: url)
    return HTTPAddress(next, credentials: next.hasSameOrigin(as: self) ? credentials : nil)
  }

  /// Same scheme, host and port: the bounds within which credentials are sent.
  public func hasSameOrigin(as other: HTTPAddress) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }

  /// Scheme, host and port, without a slash at the end; the port where it is not that of the scheme.
  public var origin: String {
    let usual = scheme == "https" ? 443 : 80
    return scheme + "://" + host + (port == usual ? "" : ":\(port)")
  }

  /// Path and query: what the server is asked for.
  public var target: String {
    let authority = url.utf8.dropFirst(scheme.utf8.count + 3)
    return String(Substring(authority.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }))
  }

  /// The value of the `Authorization` field that the address's credentials ask for; `nil` if it has none.
  public var basicAuthorization: String? {
    guard let credentials else { return nil }
    let pair = Array((credentials.user + ":" + credentials.password).utf8)
    return "Basic " + Data(pair).base64EncodedString()
  }
}

extension HTTPAddress {
  struct Credentials: Hashable, Sendable {
    let user: String
    let password: String
  }

  private init(_ address: HTTPAddress, credentials: Credentials?) {
    url = address.url
    scheme = address.scheme
    host = address.host
    port = address.port
    self.credentials = credentials
  }

  private init(_ text: String, relativeTo base: String?) throws(TransportError) {
    let trimmed = trimmedFieldValue(text)
    guard trimmed.utf8.count <= 8192 else {
      throw .badAddress(withoutCredentials(trimmed), reason: "it is longer than 8,192 bytes")
    }
    let shown = withoutCredentials(trimmed)
    let parts = URLParts()
    if let base { try parts.set(CURLUPART_URL, base, flags: 0, of: base) }
    try parts.set(
      CURLUPART_URL, trimmed, flags: UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME), of: shown)

    guard let scheme = parts.get(CURLUPART_SCHEME), scheme == "http" || scheme == "https" else {
      throw .unsupportedScheme(parts.get(CURLUPART_SCHEME) ?? "")
    }
    guard let givenHost = parts.get(CURLUPART_HOST), !givenHost.isEmpty else {
      throw .badAddress(shown, reason: "it names no host")
    }
    guard let host = asciiHost(givenHost) else {
      throw .badAddress(shown, reason: "its host is not a name")
    }
    // Set once more, so that what the letters of other scripts turned into is checked and normalised too.
    if host != givenHost { try parts.set(CURLUPART_HOST, host, flags: 0, of: shown) }
    let user = parts.get(CURLUPART_USER, flags: UInt32(CURLU_URLDECODE))
    let password = parts.get(CURLUPART_PASSWORD, flags: UInt32(CURLU_URLDECODE))
    for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] {
      try parts.set(part, nil, flags: 0, of: shown)
    }
    guard let bare = parts.get(CURLUPART_URL) else { throw .badAddress(shown, reason: "it cannot be read") }
    // Read again: only now is an IPv4 address in letters of other scripts recognised as one.
    if host != givenHost { try parts.set(CURLUPART_URL, bare, flags: 0, of: shown) }
    guard let url = parts.get(CURLUPART_URL), let finalHost = parts.get(CURLUPART_HOST),
      let port = parts.get(CURLUPART_PORT, flags: UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) }),
      (1...65535).contains(port)
    else { throw .badAddress(shown, reason: "its port is not a number from 1 to 65535") }

    self.url = url
    self.scheme = scheme
    self.host = finalHost
    self.port = port
    credentials =
      user == nil && password == nil ? nil : Credentials(user: user ?? "", password: password ?? "")
  }
}

/// Bytes that are not UTF-8 either: what is beyond ASCII goes on as it is.
private func percentEncoded(_ bytes: [UInt8]) -> String {
  var result: [UInt8] = []
  for byte in bytes {
    if byte < 0x80 { result.append(byte) } else { result += Array(("%" + String(byte, radix: 16)).utf8) }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Owner of a parsed address in libcurl.
private struct URLParts: ~Copyable {
  private let handle: OpaquePointer?

  init() { handle = curl_url() }

  deinit { curl_url_cleanup(handle) }

  /// Sets a part, or clears it if `text` is `nil`; `url` is what an error names.
  func set(_ part: CURLUPart, _ text: String?, flags: UInt32, of url: String) throws(TransportError) {
    let code = text.map { curl_url_set(handle, part, $0, flags) } ?? curl_url_set(handle, part, nil, flags)
    switch code {
    case CURLUE_OK: return
    case CURLUE_BAD_SCHEME: throw .badAddress(url, reason: "it does not begin with http:// or https://")
    case CURLUE_NO_HOST: throw .badAddress(url, reason: "it names no host")
    case CURLUE_BAD_PORT_NUMBER: throw .badAddress(url, reason: "its port is not a number from 1 to 65535")
    case CURLUE_BAD_HOSTNAME: throw .badAddress(url, reason: "its host is not a name")
    case CURLUE_BAD_SLASHES, CURLUE_UNSUPPORTED_SCHEME:
      // Such as javascript:, mailto: and data:, which have no host.
      let scheme = String(
        decoding: url.utf8.prefix { $0 != UInt8(ascii: ":") }.map(lowercased), as: UTF8.self)
      guard scheme == "http" || scheme == "https" else { throw .unsupportedScheme(scheme) }
      throw .badAddress(url, reason: "two slashes must stand before its host")
    default: throw .badAddress(url, reason: "it cannot be read")
    }
  }

  func get(_ part: CURLUPart, flags: UInt32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
