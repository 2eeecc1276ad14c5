/// Why a request got no usable answer.
public enum TransportError: Error, Hashable, Sendable {
  /// Not an address that can be asked; the second text says what is wrong with it.
  case badAddress(String, reason: String)
  /// Neither http nor https.
  case unsupportedScheme(String)
  /// A field that would break out of its line.
  case badField(name: String)
  /// The address behind the name is not on the public internet and `host:port` is not allowed explicitly.
  case forbiddenAddress(host: String, port: Int, address: String, scope: IPAddress.Scope)
  case unknownHost(String)
  /// Nobody listens there, or there is no way to it.
  case refusedConnection(host: String, port: Int)
  case timedOut(host: String, after: Duration)
  /// The TLS connection failed, mostly for its certificate.
  case insecureConnection(host: String, reason: String)
  /// The body is larger than allowed, after decompression.
  case tooLarge(host: String, limitBytes: Int)
  /// The body grows suspiciously by decompression.
  case tooDense(host: String, expansion: Int)
  case tooManyHeaders(host: String, limitBytes: Int)
  /// The connection ended before the answer did.
  case cutOff(host: String)
  /// What came is not HTTP, or not in the encoding that it claims.
  case badResponse(host: String, reason: String)
  case cancelled
  /// The exchange was closed.
  case closed
  /// libcurl is not on this machine.
  case libraryMissing
}

extension TransportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badAddress(let url, let reason):
      "\"\(shownText(url))\" is not a web address (\(reason)); correct it"
    case .unsupportedScheme(let scheme):
      "addresses that begin with \"\(shownText(scheme)):\" are not read; only http and https are"
    case .badField(let name):
      "the header field \"\(shownText(name))\" holds characters that a header may not hold; correct it"
    case .forbiddenAddress(let host, let port, let address, let scope):
      "\(host) leads to \(address), \(scope.words); if you trust it, allow \(host):\(port) explicitly"
    case .unknownHost(let host):
      "there is no host called \(host); check the spelling and the network"
    case .refusedConnection(let host, let port):
      "\(host) takes no connections on port \(port); try again later or check the address"
    case .timedOut(let host, let limit):
      "\(host) did not answer in full within \(words(for: limit)); try again later"
    case .insecureConnection(let host, let reason):
      "no secure connection to \(host) (\(reason)); its owner has to mend that"
    case .tooLarge(let host, let limit):
      "the answer of \(host) is larger than \(words(forBytes: limit)); it was not read"
    case .tooDense(let host, let expansion):
      "the answer of \(host) grows more than \(expansion)-fold by decompression; it was not read"
    case .tooManyHeaders(let host, let limit):
      "\(host) sent more than \(words(forBytes: limit)) of headers; its answer was not read"
    case .cutOff(let host):
      "\(host) closed the connection before its answer was complete; try again later"
    case .badResponse(let host, let reason):
      "\(host) sent something that cannot be read (\(reason)); its owner has to mend that"
    case .cancelled: "the request was given up"
    case .libraryMissing: "libcurl is not installed; install it (on Debian: apt-get install libcurl4)"
    case .closed: "the connection to the network is closed already; open a new one"
    }
  }

  private func words(for limit: Duration) -> String {
    let milliseconds = limit.wholeMilliseconds
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }

  private func words(forBytes count: Int) -> String {
    if count > 0 && count % (1 << 20) == 0 { return "\(count >> 20) MiB" }
    return count > 0 && count % (1 << 10) == 0 ? "\(count >> 10) KiB" : "\(count) bytes"
  }
}

extension Duration {
  /// Rounded down; at least 0, at most a million seconds.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return Int(min(seconds, 1_000_000)) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
