import Foundation
import Glibc
import Transport

/// Standard output or standard error: the only places where the program speaks.
struct Terminal: Sendable {
  /// For results.
  static let output = Terminal(STDOUT_FILENO)
  /// For everything else.
  static let error = Terminal(STDERR_FILENO)

  private let descriptor: Int32
  /// Whether a person is looking, rather than a pipe, a file or cron.
  let isInteractive: Bool

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isInteractive = isatty(descriptor) == 1
  }

  /// Cells in a line; `nil` if nobody is looking.
  var width: Int? { isInteractive ? terminalWidth(descriptor) : nil }

  /// Writes `text` at once. A reader who has gone away is no error.
  func write(_ text: String) {
    write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) {
    try? FileHandle(fileDescriptor: descriptor).write(contentsOf: bytes)
  }
}

/// Colours, where they help and are wanted.
struct Style: Sendable {
  /// False with `--no-color`, with `NO_COLOR` set (no-color.org), on a dumb terminal or when nobody is looking.
  let isColoured: Bool

  init(_ terminal: Terminal, options: CommonOptions) {
    let environment = ProcessInfo.processInfo.environment
    isColoured =
      terminal.isInteractive && !options.noColor && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  func strong(_ text: String) -> String { wrap(text, "1") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func warning(_ text: String) -> String { wrap(text, "33") }
  func failure(_ text: String) -> String { wrap(text, "31") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
