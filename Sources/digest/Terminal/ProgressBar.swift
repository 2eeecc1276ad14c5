import Foundation
import Synchronization
import Workflow

/// A bar with counts on standard error for steps that take over a second, and only while a person is looking.
final class ProgressBar: Sendable {
  private struct State {
    var startedAt: ContinuousClock.Instant?
    var isDrawn = false
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
      case .advanced(let step, let done, let total, let detail):
        guard let start = state.startedAt, ContinuousClock.now - start > .seconds(1) else { return }
        state.isDrawn = true
        Terminal.error.write("\r\u{1B}[K" + Self.line(step: step, done: done, total: total, detail: detail))
      case .ended:
        if state.isDrawn { Terminal.error.write("\r\u{1B}[K") }
        state = State()
      }
    }
  }

  /// `fetch  [#########           ]  14/32  Leadership Freak`
  static func line(step: String, done: Int, total: Int, detail: String) -> String {
    let width = 24
    let filled = total > 0 ? min(width, done * width / total) : width
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
    let name = detail.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    return "\(step)  [\(bar)]  \(done)/\(total)  " + String(String.UnicodeScalarView(name)).prefix(30)
  }
}
