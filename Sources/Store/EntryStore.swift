import Foundation
import GRDB

/// What we have collected: entries, articles, comments, and what we know about each address.
///
/// One SQLite file in WAL mode with `synchronous=FULL`: what a call has stored survives a crash of program or machine.
/// A call either stores all it was given or nothing.
public final class EntryStore: Sendable {
  let database: any DatabaseWriter

  /// Opens the file at `path`, makes it and its folder if they do not exist, and brings an older one up to date. Before
  /// an older one is changed it is copied to `PATH.before-N`, where N is the number of its last change.
  ///
  /// - Throws: ``StoreError`` if it cannot be opened, is no store, or was written by a newer version.
  public init(path: String) throws(StoreError) {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      database = try DatabasePool(path: path, configuration: EntryStore.configuration())
    } catch {
      throw StoreError(error, path: path)
    }
    try bringUpToDate(path: path)
  }

  /// A store in memory, for dry runs and tests.
  public init() throws(StoreError) {
    do {
      database = try DatabaseQueue(configuration: EntryStore.configuration())
    } catch {
      throw StoreError(error, path: ":memory:")
    }
    try bringUpToDate(path: ":memory:")
  }

  private static func configuration() -> GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      // Ids are hashes: new entries go all over the indexes, which had better be in memory.
      try database.execute(sql: "PRAGMA cache_size = -32768")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
    }
    return configuration
  }

  private func bringUpToDate(path: String) throws(StoreError) {
    do {
      let migrator = Schema.migrator
      let (isNewer, isComplete, applied) = try database.read { database in
        (
          try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database),
          try migrator.appliedIdentifiers(database)
        )
      }
      if isNewer { throw StoreError.newer(path: path) }
      if isComplete { return }
      if !applied.isEmpty { try backUp(to: "\(path).before-\(applied.count + 1)") }
      try migrator.migrate(database)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Copies the store, whole and compact, unless a copy of that name is there already.
  func backUp(to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    // Under another name until it is whole.
    let unfinished = path + ".tmp"
    if FileManager.default.fileExists(atPath: unfinished) {
      try FileManager.default.removeItem(atPath: unfinished)
    }
    try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [unfinished]) }
    try FileManager.default.moveItem(atPath: unfinished, toPath: path)
  }

  /// Runs `body` with the database, for reading.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try perform { try database.read(body) }
  }

  /// Runs `body`, turning what it throws into a ``StoreError``.
  func perform<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    do {
      return try body()
    } catch {
      throw StoreError(error, path: nil)
    }
  }
}
