import ArgumentParser
import Feeds
import Model
import Workflow

struct OPMLCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opml", abstract: "Read an OPML file, or write one.",
    subcommands: [Import.self, FeedsCommand.Export.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Print the feeds of an OPML file; without --dry-run also subscribe to them.",
      discussion: "Example: digest opml import subscriptions.opml --dry-run")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The OPML file; - for standard input.")
    var file: String
    @Flag(help: "Change nothing.")
    var dryRun = false
    @Option(help: "text or json.")
    var format = OutputFormat.json

    func run() async throws {
      try await reportingErrors {
        let list = try feedList(try InputFile(path: file).bytes(), file: file)
        let sources = list.sources
        if !dryRun { _ = try common.workspace().feedLists.add(sources) }
        switch format {
        case .json:
          Terminal.output.write(try jsonLine(FeedListObject(feeds: sources, warnings: list.diagnostics)))
        case .text: for source in sources { Terminal.output.write("\(source.title)\t\(source.feedURL)\n") }
        }
      }
    }
  }
}

private struct FeedListObject: Encodable {
  let feeds: [FeedSource]
  let warnings: [Diagnostic]
}
