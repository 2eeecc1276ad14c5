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
      var warnings: [Diagnostic] = []
      var failure: (status: ExitStatus, message: String)?
      do {
        let workspace = try common.workspace()
        try workspace.checkTemplate()
        warnings = try workspace.templateWarnings()
      } catch {
        failure = ExitStatus.of(error)
        errors =
          (error as? ConfigurationError)?.faults ?? [
            Diagnostic(severity: .error, code: "config-unusable", message: ExitStatus.of(error).message)
          ]
      }
      switch format {
      case .json: Terminal.output.write(try jsonLine(CheckResult(errors: errors, warnings: warnings)))
      case .text where failure == nil:
        for warning in warnings { common.say("\(warning.of(common.config))") }
        common.say("\(common.config): in order")
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
