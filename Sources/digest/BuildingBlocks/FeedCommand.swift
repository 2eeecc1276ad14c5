import ArgumentParser
import Feeds
import Model
import Workflow

struct FeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "Parse a feed, fetch one, or find the feeds of a page.",
    subcommands: [Parse.self, FeedFetchCommand.self, Discover.self])

  struct Parse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "parse",
      abstract: "Parse a feed response; print its model as JSON.",
      discussion: """
        Exit code 65 if the input is no feed; the object is printed all the same.
        Example: digest feed parse feed.xml --url https://blog.example.org/feed/
        """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var batch: BatchOptions
    @Option(help: "The address that the bytes came from: the outermost base of relative addresses.")
    var url: String?
    @Option(
      help: ArgumentHelp("A header of the response; may be given several times.", valueName: "name: value"))
    var header: [String] = []
    @Option(help: ArgumentHelp("The largest feed that is read, in MiB.", valueName: "MiB"))
    var maxSize = 16

    func validate() throws {
      guard (1...256).contains(maxSize) else {
        throw ValidationError("--max-size wants a number of MiB from 1 to 256.")
      }
      for line in header where !line.contains(":") {
        throw ValidationError("--header wants 'Name: value'.")
      }
    }

    func run() async throws {
      try await reportingErrors {
        let parser = FeedParser(url: url, headers: header.map(headerField))
        try batch.run(
          limit: maxSize << 20, hint: "--max-size raises the limit", isStreamed: true
        ) { bytes, _ in
          let feed = parser.parse(bytes)
          return (feed, feed.isFeed)
        }
      }
    }
  }

  struct Discover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "discover",
      abstract: "List the feeds that an HTML page points at, best first.",
      discussion: "Example: digest feed discover page.html --url https://blog.example.org/")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The page; - for standard input.")
    var file: String
    @Option(help: "The page's address.")
    var url: String

    func run() async throws {
      try await reportingErrors {
        let feeds = discoverFeeds(in: try InputFile(path: file).bytes(), url: url)
        Terminal.output.write(try jsonLine(Discovery(feeds: feeds)))
      }
    }
  }
}

private struct Discovery: Encodable {
  let feeds: [DiscoveredFeed]
}

/// `Name: value` as a pair; white space around both removed.
private func headerField(_ line: String) -> (name: String, value: String) {
  let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
  func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
  return (trimmed(parts[0]), parts.count > 1 ? trimmed(parts[1]) : "")
}
