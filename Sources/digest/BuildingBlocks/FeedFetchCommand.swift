import ArgumentParser
import Feeds
import Fetch
import Model
import Transport
import Workflow

struct FeedFetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch a feed once and print its model as JSON; store nothing.",
    discussion: """
      Only addresses of the public internet are asked, also behind redirects and names; --allow-host names exceptions.
      Exit code 69 if the request was refused or failed, 65 if the answer is no feed or breaks off \
      (the object is printed all the same).
      Example: digest feed fetch https://blog.example.org/feed/
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, text, none
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: "The feed's address.")
  var url: String
  @Option(
    help: ArgumentHelp(
      "May be asked though it is not on the public internet; port * for any; may be given several times.",
      valueName: "host:port"))
  var allowHost: [String] = []
  @Option(help: "json, text (a few lines), or none (work, and print nothing).")
  var format = Format.json

  func validate() throws {
    for host in allowHost where AddressPolicy(allowedHosts: [host]) == .publicOnly {
      throw ValidationError("--allow-host wants HOST:PORT, such as 127.0.0.1:8080 or [::1]:*.")
    }
  }

  func run() async throws {
    common.startLog()
    try await reportingErrors {
      let answer = try await fetchedFeed()
      switch format {
      case .json: Terminal.output.write(try jsonLine(answer))
      case .text: Terminal.output.write(answer.text)
      case .none: break
      }
      if let fault = answer.fault {
        throw WorkflowError(.badInput, "\(shownAddress(url)): \(fault)")
      }
    }
  }

  private func fetchedFeed() async throws(WorkflowError) -> FetchedFeed {
    let shown = shownAddress(url)
    if common.offline {
      throw WorkflowError(.network, "\(shown): not asked, for --offline was given; leave it out")
    }
    let fetcher = Fetcher(
      exchange: CurlExchange(), politeness: .none, userAgent: "digest/\(Version.number)")
    let clock = ContinuousClock()
    let start = clock.now
    let result = await fetcher.fetch(FetchRequest(url: url, kind: .feed, allowedHosts: allowHost))
    let duration = start.duration(to: clock.now)
    switch result {
    case .fetched(let document): return FetchedFeed(document, after: duration)
    case .failed(let failure): throw WorkflowError(.network, "\(shown): \(failure.message)")
    case .notModified: throw WorkflowError(.network, "\(shown): answered without content; try again")
    }
  }
}

/// A feed, and how it came.
private struct FetchedFeed: Encodable {
  let document: FetchedDocument
  let feed: ParsedFeed
  /// To the millisecond.
  let seconds: Double

  init(_ document: FetchedDocument, after duration: Duration) {
    self.document = document
    feed = FeedParser(url: document.finalURL, headers: document.fields.map { ($0.name, $0.value) })
      .parse(document.body)
    seconds = ((duration / .milliseconds(1)).rounded()) / 1000
  }

  /// Why the answer is of no use, and what to do next.
  var fault: String? {
    if !feed.isFeed { return "the answer is no feed; digest feed discover finds the feeds of a page" }
    // Whether entries are missing nobody can tell; those that came are printed.
    if feed.isCutOff { return "the feed breaks off; try again later or tell its owner" }
    if feed.entries.isEmpty && !feed.isWellFormed {
      return "the feed is broken before its first entry; try again later or tell its owner"
    }
    return nil
  }

  private enum CodingKeys: String, CodingKey {
    case bytes, feed, finalURL, redirects, seconds, status, url, validators
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(document.body.count, forKey: .bytes)
    try container.encode(feed, forKey: .feed)
    try container.encode(document.finalURL, forKey: .finalURL)
    try container.encode(document.redirects, forKey: .redirects)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(document.status, forKey: .status)
    try container.encode(withoutCredentials(document.requestedURL), forKey: .url)
    try container.encode(document.validators, forKey: .validators)
  }

  /// For people.
  var text: String {
    var lines = [
      shownAddress(feed.channel.title?.text ?? document.finalURL),
      "  \(feed.version ?? "no feed"), \(counted(feed.entries.count, "entry", "entries")), "
        + "\(counted(document.body.count, "byte")) in \(seconds) s",
      "  from \(shownAddress(document.finalURL))",
    ]
    for redirect in document.redirects { lines.append("  redirected by \(shownAddress(redirect))") }
    if let moved = document.permanentRedirect { lines.append("  moved for good to \(shownAddress(moved))") }
    for warning in feed.warnings.prefix(5) { lines.append("  - \(warning.message)") }
    return lines.map { $0 + "\n" }.joined()
  }
}
