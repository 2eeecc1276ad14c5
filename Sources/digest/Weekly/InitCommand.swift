import ArgumentParser
import Foundation
import Model
import Workflow

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a newsletter: write digest.yaml, Feeds/ and Digests/ into a folder.",
    discussion: """
      --feed takes a site's address, a feed's address, or an OPML file; it may be given several times.
      Example: digest init my-weekly --feed https://blog.example.org/ --starter
      """)

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("The folder; made if it does not exist.", valueName: "dir"))
  var target: String
  @Option(help: ArgumentHelp("A site, a feed or an OPML file to subscribe to.", valueName: "address"))
  var feed: [String] = []
  @Flag(help: "Subscribe to the list of well-known leadership blogs that comes with the program.")
  var starter = false
  @Option(help: "The newsletter's title. Default: the folder's name.")
  var title: String?

  func run() async throws {
    try await reportingErrors {
      common.startLog()
      let folder = URL(
        filePath: target, relativeTo: URL(filePath: common.folder, directoryHint: .isDirectory)
      )
      .standardizedFileURL.path
      let name = title ?? URL(filePath: folder).lastPathComponent
      try Scaffold.write(to: folder, title: name, timeZone: TimeZone.current.identifier, feeds: [])
      let lists = FeedLists(folder: folder, files: ["Feeds/feeds.opml"])
      var sources = starter ? try Scaffold.starterFeeds() : []
      let finder = SubscriptionFinder(common: common)
      for address in feed { sources += try await finder.sources(for: address, keepsUnreachable: true) }
      let added = try lists.add(sources)
      guard !common.quiet else { return }
      Terminal.output.write(
        """
        wrote \(folder)/digest.yaml, Feeds/feeds.opml (\(counted(added.count, "feed")))
        Next:
          edit \(folder)/digest.yaml            # title, time zone, sender
          digest feeds add ADDRESS -C \(target)   # more blogs
          digest build -C \(target)               # the digest of the last whole week

        """)
    }
  }
}
