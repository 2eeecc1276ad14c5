import Foundation
import Synchronization
import Workflow

/// A bar with counts on standard error for steps that take over a second, and only while a person is looking.
final class ProgressBar: Sendable {
  private struct State {
    var startedAt: ContinuousClock.Instant?
    var drawnAt: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let isEnabled: Bool

  init(options: CommonOptions) {
    isEnabled = Terminal.error.isInteractive && !options.quiet
  }

  /// Receives what the job tells; may be called from any task.
  func handle(_ event: ProgressEvent) {
    guard isEnabled else { return }
    state.withLock { state in
      switch event {
      case .began:
        state.startedAt = ContinuousClock.now
      case .advanced(let step, let done, let total, let changed, let failed, let detail):
        let now = ContinuousClock.now
        guard let start = state.startedAt, now - start > .seconds(1),
          now - (state.drawnAt ?? start) > .milliseconds(100)
        else { return }
        state.drawnAt = now
        let left = (now - start) / Double(max(1, done)) * Double(total - done)
        Terminal.error.write(
          "\r\u{1B}[K"
            + Self.line(
              step: step, done: done, total: total, changed: changed, failed: failed, left: left,
              detail: detail))
      case .ended:
        if state.drawnAt != nil { Terminal.error.write("\r\u{1B}[K") }
        state = State()
      }
    }
  }

  /// `fetch  [#########           ]  14/32, 3 changed, 1 failed, 40 s left  Leadership Freak`
  static func line(
    step: String, done: Int, total: Int, changed: Int, failed: Int, left: Duration, detail: String
  ) -> String {
    let width = 24
    let filled = total > 0 ? min(width, done * width / total) : width
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
    let name = detail.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let seconds = left.components.seconds
    let time = seconds < 90 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
    let counts = "\(done)/\(total), \(changed) changed, \(failed) failed, \(time) left"
    return "\(step)  [\(bar)]  \(counts)  " + String(String.UnicodeScalarView(name)).prefix(30)
  }
}
