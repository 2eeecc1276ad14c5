import GRDB

/// The tables. A migration, once released, never changes; a new one is added below.
///
/// Values are kept as JSON beside the columns that are searched by. Names are compared as bytes (`BINARY`, SQLite's default), as
/// identifiers are in Swift.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 feeds, entries, articles, comments") { database in
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
    return migrator
  }
}
