import ArgumentParser
import Configuration
import Model
import Workflow

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the configuration and the feed lists.",
    discussion: "Example: digest check --config digest.yaml")

  @OptionGroup var common: CommonOptions
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      var errors: [Diagnostic] = []
      var failure: (status: ExitStatus, message: String)?
      do {
        try common.workspace().checkTemplate()
      } catch {
        failure = ExitStatus.of(error)
        errors =
          (error as? ConfigurationError)?.faults ?? [
            Diagnostic(severity: .error, code: "config-unusable", message: ExitStatus.of(error).message)
          ]
      }
      switch format {
      case .json: Terminal.output.write(try jsonLine(CheckResult(errors: errors, warnings: [])))
      case .text where failure == nil: common.say("\(common.config): in order")
      case .text: Terminal.error.write((failure?.message ?? "") + "\n")
      }
      if let failure { throw ExitCode(failure.status.rawValue) }
    }
  }
}

struct CheckResult: Encodable {
  let errors: [Diagnostic]
  let warnings: [Diagnostic]
}
