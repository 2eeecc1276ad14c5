import ArgumentParser
import Foundation
import JSON
import Logging
import Model
import Workflow

/// Options that every command takes after its name.
struct CommonOptions: ParsableArguments {
  @Option(name: [.customShort("C")], help: ArgumentHelp("Work in this folder.", valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("The configuration file, from the folder.", valueName: "file"))
  var config = "digest.yaml"

  @Option(help: ArgumentHelp("Work as if it were this time (RFC 3339).", valueName: "time"))
  var now: Instant?

  @Flag(help: "Use only what is stored; open no connection.")
  var offline = false

  @Flag(name: [.short, .long], help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Say more: each request, each decision.")
  var verbose = false

  @Flag(help: "No colours.")
  var noColor = false

  /// The folder to work in, absolute.
  var folder: String {
    URL(filePath: directory ?? ".", directoryHint: .isDirectory).standardizedFileURL.path
  }

  /// The given time, else the clock's: the only place where the clock is read.
  var time: Instant {
    now ?? Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
  }

  /// Sends the log to standard error: warnings, or everything with `--verbose`.
  func startLog() {
    let level: Logger.Level = verbose ? .debug : quiet ? .error : .warning
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level
      return handler
    }
  }

  /// Says something to the person at the terminal, unless quiet is wanted.
  func say(_ text: String) {
    if !quiet { Terminal.error.write(text + "\n") }
  }
}

/// `--format text|json`.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// A value as JSON in one line, with a line feed at the end.
///
/// - Parameter file: added as the member `file`.
func jsonLine(_ value: some Encodable, file: String? = nil) throws -> [UInt8] {
  var bytes = try JSONLine.encode(value, adding: file.map { ("file", $0) })
  bytes.append(UInt8(ascii: "\n"))
  return bytes
}
