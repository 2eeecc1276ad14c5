import ArgumentParser
import Foundation
import Model
import Store
import Workflow

struct ForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Delete from the store, for good.",
    discussion: """
      Deletes a feed's entries, all entries from before a day, an article, or what a person wrote in comments, with the \
      answers of servers in which they stood; then overwrites the place on disk. An article or a person stays forgotten: \
      what comes in again is not kept. Editions that were made stay as they are. Asks before it deletes; --yes answers.

      Examples:
        digest forget --feed ward-notes -C my-weekly
        digest forget --before 2026-01-01 -C my-weekly
        digest forget --url https://blog.example.org/a-post/ -C my-weekly
        digest forget --person "Ann Example" -C my-weekly --yes
      """)

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp("A feed, with all that was collected of it.", valueName: "id"))
  var feed: FeedSource.ID?
  @Option(
    help: ArgumentHelp("Entries from before this day (with --feed: of that feed only).", valueName: "date"))
  var before: Day?
  @Option(help: "An article, by its address.")
  var url: String?
  @Option(help: ArgumentHelp("A reader, by the name above the comments.", valueName: "name"))
  var person: String?
  @Flag(name: [.short, .long], help: "Do not ask.")
  var yes = false
  @Option(help: "text or json.")
  var format = OutputFormat.text

  func validate() throws {
    let subjects = [before != nil || feed != nil, url != nil, person != nil].count { $0 }
    guard subjects == 1 else {
      throw ValidationError("Say what to forget: --feed, --before, --url or --person.")
    }
  }

  func run() async throws {
    try await reportingErrors {
      let workspace = try common.workspace()
      let request = request(in: workspace)
      guard try isConfirmed(request) else {
        common.say("nothing was deleted")
        return
      }
      let lock = try WeeklyJob.lock(workspace, now: common.time)
      let count = try workspace.forget(request)
      withExtendedLifetime(lock) {}
      switch format {
      case .json: Terminal.output.write(try jsonLine(count))
      case .text:
        common.say(
          "forgot \(counted(count.entries, "entry", "entries")), \(counted(count.comments, "comment")), "
            + "\(counted(count.responses, "stored answer"))")
      }
    }
  }

  private func request(in workspace: Workspace) -> ForgetRequest {
    if let url { return .url(url) }
    if let person { return .person(person) }
    if let before { return .before(workspace.zone.startOfDay(before), feed: feed) }
    return .feed(feed ?? "")
  }

  private func isConfirmed(_ request: ForgetRequest) throws -> Bool {
    if yes { return true }
    guard Terminal.error.isInteractive else {
      throw WorkflowError(.failed, "forget deletes for good: add --yes if nobody is there to be asked")
    }
    let subject =
      switch request {
      case .feed(let id): "all that was collected of “\(id)”"
      case .before(let date, let feed): "entries from before \(date)\(feed.map { " of “\($0)”" } ?? "")"
      case .url(let url): "the article \(url)"
      case .person(let name): "every comment by “\(name)”"
      }
    Terminal.error.write("Delete \(subject) for good? [y/N] ")
    return ["y", "yes"].contains((readLine() ?? "").lowercased())
  }
}
