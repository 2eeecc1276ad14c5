import Configuration
import DigestTesting
import Model
import Store
import Synchronization
import Workflow

/// A site on loopback whose answers a test changes as it goes. What it was not given answers 404.
final class ScriptedSite: Sendable {
  let server: LoopbackServer
  private let answers: Answers

  /// By path.
  private final class Answers: Sendable {
    private let byPath = Mutex<[String: LoopbackServer.Response]>([:])
    subscript(path: String) -> LoopbackServer.Response? {
      get { byPath.withLock { $0[path] } }
      set { byPath.withLock { $0[path] = newValue } }
    }
  }

  init() throws {
    let answers = Answers()
    self.answers = answers
    server = try LoopbackServer { request in
      guard let answer = answers[request.target] else {
        return LoopbackServer.Response(404, fields: [], body: [])
      }
      // Validators of the answer are honoured, as a real server would.
      let etag = answer.fields.first { $0.name == "ETag" }?.value
      if let etag, request.field("If-None-Match") == etag {
        return LoopbackServer.Response(304, fields: [("ETag", etag)], body: [])
      }
      return answer
    }
  }

  deinit { server.stop() }

  func answer(
    _ path: String, _ text: String, etag: String? = nil, fields: [(name: String, value: String)] = []
  ) {
    answers[path] = .text(text, fields: fields + (etag.map { [("ETag", $0)] } ?? []))
  }

  func answer(_ path: String, status: Int, fields: [(name: String, value: String)] = []) {
    answers[path] = LoopbackServer.Response(status, fields: fields, body: [])
  }

  /// How often `path` was asked for.
  func requests(for path: String) -> Int { server.requests.count { $0.target == path } }

  func source(_ id: FeedSource.ID, _ path: String = "/feed/") -> FeedSource {
    FeedSource(id: id, feedURL: server.url(path), title: "Feed \(id)")
  }
}

/// The weekly job of one publication, opened anew for each moment.
struct ScriptedJob {
  let folder: TemporaryFolder
  let site: ScriptedSite
  let feeds: [FeedSource]
  var feedSettings: [FeedSource.ID: FeedSettings] = [:]
  var environment: [String: String] = [:]
  var usesWordPressREST = false

  func at(_ time: String) throws -> WeeklyJob {
    let settings = Settings(
      timeZone: "UTC",
      publication: Publication(title: "Weekly", senderName: "Weekly", senderAddress: "w@example.org"),
      feedLists: [],
      fetch: FetchSettings(
        secondsPerHost: 0, allowedHosts: site.server.allowedHosts, usesWordPressREST: usesWordPressREST),
      feedSettings: feedSettings)
    let workspace = try Workspace(
      folder: folder.path, settings: settings, feeds: feeds, environment: environment)
    return WeeklyJob(
      workspace: workspace, store: try WeeklyJob.openStore(of: workspace), network: true,
      now: Instant(rfc3339: time) ?? Instant(secondsSince1970: 0))
  }
}

/// Feeds as blogs send them, in the fewest words.
enum ScriptedFeed {
  /// - Parameter items: what stands in each `item`.
  static func rss(_ items: String...) -> String {
    """
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>
    <title>Blog</title>\(items.map { "<item>\($0)</item>" }.joined())</channel></rss>
    """
  }

  /// An article of some eighty words.
  static func body(_ subject: String) -> String {
    let sentence = "We tried \(subject) for a whole winter, and what we learned is that nobody reads a rule "
    let paragraphs = [
      sentence + "unless they helped to write it, which took us four meetings and one quarrel to find out.",
      sentence
        + "that somebody else may change, so we gave away the pencil and kept only the paper it was on.",
    ]
    return "<content:encoded><![CDATA[\(paragraphs.map { "<p>\($0)</p>" }.joined())]]></content:encoded>"
  }

  static func comments(_ comments: [(id: Int, author: String, time: String)]) -> String {
    let entries = comments.map { comment in
      """
      <entry><title>By: \(comment.author)</title><id>https://b.example/a/#comment-\(comment.id)</id>
      <author><name>\(comment.author)</name></author><published>\(comment.time)</published>
      <content type="html">We did the same in a bakery of fourteen people, said \(comment.author).</content></entry>
      """
    }
    return
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Comments on: A</title>\(entries.joined())</feed>"
  }
}
