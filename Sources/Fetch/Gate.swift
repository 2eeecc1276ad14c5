import Transport

/// Lets requests through as ``Politeness`` decides: the driver that waits, so that the state machine need not.
final class Gate: Sendable {
  enum Admission: Sendable {
    /// May start; to be given back by ``leave(_:_:)``.
    case admitted(Politeness.Ticket)
    case refused(seconds: Int)
    case cancelled
  }

  private struct State {
    var politeness: Politeness
    var waiting: [Politeness.Ticket: CheckedContinuation<Admission, Never>] = [:]
    /// Sleeps until the next request may start.
    var alarm: (moment: Duration, task: Task<Void, Never>)?
  }

  /// Names a request from before it has a ticket, so that it can be cancelled at any moment.
  private final class Visit: Sendable {
    let progress = Locked(Progress.arriving)
    enum Progress: Sendable { case arriving, waiting(Politeness.Ticket), cancelled }
  }

  private let clock: any FetchClock
  private let state: Locked<State>

  init(_ settings: Politeness.Settings, clock: any FetchClock) {
    self.clock = clock
    state = Locked(State(politeness: Politeness(settings)))
  }

  deinit {
    state.withLock { $0.alarm?.task.cancel() }
  }

  /// Returns when a request to `host` may start, or why it may not.
  func enter(host: String) async -> Admission {
    let visit = Visit()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        arrive(visit, host: host, continuation)
      }
    } onCancel: {
      giveUp(visit)
    }
  }

  func leave(_ ticket: Politeness.Ticket, _ ending: Politeness.Ending) {
    change { state, now in state.politeness.finish(ticket, ending, at: now) }
  }
}

extension Gate {
  private func arrive(_ visit: Visit, host: String, _ continuation: CheckedContinuation<Admission, Never>) {
    var isCancelled = false
    change { state, now in
      isCancelled = visit.progress.withLock { if case .cancelled = $0 { true } else { false } }
      guard !isCancelled else { return [] }
      let (ticket, actions) = state.politeness.enqueue(host: host, at: now)
      visit.progress.withLock { $0 = .waiting(ticket) }
      state.waiting[ticket] = continuation
      return actions
    }
    if isCancelled { continuation.resume(returning: .cancelled) }
  }

  private func giveUp(_ visit: Visit) {
    let continuation = state.withLock { state -> CheckedContinuation<Admission, Never>? in
      let ticket = visit.progress.withLock { progress -> Politeness.Ticket? in
        defer { progress = .cancelled }
        return if case .waiting(let ticket) = progress { ticket } else { nil }
      }
      guard let ticket, let continuation = state.waiting.removeValue(forKey: ticket) else { return nil }
      state.politeness.cancel(ticket)
      return continuation
    }
    continuation?.resume(returning: .cancelled)
  }

  private func tick() {
    change { state, now in
      state.alarm = nil
      return state.politeness.tick(at: now)
    }
  }

  /// Changes the state and performs what it asks for; continuations are resumed outside the lock.
  private func change(_ body: (inout State, Duration) -> [Politeness.Action]) {
    let now = clock.elapsed
    let resumed = state.withLock { state -> [(CheckedContinuation<Admission, Never>, Admission)] in
      body(&state, now).compactMap { action in
        switch action {
        case .start(let ticket):
          return state.waiting.removeValue(forKey: ticket).map { ($0, .admitted(ticket)) }
        case .refuse(let ticket, let until):
          let seconds = Int((until - now).components.seconds) + 1
          return state.waiting.removeValue(forKey: ticket).map { ($0, .refused(seconds: seconds)) }
        case .wake(let moment):
          setAlarm(at: moment, in: &state)
          return nil
        }
      }
    }
    for (continuation, admission) in resumed { continuation.resume(returning: admission) }
  }

  private func setAlarm(at moment: Duration, in state: inout State) {
    if let alarm = state.alarm {
      if alarm.moment <= moment { return }
      alarm.task.cancel()
    }
    let task = Task { [weak self, clock] in
      guard (try? await clock.sleep(until: moment)) != nil else { return }
      self?.tick()
    }
    state.alarm = (moment, task)
  }
}
