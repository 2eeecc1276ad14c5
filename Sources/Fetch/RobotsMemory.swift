import Transport

/// What the `robots.txt` of each origin says, asked for once; who comes meanwhile waits for the answer.
final class RobotsMemory: Sendable {
  /// Where a `robots.txt` is.
  struct Origin: Hashable, Sendable {
    let url: String
    /// Whether it may be asked wherever it is; what is refused to one request need not be refused to the next.
    let isAllowedByName: Bool
  }

  enum Answer: Sendable {
    case rules(RobotsRules)
    /// It is not known what is allowed, so nothing is.
    case unknown(FetchFailure)
  }

  /// How long an answer holds.
  enum Finding: Sendable {
    case lasting(Answer)
    /// For those who wait already.
    case passing(Answer)
    /// Whoever asked was cancelled; the next may ask.
    case none
  }

  private enum Turn: Sendable { case ask, answered(Answer), cancelled }

  private enum Entry {
    case known(Answer)
    case asking([Int: CheckedContinuation<Turn, Never>])
  }

  private struct State {
    var entries: [Origin: Entry] = [:]
    var lastNumber = 0
  }

  private let state = Locked(State())

  /// The answer for `origin`, from `ask` if nobody has asked yet; `nil` if the task was cancelled.
  func answer(for origin: Origin, ask: () async -> Finding) async -> Answer? {
    switch await turn(at: origin) {
    case .answered(let answer): return answer
    case .cancelled: return nil
    case .ask:
      let finding = await ask()
      settle(origin, finding)
      return switch finding {
      case .lasting(let answer), .passing(let answer): answer
      case .none: nil
      }
    }
  }

  private func turn(at origin: Origin) async -> Turn {
    let (number, turn) = state.withLock { state -> (Int, Turn?) in
      state.lastNumber += 1
      switch state.entries[origin] {
      case .known(let answer): return (state.lastNumber, .answered(answer))
      case .asking: return (state.lastNumber, nil)
      case nil:
        state.entries[origin] = .asking([:])
        return (state.lastNumber, .ask)
      }
    }
    if let turn { return turn }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { wait(number, at: origin, $0) }
    } onCancel: {
      giveUp(number, at: origin)
    }
  }

  private func wait(_ number: Int, at origin: Origin, _ continuation: CheckedContinuation<Turn, Never>) {
    let turn = state.withLock { state -> Turn? in
      switch state.entries[origin] {
      case .known(let answer): return .answered(answer)
      case .asking(var waiting):
        // A task that is cancelled after this finds its continuation waiting.
        if Task.isCancelled { return .cancelled }
        waiting[number] = continuation
        state.entries[origin] = .asking(waiting)
        return nil
      case nil:
        state.entries[origin] = .asking([:])
        return .ask
      }
    }
    if let turn { continuation.resume(returning: turn) }
  }

  private func giveUp(_ number: Int, at origin: Origin) {
    let continuation = state.withLock { state -> CheckedContinuation<Turn, Never>? in
      guard case .asking(var waiting) = state.entries[origin],
        let continuation = waiting.removeValue(forKey: number)
      else { return nil }
      state.entries[origin] = .asking(waiting)
      return continuation
    }
    continuation?.resume(returning: .cancelled)
  }

  private func settle(_ origin: Origin, _ finding: Finding) {
    let resumed = state.withLock { state -> [(CheckedContinuation<Turn, Never>, Turn)] in
      guard case .asking(var waiting) = state.entries[origin] else { return [] }
      switch finding {
      case .lasting(let answer):
        state.entries[origin] = .known(answer)
        return waiting.values.map { ($0, .answered(answer)) }
      case .passing(let answer):
        state.entries[origin] = nil
        return waiting.values.map { ($0, .answered(answer)) }
      case .none:
        guard let first = waiting.keys.min(), let next = waiting.removeValue(forKey: first) else {
          state.entries[origin] = nil
          return []
        }
        state.entries[origin] = .asking(waiting)
        return [(next, .ask)]
      }
    }
    for (continuation, turn) in resumed { continuation.resume(returning: turn) }
  }
}
