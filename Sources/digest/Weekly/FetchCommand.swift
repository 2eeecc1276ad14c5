import ArgumentParser
import Model
import Workflow

struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Get what changed: feeds, pages of teasers, comments.",
    discussion: """
      Asks every feed of the lists for what changed and stores it: entries, the pages of articles of which the feed \
      carries only a teaser, and comments, for articles young enough to enter an edition (fetch.days in digest.yaml). \
      Run it from cron, hourly if you like: an unchanged feed costs one short answer.

      When it asks. A feed is not asked before its server (Cache-Control, Expires, Retry-After) or the feed itself (ttl, \
      skipHours, skipDays) wants to be, at most a day later; interval_minutes under feed_settings wins over the former. \
      A host that answered 429 or 503 is left alone with all its feeds for as long as it says. A feed that is gone (410) is \
      not asked any more. --all asks all of them at once; --feed asks one in any case. Discussions are asked for less \
      often as an article grows old. Pages are read where robots.txt allows it.

      What it keeps. Comments accumulate: one that drops out of its feed stays, one that was deleted goes. An edited \
      article is read again and its earlier words are kept. Answers are kept compressed; see fetch.keep_days.

      What it tells. A bar while a person is looking; then what is new and which feeds failed, why, and what to do. With \
      --quiet only feeds that failed three times in a row. Whatever was stored stays when the run is cut off; running \
      again is safe.

      Exit codes: 0 done, 6 some feeds failed, 69 all failed, 73 cannot write, 75 another run is at work, 78 configuration.

      Examples:
        digest fetch -C my-weekly
        digest fetch -C my-weekly --feed ward-notes -v
        digest fetch -C my-weekly --since 2026-11-01 --format json
      """)

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
