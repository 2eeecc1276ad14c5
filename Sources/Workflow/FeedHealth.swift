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
  /// Not to be asked again before then, by its own or its server's wish.
  public let nextAt: Instant?
  /// Where it says that it has moved for good: the address to subscribe to. `nil` until it said so three times in a row.
  public let movedTo: String?
  /// Whether the configuration says that it is not to be asked.
  public let isDisabled: Bool

  /// Whether somebody should look after the feed: one or two failures mend themselves.
  public var needsCare: Bool { consecutiveFailures >= FeedHealth.patience || movedTo != nil }

  /// Failed visits in a row after which a feed is worth a word.
  public static let patience = 3

  /// One line: `12 entries, checked 2026-11-22T20:00:00Z` or `failed 3 times: …`.
  public var summary: String {
    let entries = entryCount == 1 ? "1 entry" : "\(entryCount) entries"
    let checked = checkedAt.map { ", checked \($0)" } ?? ""
    var words = entries + checked
    if consecutiveFailures > 0 {
      let times = consecutiveFailures == 1 ? "once" : "\(consecutiveFailures) times"
      words = "failed \(times): \(message ?? "no reason known"); " + words
    }
    if let movedTo { words += "; moved to \(movedTo) (subscribe to that address instead)" }
    if isDisabled { words = "disabled; " + words }
    return words
  }
}

extension Workspace {
  /// What the store knows of each feed; empty if nothing was fetched yet.
  public func feedStates() throws -> [FeedSource.ID: FeedHealth] {
    let path = path(settings.storePath)
    guard Files.exists(path) else { return [:] }
    return try feedStates(of: EntryStore(path: path))
  }

  func feedStates(of store: EntryStore) throws -> [FeedSource.ID: FeedHealth] {
    let counts = try store.entryCounts()
    let states = try store.feedStates().map { state in
      (
        state.feedID,
        FeedHealth(
          checkedAt: state.checkedAt, consecutiveFailures: state.consecutiveFailures, message: state.message,
          entryCount: counts[state.feedID] ?? 0, nextAt: state.nextAt,
          movedTo: state.movedCount >= 3 ? state.movedTo : nil,
          isDisabled: settings.feedSettings[state.feedID]?.isEnabled == false)
      )
    }
    return Dictionary(states) { first, _ in first }
  }
}
