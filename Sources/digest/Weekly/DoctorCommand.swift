import ArgumentParser
import Foundation
import Workflow

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Is everything in order? Versions, configuration, store, space, clock.",
    discussion: """
      Reads the whole store once and checks it, the configuration, the feed lists, the secrets that they need, the \
      template, the free space and the clock. Asks nobody and changes nothing. Exit code 1 if anything is not in order; \
      each line then says what to do.

      Example: digest doctor -C my-weekly
      """)

  @OptionGroup var common: CommonOptions
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      let doctor = Doctor(
        folder: common.folder, configurationFile: common.config,
        environment: ProcessInfo.processInfo.environment, now: common.time)
      let found = doctor.examine()
      switch format {
      case .json: Terminal.output.write(try jsonLine(Examinations(checks: found)))
      case .text:
        let style = Style(.output, options: common)
        for examination in found where !common.quiet || examination.verdict == .failure {
          let mark =
            switch examination.verdict {
            case .ok: "ok      "
            case .warning: style.warning("warning ")
            case .failure: style.failure("failure ")
            }
          Terminal.output.write("\(mark) \(examination.subject): \(examination.finding)\n")
        }
      }
      if found.contains(where: { $0.verdict == .failure }) { throw ExitCode(ExitStatus.failed.rawValue) }
    }
  }
}

private struct Examinations: Encodable {
  let checks: [Examination]
}
