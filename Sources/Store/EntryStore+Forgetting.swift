import Foundation
import GRDB
public import Model

/// What was deleted for good.
public struct ForgottenCount: Hashable, Sendable, Codable {
  public var entries = 0
  public var comments = 0
  public var responses = 0
  public init() {}
}

extension EntryStore {
  /// Deletes a feed with its entries, their articles and comments, and all that its address answered.
  ///
  /// - Parameter addresses: those that were asked for an entry.
  public func forget(
    feed id: FeedSource.ID, addresses: (Entry) -> [String]
  ) throws(StoreError) -> ForgottenCount {
    var count = ForgottenCount()
    try write { database in
      let ids = try String.fetchAll(
        database, sql: "SELECT id FROM entry WHERE feedID = ?", arguments: [id.rawValue])
      for entry in ids { count.add(try remove(entry: entry, addresses, from: database)) }
      let url = try String.fetchOne(
        database, sql: "SELECT url FROM feed WHERE id = ?", arguments: [id.rawValue])
      if let url { count.responses += try removeResponses(at: url, from: database) }
      try database.execute(sql: "DELETE FROM feed WHERE id = ?", arguments: [id.rawValue])
    }
    try compact()
    return count
  }

  /// Deletes the entries of all feeds, or of one, whose date is before `date`. Those that a feed still carries come
  /// back when the feed changes, as old ones.
  public func forget(
    before date: Instant, in feedID: FeedSource.ID? = nil, addresses: (Entry) -> [String]
  ) throws(StoreError) -> ForgottenCount {
    var count = ForgottenCount()
    try write { database in
      let ids = try String.fetchAll(
        database, sql: "SELECT id FROM entry WHERE date < ? AND (?2 IS NULL OR feedID = ?2)",
        arguments: [date.secondsSince1970, feedID?.rawValue])
      for entry in ids { count.add(try remove(entry: entry, addresses, from: database)) }
      try database.execute(
        sql: "DELETE FROM response WHERE fetchedAt < ?", arguments: [date.secondsSince1970])
      count.responses += database.changesCount
    }
    try compact()
    return count
  }

  /// Deletes the entries with these comparable permalinks, and never takes them in again.
  ///
  /// - Parameters:
  ///   - link: in the form in which entries keep it.
  ///   - mark: a hash by which the address is recognised later.
  ///   - addresses: those that were asked for an entry; of the feeds that carried it the answers go, too.
  public func forget(
    link: String, mark: ContentHash, addresses: (Entry) -> [String]
  ) throws(StoreError) -> ForgottenCount {
    var count = ForgottenCount()
    try write { database in
      let ids = try String.fetchAll(database, sql: "SELECT id FROM entry WHERE link = ?", arguments: [link])
      try database.execute(
        sql: """
          DELETE FROM response WHERE url IN
            (SELECT feed.url FROM feed JOIN entry ON entry.feedID = feed.id WHERE entry.link = ?)
          """, arguments: [link])
      count.responses += database.changesCount
      for entry in ids { count.add(try remove(entry: entry, addresses, from: database)) }
      try database.execute(
        sql: "INSERT OR IGNORE INTO forgotten (hash) VALUES (?)", arguments: [mark.rawValue])
    }
    try compact()
    return count
  }

  /// Deletes what a person wrote in comments, and never takes it in again. Answers to it stay.
  ///
  /// - Parameters:
  ///   - matches: whether a comment's author is that person.
  ///   - mark: a hash by which the name is recognised later.
  ///   - addresses: those that were asked for an entry.
  public func forgetComments(
    mark: ContentHash, by matches: (Model.Comment) -> Bool, addresses: (Entry) -> [String]
  ) throws(StoreError) -> ForgottenCount {
    var count = ForgottenCount()
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO forgotten (hash) VALUES (?)", arguments: [mark.rawValue])
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT discussion.entryID, discussion.json, entry.json AS entry FROM discussion
          JOIN entry ON entry.id = discussion.entryID
          """)
      for row in rows {
        let discussion = try decoded(Discussion.self, from: row["json"])
        let kept = discussion.comments.filter { !matches($0) }
        guard kept.count < discussion.comments.count else { continue }
        count.comments += discussion.comments.count - kept.count
        let changed = Discussion(
          comments: kept.map { comment in
            kept.contains { $0.id == comment.parentID } ? comment : comment.withoutParent
          }, url: discussion.url, statedCount: discussion.statedCount)
        try database.execute(
          sql: "UPDATE discussion SET json = ? WHERE entryID = ?",
          arguments: [try encoded(changed), row["entryID"] as String])
        // The answers out of which the comments were read hold them too.
        let entry = try decoded(Entry.self, from: row["entry"])
        for url in addresses(entry) { count.responses += try removeResponses(at: url, from: database) }
      }
    }
    try compact()
    return count
  }

  /// Hashes of what must not come in again.
  public func forgottenMarks() throws(StoreError) -> Set<ContentHash> {
    try read { database in
      try Set(String.fetchAll(database, sql: "SELECT hash FROM forgotten").map(ContentHash.init(rawValue:)))
    }
  }

  /// Overwrites what was deleted, so that it is not to be found in the file.
  private func compact() throws(StoreError) {
    try perform {
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        try database.checkpoint(.truncate)
      }
    }
  }
}

/// Deletes one entry with all that hangs on it.
private func remove(
  entry id: String, _ addresses: (Entry) -> [String], from database: Database
) throws -> ForgottenCount {
  var count = ForgottenCount()
  let row = try Row.fetchOne(
    database,
    sql: """
      SELECT entry.json AS entry, discussion.json AS discussion FROM entry
      LEFT JOIN discussion ON discussion.entryID = entry.id WHERE entry.id = ?
      """, arguments: [id])
  guard let row else { return count }
  let entry = try decoded(Entry.self, from: row["entry"])
  count.entries = 1
  count.comments =
    try (row["discussion"] as Data?).map { try decoded(Discussion.self, from: $0).comments.count } ?? 0
  for url in addresses(entry) { count.responses += try removeResponses(at: url, from: database) }
  try database.execute(sql: "DELETE FROM entry WHERE id = ?", arguments: [id])
  return count
}

/// Deletes what an address answered and what is known of it.
private func removeResponses(at url: String, from database: Database) throws -> Int {
  try database.execute(sql: "DELETE FROM document WHERE url = ?", arguments: [url])
  try database.execute(sql: "DELETE FROM response WHERE url = ?", arguments: [url])
  return database.changesCount
}

extension ForgottenCount {
  fileprivate mutating func add(_ other: ForgottenCount) {
    entries += other.entries
    comments += other.comments
    responses += other.responses
  }
}

extension Model.Comment {
  /// The same, answering nobody: what it answered is gone.
  fileprivate var withoutParent: Model.Comment {
    Model.Comment(
      id: id, author: author, authorURL: authorURL, published: published, text: text, votes: votes,
      permalink: permalink, isByArticleAuthor: isByArticleAuthor, kind: kind)
  }
}
