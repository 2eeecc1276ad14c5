import Fetch
import Testing

@Suite("Politeness")
struct PolitenessTests {
  /// Tickets that an action list starts.
  private func started(_ actions: [Politeness.Action]) -> [Politeness.Ticket] {
    actions.compactMap { if case .start(let ticket) = $0 { ticket } else { nil } }
  }

  private func enqueue(
    _ hosts: [String], in politeness: inout Politeness, at now: Duration = .zero
  ) -> (tickets: [Politeness.Ticket], started: [Politeness.Ticket], actions: [Politeness.Action]) {
    var tickets: [Politeness.Ticket] = []
    var actions: [Politeness.Action] = []
    for host in hosts {
      let (ticket, next) = politeness.enqueue(host: host, at: now)
      tickets.append(ticket)
      actions += next
    }
    return (tickets, started(actions), actions)
  }

  @Test("As many start at once as the limits allow, in order, and the rest as others end")
  func limits() {
    var politeness = Politeness(.init(maximumRequests: 3, maximumRequestsPerHost: 2, spacing: .zero))
    let (tickets, first, _) = enqueue(["a", "a", "a", "b", "b"], in: &politeness)
    #expect(first == [tickets[0], tickets[1], tickets[3]])
    #expect(started(politeness.finish(tickets[3], .answered, at: .zero)) == [tickets[4]])
    #expect(started(politeness.finish(tickets[0], .failed, at: .zero)) == [tickets[2]])
    #expect(politeness.finish(tickets[0], .answered, at: .zero).isEmpty)
  }

  @Test("Starts at one host keep their distance, whether or not the earlier one has ended")
  func spacing() {
    var politeness = Politeness(.init(maximumRequestsPerHost: 2, spacing: .seconds(1)))
    let (tickets, first, actions) = enqueue(["a", "a", "a", "b"], in: &politeness)
    #expect(first == [tickets[0], tickets[3]])
    #expect(actions.contains(.wake(at: .seconds(1))))
    #expect(politeness.tick(at: .milliseconds(999)) == [.wake(at: .seconds(1))])
    #expect(politeness.finish(tickets[0], .answered, at: .milliseconds(999)) == [.wake(at: .seconds(1))])
    #expect(politeness.tick(at: .seconds(1)) == [.start(tickets[1]), .wake(at: .seconds(2))])
    #expect(politeness.tick(at: .seconds(5)) == [.start(tickets[2])])
  }

  @Test("A host can ask for more distance, up to ten seconds, and only where distance is kept at all")
  func ownSpacing() {
    var politeness = Politeness(.init(maximumRequestsPerHost: 3, spacing: .seconds(1)))
    politeness.keepDistance(.seconds(4), to: "a")
    politeness.keepDistance(.seconds(3600), to: "b")
    politeness.keepDistance(.milliseconds(1), to: "c")
    let (tickets, _, _) = enqueue(["a", "a", "b", "b", "c", "c"], in: &politeness)
    #expect(politeness.tick(at: .seconds(1)) == [.start(tickets[5]), .wake(at: .seconds(4))])
    #expect(politeness.tick(at: .seconds(4)) == [.start(tickets[1]), .wake(at: .seconds(10))])
    var hasty = Politeness(.init(maximumRequestsPerHost: 2, spacing: .zero))
    hasty.keepDistance(.seconds(4), to: "a")
    #expect(enqueue(["a", "a"], in: &hasty).started.count == 2)
  }

  @Test("A host that asks for a short pause is waited for")
  func shortPause() {
    var politeness = Politeness(.init(maximumRequestsPerHost: 1, spacing: .zero, patience: .seconds(10)))
    let (tickets, _, _) = enqueue(["a", "a"], in: &politeness)
    let actions = politeness.finish(tickets[0], .throttled(retryAfter: .seconds(7)), at: .seconds(1))
    #expect(actions == [.wake(at: .seconds(8))])
    #expect(politeness.tick(at: .seconds(8)) == [.start(tickets[1])])
  }

