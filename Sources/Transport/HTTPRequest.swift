/// A GET request for one address; redirects are answers like any other and are not followed.
public struct HTTPRequest: Hashable, Sendable {
  /// An http or https address. Credentials in it are sent as a Basic `Authorization` field.
  public let url: String
  /// Fields to send. `Host`, `Accept-Encoding` and the connection's own fields are the exchange's business.
  public let fields: [HTTPField]
  public let limits: HTTPLimits
  public let addressPolicy: AddressPolicy
  /// ``url`` as it was read already, if it was.
  let address: HTTPAddress?

  public init(
    url: String, fields: [HTTPField] = [], limits: HTTPLimits = HTTPLimits(),
    addressPolicy: AddressPolicy = .publicOnly
  ) {
    self.url = url
    self.fields = fields
    self.limits = limits
    self.addressPolicy = addressPolicy
    address = nil
  }

  /// The same for an address that was read already.
  public init(
    address: HTTPAddress, fields: [HTTPField] = [], limits: HTTPLimits = HTTPLimits(),
    addressPolicy: AddressPolicy = .publicOnly
  ) {
    url = address.url
    self.fields = fields
    self.limits = limits
    self.addressPolicy = addressPolicy
    self.address = address
  }
}

/// What an answer may cost.
public struct HTTPLimits: Hashable, Sendable {
  /// Name look-up, connection and TLS together.
  public let connectTime: Duration
  /// From the start to the last byte.
  public let totalTime: Duration
  /// Status lines and fields together, interim answers included.
  public let headerBytes: Int
  /// The body after decompression.
  public let bodyBytes: Int
  /// How many times larger a body may become by decompression; looked at once it exceeds ``expansionFreeBytes``.
  public let expansion: Int
  /// A body up to this size may expand as it likes.
  public let expansionFreeBytes: Int
  /// Whether the first ``bodyBytes`` of a longer body are taken for all of it, in place of an error.
  public let takesBeginning: Bool

  public init(
    connectTime: Duration = .seconds(10), totalTime: Duration = .seconds(30), headerBytes: Int = 64 << 10,
    bodyBytes: Int = 16 << 20, expansion: Int = 100, expansionFreeBytes: Int = 1 << 20,
    takesBeginning: Bool = false
  ) {
    self.connectTime = connectTime
    self.totalTime = totalTime
    self.headerBytes = headerBytes
    self.bodyBytes = bodyBytes
    self.expansion = expansion
    self.expansionFreeBytes = expansionFreeBytes
    self.takesBeginning = takesBeginning
  }
}
