import Foundation
import GRDB
public import Model

extension EntryStore {
  /// Stores harvests in one transaction: all or nothing. An entry keeps the date at which it was first seen; an article
  /// or discussion that a harvest does not carry stays as it is, one that was edited is kept as a revision.
  ///
  /// - Returns: what was new in each, in order.
  public func save(_ harvests: [FeedHarvest], at now: Instant) throws(StoreError) -> [HarvestCount] {
    guard !harvests.isEmpty else { return [] }
    return try perform {
      try database.write { database in
        let writer = try HarvestWriter(database, at: now, feeds: harvests.map(\.source.id))
        return try harvests.map(writer.save)
      }
    }
  }

  public func save(_ harvest: FeedHarvest, at now: Instant) throws(StoreError) -> HarvestCount {
    try save([harvest], at: now)[0]
  }
}

/// Writes harvests within a transaction.
private struct HarvestWriter {
  private struct KnownFeed {
    let url: String
    let title: String?
    let movedTo: String?
  }

  let database: Database
  let now: Instant
  private let known: [String: KnownFeed]

  init(_ database: Database, at now: Instant, feeds: [FeedSource.ID]) throws {
    self.database = database
    self.now = now
    let places = Array(repeating: "?", count: feeds.count).joined(separator: ",")
    let rows = try Row.fetchAll(
      database.cachedStatement(sql: "SELECT id, url, title, movedTo FROM feed WHERE id IN (\(places))"),
      arguments: StatementArguments(feeds.map(\.rawValue)))
    known = Dictionary(
      rows.map { ($0["id"], KnownFeed(url: $0["url"], title: $0["title"], movedTo: $0["movedTo"])) }
    ) { first, _ in first }
  }

  func save(_ harvest: FeedHarvest) throws -> HarvestCount {
    try saveFeed(harvest)
    let isFirst = try saveVisit(harvest)
    for document in harvest.documents { try saveDocument(document) }
    for response in harvest.responses { try saveResponse(response) }
    var newEntries = 0
    var newComments = 0
    let hasEntries =
      try !harvest.entries.isEmpty && exists("entry WHERE feedID = ?", harvest.source.id.rawValue)
    for entry in harvest.entries {
      let isKnown = try hasEntries && exists("entry WHERE id = ?", entry.entry.id.rawValue)
      try saveEntry(entry, isFirstVisit: isFirst)
      if !isKnown { newEntries += 1 }
      newComments += try saveReadings(of: entry)
    }
    return HarvestCount(newEntries: newEntries, newComments: newComments)
  }

