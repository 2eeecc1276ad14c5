import Articles
import DigestTesting
import Foundation
import Model
import Testing

/// A page or a service's answer below `Fixtures/comments`, in the markup of one engine.
struct CommentFixture: Sendable, CustomTestStringConvertible {
  /// Below `Fixtures/`, such as `comments/drupal7.html`.
  let path: String

  static let files = Fixtures()
  static let goldenSuffix = ".expected.json"

  /// The address that all are read under.
  static let url = "https://hall.example.com/2021/03/the-long-silence/"

  /// Every input, sorted by path.
  static let all: [CommentFixture] =
    [".html", ".json"].flatMap { files.paths(endingIn: $0, under: "comments") }
    .filter { !$0.hasSuffix(goldenSuffix) }.sorted().map { CommentFixture(path: $0) }

  /// Those that show the one thread that all engines were given.
  static let threads = all.filter { !$0.name.hasPrefix("trap-") && $0.name != "privacy.html" }
  static let traps = all.filter { $0.name.hasPrefix("trap-") }

  var testDescription: String { path }
  var name: String { String(path.dropFirst("comments/".count)) }
  var golden: String {
    String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)) + Self.goldenSuffix
  }

  func comments() throws -> [Model.Comment] {
    let bytes = try Self.files.bytes(path)
    guard path.hasSuffix(".json") else { return extractArticle(bytes: bytes, url: Self.url).comments }
    return mergeDiscussion(feed: serviceComments(bytes, url: Self.url) ?? []).comments
  }

  /// What `digest comments import` prints, indented and with sorted keys for people to compare.
  func output() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let list = List(comments: CommentReport.reports(try comments()))
    return String(decoding: try encoder.encode(list), as: UTF8.self) + "\n"
  }

  private struct List: Encodable {
    let comments: [CommentReport]
  }
}
