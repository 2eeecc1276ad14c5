import Foundation
import Model

@testable import Editions

/// The two posts that the project began with: read in place where they are at hand, never copied.
enum SharedSeeds {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["DIGEST_SHARED"] { return URL(filePath: path) }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
  }()

  static let areAtHand = FileManager.default.fileExists(atPath: folder.appending(path: "seeds").path)

  /// Lines from 1, as an editor counts them.
  static func lines(_ prefix: String) throws -> [Int: String] {
    let seeds = folder.appending(path: "seeds")
    let name = try FileManager.default.contentsOfDirectory(atPath: seeds.path).sorted().first {
      $0.hasPrefix(prefix)
    }
    let text = try String(contentsOf: seeds.appending(path: name ?? prefix), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($0.offset + 1, String($0.element)) })
  }

  /// The post with byline, author box and six comments whose nesting is lost.
  static func discussed(marksCall: Bool) throws -> Candidate {
    let lines = try lines("000")
    let roles: [(Int, Block.Role?)] = [
      (5, nil), (7, nil), (9, nil), (11, nil), (13, nil), (15, nil), (17, marksCall ? .callToAction : nil),
      (19, .credit), (21, .boilerplate), (26, .bio),
    ]
    let blocks = roles.enumerated().map { index, line in
      Block(index: index, kind: .paragraph, role: line.1, text: lines[line.0] ?? "")
    }
    let byline = (lines[3] ?? "").split(separator: "|")[0].split(whereSeparator: \.isWhitespace).dropFirst()
    let author = byline.joined(separator: " ")
    return candidate(
      Article(title: lines[1], byline: author, authors: [author], language: "en", blocks: blocks),
      id: "a", discussion: discussion(lines, author: author))
  }

  /// The post whose payload is a list, without comments.
  static func listed() throws -> Candidate {
    let lines = try lines("003")
    let items = (15...20).compactMap { lines[$0] }
    var blocks = [3, 5, 7, 9, 11, 13].enumerated().map { index, line in
      Block(index: index, kind: .paragraph, text: lines[line] ?? "")
    }
    blocks.append(Block(index: 6, kind: .list, text: items.joined(separator: "\n"), items: items))
    blocks.append(Block(index: 7, kind: .paragraph, text: lines[22] ?? ""))
    return candidate(Article(title: lines[1], language: "en", blocks: blocks), id: "b", discussion: .empty)
  }

  private static func candidate(_ article: Article, id: String, discussion: Discussion) -> Candidate {
    Candidate(
      entry: Entry(
        id: Entry.ID(rawValue: id), feedID: "seeds", title: article.title ?? "",
        published: Instant(rfc3339: "2013-06-06T08:00:00Z")),
      source: FeedSource(id: "seeds", feedURL: "https://example.org/feed", title: "Seeds"),
      article: article, discussion: discussion)
  }

  /// Header lines are "Name | date | Reply"; who answers whom is known from the dates.
  private static func discussion(_ lines: [Int: String], author: String) -> Discussion {
    let headers = [30, 36, 40, 45, 49, 53]
    let parents: [Int: Int] = [36: 30, 40: 36, 49: 45]
    let ends = headers.dropFirst() + [61]
    let comments = zip(headers, ends).map { header, end in
      let name = (lines[header] ?? "").split(separator: "|")[0].split(separator: "(")[0]
      let body = ((header + 1)..<end).compactMap { lines[$0] }.joined(separator: "\n")
      let shown = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return Comment(
        id: Comment.ID(rawValue: String(header)),
        parentID: parents[header].map { Comment.ID(rawValue: String($0)) }, isParentInferred: true,
        author: shown, text: body.trimmingCharacters(in: .whitespacesAndNewlines),
        isByArticleAuthor: shown == author)
    }
    return Discussion(comments: comments, url: "https://example.org/post/#comments")
  }
}
