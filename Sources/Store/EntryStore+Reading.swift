import Foundation
import GRDB
public import Model

extension EntryStore {
  /// What to send along when `url` is fetched again; `nil` if it never answered.
  public func document(at url: String) throws(StoreError) -> DocumentState? {
    try perform {
      try database.read { database in
        try Row.fetchOne(database, sql: "SELECT * FROM document WHERE url = ?", arguments: [url]).map { row in
          DocumentState(
            url: row["url"], etag: row["etag"], lastModified: row["lastModified"],
            hash: (row["hash"] as String?).map(ContentHash.init(rawValue:)))
        }
      }
    }
  }

  /// Entries of all feeds, or of `feedID`, whose date lies in `start ..< end`, by date, then by id.
  public func entries(
    from start: Instant, to end: Instant, of feedID: FeedSource.ID? = nil
  ) throws(StoreError) -> [StoredEntry] {
    try perform {
      try database.read { database in
        let rows = try Row.fetchAll(
          database,
          sql: selectEntries + """
             WHERE entry.date >= ? AND entry.date < ? AND (? IS NULL OR entry.feedID = ?)
            ORDER BY entry.date, entry.id
            """,
          arguments: [
            start.secondsSince1970, end.secondsSince1970, feedID?.rawValue, feedID?.rawValue,
          ])
        return try rows.map(storedEntry)
      }
    }
  }

  /// The entry with that identity, from whichever feed.
  public func entry(_ id: Entry.ID) throws(StoreError) -> StoredEntry? {
    try perform {
      try database.read { database in
        try Row.fetchOne(
          database, sql: selectEntries + " WHERE entry.id = ?", arguments: [id.rawValue]
        ).map(storedEntry)
      }
    }
  }

  /// What is known of each feed's health, by feed id.
  public func feedStates() throws(StoreError) -> [FeedState] {
    try perform {
      try database.read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT feed.*, (SELECT count(*) FROM entry WHERE entry.feedID = feed.id) AS entries
            FROM feed ORDER BY id
            """
        ).map { row in
          FeedState(
            feedID: FeedSource.ID(rawValue: row["id"]),
            checkedAt: (row["checkedAt"] as Int64?).map(Instant.init(secondsSince1970:)),
            consecutiveFailures: row["failures"], message: row["message"], entryCount: row["entries"])
        }
      }
    }
  }
}

/// How a feed has been doing.
public struct FeedState: Hashable, Sendable, Codable {
  public let feedID: FeedSource.ID
  public let checkedAt: Instant?
  /// 0 if the last visit went well.
  public let consecutiveFailures: Int
  /// Why the last visit failed.
  public let message: String?
  public let entryCount: Int
}

private let selectEntries = """
  SELECT entry.json AS entry, entry.date AS date, article.json AS article, article.source AS source,
    discussion.json AS discussion
  FROM entry LEFT JOIN article ON article.entryID = entry.id
    LEFT JOIN discussion ON discussion.entryID = entry.id
  """

private func storedEntry(_ row: Row) throws -> StoredEntry {
  StoredEntry(
    entry: try decoded(Entry.self, from: row["entry"]),
    date: Instant(secondsSince1970: row["date"]),
    article: try (row["article"] as Data?).map { try decoded(Article.self, from: $0) },
    articleSource: (row["source"] as String?).flatMap(EntryHarvest.ArticleSource.init(rawValue:)),
    discussion: try (row["discussion"] as Data?).map { try decoded(Discussion.self, from: $0) })
}
