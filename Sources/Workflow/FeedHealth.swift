import Configuration
public import Model
import Store

/// How a feed has been doing, for people and for `feeds list`.
public struct FeedHealth: Hashable, Sendable, Encodable {
  public let checkedAt: Instant?
  /// 0 if the last visit went well.
  public let consecutiveFailures: Int
  /// Why the last visit failed.
  public let message: String?
  public let entryCount: Int

  /// One line: `12 entries, checked 2026-11-22T20:00:00Z` or `failed 3 times: …`.
  public var summary: String {
    let entries = entryCount == 1 ? "1 entry" : "\(entryCount) entries"
    let checked = checkedAt.map { ", checked \($0)" } ?? ""
    guard consecutiveFailures > 0 else { return entries + checked }
    let times = consecutiveFailures == 1 ? "once" : "\(consecutiveFailures) times"
    return "failed \(times): \(message ?? "no reason known"); \(entries)\(checked)"
  }
}

extension Workspace {
  /// What the store knows of each feed; empty if nothing was fetched yet.
  public func feedStates() throws -> [FeedSource.ID: FeedHealth] {
    let path = path(settings.storePath)
    guard Files.exists(path) else { return [:] }
    let states = try EntryStore(path: path).feedStates().map { state in
      (
        state.feedID,
        FeedHealth(
          checkedAt: state.checkedAt, consecutiveFailures: state.consecutiveFailures, message: state.message,
          entryCount: state.entryCount)
      )
    }
    return Dictionary(states) { first, _ in first }
  }
}
