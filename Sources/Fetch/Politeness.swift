/// Decides which request may start when: a state machine without clock, tasks or network.
///
/// Moments are durations on some clock that never goes back; they are passed in. Each method returns what is to be done
/// now. A host that answers 429 or 503 is left alone for as long as it says or, where it says nothing, for twice as long
/// each time; requests for it that would have to wait longer than ``Settings/patience`` are refused at once.
public struct Politeness: Sendable {
  public struct Settings: Hashable, Sendable {
    /// Requests under way at the same time.
    public let maximumRequests: Int
    /// Of those, to one host.
    public let maximumRequestsPerHost: Int
    /// From one start to the next at the same host.
    public let spacing: Duration
    /// How long a request waits for a host that wants to be left alone.
    public let patience: Duration
    /// First pause after a 429 or 503 without `Retry-After`; it doubles with each further one.
    public let firstBackOff: Duration

    public init(
      maximumRequests: Int = 16, maximumRequestsPerHost: Int = 2, spacing: Duration = .milliseconds(500),
      patience: Duration = .seconds(10), firstBackOff: Duration = .seconds(60)
    ) {
      self.maximumRequests = max(1, maximumRequests)
      self.maximumRequestsPerHost = max(1, maximumRequestsPerHost)
      self.spacing = max(.zero, spacing)
      self.patience = max(.zero, patience)
      self.firstBackOff = max(.seconds(1), firstBackOff)
    }

    /// For documents that are at hand, not at a stranger's server: no spacing.
    public static let none = Settings(maximumRequestsPerHost: 16, spacing: .zero)
  }

  /// Stands for one request.
  public struct Ticket: Hashable, Sendable {
    fileprivate let number: Int
  }

  public enum Action: Hashable, Sendable {
    case start(Ticket)
    /// The host wants to be left alone until then.
    case refuse(Ticket, until: Duration)
    /// Nothing more can start before then: call ``tick(at:)``.
    case wake(at: Duration)
  }

  /// How a started request ended.
  public enum Ending: Hashable, Sendable {
    /// With an answer other than 429 and 503.
    case answered
    /// Without an answer.
    case failed
    /// 429 or 503, with the pause that it asked for.
    case throttled(retryAfter: Duration?)
  }

  private let settings: Settings
  private var hosts: [String: Host] = [:]
  /// Hosts at which a request waits and fewer than the limit are under way, by the moment of the next start.
  private var ready = MinimumHeap<Turn>()
  private var hostOfTicket: [Ticket: String] = [:]
  private var startedCount = 0
  private var lastNumber = 0

  public init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  /// A new request for `host`.
  public mutating func enqueue(host: String, at now: Duration) -> (ticket: Ticket, actions: [Action]) {
    lastNumber += 1
    let ticket = Ticket(number: lastNumber)
    if let until = hosts[host]?.pausedUntil, until > now + settings.patience {
      return (ticket, [.refuse(ticket, until: until)])
    }
    hosts[host, default: Host()].waiting.append(ticket)
    hostOfTicket[ticket] = host
    makeReady(host)
    return (ticket, tick(at: now))
  }

  /// A started request has ended. An unknown ticket changes nothing.
  public mutating func finish(_ ticket: Ticket, _ ending: Ending, at now: Duration) -> [Action] {
    guard let host = hostOfTicket[ticket], hosts[host]?.started.remove(ticket) != nil else { return [] }
    hostOfTicket[ticket] = nil
    startedCount -= 1
    var refused: [Action] = []
    switch ending {
    case .answered: hosts[host]?.throttleCount = 0
    case .failed: break
    case .throttled(let retryAfter): refused = pause(host, for: retryAfter, at: now)
    }
    makeReady(host)
    return refused + tick(at: now)
  }

  /// A request that still waits is no longer wanted; one that was started must be finished instead.
  public mutating func cancel(_ ticket: Ticket) {
    guard let host = hostOfTicket[ticket], let index = hosts[host]?.waiting.firstIndex(of: ticket)
    else { return }
    hosts[host]?.waiting.remove(at: index)
    hostOfTicket[ticket] = nil
  }

  /// Starts what may start by now.
  public mutating func tick(at now: Duration) -> [Action] {
    var actions: [Action] = []
    while startedCount < settings.maximumRequests, let turn = ready.first {
      guard turn.moment <= now else {
        actions.append(.wake(at: turn.moment))
        break
      }
      _ = ready.popFirst()
      hosts[turn.host]?.isReady = false
      // The host may have been paused since its turn was set, or its request given up.
      if let moment = hosts[turn.host]?.nextStart, moment <= now,
        let ticket = hosts[turn.host]?.waiting.popFirst()
      {
        hosts[turn.host]?.started.insert(ticket)
        hosts[turn.host]?.nextFree = now + settings.spacing
        startedCount += 1
        actions.append(.start(ticket))
      }
      makeReady(turn.host)
    }
    return actions
  }
}

extension Politeness {
  private struct Host: Sendable {
    var waiting: ArraySlice<Ticket> = []
    var started: Set<Ticket> = []
    var nextFree: Duration = .zero
    var pausedUntil: Duration = .zero
    var throttleCount = 0
    /// True while it has its one place in ``Politeness/ready``.
    var isReady = false

    var nextStart: Duration { max(nextFree, pausedUntil) }
  }

  private struct Turn: Comparable, Sendable {
    let moment: Duration
    /// Of the request that waits longest, so that equal moments are served in order.
    let number: Int
    let host: String

    static func < (left: Turn, right: Turn) -> Bool {
      (left.moment, left.number) < (right.moment, right.number)
    }
  }

  private mutating func makeReady(_ host: String) {
    guard let entry = hosts[host], !entry.isReady, let next = entry.waiting.first,
      entry.started.count < settings.maximumRequestsPerHost
    else { return }
    hosts[host]?.isReady = true
    ready.insert(Turn(moment: entry.nextStart, number: next.number, host: host))
  }

  /// Leaves the host alone, and refuses who would have to wait too long for it.
  private mutating func pause(_ host: String, for asked: Duration?, at now: Duration) -> [Action] {
    guard let entry = hosts[host] else { return [] }
    let wanted = asked ?? settings.firstBackOff * (1 << entry.throttleCount)
    let until = max(entry.pausedUntil, now + min(wanted, .seconds(longestRetryAfterSeconds)))
    hosts[host]?.throttleCount = min(entry.throttleCount + 1, 10)
    hosts[host]?.pausedUntil = until
    guard until > now + settings.patience else { return [] }
    for ticket in entry.waiting { hostOfTicket[ticket] = nil }
    hosts[host]?.waiting = []
    return entry.waiting.map { .refuse($0, until: until) }
  }
}
