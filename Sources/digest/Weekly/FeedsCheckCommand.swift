import ArgumentParser
import Model
import Workflow

extension FeedsCommand {
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Ask feeds and say what they answer; stores nothing.",
      discussion: """
        For each feed: whether it answers, how many entries it has and how new they are, whether it carries whole \
        articles or teasers, whether it says where its comments are. Exit code 6 if some fail, 69 if all do.

        Example: digest feeds check ward-notes -C my-weekly
        """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "Ids of feeds (see: digest feeds list); all without any.")
    var ids: [FeedSource.ID] = []
    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
      try await reportingErrors {
        common.startLog()
        if common.offline {
          throw WorkflowError(.failed, "offline: nothing is asked (leave out --offline)")
        }
        let checks = try await common.workspace().checkFeeds(ids)
        switch format {
        case .json: Terminal.output.write(try jsonLine(Listing(feeds: checks)))
        case .text:
          let style = Style(.output, options: common)
          for check in checks where !common.quiet || !check.isSound {
            Terminal.output.write(line(check, style))
          }
        }
        let failed = checks.count { !$0.isSound }
        if failed > 0 {
          throw ExitCode((failed == checks.count ? ExitStatus.network : .partlyDone).rawValue)
        }
      }
    }

    private struct Listing: Encodable { let feeds: [FeedCheck] }

    private func line(_ check: FeedCheck, _ style: Style) -> String {
      guard check.isSound else {
        return style.failure("! \(check.id)") + ": \(check.message ?? "failed") [\(check.feedURL)]\n"
      }
      var words = [check.version ?? "", counted(check.entries ?? 0, "entry", "entries")]
      if let newest = check.newestEntry { words.append("newest \(newest)") }
      if let full = check.carriesFullText { words.append(full ? "full text" : "teasers") }
      words.append(check.namesComments == true ? "comments" : "no comments named")
      if let moved = check.movedTo { words.append("moved to \(moved)") }
      if !check.warnings.isEmpty { words.append("notes: " + check.warnings.joined(separator: ", ")) }
      return style.strong(check.id.rawValue) + ": " + words.joined(separator: ", ") + "\n"
    }
  }
}
