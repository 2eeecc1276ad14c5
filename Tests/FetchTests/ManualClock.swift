import Fetch
import Model
import Transport

/// A clock that a test moves by hand.
final class ManualClock: FetchClock {
  private struct Sleeper {
    let moment: Duration
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var elapsed = Duration.zero
    var lastNumber = 0
    var sleepers: [Int: Sleeper] = [:]
    var cancelled: Set<Int> = []
  }

  private let state = Locked(State())
  private let start: Instant
  /// Tells each moment until which somebody goes to sleep.
  let alarms: AsyncStream<Duration>
  private let alarm: AsyncStream<Duration>.Continuation

  init(start: Instant = Instant(secondsSince1970: 1_800_000_000)) {
    self.start = start
    (alarms, alarm) = AsyncStream.makeStream()
  }

  var elapsed: Duration { state.withLock { $0.elapsed } }

  var now: Instant { start.advanced(bySeconds: Int(elapsed.components.seconds)) }

  func sleep(until moment: Duration) async throws {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let isOver = state.withLock { state -> Result<Void, any Error>? in
          if state.cancelled.contains(number) { return .failure(CancellationError()) }
          if state.elapsed >= moment { return .success(()) }
          state.sleepers[number] = Sleeper(moment: moment, continuation: continuation)
          return nil
        }
        if let isOver { continuation.resume(with: isOver) }
        alarm.yield(moment)
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        state.cancelled.insert(number)
        return state.sleepers.removeValue(forKey: number)
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Moves the clock and wakes who has slept long enough.
  func advance(to moment: Duration) {
    let woken = state.withLock { state in
      state.elapsed = max(state.elapsed, moment)
      let woken = state.sleepers.filter { $0.value.moment <= moment }
      for number in woken.keys { state.sleepers[number] = nil }
      return woken.values.map(\.continuation)
    }
    for continuation in woken { continuation.resume() }
  }
}
