import Articles
import Configuration
import Feeds
import Fetch
public import Model
import Transport

/// What asking one feed brought, without storing anything.
public struct FeedCheck: Hashable, Sendable, Encodable {
  public let id: FeedSource.ID
  public let title: String
  public let feedURL: String
  public let isSound: Bool
  /// Why not, and what to do.
  public let message: String?
  /// Where it was found, if that is another address.
  public let movedTo: String?
  /// `rss20`, `atom10` ...
  public let version: String?
  public let entries: Int?
  public let newestEntry: Instant?
  /// Whether it carries whole articles rather than teasers.
  public let carriesFullText: Bool?
  /// Whether it says where comments are to be had.
  public let namesComments: Bool?
  /// Codes of what the parser had to repair or doubted.
  public let warnings: [String]
}

extension Workspace {
  /// Asks feeds as they are now, one after the other host by host; stores nothing.
  ///
  /// - Parameter only: ids of the feeds to ask; all of them if empty.
  /// - Throws: ``WorkflowError`` of kind `notFound` for an id that no feed has.
  public func checkFeeds(_ only: [FeedSource.ID] = []) async throws(WorkflowError) -> [FeedCheck] {
    if let unknown = only.first(where: { id in !feeds.contains { $0.id == id } }) {
      throw WorkflowError(.notFound, "no feed is called “\(unknown)” (see: digest feeds list)")
    }
    let sources = feeds.filter { only.isEmpty ? isEnabled($0) : only.contains($0.id) }
    let fetcher = DocumentFetcher(
      exchange: CurlExchange(), settings: settings.fetch, access: try feedAccess())
    let checks = await withTaskGroup(of: (Int, FeedCheck).self) { group in
      for (index, source) in sources.enumerated() {
        group.addTask { (index, await check(source, with: fetcher)) }
      }
      return await group.reduce(into: [Int: FeedCheck]()) { $0[$1.0] = $1.1 }
    }
    return sources.indices.compactMap { checks[$0] }
  }

  private func check(_ source: FeedSource, with fetcher: DocumentFetcher) async -> FeedCheck {
    switch await fetcher.fetch(source.feedURL, .feed, for: source.id) {
    case .failed(let failure): return FeedCheck(source, failure: failure.message)
    case .notModified: return FeedCheck(source, failure: "answered without content (try again)")
    case .fetched(let document):
      let feed = document.parsedFeed
      guard feed.isFeed else { return FeedCheck(source, failure: notAFeed(document, at: source.feedURL)) }
      let entries = EntryNormaliser(feedID: source.id, url: document.finalURL).entries(of: feed)
      return FeedCheck(
        id: source.id, title: source.title, feedURL: source.feedURL, isSound: true, message: nil,
        movedTo: document.permanentRedirect, version: feed.version, entries: entries.count,
        newestEntry: entries.compactMap(\.date).max(),
        carriesFullText: entries.isEmpty
          ? nil : entries.count { !needsPage($0, carried: carriedArticle(of: $0)) } * 2 > entries.count,
        namesComments: entries.contains { $0.commentsFeedURL != nil },
        warnings: feed.warnings.map(\.code).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
  }
}

extension FeedCheck {
  fileprivate init(_ source: FeedSource, failure: String) {
    self.init(
      id: source.id, title: source.title, feedURL: source.feedURL, isSound: false, message: failure,
      movedTo: nil, version: nil, entries: nil, newestEntry: nil, carriesFullText: nil, namesComments: nil,
      warnings: [])
  }
}
