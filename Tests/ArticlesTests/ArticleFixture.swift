import Articles
import DigestTesting
import Foundation
import Model
import Testing

/// A page below `Fixtures/articles`, each for one rule of the reading of articles.
struct ArticleFixture: Sendable, CustomTestStringConvertible {
  /// Below `Fixtures/`, such as `articles/captions.html`.
  let path: String

  static let files = Fixtures()
  static let goldenSuffix = ".expected.json"

  /// The address that all are read under.
  static let url = "https://plain.example/2024/05/junior/"

  /// Every page, sorted by path.
  static let all: [ArticleFixture] = files.paths(endingIn: ".html", under: "articles").sorted()
    .map { ArticleFixture(path: $0) }

  static func named(_ name: String) -> ArticleFixture { ArticleFixture(path: "articles/\(name).html") }

  var testDescription: String { path }
  var name: String { String(path.dropFirst("articles/".count).dropLast(".html".count)) }
  var golden: String { "articles/" + name + Self.goldenSuffix }

  func page() throws -> ExtractedPage {
    extractArticle(bytes: try Self.files.bytes(path), url: Self.url)
  }

  /// Texts of the blocks with a role, or of the body for `nil`.
  func texts(_ role: Block.Role?) throws -> [String] {
    try page().article.blocks.filter { $0.role == role }.map(\.text)
  }

  /// What `digest article extract` prints, indented and with sorted keys for people to compare.
  func output() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(ArticleReport(try page())), as: UTF8.self) + "\n"
  }
}
