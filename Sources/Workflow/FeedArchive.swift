import Articles
import Feeds
import Model
import Store

/// Reads entries again out of the feeds' answers as they were kept: for entries that were too old to be read when they
/// were fetched.
struct FeedArchive {
  private let store: EntryStore
  private let sources: [FeedSource.ID: FeedSource]
  /// The entries of answers that were read before, by hash.
  private var read: [ContentHash: [Entry.ID: Entry]] = [:]

  init(store: EntryStore, sources: [FeedSource.ID: FeedSource]) {
    self.store = store
    self.sources = sources
  }

  /// The stored article, or the one that the feed carried; `nil` if its answer is no longer kept.
  mutating func article(of stored: StoredEntry) throws -> Article? {
    try stored.article ?? entry(of: stored).map { carriedArticle(of: $0) }
  }

  /// The entry with the text that the feed carried; `nil` if its answer is no longer kept.
  mutating func entry(of stored: StoredEntry) throws -> Entry? {
    guard let hash = stored.responseHash, let source = sources[stored.entry.feedID] else { return nil }
    if read[hash] == nil { read[hash] = try entries(hash, of: source) }
    // An entry whose id was changed is stored under its first one.
    let entry =
      read[hash]?[stored.entry.id]
      ?? read[hash]?.values.first { stored.link != nil && $0.url.flatMap(comparableLink) == stored.link }
    return entry?.identified(as: stored.entry.id)
  }

  private func entries(_ hash: ContentHash, of source: FeedSource) throws -> [Entry.ID: Entry] {
    guard let response = try store.response(hash, at: source.feedURL), let body = try? response.body() else {
      return [:]
    }
    let headers = response.contentType.map { [(name: "Content-Type", value: $0)] } ?? []
    let feed = FeedParser(url: response.finalURL, headers: headers).parse(body)
    let entries = EntryNormaliser(feedID: source.id, url: response.finalURL).entries(of: feed)
    return Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
  }
}
