import Foundation
import GRDB
public import Model

extension EntryStore {
  /// What to send along when `url` is fetched again; `nil` if it never answered.
  public func document(at url: String) throws(StoreError) -> DocumentState? {
    try read { database in
      try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM document WHERE url = ?"), arguments: [url]
      ).map(documentState)
    }
  }

  /// What is known of each feed's own address.
  public func feedDocuments() throws(StoreError) -> [String: DocumentState] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT document.* FROM document JOIN feed ON feed.url = document.url")
      return Dictionary(rows.map { ($0["url"], documentState($0)) }) { first, _ in first }
    }
  }

  /// Entries of all feeds, or of `feedID`, whose date lies in `start ..< end`, by date, then by id.
  public func entries(
    from start: Instant, to end: Instant, of feedID: FeedSource.ID? = nil
  ) throws(StoreError) -> [StoredEntry] {
    try read { database in
      let condition = feedID == nil ? "" : "AND entry.feedID = ?3 "
      var arguments: StatementArguments = [start.secondsSince1970, end.secondsSince1970]
      if let feedID { arguments += [feedID.rawValue] }
      return try Row.fetchAll(
        database.cachedStatement(
          sql: selectEntries
            + " WHERE entry.date >= ?1 AND entry.date < ?2 \(condition)ORDER BY entry.date, entry.id"),
        arguments: arguments
      ).map(storedEntry)
    }
  }

  /// How many entries of all feeds have a date in `start ..< end`.
  public func entryCount(from start: Instant, to end: Instant) throws(StoreError) -> Int {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM entry WHERE date >= ? AND date < ?",
        arguments: [start.secondsSince1970, end.secondsSince1970]) ?? 0
    }
  }

  /// The feeds that have an entry whose date is not before `start`.
  public func feedsWithEntries(since start: Instant) throws(StoreError) -> Set<FeedSource.ID> {
    try read { database in
      try Set(
        String.fetchAll(
          // The plus keeps SQLite from going through all entries in the order of their feeds.
          database, sql: "SELECT DISTINCT +feedID FROM entry WHERE date >= ?",
          arguments: [start.secondsSince1970]
        ).map(FeedSource.ID.init(rawValue:)))
    }
  }

  /// The entry with that identity, from whichever feed.
  public func entry(_ id: Entry.ID) throws(StoreError) -> StoredEntry? {
    try read { database in
      try Row.fetchOne(
        database.cachedStatement(sql: selectEntries + " WHERE entry.id = ?"), arguments: [id.rawValue]
      ).map(storedEntry)
    }
  }

  /// The entries with that permalink, as ``comparableLink`` gives it, newest first.
  public func entries(withLink link: String) throws(StoreError) -> [StoredEntry] {
    try read { database in
      try Row.fetchAll(
        database.cachedStatement(
          sql: selectEntries + " WHERE entry.link = ? ORDER BY entry.date DESC, entry.id"),
        arguments: [link]
      ).map(storedEntry)
    }
  }

  /// The identities under which entries of a feed are known by their permalinks, for those whose own identity is not
  /// known.
  ///
  /// - Parameter entries: identity and comparable permalink of each entry that the feed has now.
  public func knownIdentities(
    of entries: [(id: Entry.ID, link: String?)], in feedID: FeedSource.ID
  ) throws(StoreError) -> [Entry.ID: Entry.ID] {
    try read { database in
      var result: [Entry.ID: Entry.ID] = [:]
      for (id, link) in entries {
        guard let link,
          let known = try String.fetchOne(
            database.cachedStatement(
              sql: """
                SELECT id FROM entry WHERE link = ?1 AND feedID = ?2
                  AND NOT EXISTS (SELECT 1 FROM entry WHERE id = ?3) ORDER BY seenAt DESC, id LIMIT 1
                """),
            arguments: [link, feedID.rawValue, id.rawValue])
        else { continue }
        result[id] = Entry.ID(rawValue: known)
      }
      return result
    }
  }

  /// The body with that hash which `url` answered with; `nil` if it is no longer kept.
  public func response(_ hash: ContentHash, at url: String) throws(StoreError) -> StoredResponse? {
    try read { database in
      try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM response WHERE url = ? AND hash = ?"),
        arguments: [url, hash.rawValue]
      ).map { row in
        StoredResponse(
          url: row["url"], finalURL: row["finalURL"], contentType: row["contentType"], hash: hash,
          size: row["size"], frame: [UInt8](row["body"] as Data))
      }
    }
  }

  /// What articles of that entry were before they were edited, oldest first.
  public func revisions(of id: Entry.ID) throws(StoreError) -> [Article] {
    try read { database in
      try Data.fetchAll(
        database, sql: "SELECT json FROM revision WHERE entryID = ? ORDER BY readAt, rowid",
        arguments: [id.rawValue]
      ).map { try decoded(Article.self, from: $0) }
    }
  }
}

private func documentState(_ row: Row) -> DocumentState {
  DocumentState(
    url: row["url"], etag: row["etag"], lastModified: row["lastModified"],
    hash: (row["hash"] as String?).map(ContentHash.init(rawValue:)))
}

private let selectEntries = """
  SELECT entry.json AS entry, entry.date AS date, entry.link AS link, entry.responseHash AS responseHash,
    article.json AS article, article.source AS source, discussion.json AS discussion,
    discussion.readAt AS discussionReadAt
  FROM entry LEFT JOIN article ON article.entryID = entry.id
    LEFT JOIN discussion ON discussion.entryID = entry.id
  """

private func storedEntry(_ row: Row) throws -> StoredEntry {
  StoredEntry(
    entry: try decoded(Entry.self, from: row["entry"]),
    date: Instant(secondsSince1970: row["date"]), link: row["link"],
    responseHash: (row["responseHash"] as String?).map(ContentHash.init(rawValue:)),
    article: try (row["article"] as Data?).map { try decoded(Article.self, from: $0) },
    articleSource: (row["source"] as String?).flatMap(EntryHarvest.ArticleSource.init(rawValue:)),
    discussion: try (row["discussion"] as Data?).map { try decoded(Discussion.self, from: $0) },
    discussionReadAt: (row["discussionReadAt"] as Int64?).map(Instant.init(secondsSince1970:)))
}
