import ArgumentParser
import Configuration
import Feeds
import Foundation
import Model
import Workflow

struct FeedsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "Keep the feed lists.",
    discussion: """
      Subscriptions stand in OPML files (feeds in digest.yaml); the first of them is changed, the others are only read. \
      Each feed has an id, by which the other commands and feed_settings in digest.yaml know it. A section is an outline \
      around feeds, or --section.

      Examples:
        digest feeds add https://blog.example.org/ -C my-weekly --section "From the network"
        digest feeds list -C my-weekly
        digest feeds check -C my-weekly
        digest feeds remove ward-notes -C my-weekly
      """,
    subcommands: [Add.self, Remove.self, List.self, Check.self, Import.self, Export.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Subscribe to a site or feed by its address.",
      discussion: "Example: digest feeds add https://blog.example.org/ -C my-weekly")

    @OptionGroup var common: CommonOptions
    @Argument(help: "Addresses of sites or feeds.")
    var addresses: [String]
    @Option(help: "The section of the edition that they belong to.")
    var section: String?

    func run() async throws {
      try await reportingErrors {
        common.startLog()
        let workspace = try common.workspace()
        let finder = SubscriptionFinder(common: common, settings: workspace.settings.fetch)
        for address in addresses {
          let sources = try await finder.sources(for: address, section: section, keepsUnreachable: false)
          try reportAdded(sources, to: workspace, options: common)
        }
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Unsubscribe. What was collected is kept.",
      discussion: "Example: digest feeds remove ward-notes -C my-weekly")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The feed's id (see: digest feeds list).")
    var id: FeedSource.ID

    func run() async throws {
      try await reportingErrors {
        let removed = try common.workspace().feedLists.remove(id)
        common.say("removed \(removed.id) (\(removed.feedURL))")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Show the feeds and how they are doing.",
      discussion: """
        For each feed its id, section, title and address, how many entries are stored, when it was asked last, how often \
        it failed since it last went well and why, and where it has moved for good (once it said so three times in a row).

        Example: digest feeds list -C my-weekly --format json
        """)

    @OptionGroup var common: CommonOptions
    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
      try await reportingErrors {
        let workspace = try common.workspace()
        let states = try workspace.feedStates()
        switch format {
        case .json: Terminal.output.write(try jsonLine(FeedListing(feeds: workspace.feeds, states: states)))
        case .text:
          for source in workspace.feeds { Terminal.output.write(line(source, states[source.id]?.summary)) }
          if workspace.feeds.isEmpty { common.say("no feeds yet (digest feeds add ADDRESS)") }
        }
      }
    }

    private func line(_ source: FeedSource, _ summary: String?) -> String {
      let style = Style(.output, options: common)
      let section = source.section.map { " [\($0)]" } ?? ""
      return style.strong(source.id.rawValue) + "\(section)  \(source.title)\n    \(source.feedURL)\n    "
        + style.faint(summary ?? "not fetched yet") + "\n"
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Add the feeds of an OPML file.",
      discussion: "Example: digest feeds import subscriptions.opml -C my-weekly")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The OPML file; - for standard input.")
    var file: String

    func run() async throws {
      try await reportingErrors {
        let list = try feedList(try InputFile(path: file).bytes(), file: file)
        for note in list.diagnostics { common.say("\(note)") }
        try reportAdded(list.sources, to: try common.workspace(), options: common)
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Print all subscriptions as OPML.",
      discussion: "Example: digest feeds export -C my-weekly > subscriptions.opml")

    @OptionGroup var common: CommonOptions

    func run() async throws {
      try await reportingErrors {
        let workspace = try common.workspace()
        Terminal.output.write(
          FeedList(title: workspace.settings.publication.title, sources: workspace.feeds).opml)
      }
    }
  }
}

/// A feed with its health, for `feeds list --format json`.
private struct FeedListing: Encodable {
  struct Row: Encodable {
    let feed: FeedSource
    let state: FeedHealth?
  }
  let feeds: [Row]

  init(feeds: [FeedSource], states: [FeedSource.ID: FeedHealth]) {
    self.feeds = feeds.map { Row(feed: $0, state: states[$0.id]) }
  }
}

private func reportAdded(_ sources: [FeedSource], to workspace: Workspace, options: CommonOptions) throws {
  let added = try workspace.feedLists.add(sources)
  for source in added { options.say("added \(source.id): \(source.title) (\(source.feedURL))") }
  let known = sources.count - added.count
  if known > 0 { options.say("\(counted(known, "feed")) already there") }
}
