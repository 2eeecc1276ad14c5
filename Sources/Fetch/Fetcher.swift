public import Logging
import Model
public import Transport

/// Gets documents politely: asks only for what changed, at a pace that hosts can bear, and follows redirects with each
/// step checked.
///
/// Any number of tasks may fetch at the same time; the fetcher lets them through as its settings allow. A failure is a
/// result, not an error: one broken feed stops nothing. What it learns of hosts, their pauses and their `robots.txt`, holds for
/// as long as it lives: one fetcher a run.
public final class Fetcher: Sendable {
  private let exchange: any HTTPExchange
  private let gate: Gate
  private let clock: any FetchClock
  private let userAgent: String
  private let logger: Logger
  /// `nil` if nobody asks for it.
  let robots: RobotsMemory?

  /// - Parameters:
  ///   - userAgent: names the program honestly and says where its owner can be reached, such as
  ///     `digest/0.1 (+https://example.org/digest)`.
  ///   - honoursRobots: whether pages are asked for only where the `robots.txt` of their origin lets `digest` (RFC 9309).
  ///     Feeds and comment feeds are made for programs; for them nobody's `robots.txt` is asked for.
  public init(
    exchange: any HTTPExchange, politeness: Politeness.Settings = Politeness.Settings(), userAgent: String,
    honoursRobots: Bool = true, clock: any FetchClock = SystemClock(),
    logger: Logger = Logger(label: "digest.fetch")
  ) {
    self.exchange = exchange
    gate = Gate(politeness, clock: clock)
    self.clock = clock
    self.userAgent = userAgent
    self.logger = logger
    robots = honoursRobots ? RobotsMemory() : nil
  }

  /// Gets one document. Returns early with a failure of kind `cancelled` when the task is cancelled.
  public func fetch(_ request: FetchRequest) async -> FetchResult {
    do {
      let result = try await follow(request)
      logger.debug("\(withoutCredentials(request.url)): \(result.summary)")
      return result
    } catch {
      logger.debug("\(error.url): \(error.message)")
      return .failed(error)
    }
  }
}

extension Fetcher {
  private func follow(_ request: FetchRequest) async throws(FetchFailure) -> FetchResult {
    let policy = AddressPolicy(allowedHosts: request.allowedHosts)
    let (trail, response) = try await followed(request, policy: policy, heedsRobots: true)
    return try conclude(request, trail, response)
  }

  /// The first answer that is no redirect, and the way to it.
  func followed(
    _ request: FetchRequest, policy: AddressPolicy, heedsRobots: Bool
  ) async throws(FetchFailure) -> (trail: RedirectTrail, response: HTTPResponse) {
    var trail = RedirectTrail(start: try address(request.url), policy: policy)
    while true {
      if heedsRobots { try await heedRobots(for: request, at: trail.current, policy: policy) }
      let response = try await ask(for: request, at: trail, policy: policy)
      guard RedirectTrail.isRedirect(response.status) else { return (trail, response) }
      try trail.follow(response)
    }
  }

  /// Keeps requests to `host` at least so far apart.
  func keepDistance(_ distance: Duration, to host: String) {
    gate.keepDistance(distance, to: host)
  }

  private func address(_ url: String) throws(FetchFailure) -> HTTPAddress {
    do {
      return try HTTPAddress(url)
    } catch {
      throw FetchFailure(error, url: withoutCredentials(url))
    }
  }

  /// One exchange, in its turn; a connection that broke is tried once more.
  private func ask(
    for request: FetchRequest, at trail: RedirectTrail, policy: AddressPolicy
  ) async throws(FetchFailure) -> HTTPResponse {
    let address = trail.current
    let exchanged = HTTPRequest(
      address: address, fields: trail.sendable(fields(for: request, at: address)),
      limits: request.limits ?? request.kind.limits, addressPolicy: policy)
    var triesLeft = 2
    while true {
      let ticket = try await admission(to: address)
      triesLeft -= 1
      do {
        let response = try await exchange.send(exchanged)
        gate.leave(ticket, ending(of: response))
        return response
      } catch {
        gate.leave(ticket, .failed)
        guard case .cutOff = error, triesLeft > 0 else { throw FetchFailure(error, url: address.url) }
        logger.debug("\(address.url): \(error.description); trying once more")
      }
    }
  }

  private func admission(to address: HTTPAddress) async throws(FetchFailure) -> Politeness.Ticket {
    switch await gate.enter(host: address.host) {
    case .admitted(let ticket): return ticket
    case .refused(let seconds):
      throw FetchFailure.pausing(host: address.host, url: address.url, seconds: seconds)
    case .cancelled: throw FetchFailure(TransportError.cancelled, url: address.url)
    }
  }

  private func fields(for request: FetchRequest, at address: HTTPAddress) -> [HTTPField] {
    var fields = [
      HTTPField(name: "User-Agent", value: request.userAgent ?? userAgent),
      HTTPField(name: "Accept", value: request.kind.accept),
    ]
    if let etag = request.validators?.etag { fields.append(HTTPField(name: "If-None-Match", value: etag)) }
    if let date = request.validators?.lastModified {
      fields.append(HTTPField(name: "If-Modified-Since", value: date))
    }
    if let authorization = address.basicAuthorization {
      fields.append(HTTPField(name: "Authorization", value: authorization))
    }
    if request.fields.isEmpty { return fields }
    return fields.filter { field in !request.fields.contains { $0.isNamed(field.name) } } + request.fields
  }

  private func ending(of response: HTTPResponse) -> Politeness.Ending {
    guard response.status == 429 || response.status == 503 else { return .answered }
    return .throttled(retryAfter: retryAfter(response).map { .seconds($0) })
  }

  func retryAfter(_ response: HTTPResponse) -> Int? {
    response.field("Retry-After").flatMap { retryAfterSeconds($0, now: clock.now) }
  }

  private func conclude(
    _ request: FetchRequest, _ trail: RedirectTrail, _ response: HTTPResponse
  ) throws(FetchFailure) -> FetchResult {
    let given = Validators(
      etag: sendable(response.field("ETag")), lastModified: sendable(response.field("Last-Modified")))
    switch response.status {
    case 304 where request.validators.map { !$0.isEmpty } ?? false:
      return .notModified(
        UnchangedDocument(
          requestedURL: request.url, finalURL: trail.current.url, fields: response.fields,
          validators: Validators(
            etag: given.etag ?? request.validators?.etag,
            lastModified: given.lastModified ?? request.validators?.lastModified),
          permanentRedirect: trail.permanent))
    case 200...203, 207...299:
      return .fetched(
        FetchedDocument(
          requestedURL: request.url, finalURL: trail.current.url, status: response.status,
          contentType: response.field("Content-Type"), fields: response.fields, body: response.body,
          validators: given, redirects: trail.passed, permanentRedirect: trail.permanent))
    default:
      throw FetchFailure(
        status: response.status, host: trail.current.host, url: trail.current.url,
        retryAfterSeconds: retryAfter(response))
    }
  }
}

/// A validator that can be sent back: another would make every later request fail.
private func sendable(_ validator: String?) -> String? {
  guard let validator, validator.utf8.count <= 4096, HTTPField(name: "ETag", value: validator).isSendable
  else { return nil }
  return validator
}

extension FetchResult {
  /// For the log.
  fileprivate var summary: String {
    switch self {
    case .fetched(let document): "\(document.status), \(document.body.count) bytes"
    case .notModified: "not modified"
    case .failed(let failure): failure.message
    }
  }
}
