import Transport

extension Fetcher {
  /// Throws if the `robots.txt` at `address` asks us to leave the page alone, or cannot be read now (RFC 9309 section 2.3.1).
  func heedRobots(
    for request: FetchRequest, at address: HTTPAddress, policy: AddressPolicy
  ) async throws(FetchFailure) {
    guard let robots, request.kind == .page else { return }
    let origin = RobotsMemory.Origin(
      url: address.origin + "/robots.txt",
      isAllowedByName: policy.allows(host: address.host, port: address.port))
    let answer = await robots.answer(for: origin) {
      await askForRobots(at: origin.url, on: address, for: request, policy: policy)
    }
    switch answer {
    case nil: throw FetchFailure(TransportError.cancelled, url: address.url)
    case .unknown(let failure): throw failure.leavingAlone(address)
    case .rules(let rules):
      guard !rules.allows(address.target) else { return }
      throw FetchFailure(
        kind: .refused,
        message:
          "\(address.host) asks programs in its robots.txt to leave this page alone; read it in a browser",
        url: address.url)
    }
  }

  private func askForRobots(
    at url: String, on address: HTTPAddress, for page: FetchRequest, policy: AddressPolicy
  ) async -> RobotsMemory.Finding {
    let request = FetchRequest(
      url: url, kind: .page, allowedHosts: page.allowedHosts,
      fields: [HTTPField(name: "Accept", value: "text/plain, */*;q=0.5")], limits: robotsLimits,
      userAgent: page.userAgent)
    do throws(FetchFailure) {
      let (trail, response) = try await followed(request, policy: policy, heedsRobots: false)
      switch response.status {
      case 200..<300:
        let rules = RobotsRules(response.body)
        if let delay = rules.crawlDelay { keepDistance(delay, to: address.host) }
        return .lasting(.rules(rules))
      case 500...:
        return .lasting(
          .unknown(
            FetchFailure(
              status: response.status, host: trail.current.host, url: trail.current.url,
              retryAfterSeconds: retryAfter(response))))
      default:
        // "Unavailable": whoever has no such file forbids nothing.
        return .lasting(.rules(.none))
      }
    } catch {
      switch error.kind {
      case .network, .timedOut, .insecure: return .lasting(.unknown(error))
      // The host is left alone for a while; it may be asked later in this run.
      case .throttled: return .passing(.unknown(error))
      case .cancelled: return .none
      // Redirected too often, to where we do not go, or not readable: as good as none.
      default: return .lasting(.rules(.none))
      }
    }
  }
}

/// A longer file is read as far as that, and the line that is cut there is left out.
private let robotsLimits = HTTPLimits(bodyBytes: RobotsRules.limitBytes + 1, takesBeginning: true)

extension FetchFailure {
  /// The failure of a page whose `robots.txt` failed so.
  fileprivate func leavingAlone(_ address: HTTPAddress) -> FetchFailure {
    let reason = message.split(separator: ";", maxSplits: 1).first.map(String.init) ?? message
    return FetchFailure(
      kind: kind,
      message:
        "the robots.txt of \(address.host) cannot be read now (\(reason)), so its pages are left alone; "
        + "try again later",
      url: address.url, retryAfterSeconds: retryAfterSeconds, isHostUnreachable: isHostUnreachable)
  }
}
