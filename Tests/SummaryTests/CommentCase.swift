import DigestTesting
import Foundation
import Model
import Testing

@testable import Summary

/// A discussion below `Fixtures/comments` and what must hold of its ranking.
struct CommentCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  /// Key of the article in `articles.json`.
  let article: String
  let comments: [CommentFixture]
  /// Comments that an editor would print, and those he would not.
  let shown: [String]?
  let hidden: [String]?
  /// Pairs, the better one first.
  let above: [[String]]?
  /// Terms that a comment's score must have, and those that it must not have.
  let says: [String: [String]]?
  let lacks: [String: [String]]?
  /// How many comments are shown.
  let count: Int?

  var testDescription: String { name }

  static let files = Fixtures()

  static let all: [CommentCase] = files.paths(endingIn: ".json", under: "comments").flatMap { path in
    path.hasSuffix("/articles.json") ? [] : read([CommentCase].self, path) ?? []
  }

  private static let articles = read([String: ArticleFixture].self, "comments/articles.json") ?? [:]

  private static func read<Value: Decodable>(_ type: Value.Type, _ path: String) -> Value? {
    guard let bytes = try? files.bytes(path) else { return nil }
    return try? JSONDecoder().decode(type, from: Data(bytes))
  }

  func ranked() throws -> [RankedComment] {
    let article = try #require(CommentCase.articles[article])
    let input = InputFixture(article: article, comments: comments)
    let read = try JSONDecoder().decode(CommentRankInput.self, from: try JSONEncoder().encode(input))
    return CommentRanker().rank(read.discussion, article: read.article, votes: read.votes)
  }
}

/// A comment; its text may be given once and meant many times.
struct CommentFixture: Codable, Sendable {
  var id: String
  var author: String?
  var text: String
  var parentId: String?
  var type: String?
  var byArticleAuthor: Bool?
  var votes: VoteFixture?
  var `repeat`: Int?

  var written: CommentFixture {
    var copy = self
    copy.text = String(repeating: text, count: `repeat` ?? 1)
    return copy
  }
}

enum VoteFixture: Codable, Sendable {
  case net(Int)
  case both(up: Int, down: Int)

  init(from decoder: any Decoder) throws {
    if let net = try? decoder.singleValueContainer().decode(Int.self) {
      self = .net(net)
    } else {
      let both = try decoder.singleValueContainer().decode([String: Int].self)
      self = .both(up: both["up"] ?? 0, down: both["down"] ?? 0)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .net(let net): try container.encode(net)
    case .both(let up, let down): try container.encode(["up": up, "down": down])
    }
  }
}

struct ArticleFixture: Codable, Sendable {
  let title: String
  let author: String
  let language: String
  let paragraphs: [String]
}

private struct InputFixture: Encodable {
  let title: String
  let author: String
  let language: String
  let paragraphs: [String]
  let comments: [CommentFixture]

  init(article: ArticleFixture, comments: [CommentFixture]) {
    title = article.title
    author = article.author
    language = article.language
    paragraphs = article.paragraphs
    self.comments = comments.map(\.written)
  }
}
