import Foundation
import GRDB
public import Model

extension EntryStore {
  /// Stores a harvest in one transaction. An entry keeps the date at which it was first seen; an article or discussion
  /// that the harvest does not carry stays as it is.
  public func save(_ harvest: FeedHarvest, at now: Instant) throws(StoreError) -> HarvestCount {
    try perform {
      try database.write { database in
        try saveFeed(harvest, at: now, in: database)
        for document in harvest.documents { try saveDocument(document, at: now, in: database) }
        var newEntries = 0
        var newComments = 0
        for entry in harvest.entries {
          if try saveEntry(entry.entry, at: now, in: database) { newEntries += 1 }
          newComments += try saveReadings(of: entry, at: now, in: database)
        }
        return HarvestCount(newEntries: newEntries, newComments: newComments)
      }
    }
  }
}

private func saveFeed(_ harvest: FeedHarvest, at now: Instant, in database: Database) throws {
  try database.execute(
    sql: """
      INSERT INTO feed (id, url, title, checkedAt, failures, message) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title,
        checkedAt = excluded.checkedAt, message = excluded.message,
        failures = CASE WHEN excluded.message IS NULL THEN 0 ELSE failures + 1 END
      """,
    arguments: [
      harvest.source.id.rawValue, harvest.source.feedURL, harvest.source.title, now.secondsSince1970,
      harvest.failure == nil ? 0 : 1, harvest.failure,
    ])
}

private func saveDocument(_ document: DocumentState, at now: Instant, in database: Database) throws {
  try database.execute(
    sql: """
      INSERT INTO document (url, etag, lastModified, hash, fetchedAt) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, lastModified = excluded.lastModified,
        hash = excluded.hash, fetchedAt = excluded.fetchedAt
      """,
    arguments: [
      document.url, document.etag, document.lastModified, document.hash?.rawValue, now.secondsSince1970,
    ])
}

/// True if the entry was not known.
private func saveEntry(_ entry: Entry, at now: Instant, in database: Database) throws -> Bool {
  let isKnown =
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ?)", arguments: [entry.id.rawValue])
    ?? false
  try database.execute(
    sql: """
      INSERT INTO entry (id, feedID, date, seenAt, json) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET json = excluded.json, date = coalesce(?, date)
      """,
    arguments: [
      entry.id.rawValue, entry.feedID.rawValue, (entry.date ?? now).secondsSince1970, now.secondsSince1970,
      try encoded(entry), entry.date?.secondsSince1970,
    ])
  return !isKnown
}

/// Stores article and discussion; the number of comments that were not known.
private func saveReadings(of harvest: EntryHarvest, at now: Instant, in database: Database) throws -> Int {
  let id = harvest.entry.id.rawValue
  if let article = harvest.article {
    try database.execute(
      sql: "INSERT OR REPLACE INTO article (entryID, source, readAt, json) VALUES (?, ?, ?, ?)",
      arguments: [id, harvest.articleSource.rawValue, now.secondsSince1970, try encoded(article)])
  }
  guard let discussion = harvest.discussion else { return 0 }
  let stored = try Data.fetchOne(
    database, sql: "SELECT json FROM discussion WHERE entryID = ?", arguments: [id])
  let known = try stored.map { try decoded(Discussion.self, from: $0) }?.comments.map(\.id) ?? []
  try database.execute(
    sql: "INSERT OR REPLACE INTO discussion (entryID, readAt, json) VALUES (?, ?, ?)",
    arguments: [id, now.secondsSince1970, try encoded(discussion)])
  return Set(discussion.comments.map(\.id)).subtracting(known).count
}
