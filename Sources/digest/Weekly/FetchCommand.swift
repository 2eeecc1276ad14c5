import ArgumentParser
import Model
import Workflow

struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Get what changed: feeds, pages of teasers, comments.",
    discussion: "Example: digest fetch -C my-weekly --feed ward-notes")

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp("Only this feed (see: digest feeds list).", valueName: "id"))
  var feed: FeedSource.ID?
  @Option(help: ArgumentHelp("Read pages and comments of entries back to this day.", valueName: "date"))
  var since: Day?
  @Flag(help: "Ask every feed, also those that want to be asked later and those that are gone.")
  var all = false
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      try await common.withJob { job in
        let reports = try await job.fetch(
          FetchScope(only: feed, since: since.map { job.workspace.zone.startOfDay($0) }, asksAll: all))
        switch format {
        case .json: Terminal.output.write(try jsonLine(FetchSummary(feeds: reports)))
        case .text: Terminal.output.write(fetchReport(reports, options: common))
        }
        if reports.contains(where: { $0.outcome == .failed }) {
          throw ExitCode(
            reports.allSatisfy { $0.outcome == .failed }
              ? ExitStatus.network.rawValue : ExitStatus.partlyDone.rawValue)
        }
      }
    }
  }
}

struct FetchSummary: Encodable {
  let feeds: [FeedReport]
}
