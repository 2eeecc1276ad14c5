import ArgumentParser
import Configuration
import Foundation
import Lint
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

struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Judge finished files (.html, .txt, .eml) as mail programs would.",
    discussion: "Exit code 4 if there are errors. Example: digest lint Digests/demo/digest.html")

  @OptionGroup var common: CommonOptions
  @Argument(help: "Files that end in .html, .txt or .eml.")
  var files: [String]
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      let findings = try files.flatMap(findings)
      switch format {
      case .json: Terminal.output.write(try jsonLine(LintResult(findings: findings)))
      case .text:
        for finding in findings { Terminal.output.write("\(finding)\n") }
        common.say(
          "\(counted(findings.count { $0.severity == .error }, "error")), "
            + counted(findings.count { $0.severity == .warning }, "warning"))
      }
      if findings.contains(where: { $0.severity == .error }) {
        throw ExitCode(ExitStatus.lintErrors.rawValue)
      }
    }
  }

  private func findings(in file: String) throws -> [Diagnostic] {
    let bytes = try InputFile(path: file).bytes()
    let text = String(decoding: bytes, as: UTF8.self)
    if file.hasSuffix(".html") { return lintHTML(text).map { $0.of(file) } }
    if file.hasSuffix(".txt") { return lintText(text).map { $0.of(file) } }
    if file.hasSuffix(".eml") { return lintMessage(bytes).map { $0.of(file) } }
    throw WorkflowError(.badInput, "\(file): lint knows .html, .txt and .eml")
  }
}

private struct LintResult: Encodable {
  let findings: [Diagnostic]
}
