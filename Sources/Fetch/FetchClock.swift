import FoundationEssentials
public import Model

/// Where the fetcher takes its time from, so that it can be tested without waiting.
public protocol FetchClock: Sendable {
  /// Wall time: what dates of HTTP are compared with.
  var now: Instant { get }
  /// Time since some fixed moment, never going back: what spacing is measured in.
  var elapsed: Duration { get }
  /// Returns once ``elapsed`` has reached `moment`; throws if the task is cancelled.
  func sleep(until moment: Duration) async throws
}

/// The clock of the machine.
public struct SystemClock: FetchClock {
  private let start = ContinuousClock.now

  public init() {}

  public var now: Instant { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down))) }

  public var elapsed: Duration { start.duration(to: .now) }

  public func sleep(until moment: Duration) async throws {
    try await Task.sleep(until: start.advanced(by: moment), clock: .continuous)
  }
}
