import Articles
import Feeds
import Fetch
import Model
import Store

/// Visits one feed: the feed itself, the pages of its teasers, the comments of its articles. Reads the store, never writes it.
struct Harvester: Sendable {
  /// What a visit brought, and what there is to say about it.
  struct Visit: Sendable {
    let harvest: FeedHarvest
    let isModified: Bool
    let pages: Int
    let warnings: [Diagnostic]
  }

  let store: EntryStore
  let fetcher: DocumentFetcher
  /// Pages and comments are read for entries that are not older.
  let horizon: Instant

  func visit(_ source: FeedSource) async throws -> Visit {
    let known = try store.document(at: source.feedURL)
    let result = await fetcher.fetch(source.feedURL, .feed, known: known)
    switch result {
    case .failed(let failure):
      return failed(source, failure.message)
    case .notModified:
      return try await readAgain(source, documents: [], warnings: [])
    case .fetched(let document):
      let state = DocumentState(document)
      if let known, known.hash == state.hash {
        return try await readAgain(source, documents: [state], warnings: [])
      }
      return try await read(document, state: state, of: source)
    }
  }

  private func read(_ document: FetchedDocument, state: DocumentState, of source: FeedSource) async throws
    -> Visit
  {
    let parsed = document.parsedFeed
    guard parsed.isFeed else {
      return failed(source, notAFeed(document, at: source.feedURL))
    }
    var warnings = parsed.warnings.prefix(5).map { $0.of(source.feedURL) }
    let entries = EntryNormaliser(feedID: source.id, url: document.finalURL).entries(of: parsed)
    if entries.isEmpty {
      warnings.append(
        Diagnostic(
          severity: .warning, code: "feed-empty", message: "the feed has no entries", source: source.feedURL))
    }
    return try await collect(
      entries.map { ($0, isFresh: true) }, of: source, documents: [state], isModified: true,
      warnings: warnings)
  }

  /// The feed says nothing new; its articles' discussions may still have grown.
  private func readAgain(
    _ source: FeedSource, documents: [DocumentState], warnings: [Diagnostic]
  ) async throws -> Visit {
    let stored = try store.entries(from: horizon, to: Instant(secondsSince1970: .max), of: source.id)
    return try await collect(
      stored.map { ($0.entry, isFresh: false) }, of: source, documents: documents, isModified: false,
      warnings: warnings)
  }

  private func collect(
    _ entries: [(entry: Entry, isFresh: Bool)], of source: FeedSource, documents: [DocumentState],
    isModified: Bool, warnings: [Diagnostic]
  ) async throws -> Visit {
    var documents = documents
    var warnings = warnings
    var harvests: [EntryHarvest] = []
    var pages = 0
    for (entry, isFresh) in entries {
      if let date = entry.date, date < horizon {
        harvests.append(EntryHarvest(entry: entry))
        continue
      }
      var reading = EntryReading(
        entry: entry, stored: try store.entry(entry.id), source: source, isCountFresh: isFresh,
        store: store, fetcher: fetcher)
      try await reading.read()
      harvests.append(reading.harvest)
      documents += reading.documents
      for warning in reading.warnings where !warnings.contains(where: { $0.message == warning.message }) {
        warnings.append(warning)
      }
      pages += reading.hasReadPage ? 1 : 0
    }
    return Visit(
      harvest: FeedHarvest(source: source, documents: documents, entries: harvests), isModified: isModified,
      pages: pages, warnings: warnings)
  }

  private func failed(_ source: FeedSource, _ message: String) -> Visit {
    Visit(
      harvest: FeedHarvest(source: source, failure: message), isModified: false, pages: 0, warnings: [])
  }

  private func notAFeed(_ document: FetchedDocument, at url: String) -> String {
    let start = document.body.prefix(2000)
    let looksLikeHTML =
      start.contains(UInt8(ascii: "<"))
      && String(decoding: start, as: UTF8.self).lowercased().contains("<html")
    if document.body.isEmpty { return "the answer was empty (try again later)" }
    return looksLikeHTML
      ? "an HTML page instead of a feed (the site may be broken, or the feed has moved: open \(url) in a browser)"
      : "no feed that we know (open \(url) in a browser and look for its RSS or Atom address)"
  }
}
