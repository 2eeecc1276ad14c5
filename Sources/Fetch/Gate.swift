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
    /// Of those that did not wait yet when it was decided on them.
    var decided: [Politeness.Ticket: Admission] = [:]
    /// Sleeps until the next request may start.
    var alarm: (moment: Duration, task: Task<Void, Never>)?
  }

  private typealias Answered = (continuation: CheckedContinuation<Admission, Never>, admission: Admission)

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
    if Task.isCancelled { return .cancelled }
    let (ticket, admission) = change { state, now -> (Politeness.Ticket, [Politeness.Action]) in
      state.politeness.enqueue(host: host, at: now)
    } then: { state, ticket in
      (ticket, state.decided.removeValue(forKey: ticket))
    }
    // Mostly the way is free, and nobody has to wait.
    if let admission { return admission }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { wait(ticket, $0) }
    } onCancel: {
      giveUp(ticket)
    }
  }

  func leave(_ ticket: Politeness.Ticket, _ ending: Politeness.Ending) {
    change { state, now in
      ((), state.politeness.finish(ticket, ending, at: now))
    } then: { _, _ in
    }
  }

  /// Keeps requests to `host` further apart from now on.
  func keepDistance(_ distance: Duration, to host: String) {
    state.withLock { $0.politeness.keepDistance(distance, to: host) }
  }
}

extension Gate {
  private func wait(_ ticket: Politeness.Ticket, _ continuation: CheckedContinuation<Admission, Never>) {
    let admission = state.withLock { state -> Admission? in
      if let admission = state.decided.removeValue(forKey: ticket) { return admission }
      // A task that is cancelled after this finds its continuation waiting.
      if Task.isCancelled {
        state.politeness.cancel(ticket)
        return .cancelled
      }
      state.waiting[ticket] = continuation
      return nil
    }
    if let admission { continuation.resume(returning: admission) }
  }

  private func giveUp(_ ticket: Politeness.Ticket) {
    let continuation = state.withLock { state -> CheckedContinuation<Admission, Never>? in
      guard let continuation = state.waiting.removeValue(forKey: ticket) else { return nil }
      state.politeness.cancel(ticket)
      return continuation
    }
    continuation?.resume(returning: .cancelled)
  }

  private func tick() {
    change { state, now in
      state.alarm = nil
      return ((), state.politeness.tick(at: now))
    } then: { _, _ in
    }
  }

  /// Changes the state, performs what it asks for, and reads what came of it; continuations are resumed outside the lock.
  private func change<Value, Result>(
    _ body: (inout State, Duration) -> (Value, [Politeness.Action]),
    then read: (inout State, Value) -> sending Result
  ) -> Result {
    let now = clock.elapsed
    let (result, answered) = state.withLock { state -> (Result, [Answered]) in
      let (value, actions) = body(&state, now)
      var answered: [Answered] = []
      for action in actions {
        switch action {
        case .start(let ticket): settle(ticket, .admitted(ticket), in: &state, &answered)
        case .refuse(let ticket, let until):
          let seconds = Int((until - now).components.seconds) + 1
          settle(ticket, .refused(seconds: seconds), in: &state, &answered)
        case .wake(let moment): setAlarm(at: moment, in: &state)
        }
      }
      return (read(&state, value), answered)
    }
    for (continuation, admission) in answered { continuation.resume(returning: admission) }
    return result
  }

  private func settle(
    _ ticket: Politeness.Ticket, _ admission: Admission, in state: inout State, _ answered: inout [Answered]
  ) {
    if let continuation = state.waiting.removeValue(forKey: ticket) {
      answered.append((continuation, admission))
    } else {
      state.decided[ticket] = admission
    }
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
