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
    /// Place in ``Politeness/hosts``.
    fileprivate let host: Int
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
  private var hosts: [Host] = []
  private var placeOfHost: [String: Int] = [:]
  /// Hosts at which a request waits and fewer than the limit are under way, by the moment of the next start.
  private var ready = MinimumHeap<Turn>()
  private var startedCount = 0
  private var lastNumber = 0

  public init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  /// A new request for `host`.
  public mutating func enqueue(host: String, at now: Duration) -> (ticket: Ticket, actions: [Action]) {
    lastNumber += 1
    let place = place(of: host)
    let ticket = Ticket(number: lastNumber, host: place)
    let until = hosts[place].pausedUntil
    if until > now + settings.patience { return (ticket, [.refuse(ticket, until: until)]) }
    hosts[place].waiting.append(ticket)
    makeReady(place)
    return (ticket, tick(at: now))
  }

  /// A started request has ended. An unknown ticket changes nothing.
  public mutating func finish(_ ticket: Ticket, _ ending: Ending, at now: Duration) -> [Action] {
    let host = ticket.host
    guard hosts.indices.contains(host), hosts[host].started.remove(ticket) != nil else { return [] }
    startedCount -= 1
    var refused: [Action] = []
    switch ending {
    case .answered: hosts[host].throttleCount = 0
    case .failed: break
    case .throttled(let retryAfter): refused = pause(host, for: retryAfter, at: now)
    }
    makeReady(host)
    return refused + tick(at: now)
  }

  /// A request that still waits is no longer wanted; one that was started must be finished instead.
  public mutating func cancel(_ ticket: Ticket) {
    guard hosts.indices.contains(ticket.host),
      let index = hosts[ticket.host].waiting.firstIndex(of: ticket)
    else { return }
    hosts[ticket.host].waiting.remove(at: index)
  }

  /// Starts at `host` keep at least `distance` from now on, up to ``longestDistance``; where no spacing is wanted at all,
  /// this changes nothing.
  public mutating func keepDistance(_ distance: Duration, to host: String) {
    guard settings.spacing > .zero else { return }
    hosts[place(of: host)].spacing = min(max(distance, .zero), Self.longestDistance)
  }

  /// The longest distance between two starts that a host can ask for.
  public static let longestDistance = Duration.seconds(10)

  /// Starts what may start by now.
  public mutating func tick(at now: Duration) -> [Action] {
    var actions: [Action] = []
    while startedCount < settings.maximumRequests, let turn = ready.first {
      guard turn.moment <= now else {
        actions.append(.wake(at: turn.moment))
        break
      }
      _ = ready.popFirst()
      hosts[turn.host].isReady = false
      // The host may have been paused since its turn was set, or its request given up.
      if hosts[turn.host].nextStart <= now, let ticket = hosts[turn.host].waiting.popFirst() {
        hosts[turn.host].started.insert(ticket)
        hosts[turn.host].nextFree = now + max(settings.spacing, hosts[turn.host].spacing)
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
    /// That the host itself asked for.
    var spacing: Duration = .zero
    /// True while it has its one place in ``Politeness/ready``.
    var isReady = false

    var nextStart: Duration { max(nextFree, pausedUntil) }
  }

  private struct Turn: Comparable, Sendable {
    let moment: Duration
    /// Of the request that waits longest, so that equal moments are served in order.
    let number: Int
    let host: Int

    static func < (left: Turn, right: Turn) -> Bool {
      (left.moment, left.number) < (right.moment, right.number)
    }
  }

  private mutating func place(of host: String) -> Int {
    if let place = placeOfHost[host] { return place }
    placeOfHost[host] = hosts.count
    hosts.append(Host())
    return hosts.count - 1
  }

  private mutating func makeReady(_ host: Int) {
    guard !hosts[host].isReady, let next = hosts[host].waiting.first,
      hosts[host].started.count < settings.maximumRequestsPerHost
    else { return }
    hosts[host].isReady = true
    ready.insert(Turn(moment: hosts[host].nextStart, number: next.number, host: host))
  }

  /// Leaves the host alone, and refuses who would have to wait too long for it.
  private mutating func pause(_ host: Int, for asked: Duration?, at now: Duration) -> [Action] {
    let entry = hosts[host]
    let wanted = asked ?? settings.firstBackOff * (1 << entry.throttleCount)
    let until = max(entry.pausedUntil, now + min(wanted, .seconds(longestRetryAfterSeconds)))
    hosts[host].throttleCount = min(entry.throttleCount + 1, 10)
    hosts[host].pausedUntil = until
    guard until > now + settings.patience else { return [] }
    hosts[host].waiting = []
    return entry.waiting.map { .refuse($0, until: until) }
  }
}
