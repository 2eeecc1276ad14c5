import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite("Stores that earlier versions wrote")
struct MigrationTests {
  @Test("A store of the first version is brought up to date with all it holds, and copied before")
  func firstVersion() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "digest-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "store.sqlite").path
    try writeFirstVersion(path)

    let store = try EntryStore(path: path)
    let entry = try #require(try store.entry("a"))
    #expect(entry.entry.title == "On rain")
    #expect(entry.entry.contentHTML == "<p>It rained.</p>")
    #expect(entry.date == Instant(secondsSince1970: 1_794_780_000))
    #expect(entry.article?.blocks.map(\.text) == ["It rained."])
    #expect(entry.discussion?.comments.map(\.author) == ["Mika"])
    #expect(try store.document(at: "https://gauge.example/feed/")?.etag == "W/\"a\"")
    let state = try #require(try store.feedStates().first)
    #expect(state.consecutiveFailures == 2)
    #expect(state.message == "HTTP 503")
    #expect(state.checkedAt == Instant(secondsSince1970: 1_794_790_000))
    #expect(try store.faults().isEmpty)

    let copy = try DatabaseQueue(path: path + ".before-2")
    #expect(
      try copy.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations") }.count == 1)
    #expect(try copy.read { try String.fetchAll($0, sql: "SELECT title FROM feed") } == ["The Gauge"])
    #expect(!FileManager.default.fileExists(atPath: path + ".before-2.tmp"))
  }

  @Test("A store that is up to date is not copied")
  func upToDate() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "digest-store-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "store.sqlite").path
    _ = try EntryStore(path: path)
    _ = try EntryStore(path: path)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.allSatisfy { $0.hasPrefix("store.sqlite") && !$0.contains("before") })
  }

  /// The tables and rows as the first version had them.
  private func writeFirstVersion(_ path: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.write { database in
      try database.execute(
        sql: """
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
          INSERT INTO grdb_migrations VALUES ('1 feeds, entries, articles, comments');
          CREATE TABLE "feed" ("id" TEXT PRIMARY KEY NOT NULL, "url" TEXT NOT NULL, "title" TEXT, "checkedAt" INTEGER,
            "failures" INTEGER NOT NULL DEFAULT 0, "message" TEXT);
          CREATE TABLE "document" ("url" TEXT PRIMARY KEY NOT NULL, "etag" TEXT, "lastModified" TEXT, "hash" TEXT,
            "fetchedAt" INTEGER NOT NULL);
          CREATE TABLE "entry" ("id" TEXT PRIMARY KEY NOT NULL, "feedID" TEXT NOT NULL
            REFERENCES "feed"("id") ON DELETE CASCADE, "date" INTEGER NOT NULL, "seenAt" INTEGER NOT NULL,
            "json" BLOB NOT NULL);
          CREATE INDEX "index_entry_on_feedID" ON "entry"("feedID");
          CREATE INDEX "index_entry_on_date" ON "entry"("date");
          CREATE TABLE "article" ("entryID" TEXT PRIMARY KEY NOT NULL REFERENCES "entry"("id") ON DELETE CASCADE,
            "source" TEXT NOT NULL, "readAt" INTEGER NOT NULL, "json" BLOB NOT NULL);
          CREATE TABLE "discussion" ("entryID" TEXT PRIMARY KEY NOT NULL REFERENCES "entry"("id") ON DELETE CASCADE,
            "readAt" INTEGER NOT NULL, "json" BLOB NOT NULL);
          INSERT INTO feed VALUES ('gauge', 'https://gauge.example/feed/', 'The Gauge', 1794790000, 2, 'HTTP 503');
          INSERT INTO document VALUES ('https://gauge.example/feed/', 'W/"a"', NULL, '00', 1794790000);
          INSERT INTO entry VALUES ('a', 'gauge', 1794780000, 1794780000, CAST(
            '{"authors":[],"categories":[],"contentHTML":"<p>It rained.</p>","feedID":"gauge","id":"a","title":"On rain"}'
            AS BLOB));
          INSERT INTO article VALUES ('a', 'feed', 1794780000, CAST(
            '{"authors":[],"blocks":[{"emphasis":[],"index":0,"isOrdered":false,"items":[],"kind":"paragraph","text":"It rained."}]}'
            AS BLOB));
          INSERT INTO discussion VALUES ('a', 1794780000, CAST(
            '{"comments":[{"author":"Mika","id":"1","isByArticleAuthor":false,"isParentInferred":false,"kind":"comment","text":"Yes."}]}'
            AS BLOB));
          """)
    }
    try database.close()
  }
}
