/// Which addresses may be dialled.
///
/// Feeds and redirects are written by strangers, and a name leads wherever its owner points it. So the check is made on
/// the address actually dialled, at the moment of dialling: a name that is looked up twice with two results gains nothing.
public struct AddressPolicy: Hashable, Sendable {
  /// Only the public internet.
  public static let publicOnly = AddressPolicy()

  private let allowed: [AllowedHost]

  /// The public internet, and hosts that are named: `127.0.0.1:8080`, `[::1]:8080`, `localhost:*` (every port) or
  /// `intranet.example` (ports 80 and 443).
  ///
  /// A name is compared with the name in the address asked, before look-up. An entry that cannot be read allows nothing.
  public init(allowedHosts: [String] = []) {
    allowed = allowedHosts.compactMap(AllowedHost.init)
  }

  /// True if `host:port`, as it stands in the address asked, is allowed by name.
  public func allows(host: String, port: Int) -> Bool {
    let host = comparable(host)
    return allowed.contains { $0.host == host && ($0.ports?.contains(port) ?? true) }
  }

  /// True if `address` may be dialled for `host:port`.
  public func permits(_ address: IPAddress, host: String, port: Int) -> Bool {
    address.scope == .global || allows(host: host, port: port)
  }
}

private struct AllowedHost: Hashable, Sendable {
  let host: [UInt8]
  /// `nil` for every port.
  let ports: [Int]?

  init?(_ entry: String) {
    let bytes = Array(entry.utf8)
    // The last colon parts the port, unless it belongs to an IPv6 address.
    let bracket = bytes.lastIndex(of: UInt8(ascii: "]"))
    let colon = bytes.lastIndex(of: UInt8(ascii: ":")).flatMap { bracket ?? 0 <= $0 ? $0 : nil }
    host = comparable(String(decoding: bytes[..<(colon ?? bytes.count)], as: UTF8.self))
    guard !host.isEmpty else { return nil }
    guard let colon else {
      ports = [80, 443]
      return
    }
    let port = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    if port == "*" {
      ports = nil
    } else {
      guard let number = Int(port), (1...65535).contains(number) else { return nil }
      ports = [number]
    }
  }
}

/// A host without brackets and final dot, in lower case.
private func comparable(_ host: String) -> [UInt8] {
  var bytes = host.utf8.map(lowercased)
  if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
    bytes = Array(bytes.dropFirst().dropLast())
  }
  if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
  return bytes
}
