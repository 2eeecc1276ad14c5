import Configuration
import Feeds
import Foundation
import Model
import Store

/// The demo: a whole week over captured responses of four invented blogs, offline.
public enum Demo {
  /// Runs the whole way and writes `Digests/demo` below `folder`. The store lives in memory only.
  public static func run(in folder: String, progress: @escaping ProgressHandler = { _ in }) async throws
    -> BuildResult
  {
    let captures = try bundledFolder("demo")
    let sources = try feedList(try Files.read(captures + "/demo.opml"), file: "demo.opml").sources
    let workspace = try Workspace(folder: folder, settings: settings, feeds: sources)
    let job = WeeklyJob(
      workspace: workspace, store: try EntryStore(), exchange: try CapturedExchange(folder: captures),
      now: now, progress: progress)
    return try await job.build(.week(week), folder: "demo")
  }

  /// The Monday after the demo's week, early.
  private static let now = Instant(day: week.lastDay.advanced(byDays: 1), hour: 5)
  private static let week = Week(containing: Day(daysSince1970: 20_773))

  private static let settings = Settings(
    timeZone: "Europe/Berlin",
    publication: Publication(
      title: "The Long Table",
      tagline: "A week of writing on leading people, and what readers answered",
      senderName: "The Long Table", senderAddress: "table@longtable.example",
      replyTo: "editor@longtable.example", homepage: "https://longtable.example/",
      unsubscribeURL: "https://longtable.example/unsubscribe",
      postalAddress: "The Long Table, 4 Harbour Lane, 1000 Sampleton, Exampleland",
      reason: "You are getting this because you asked for The Long Table at longtable.example."),
    feedLists: ["Feeds/demo/demo.opml"],
    edition: EditionSettings(
      note: """
        Two of this week’s writers disagree. Marit Oldenkamp wants problems brought bare; Rukmini Ostrander wants a bad \
        solution with each, and Marit has gone over to answer below that post. Read the two together.

        And if you lead people who are not paid, begin with the slates.
        """),
    fetch: FetchSettings(secondsPerHost: 0))

  /// A file or folder that comes with the program: beside it, where the build puts it.
  static func bundledFolder(_ name: String) throws(WorkflowError) -> String {
    let bundle = Bundle.main.bundleURL.appending(path: "digest_Workflow.resources/\(name)").path
    guard Files.exists(bundle) else {
      throw WorkflowError(
        .notFound,
        "\(bundle): the files that come with the program are missing (keep digest_Workflow.resources beside it)"
      )
    }
    return bundle
  }
}
