import ArgumentParser
import Model
import Store
import Workflow

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "What is stored, and which feeds need care.",
    discussion: """
      Shows how much was collected, what the running week holds so far, the editions that were drafted, and the feeds \
      that failed at least three times in a row or have moved. Asks nobody and changes nothing.

      Example: digest status -C my-weekly
      """)

  @OptionGroup var common: CommonOptions
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      let status = try common.workspace().status(now: common.time)
      switch format {
      case .json: Terminal.output.write(try jsonLine(status))
      case .text: Terminal.output.write(text(status))
      }
    }
  }

  private func text(_ status: WorkspaceStatus) -> String {
    let style = Style(.output, options: common)
    var text = style.strong(status.title) + ": \(counted(status.feedCount, "feed"))"
    guard let store = status.store else { return text + ", nothing fetched yet (digest fetch)\n" }
    text += status.lastFetch.map { ", last asked \($0)" } ?? ""
    text += "\n\(counted(status.entriesThisWeek, "entry", "entries")) this week so far\n"
    text +=
      "\(counted(store.entries, "entry", "entries")) in all, \(counted(store.articles, "article")) read, "
      + "\(counted(store.discussions, "discussion")), \(counted(store.revisions, "earlier version")); "
      + "\(store.bytes >> 20) MiB\n"
    if let oldest = store.oldestEntry, let newest = store.newestEntry {
      text += style.faint("from \(oldest) to \(newest)") + "\n"
    }
    if status.unseenCount > 0 { text += "\(counted(status.unseenCount, "feed")) not asked yet\n" }
    let passing = status.failingCount - status.needCare.count { $0.health.consecutiveFailures > 0 }
    if passing > 0 { text += "\(counted(passing, "feed")) failed last time (it may pass)\n" }
    for feed in status.needCare {
      text += style.failure("  ! \(feed.id)") + "  \(feed.title)\n    \(feed.health.summary)\n"
    }
    for edition in status.editions.prefix(3) {
      text += "edition \(edition.id): \(counted(edition.items, "article")), drafted \(edition.draftedAt)\n"
    }
    return text
  }
}
