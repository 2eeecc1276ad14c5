import Compression
import Foundation
import GRDB
public import Model

/// How much is stored.
public struct StoreContents: Hashable, Sendable, Codable {
  public let feeds: Int
  public let entries: Int
  public let articles: Int
  /// Entries with at least one comment.
  public let discussions: Int
  public let responses: Int
  public let revisions: Int
  public let oldestEntry: Instant?
  public let newestEntry: Instant?
  /// Of the file, without what is still in the log.
  public let bytes: Int
}

/// An edition that was drafted here.
public struct DraftedEdition: Hashable, Sendable, Codable {
  public let id: Edition.ID
  public let draftedAt: Instant
  /// Articles in it.
  public let items: Int
  /// Of its `edition.json`.
  public let hash: ContentHash

  public init(id: Edition.ID, draftedAt: Instant, items: Int, hash: ContentHash) {
    self.id = id
    self.draftedAt = draftedAt
    self.items = items
    self.hash = hash
  }
}

extension EntryStore {
  /// Of SQLite, such as `3.40.1`; `nil` if it cannot be told.
  public static var libraryVersion: String? {
    try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
  }

  public static var compressionVersion: String? { Zstandard.libraryVersion }

  public func contents() throws(StoreError) -> StoreContents {
    try read { database in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      func moment(_ sql: String) throws -> Instant? {
        try Int64.fetchOne(database, sql: sql).map(Instant.init(secondsSince1970:))
      }
      return StoreContents(
        feeds: try count("SELECT count(*) FROM feed"), entries: try count("SELECT count(*) FROM entry"),
        articles: try count("SELECT count(*) FROM article"),
        discussions: try count(
          "SELECT count(*) FROM discussion WHERE json_array_length(CAST(json AS TEXT), '$.comments') > 0"),
        responses: try count("SELECT count(*) FROM response"),
        revisions: try count("SELECT count(*) FROM revision"),
        oldestEntry: try moment("SELECT min(date) FROM entry WHERE date > 0"),
        newestEntry: try moment("SELECT max(date) FROM entry"),
        bytes: try count("PRAGMA page_count") * count("PRAGMA page_size"))
    }
  }

  /// Faults of the file itself, in SQLite's words; none for a sound one. Reads all of it.
  public func faults() throws(StoreError) -> [String] {
    try read { database in
      let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
      return integrity + (orphans > 0 ? ["\(orphans) rows belong to nothing"] : [])
    }
  }

  // MARK: Editions

  public func record(_ edition: DraftedEdition) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO edition (id, draftedAt, items, hash) VALUES (?, ?, ?, ?)",
        arguments: [
          edition.id.rawValue, edition.draftedAt.secondsSince1970, edition.items, edition.hash.rawValue,
        ])
    }
  }

  /// The newest first.
  public func editions() throws(StoreError) -> [DraftedEdition] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM edition ORDER BY draftedAt DESC, id DESC").map { row in
        DraftedEdition(
          id: Edition.ID(rawValue: row["id"]), draftedAt: Instant(secondsSince1970: row["draftedAt"]),
          items: row["items"], hash: ContentHash(rawValue: row["hash"]))
      }
    }
  }

  // MARK: Retention

  /// Lets go of superseded answers, revisions and visits from before `date`; at most once a day.
  ///
  /// The newest answer of an address and the newest visit to a feed stay whatever their age.
  public func prune(before date: Instant, at now: Instant) throws(StoreError) {
    let due = try read { database in
      try String.fetchOne(database, sql: "SELECT value FROM note WHERE name = 'prunedAt'").flatMap {
        Int64($0)
      }
    }
    if let due, now.secondsSince1970 < due + 86_400, now.secondsSince1970 >= due { return }
    try write { database in
      for sql in [
        "DELETE FROM response WHERE fetchedAt < ?1 AND EXISTS (SELECT 1 FROM response AS newer "
          + "WHERE newer.url = response.url AND newer.fetchedAt > response.fetchedAt)",
        "DELETE FROM revision WHERE readAt < ?1",
        "DELETE FROM visit WHERE at < ?1 AND at < (SELECT max(at) FROM visit AS newer "
          + "WHERE newer.feedID = visit.feedID)",
      ] {
        try database.execute(sql: sql, arguments: [date.secondsSince1970])
      }
      try database.execute(
        sql: "INSERT OR REPLACE INTO note (name, value) VALUES ('prunedAt', ?)",
        arguments: ["\(now.secondsSince1970)"])
    }
  }

  func write(_ body: (Database) throws -> Void) throws(StoreError) {
    try perform { try database.write(body) }
  }
}
