import Glibc

/// An IPv4 or IPv6 address.
public struct IPAddress: Hashable, Sendable {
  /// Where an address leads, as far as the address says.
  public enum Scope: String, Hashable, Sendable {
    /// The public internet: the only scope that is dialled without being asked for.
    case global
    case loopback, `private`, linkLocal, shared, multicast, unspecified, reserved, documentation
    /// IPv6 that carries an IPv4 address (mapped, compatible, translated, 6to4, NAT64, Teredo). No name of an honest
    /// site needs one, and through it any IPv4 address could be reached.
    case embedded
  }

  /// 4 or 16 bytes in network order.
  public let bytes: [UInt8]

  /// `nil` unless there are 4 or 16 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads `192.0.2.1` or `2001:db8::1`; `nil` for any other text, names and short forms (`127.1`) included.
  public init?(_ text: String) {
    var v4 = in_addr()
    if inet_pton(AF_INET, text, &v4) == 1 {
      bytes = withUnsafeBytes(of: v4) { Array($0) }
      return
    }
    var v6 = in6_addr()
    guard inet_pton(AF_INET6, text, &v6) == 1 else { return nil }
    bytes = withUnsafeBytes(of: v6) { Array($0) }
  }

  /// The narrowest scope that the special-purpose registries (RFC 6890 and its updates) give the address.
  public var scope: Scope {
    let table = bytes.count == 4 ? Block.v4 : Block.v6
    return table.first { $0.holds(bytes) }?.scope ?? (bytes.count == 4 ? .global : .reserved)
  }
}

extension IPAddress: CustomStringConvertible {
  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "an address" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension IPAddress.Scope {
  /// What it is, for people.
  var words: String {
    switch self {
    case .global: "an address of the public internet"
    case .loopback: "an address of this machine itself"
    case .private: "an address of a private network"
    case .linkLocal: "an address of the local link"
    case .shared: "an address inside a provider's network"
    case .multicast: "an address for many receivers at once"
    case .unspecified: "no address of any host"
    case .reserved: "an address that is reserved"
    case .documentation: "an address for documentation only"
    case .embedded: "an IPv6 address that hides an IPv4 one"
    }
  }
}

/// Addresses that share their first `length` bits.
private struct Block {
  let prefix: [UInt8]
  let length: Int
  let scope: IPAddress.Scope

  init(_ prefix: [UInt8], _ length: Int, _ scope: IPAddress.Scope) {
    self.prefix = prefix
    self.length = length
    self.scope = scope
  }

  func holds(_ address: [UInt8]) -> Bool {
    for index in 0..<(length + 7) / 8 {
      let bits = min(8, length - index * 8)
      let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - bits))
      let wanted = index < prefix.count ? prefix[index] : 0
      guard index < address.count, address[index] & mask == wanted & mask else { return false }
    }
    return true
  }

  /// Most specific first; what no line names is public.
  static let v4: [Block] = [
    Block([0], 8, .unspecified),
    Block([10], 8, .private),
    Block([100, 64], 10, .shared),
    Block([127], 8, .loopback),
    Block([169, 254], 16, .linkLocal),
    Block([172, 16], 12, .private),
    Block([192, 0, 0], 24, .reserved),
    Block([192, 0, 2], 24, .documentation),
    Block([192, 88, 99], 24, .reserved),  // 6to4 relays, withdrawn by RFC 7526
    Block([192, 168], 16, .private),
    Block([198, 18], 15, .reserved),  // benchmarks
    Block([198, 51, 100], 24, .documentation),
    Block([203, 0, 113], 24, .documentation),
    Block([224], 4, .multicast),
    Block([240], 4, .reserved),
  ]

  /// Most specific first; of the rest only 2000::/3 is public.
  static let v6: [Block] = [
    Block([], 128, .unspecified),
    Block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 128, .loopback),
    Block([], 96, .embedded),  // IPv4-compatible
    Block([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96, .embedded),  // mapped
    Block([0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96, .embedded),  // translated, RFC 2765
    Block([0x00, 0x64, 0xFF, 0x9B], 32, .embedded),  // NAT64, the local-use 64:ff9b:1::/48 included
    Block([0x20, 0x01, 0x0D, 0xB8], 32, .documentation),
    Block([0x20, 0x01, 0x00, 0x00], 32, .embedded),  // Teredo
    Block([0x20, 0x01, 0x00], 23, .reserved),  // protocol assignments, ORCHID
    Block([0x20, 0x02], 16, .embedded),  // 6to4
    Block([0x3F, 0xFF], 20, .documentation),
    Block([0xFC], 7, .private),
    Block([0xFE, 0x80], 10, .linkLocal),
    Block([0xFE, 0xC0], 10, .private),  // site-local, withdrawn
    Block([0xFF], 8, .multicast),
    Block([0x20], 3, .global),
  ]
}
