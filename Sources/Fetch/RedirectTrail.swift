import Transport

/// Follows one document from address to address: a state machine without network.
struct RedirectTrail {
  /// As asked for at first.
  let start: HTTPAddress
  private(set) var current: HTTPAddress
  /// Addresses that answered with a redirect.
  private(set) var passed: [String] = []
  private(set) var permanent: String?
  private var isPermanentSoFar = true
  private let limit: Int
  private let policy: AddressPolicy

  init(start: HTTPAddress, policy: AddressPolicy, limit: Int = 5) {
    self.start = start
    current = start
    self.policy = policy
    self.limit = limit
  }

  static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

  /// Moves to where `response` leads, or says why we do not go there.
  mutating func follow(_ response: HTTPResponse) throws(FetchFailure) {
    let host = current.host
    guard let location = response.field("Location"), !location.isEmpty else {
      throw failure(.badResponse, "\(host) redirects to nowhere (\(response.status)); check the address")
    }
    let next: HTTPAddress
    do {
      next = try current.redirected(to: location)
    } catch {
      let kind = FetchFailure(error, url: current.url).kind
      throw failure(kind, "\(host) redirects to an address that is not followed: \(error.description)")
    }
    guard mayAsk(next) else {
      throw failure(
        .refused,
        "\(host) redirects to port \(next.port) of \(next.host), where no web site is expected; "
          + "if you trust it, allow \(next.host):\(next.port) explicitly")
    }
    passed.append(current.url)
    guard next.url != start.url, !passed.contains(next.url) else {
      throw failure(.tooManyRedirects, "\(host) redirects in a circle; check the address")
    }
    guard passed.count <= limit else {
      throw failure(.tooManyRedirects, "\(start.host) redirects more than \(limit) times; check the address")
    }
    isPermanentSoFar = isPermanentSoFar && (response.status == 301 || response.status == 308)
    if isPermanentSoFar { permanent = next.url }
    current = next
  }

  /// Fields of the request that may go to the current address: credentials never leave the first origin.
  func sendable(_ fields: [HTTPField]) -> [HTTPField] {
    if current.hasSameOrigin(as: start) { return fields }
    return fields.filter { field in !credentialNames.contains { field.isNamed($0) } }
  }

  /// A web port, one that the reader chose, or one allowed by name.
  private func mayAsk(_ address: HTTPAddress) -> Bool {
    [80, 443, start.port].contains(address.port) || policy.allows(host: address.host, port: address.port)
  }

  private func failure(_ kind: FetchFailure.Kind, _ message: String) -> FetchFailure {
    FetchFailure(kind: kind, message: message, url: current.url)
  }
}

private let credentialNames = ["Authorization", "Cookie", "Proxy-Authorization"]
