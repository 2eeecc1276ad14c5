import GRDB

/// Why the store could not be used.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It cannot be opened or written.
  case unusable(path: String?, reason: String)
  /// A newer version of digest wrote it.
  case newer(path: String)
  /// The file is no store, or damaged.
  case damaged(path: String?, reason: String)

  init(_ error: any Error, path: String?) {
    switch error {
    case let error as StoreError:
      self = error
    case let error as DatabaseError
    where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT:
      self = .damaged(path: path, reason: error.message ?? "no database")
    case let error as DatabaseError:
      self = .unusable(path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
    case is DecodingError:
      self = .damaged(path: path, reason: "a stored value cannot be read back")
    default:
      self = .unusable(path: path, reason: "\(error)")
    }
  }

  public var description: String {
    switch self {
    case .unusable(let path, let reason):
      "the store\(place(path)) cannot be used: \(reason) (check that the folder exists and may be written)"
    case .newer(let path):
      "the store \(path) was written by a newer version of digest (use that version, or another store)"
    case .damaged(let path, let reason):
      "the store\(place(path)) is damaged: \(reason) (move it away and fetch again, or restore a copy)"
    }
  }

  private func place(_ path: String?) -> String { path.map { " " + $0 } ?? "" }
}
