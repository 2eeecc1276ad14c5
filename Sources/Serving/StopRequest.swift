import Glibc

/// Asks a ``LocalServer`` to stop, from any thread or from a signal.
public final class StopRequest: Sendable {
  /// Becomes readable when stopping is asked for.
  let readEnd: Int32
  private let writeEnd: Int32

  public init() {
    (readEnd, writeEnd) = SocketCalls.pipe()
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Can be called in a signal handler: it does nothing but write a byte.
  public func stop() {
    let code = errno
    var byte: UInt8 = 1
    write(writeEnd, &byte, 1)
    errno = code
  }

  /// Made by the first SIGINT (Ctrl-C) or SIGTERM. A second one ends the process as if nobody had been listening.
  public static func uponSignal() -> StopRequest {
    let request = StopRequest.ofSignals
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in StopRequest.ofSignals.stop() }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
    return request
  }

  /// A handler can reach nothing but what is global.
  private static let ofSignals = StopRequest()
}