  @Test("A host that asks for a long pause is left alone: those who wait and those who come are refused")
  func longPause() {
    var politeness = Politeness(.init(maximumRequestsPerHost: 1, spacing: .zero, patience: .seconds(10)))
    let (tickets, _, _) = enqueue(["a", "a", "b"], in: &politeness)
    let actions = politeness.finish(tickets[0], .throttled(retryAfter: .seconds(120)), at: .zero)
    #expect(actions == [.refuse(tickets[1], until: .seconds(120))])
    let (later, refusal) = politeness.enqueue(host: "a", at: .seconds(100))
    #expect(refusal == [.refuse(later, until: .seconds(120))])
    #expect(enqueue(["a"], in: &politeness, at: .seconds(111)).actions == [.wake(at: .seconds(120))])
  }

  @Test("Without a word on how long, the pause doubles each time, and an answer ends that")
  func backOff() {
    let settings = Politeness.Settings(spacing: .zero, patience: .zero, firstBackOff: .seconds(60))
    var politeness = Politeness(settings)
    var now = Duration.zero
    for seconds in [60, 120, 240] {
      let ticket = enqueue(["a"], in: &politeness, at: now).started[0]
      _ = politeness.finish(ticket, .throttled(retryAfter: nil), at: now)
      let (other, actions) = politeness.enqueue(host: "a", at: now)
      #expect(actions == [.refuse(other, until: now + .seconds(seconds))])
      now += .seconds(seconds)
    }
    let ticket = enqueue(["a"], in: &politeness, at: now).started[0]
    _ = politeness.finish(ticket, .answered, at: now)
    let next = enqueue(["a"], in: &politeness, at: now).started[0]
    _ = politeness.finish(next, .throttled(retryAfter: nil), at: now)
    #expect(enqueue(["a"], in: &politeness, at: now).actions.count == 1)
    #expect(enqueue(["a"], in: &politeness, at: now + .seconds(60)).started.count == 1)
  }

  @Test("No pause is longer than a day")
  func longestPause() {
    var politeness = Politeness(.init(spacing: .zero, patience: .zero))
    let (tickets, _, _) = enqueue(["a"], in: &politeness)
    _ = politeness.finish(tickets[0], .throttled(retryAfter: .seconds(1_000_000)), at: .zero)
    #expect(enqueue(["a"], in: &politeness, at: .seconds(86_400)).started.count == 1)
  }

  @Test("A request that is given up makes room for the next, and leaves the host usable")
  func cancel() {
    var politeness = Politeness(.init(maximumRequestsPerHost: 1, spacing: .zero))
    let (tickets, _, _) = enqueue(["a", "a", "a"], in: &politeness)
    politeness.cancel(tickets[1])
    politeness.cancel(tickets[1])
    #expect(started(politeness.finish(tickets[0], .answered, at: .zero)) == [tickets[2]])
    #expect(politeness.finish(tickets[2], .answered, at: .zero).isEmpty)
    #expect(enqueue(["a"], in: &politeness).started.count == 1)
  }

  @Test("Thousands of requests all start, each once")
  func many() {
    var politeness = Politeness(
      .init(maximumRequests: 8, maximumRequestsPerHost: 2, spacing: .milliseconds(10)))
    var now = Duration.zero
    var open = enqueue((0..<5000).map { "host-\($0 % 700)" }, in: &politeness).started
    var seen = Set(open)
    while let ticket = open.popLast() {
      var next = started(politeness.finish(ticket, .answered, at: now))
      if next.isEmpty, open.isEmpty {
        now += .milliseconds(10)
        next = started(politeness.tick(at: now))
      }
      for ticket in next { #expect(seen.insert(ticket).inserted) }
      open += next
      #expect(open.count <= 8)
    }
    #expect(seen.count == 5000)
  }
}
