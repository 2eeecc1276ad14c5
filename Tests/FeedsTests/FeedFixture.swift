import DigestTesting
import Feeds
import Foundation
import JSON
import Model
import Testing

/// One input below `Fixtures/`, with the HTTP context that stands beside it in `<same>.http`.
struct FeedFixture: Sendable, CustomTestStringConvertible {
  /// Below `Fixtures/`, such as `formats/rss20.xml`.
  let path: String

  static let files = Fixtures()

  /// Every input, sorted by path.
  static let all: [FeedFixture] =
    [".xml", ".json", ".opml", ".html"].flatMap { files.paths(endingIn: $0) }
    .filter { !$0.hasSuffix(goldenSuffix) }.sorted().map { FeedFixture(path: $0) }

  static let goldenSuffix = ".expected.json"

  var testDescription: String { path }
  var group: String { String(path.prefix { $0 != "/" }) }
  var golden: String { stem + Self.goldenSuffix }
  private var stem: String { String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)) }

  /// Whether the parser of feeds is what the input is for.
  var isFeed: Bool { path.hasSuffix(".xml") || path.hasSuffix(".json") }

  func bytes() throws -> [UInt8] { try Self.files.bytes(path) }

  func parser() throws -> FeedParser {
    let context = try context()
    return FeedParser(url: context.url, headers: context.headers)
  }

  func parsed() throws -> ParsedFeed { try parser().parse(try bytes()) }

  /// What is compared with the golden: of a feed what `digest feed parse` prints, of a page what
  /// `digest feed discover` prints, of a list or of comments what the library makes of them.
  func output() throws -> String {
    if path.hasSuffix(".html") {
      let page = Discovery(feeds: discoverFeeds(in: try bytes(), url: try context().url ?? ""))
      return try prettyJSON(page)
    }
    if path.hasSuffix(".opml") { return try prettyJSON(try list()) }
    let feed = try parsed()
    if group == "comments" {
      return try prettyJSON(Comments(isCommentFeed: feed.isCommentFeed, comments: feed.comments))
    }
    return try prettyJSON(feed)
  }

  private func list() throws -> ListForm {
    do {
      let list = try FeedList(opml: try bytes(), file: nil)
      return ListForm(
        title: list.title, feeds: list.sources, warnings: list.diagnostics,
        written: list.opml.split(separator: "\n").map(String.init))
    } catch let error as FeedListError {
      return ListForm(refusal: error.description)
    }
  }

  /// Lines of `name: value`. `url` is the address that the body came from, all others are headers.
  private func context() throws -> (url: String?, headers: [(name: String, value: String)]) {
    guard FileManager.default.fileExists(atPath: Self.files.url(stem + ".http").path) else {
      return (nil, [])
    }
    let lines = try Self.files.text(stem + ".http").split(separator: "\n").map { line in
      let colon = try #require(line.firstIndex(of: ":"), "\(stem).http: a line is no \"name: value\"")
      return (
        name: String(line[..<colon]),
        value: line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      )
    }
    return (lines.first { $0.name == "url" }?.value, lines.filter { $0.name != "url" })
  }
}

private struct Discovery: Encodable {
  let feeds: [DiscoveredFeed]
}

private struct Comments: Encodable {
  let isCommentFeed: Bool
  let comments: [Model.Comment]
}

private struct ListForm: Encodable {
  var title: String?
  var feeds: [FeedSource] = []
  var warnings: [Diagnostic] = []
  /// The list written anew.
  var written: [String] = []
  var refusal: String?
}

/// The JSON that the program prints, indented and with sorted keys for people to compare.
private func prettyJSON(_ value: some Encodable) throws -> String {
  let tree = try JSONSerialization.jsonObject(with: Data(try JSONLine.encode(value)))
  let pretty = try JSONSerialization.data(
    withJSONObject: tree, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  return String(decoding: pretty, as: UTF8.self) + "\n"
}
