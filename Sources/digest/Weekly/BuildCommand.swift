import ArgumentParser
import Model
import Workflow

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Fetch, draft, render and lint in one go: what cron runs.",
    discussion: """
      Before an edition every feed is asked, and every discussion that may have grown, whenever they were asked last; only \
      a host that wants to be left alone is. A feed that fails is named and never stops the others; the exit code is then 6.
      Example: digest build -C my-weekly --quiet
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var range: RangeOptions
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      try await common.withJob { job in
        let result: BuildResult
        do {
          result = try await job.build(range.range(now: common.time, zone: job.workspace.zone))
        } catch let nothing as NothingNew {
          try reportNothing(nothing)
          return
        }
        switch format {
        case .json:
          Terminal.output.write(
            try jsonLine(
              BuildSummary(feeds: result.feeds, edition: EditionSummary(finished: result.finished))))
        case .text:
          if !result.feeds.isEmpty { Terminal.output.write(fetchReport(result.feeds, options: common)) }
          Terminal.output.write(editionReport(result.finished, options: common))
        }
        if result.finished.findings.contains(where: { $0.severity == .error }) {
          throw ExitCode(ExitStatus.lintErrors.rawValue)
        }
        if !result.failedFeeds.isEmpty { throw ExitCode(ExitStatus.partlyDone.rawValue) }
      }
    }
  }
}

extension BuildCommand {
  /// No edition: the report on the feeds still says why. Exit code 69 if no feed could be read, else 3.
  private func reportNothing(_ nothing: NothingNew) throws {
    switch format {
    case .json: Terminal.output.write(try jsonLine(FetchSummary(feeds: nothing.feeds)))
    case .text: Terminal.output.write(fetchReport(nothing.feeds, options: common))
    }
    Terminal.error.write("digest: \(nothing.description)\n")
    let haveAllFailed = !nothing.feeds.isEmpty && nothing.feeds.allSatisfy { $0.outcome == .failed }
    throw ExitCode(haveAllFailed ? ExitStatus.network.rawValue : ExitStatus.nothingNew.rawValue)
  }
}

struct BuildSummary: Encodable {
  let feeds: [FeedReport]
  let edition: EditionSummary
}
