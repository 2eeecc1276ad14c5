import Configuration
import Foundation
public import Model
public import Store

/// What a workspace holds and how its feeds are doing, for `digest status`.
public struct WorkspaceStatus: Sendable, Encodable {
  public struct Feed: Sendable, Encodable {
    public let id: FeedSource.ID
    public let title: String
    public let feedURL: String
    public let health: FeedHealth
  }

  public let title: String
  /// Feeds in the lists.
  public let feedCount: Int
  /// When any feed was last asked.
  public let lastFetch: Instant?
  /// Feeds that somebody should look after, in the order of the lists.
  public let needCare: [Feed]
  /// Feeds whose last visit failed.
  public let failingCount: Int
  /// Feeds of the lists that were never asked.
  public let unseenCount: Int
  /// Entries of the week that is not over yet.
  public let entriesThisWeek: Int
  public let store: StoreContents?
  /// Drafted here, the newest first; at most ten.
  public let editions: [DraftedEdition]
}

extension Workspace {
  /// Looks at the store without changing it.
  public func status(now: Instant) throws -> WorkspaceStatus {
    let path = path(settings.storePath)
    guard Files.exists(path) else {
      return WorkspaceStatus(
        title: settings.publication.title, feedCount: feeds.count, lastFetch: nil, needCare: [],
        failingCount: 0, unseenCount: feeds.count, entriesThisWeek: 0, store: nil, editions: [])
    }
    let store = try EntryStore(path: path)
    let states = try feedStates(of: store)
    let known = feeds.compactMap { feed in
      states[feed.id].map {
        WorkspaceStatus.Feed(id: feed.id, title: feed.title, feedURL: feed.feedURL, health: $0)
      }
    }
    let week = zone.period(.week(Week(containing: zone.day(of: now))))
    return WorkspaceStatus(
      title: settings.publication.title, feedCount: feeds.count,
      lastFetch: known.compactMap(\.health.checkedAt).max(),
      needCare: known.filter { $0.health.needsCare && !$0.health.isDisabled },
      failingCount: known.count { $0.health.consecutiveFailures > 0 && !$0.health.isDisabled },
      unseenCount: feeds.count - known.count,
      entriesThisWeek: try store.entryCount(from: week.start, to: week.end), store: try store.contents(),
      editions: Array(try store.editions().prefix(10)))
  }
}
