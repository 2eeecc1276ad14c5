import GRDB

/// The tables. A migration, once released, never changes; a new one is added below.
///
/// Values are kept as JSON beside the columns that are searched by. Names are compared as bytes (`BINARY`, SQLite's default), as
/// identifiers are in Swift.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 feeds, entries, articles, comments", migrate: first)
    migrator.registerMigration("2 visits, responses, revisions, editions", migrate: second)
    return migrator
  }

  private static func first(_ database: Database) throws {
    try database.create(table: "feed") { table in
      table.primaryKey("id", .text)
      table.column("url", .text).notNull()
      table.column("title", .text)
      table.column("checkedAt", .integer)
      table.column("failures", .integer).notNull().defaults(to: 0)
      table.column("message", .text)
    }
    // One row for each address that was fetched: what to send along next time, and what came last.
    try database.create(table: "document") { table in
      table.primaryKey("url", .text)
      table.column("etag", .text)
      table.column("lastModified", .text)
      table.column("hash", .text)
      table.column("fetchedAt", .integer).notNull()
    }
    try database.create(table: "entry") { table in
      table.primaryKey("id", .text)
      table.column("feedID", .text).notNull().indexed().references("feed", onDelete: .cascade)
      // The date that counts for periods: the entry's own, else when it was first seen.
      table.column("date", .integer).notNull().indexed()
      table.column("seenAt", .integer).notNull()
      table.column("json", .blob).notNull()
    }
    try database.create(table: "article") { table in
      table.primaryKey("entryID", .text).references("entry", onDelete: .cascade)
      table.column("source", .text).notNull()
      table.column("readAt", .integer).notNull()
      table.column("json", .blob).notNull()
    }
    try database.create(table: "discussion") { table in
      table.primaryKey("entryID", .text).references("entry", onDelete: .cascade)
      table.column("readAt", .integer).notNull()
      table.column("json", .blob).notNull()
    }
  }

  private static func second(_ database: Database) throws {
    // One row for each time that a feed was asked: its health, and when to ask again.
    try database.create(table: "visit", options: .withoutRowID) { table in
      table.column("feedID", .text).notNull().references("feed", onDelete: .cascade)
      table.column("at", .integer).notNull()
      table.column("outcome", .text).notNull()
      // Failed visits in a row, this one included.
      table.column("failures", .integer).notNull()
      table.column("message", .text)
      // Not to be asked again before then.
      table.column("nextAt", .integer)
      table.primaryKey(["feedID", "at"])
    }
    try database.execute(
      sql: """
        INSERT INTO visit (feedID, at, outcome, failures, message)
          SELECT id, checkedAt, CASE WHEN failures > 0 THEN 'failed' ELSE 'updated' END, failures, message
          FROM feed WHERE checkedAt IS NOT NULL;
        ALTER TABLE feed DROP COLUMN checkedAt;
        ALTER TABLE feed DROP COLUMN failures;
        ALTER TABLE feed DROP COLUMN message;
        -- Where the feed says it has moved for good, and how often in a row it said so.
        ALTER TABLE feed ADD COLUMN movedTo TEXT;
        ALTER TABLE feed ADD COLUMN movedCount INTEGER NOT NULL DEFAULT 0;
        -- When it wants to be asked.
        ALTER TABLE feed ADD COLUMN wishes TEXT;
        -- The permalink in comparable form, and the body in which the entry was last seen.
        ALTER TABLE entry ADD COLUMN link TEXT;
        ALTER TABLE entry ADD COLUMN responseHash TEXT;
        ALTER TABLE article ADD COLUMN responseHash TEXT;
        CREATE INDEX entry_on_link ON entry (link) WHERE link IS NOT NULL;
        """)
    // Answers as they came, one Zstandard frame each; superseded ones are kept for a while.
    try database.create(table: "response") { table in
      table.column("url", .text).notNull()
      table.column("hash", .text).notNull()
      table.column("finalURL", .text).notNull()
      table.column("contentType", .text)
      table.column("fetchedAt", .integer).notNull()
      table.column("size", .integer).notNull()
      table.column("body", .blob).notNull()
      table.uniqueKey(["url", "hash"])
    }
    // What articles were before they were edited.
    try database.create(table: "revision") { table in
      table.column("entryID", .text).notNull().indexed().references("entry", onDelete: .cascade)
      table.column("source", .text).notNull()
      table.column("readAt", .integer).notNull()
      table.column("json", .blob).notNull()
    }
    try database.create(table: "edition") { table in
      table.primaryKey("id", .text)
      table.column("draftedAt", .integer).notNull()
      table.column("items", .integer).notNull()
      table.column("hash", .text).notNull()
    }
    // People and addresses that must not come in again: hashes of them only.
    try database.create(table: "forgotten", options: .withoutRowID) { table in
      table.primaryKey("hash", .text)
    }
    try database.create(table: "note", options: .withoutRowID) { table in
      table.primaryKey("name", .text)
      table.column("value", .text).notNull()
    }
  }
}
