import Foundation
import GRDB
public import Model

/// How a feed has been doing.
public struct FeedState: Hashable, Sendable, Codable {
  public let feedID: FeedSource.ID
  public let feedURL: String
  public let checkedAt: Instant?
  /// How the last visit went; `nil` if there was none.
  public let outcome: Visit.Outcome?
  /// 0 if the last visit went well.
  public let consecutiveFailures: Int
  /// Why the last visit failed.
  public let message: String?
  /// Not to be asked again before then.
  public let nextAt: Instant?
  /// Where the feed says that it has moved for good.
  public let movedTo: String?
  /// How many visits in a row it said so.
  public let movedCount: Int
  /// When it wants to be asked.
  public let wishes: FeedWishes
}

extension EntryStore {
  /// What is known of each feed's health, by feed id.
  public func feedStates() throws(StoreError) -> [FeedState] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT feed.*, visit.at, visit.outcome, visit.failures, visit.message, visit.nextAt
          FROM feed LEFT JOIN visit ON visit.feedID = feed.id
            AND visit.at = (SELECT max(at) FROM visit WHERE feedID = feed.id)
          ORDER BY feed.id
          """
      ).map { row in
        try FeedState(
          feedID: FeedSource.ID(rawValue: row["id"]), feedURL: row["url"],
          checkedAt: (row["at"] as Int64?).map(Instant.init(secondsSince1970:)),
          outcome: (row["outcome"] as String?).flatMap(Visit.Outcome.init(rawValue:)),
          consecutiveFailures: row["failures"] as Int? ?? 0, message: row["message"],
          nextAt: (row["nextAt"] as Int64?).map(Instant.init(secondsSince1970:)),
          movedTo: row["movedTo"], movedCount: row["movedCount"],
          wishes: (row["wishes"] as String?).map { try decoded(FeedWishes.self, from: Data($0.utf8)) }
            ?? FeedWishes())
      }
    }
  }

  /// Stored entries of each feed.
  public func entryCounts() throws(StoreError) -> [FeedSource.ID: Int] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT feedID, count(*) AS entries FROM entry GROUP BY feedID")
      return Dictionary(rows.map { (FeedSource.ID(rawValue: $0["feedID"]), $0["entries"]) }) { first, _ in
        first
      }
    }
  }
}
