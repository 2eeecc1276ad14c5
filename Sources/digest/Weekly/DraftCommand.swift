import ArgumentParser
import Model
import Workflow

struct DraftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Pick articles, key paragraphs and comments; write the edition's folder.",
    discussion: "Example: digest draft -C my-weekly --week 2026-W47")

  @OptionGroup var common: CommonOptions
  @OptionGroup var range: RangeOptions
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      try await common.withJob { job in
        let edition = try job.draft(range.range(now: common.time, zone: job.workspace.zone))
        try report(try job.finish(edition), format: format, options: common)
      }
    }
  }
}

struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render an edition again from its own data.",
    discussion: """
      Without an edition the newest folder is taken. Nothing is picked anew: change the template and look.
      Example: digest render 2026-W47 -C my-weekly
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: "The edition, such as 2026-W47, or its folder.")
  var edition: String?
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      common.startLog()
      let workspace = try common.workspace()
      let folder = try workspace.existingEdition(edition)
      try report(try workspace.renderAgain(folder), format: format, options: common)
    }
  }
}

/// Prints the outcome; exit code 4 if the lint found errors.
func report(_ finished: FinishedEdition, format: OutputFormat, options: CommonOptions) throws {
  switch format {
  case .json:
    Terminal.output.write(
      try jsonLine(EditionSummary(finished: finished)))
  case .text:
    Terminal.output.write(editionReport(finished, options: options))
  }
  if finished.findings.contains(where: { $0.severity == .error }) {
    throw ExitCode(ExitStatus.lintErrors.rawValue)
  }
}

struct EditionSummary: Encodable {
  let edition: Edition.ID
  let folder: String
  let articles: Int
  let findings: [Diagnostic]

  init(finished: FinishedEdition) {
    edition = finished.edition.id
    folder = finished.folder.path
    articles = finished.edition.items.count
    findings = finished.findings
  }
}