  private func exists(_ rows: String, _ argument: String) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(rows))")
    return try Bool.fetchOne(statement, arguments: [argument]) ?? false
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    let statement = try database.cachedStatement(sql: sql)
    // How many there must be is plain to see where this is called.
    statement.setUncheckedArguments(arguments)
    try statement.execute()
  }

  // MARK: Feed

  /// Writes only what differs.
  private func saveFeed(_ harvest: FeedHarvest) throws {
    let source = harvest.source
    let known = known[source.id.rawValue]
    if known == nil || known?.url != source.feedURL || known?.title != source.title {
      try run(
        """
        INSERT INTO feed (id, url, title) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title
        """, [source.id.rawValue, source.feedURL, source.title])
    }
    if let wishes = harvest.wishes {
      // Most feeds wish nothing.
      let json = wishes == FeedWishes() ? nil : String(decoding: try encoded(wishes), as: UTF8.self)
      try run("UPDATE feed SET wishes = ?1 WHERE id = ?2 AND wishes IS NOT ?1", [json, source.id.rawValue])
    }
    let movedTo = harvest.visit.movedTo
    guard !harvest.visit.outcome.isFailure, movedTo != nil || known?.movedTo != nil else { return }
    try run(
      """
      UPDATE feed SET movedCount = CASE WHEN ?2 IS NULL THEN 0 WHEN movedTo IS ?2 THEN movedCount + 1 ELSE 1 END,
        movedTo = ?2
      WHERE id = ?1 AND (movedTo IS NOT ?2 OR ?2 IS NOT NULL AND movedCount < 3)
      """, [source.id.rawValue, movedTo])
  }

  /// True if no visit to this feed succeeded before.
  private func saveVisit(_ harvest: FeedHarvest) throws -> Bool {
    let id = harvest.source.id.rawValue
    let visit = harvest.visit
    let isFirst =
      try !harvest.entries.isEmpty
      && !exists("visit WHERE feedID = ? AND outcome IN ('updated', 'notModified')", id)
    try run(
      """
      INSERT OR REPLACE INTO visit (feedID, at, outcome, failures, message, nextAt)
      VALUES (?1, ?2, ?3, CASE WHEN ?4 THEN 1 + coalesce(
        (SELECT failures FROM visit WHERE feedID = ?1 ORDER BY at DESC LIMIT 1), 0) ELSE 0 END, ?5, ?6)
      """,
      [
        id, now.secondsSince1970, visit.outcome.rawValue, visit.outcome.isFailure, visit.message,
        visit.nextAt?.secondsSince1970,
      ])
    return isFirst
  }

  private func saveDocument(_ document: DocumentState) throws {
    try run(
      """
      INSERT INTO document (url, etag, lastModified, hash, fetchedAt) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, lastModified = excluded.lastModified,
        hash = excluded.hash, fetchedAt = excluded.fetchedAt
        WHERE etag IS NOT excluded.etag OR lastModified IS NOT excluded.lastModified OR hash IS NOT excluded.hash
      """,
      [document.url, document.etag, document.lastModified, document.hash?.rawValue, now.secondsSince1970])
  }

  private func saveResponse(_ response: StoredResponse) throws {
    try run(
      """
      INSERT INTO response (url, hash, finalURL, contentType, fetchedAt, size, body) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (url, hash) DO UPDATE SET finalURL = excluded.finalURL, contentType = excluded.contentType,
        fetchedAt = excluded.fetchedAt
      """,
      [
        response.url, response.hash.rawValue, response.finalURL, response.contentType, now.secondsSince1970,
        response.size, Data(response.frame),
      ])
  }

  // MARK: Entries

  /// What has no date belongs to the moment at which it was first seen; on the first visit to a feed it is old, else
  /// all that a feed holds would be news. A date in the future is taken for a slip.
  private func saveEntry(_ harvest: EntryHarvest, isFirstVisit: Bool) throws {
    let entry = harvest.entry
    let latest = now.secondsSince1970 + 86_400
    let stated: Int64? = entry.date.map {
      $0.secondsSince1970 > latest ? now.secondsSince1970 : $0.secondsSince1970
    }
    let date = stated ?? (isFirstVisit ? 0 : now.secondsSince1970)
    try run(
      """
      INSERT INTO entry (id, feedID, date, seenAt, json, link, responseHash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (id) DO UPDATE SET json = excluded.json, link = excluded.link,
        responseHash = excluded.responseHash, date = CASE WHEN ?8 IS NULL OR ?8 > ?9 THEN date ELSE ?8 END
        WHERE json IS NOT excluded.json OR link IS NOT excluded.link OR responseHash IS NOT excluded.responseHash
      """,
      [
        entry.id.rawValue, entry.feedID.rawValue, date,
        now.secondsSince1970, try encoded(entry.withoutText), harvest.link, harvest.responseHash?.rawValue,
        entry.date?.secondsSince1970, latest,
      ])
  }

  /// Stores article and discussion; the number of comments that were not known.
  private func saveReadings(of harvest: EntryHarvest) throws -> Int {
    let id = harvest.entry.id.rawValue
    if let article = harvest.article {
      let json = try encoded(article)
      try run(
        """
        INSERT INTO revision (entryID, source, readAt, json)
          SELECT entryID, source, readAt, json FROM article WHERE entryID = ? AND json IS NOT ?
        """, [id, json])
      try run(
        """
        INSERT INTO article (entryID, source, readAt, json, responseHash) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (entryID) DO UPDATE SET source = excluded.source, readAt = excluded.readAt,
          json = excluded.json, responseHash = excluded.responseHash
          WHERE json IS NOT excluded.json OR source IS NOT excluded.source
        """,
        [
          id, harvest.articleSource.rawValue, now.secondsSince1970, json,
          harvest.articleResponseHash?.rawValue,
        ])
    }
    guard let discussion = harvest.discussion else { return 0 }
    let stored = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT json FROM discussion WHERE entryID = ?"), arguments: [id])
    let known = try stored.map { try decoded(Discussion.self, from: $0) }?.comments.map(\.id) ?? []
    try run(
      "INSERT OR REPLACE INTO discussion (entryID, readAt, json) VALUES (?, ?, ?)",
      [id, now.secondsSince1970, try encoded(discussion)])
    return Set(discussion.comments.map(\.id)).subtracting(known).count
  }
}
