import Configuration
import Fetch
import Foundation
import Model
import Store

/// What a fetch knows before it asks anybody: read from the store once, for all feeds.
struct FetchPlan: Sendable {
  let now: Instant
  /// Pages and comments are read for entries that are not older.
  let horizon: Instant
  /// Whether every discussion is asked for that may have grown, however young what we have of it is.
  let isThorough: Bool
  /// Whether feeds are asked that do not want to be asked yet.
  let asksAll: Bool
  let settings: Settings
  private let documents: [String: DocumentState]
  private let states: [FeedSource.ID: FeedState]
  private let recentFeeds: Set<FeedSource.ID>
  private let forgotten: Set<ContentHash>
  /// Hosts that want to be left alone, and until when.
  private let pausedHosts: [String: Instant]

  init(
    store: EntryStore, now: Instant, horizon: Instant, isThorough: Bool, asksAll: Bool, settings: Settings
  ) throws(StoreError) {
    self.now = now
    self.horizon = horizon
    self.isThorough = isThorough
    self.asksAll = asksAll
    self.settings = settings
    documents = try store.feedDocuments()
    let known = try store.feedStates()
    states = Dictionary(known.map { ($0.feedID, $0) }) { first, _ in first }
    recentFeeds = try store.feedsWithEntries(since: horizon)
    forgotten = try store.forgottenMarks()
    let throttled = known.filter { $0.outcome == .throttled }.compactMap { state in
      state.nextAt.map { (hostName(of: state.feedURL), $0) }
    }
    pausedHosts = Dictionary(throttled, uniquingKeysWith: max)
  }

  /// What is known of the feed's own address; `nil` if that address is new.
  func document(of source: FeedSource) -> DocumentState? { documents[source.feedURL] }

  /// Whether the feed has entries whose discussions may grow.
  func hasRecentEntries(_ source: FeedSource) -> Bool { recentFeeds.contains(source.id) }

  /// Whether nothing of the feed is stored.
  func isNew(_ source: FeedSource) -> Bool { states[source.id] == nil }

  /// Whether that person or address must not come in again.
  func isForgotten(_ mark: ContentHash) -> Bool { !forgotten.isEmpty && forgotten.contains(mark) }

  var forgetsNothing: Bool { forgotten.isEmpty }

  /// Failed visits in a row up to now.
  func failures(of source: FeedSource) -> Int { states[source.id]?.consecutiveFailures ?? 0 }

  /// When the feed wants to be asked, as it said when it was last read.
  func wishes(of source: FeedSource) -> FeedWishes { states[source.id]?.wishes ?? FeedWishes() }

  /// Why the feed is not asked now.
  enum Rest: Sendable {
    /// It does not want to be asked before that moment; all is well.
    case notDue(until: Instant)
    /// Its host wants to be left alone.
    case throttled(until: Instant)
    /// It is gone for good.
    case gone(message: String)
  }

  /// `nil` if the feed is to be asked now.
  func rest(of source: FeedSource) -> Rest? {
    guard !asksAll else { return nil }
    let state = states[source.id].flatMap { $0.feedURL == source.feedURL ? $0 : nil }
    if let state, state.outcome == .gone {
      return .gone(message: state.message ?? "removed for good")
    }
    if !pausedHosts.isEmpty, let until = pausedHosts[hostName(of: source.feedURL)], until > now {
      return .throttled(until: until)
    }
    // A clock that was set back must not silence a feed for long.
    if !isThorough, let state, let until = state.nextAt, until > now, let checked = state.checkedAt,
      checked <= now
    {
      return .notDue(until: until)
    }
    return nil
  }
}

func hostName(of url: String) -> String { URL(string: url)?.host() ?? url }
