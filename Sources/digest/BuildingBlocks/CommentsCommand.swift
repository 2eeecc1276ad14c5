import ArgumentParser
import Articles
import Feeds
import Foundation
import Model
import Summary
import Workflow

struct CommentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comments", abstract: "Read comments, or rank them.", subcommands: [Import.self, Rank.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Print the comments of a comment feed, a comment service's JSON or an HTML page as JSON.",
      discussion: """
        Reads RSS and Atom feeds of comments, pages, JSON-LD, and the JSON of WordPress (/wp-json/wp/v2/comments), Discourse \
        topics, Disqus (threads/listPosts), Hacker News (hn.algolia.com/api/v1/items) and Reddit (.json).
        Pages are read in the markup of some sixty blog engines, themes and plug-ins; where a page names no engine, by \
        what it repeats below a heading. Addresses of e-mail and of machines, avatars and hashes are left out.
        Example: digest comments import page.html --url https://blog.example.org/post/
        """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var batch: BatchOptions
    @Option(help: "The file's address.")
    var url: String?

    func run() async throws {
      try await reportingErrors {
        let parser = FeedParser(url: url)
        try batch.run { bytes, file in
          try InputFile.requireText(bytes, at: file, wanted: "feeds, JSON and HTML pages")
          let feed = parser.parse(bytes)
          let comments =
            feed.isFeed
            ? mergeDiscussion(feed: feed.comments).comments
            : serviceComments(bytes, url: url).map { mergeDiscussion(feed: $0).comments }
              ?? extractArticle(bytes: bytes, url: url).comments
          return (CommentList(comments: CommentReport.reports(comments)), true)
        }
      }
    }
  }

  struct Rank: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rank", abstract: "Rank the comments of an article, best first, with reasons.",
      discussion: """
        The file holds {title, author, paragraphs, comments: [{id, parentId, author, published, text, votes}]}.
        Example: digest comments rank thread.json
        """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var batch: BatchOptions

    func run() async throws {
      try await reportingErrors {
        try batch.run { bytes, file in
          do {
            let input = try JSONDecoder().decode(CommentRankInput.self, from: Data(bytes))
            return (CommentRankReport(input), true)
          } catch {
            throw WorkflowError(
              .badInput, "\(file): not of the expected form (see: digest comments rank --help)")
          }
        }
      }
    }
  }
}

private struct CommentList: Encodable {
  let comments: [CommentReport]
}
