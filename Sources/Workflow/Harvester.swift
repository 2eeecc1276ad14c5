import Articles
import Configuration
import Feeds
import Fetch
import Hashing
import Model
import Store
import Transport

/// Visits one feed: the feed itself, the pages of its teasers, the comments of its articles. Reads the store, never writes it.
struct Harvester: Sendable {
  /// What a visit brought, and what there is to say about it.
  struct Result: Sendable {
    /// `nil` if the feed was not asked: nothing is to be stored.
    let harvest: FeedHarvest?
    let outcome: FeedReport.Outcome
    var message: String?
    var pages = 0
    var warnings: [Diagnostic] = []
  }

  let store: EntryStore
  let fetcher: DocumentFetcher
  let plan: FetchPlan

  func visit(_ source: FeedSource) async throws -> Result {
    if let rest = plan.rest(of: source) { return resting(rest) }
    let known = plan.document(of: source)
    switch await fetcher.fetch(source.feedURL, .feed, known: known, for: source.id) {
    case .failed(let failure):
      return failed(source, failure)
    case .notModified(let document):
      let state = DocumentState(
        url: source.feedURL, etag: document.validators.etag, lastModified: document.validators.lastModified,
        hash: known?.hash)
      return try await readAgain(
        source, documents: state == known ? [] : [state],
        visit: Visit(
          outcome: .notModified, nextAt: nextVisit(source, document.fields, plan.wishes(of: source)),
          movedTo: document.permanentRedirect))
    case .fetched(let document):
      let state = DocumentState(document)
      if let known, known.hash == state.hash {
        return try await readAgain(
          source, documents: [state],
          visit: Visit(
            outcome: .notModified, nextAt: nextVisit(source, document.fields, plan.wishes(of: source)),
            movedTo: document.permanentRedirect))
      }
      return try await read(document, state: state, of: source)
    }
  }

  private func read(
    _ document: FetchedDocument, state: DocumentState, of source: FeedSource
  ) async throws -> Result {
    let parsed = document.parsedFeed
    guard parsed.isFeed else {
      return failed(source, Visit(outcome: .failed, message: notAFeed(document, at: source.feedURL)))
    }
    guard !parsed.entries.isEmpty || parsed.isWellFormed else {
      let message = "the feed is broken before its first entry (try again later, or tell its owner)"
      return failed(source, Visit(outcome: .failed, message: message))
    }
    var warnings = parsed.warnings.prefix(5).map { $0.of(source.feedURL) }
    var found = EntryNormaliser(feedID: source.id, url: document.finalURL).entries(of: parsed)
    if parsed.isCutOff {
      // What is whole of it is taken; without its validators, so that the rest is asked for next time.
      found = wanted(found.dropLast())
      let message =
        "the feed breaks off after \(found.count) whole entries (they were taken; try again later)"
      let kept = try await collect(
        try identified(found, of: source).map { ($0, isFresh: true) }, of: source, documents: [],
        responses: [],
        body: state.hash,
        visit: Visit(outcome: .failed, message: message), warnings: warnings)
      return Result(
        harvest: kept.harvest, outcome: .failed, message: message, pages: kept.pages, warnings: kept.warnings)
    }
    let wanted = wanted(found)
    let entries = try identified(wanted, of: source)
    // An answer is not kept in which an article stands that must not come in again.
    let responses =
      wanted.count < found.count ? [] : [try StoredResponse(document, .feed, hash: state.hash)]
    if found.isEmpty {
      warnings.append(
        Diagnostic(
          severity: .warning, code: "feed-empty", message: "the feed has no entries", source: source.feedURL))
    }
    return try await collect(
      entries.map { ($0, isFresh: true) }, of: source, documents: [state], responses: responses,
      body: state.hash, wishes: FeedWishes(parsed.channel),
      visit: Visit(
        outcome: .updated, nextAt: nextVisit(source, document.fields, FeedWishes(parsed.channel)),
        movedTo: document.permanentRedirect),
      warnings: warnings)
  }

  /// The feed says nothing new; its articles' discussions may still have grown.
  private func readAgain(
    _ source: FeedSource, documents: [DocumentState], visit: Visit
  ) async throws -> Result {
    guard plan.hasRecentEntries(source) else {
      return Result(
        harvest: FeedHarvest(source: source, documents: documents, visit: visit), outcome: .notModified)
    }
    let stored = try store.entries(from: plan.horizon, to: Instant(secondsSince1970: .max), of: source.id)
    // What was too old to be read when it came has no article yet, and no text in its row.
    var archive = FeedArchive(store: store, sources: [source.id: source])
    let entries = try stored.map { known in
      (known.article == nil ? try archive.entry(of: known) ?? known.entry : known.entry, isFresh: false)
    }
    return try await collect(
      entries, of: source, documents: documents, responses: [], body: nil, visit: visit, warnings: [])
  }

  private func collect(
    _ entries: [(entry: Entry, isFresh: Bool)], of source: FeedSource, documents: [DocumentState],
    responses: [StoredResponse], body: ContentHash?, wishes: FeedWishes? = nil, visit: Visit,
    warnings: [Diagnostic]
  ) async throws -> Result {
    var documents = documents
    var responses = responses
    var warnings = warnings
    var harvests: [EntryHarvest] = []
    var pages = 0
    for (entry, isFresh) in entries {
      if let date = entry.date, date < plan.horizon {
        harvests.append(
          EntryHarvest(entry: entry.withoutText, link: entry.url.flatMap(comparableLink), responseHash: body))
        continue
      }
      let (entry, stored) = try known(entry, isFresh: isFresh)
      var reading = EntryReading(
        entry: entry, stored: stored, source: source, isCountFresh: isFresh, body: body,
        store: store, fetcher: fetcher, plan: plan)
      try await reading.read()
      if let harvest = reading.harvest { harvests.append(harvest) }
      documents += reading.documents
      responses += reading.responses
      for warning in reading.warnings where !warnings.contains(where: { $0.message == warning.message }) {
        warnings.append(warning)
      }
      pages += reading.hasReadPage ? 1 : 0
    }
    return Result(
      harvest: FeedHarvest(
        source: source, documents: documents, responses: responses, entries: harvests, wishes: wishes,
        visit: visit),
      outcome: visit.outcome == .updated ? .updated : .notModified, pages: pages, warnings: warnings)
  }

  // MARK: Identity

  /// Without what must not come in again.
  private func wanted(_ entries: [Entry]) -> [Entry] {
    guard !plan.forgetsNothing else { return entries }
    return entries.filter { entry in
      entry.url.flatMap(comparableLink).map { !plan.isForgotten(.ofLink($0)) } ?? true
    }
  }

  /// The entry with what is stored of it. Where its id was that of another article before, it gets one of its own, so that
  /// nobody's comments come to stand under it.
  private func known(_ entry: Entry, isFresh: Bool) throws -> (Entry, StoredEntry?) {
    guard let stored = try store.entry(entry.id) else { return (entry, nil) }
    guard isFresh, entry.isOther(than: stored.entry) else { return (entry, stored) }
    let other = entry.identified(as: entry.idByWords)
    return (other, try store.entry(other.id))
  }

  /// The entries under the identities by which they are stored: one whose id was changed by the feed is known by its
  /// page, if no other entry has that page and the feed no longer has the old id.
  private func identified(_ entries: [Entry], of source: FeedSource) throws -> [Entry] {
    guard !plan.isNew(source) else { return entries }
    let links = entries.map { $0.url.flatMap(comparableLink) }
    var uses: [String: Int] = [:]
    for case let link? in links { uses[link, default: 0] += 1 }
    let known = try store.knownIdentities(
      of: zip(entries, links).map { ($0.id, $1.flatMap { uses[$0] == 1 ? $0 : nil }) }, in: source.id)
    guard !known.isEmpty else { return entries }
    let present = Set(entries.map(\.id))
    return entries.map { entry in
      guard let id = known[entry.id], !present.contains(id) else { return entry }
      return entry.identified(as: id)
    }
  }

  // MARK: Failures and rests

  private func failed(_ source: FeedSource, _ failure: FetchFailure) -> Result {
    let wait = failure.retryAfterSeconds.map { plan.now.advanced(bySeconds: $0) }
    let outcome: Visit.Outcome =
      switch failure.kind {
      case .gone: .gone
      case .throttled: .throttled
      default: .failed
      }
    return failed(source, Visit(outcome: outcome, message: failure.message, nextAt: wait))
  }

  private func failed(_ source: FeedSource, _ visit: Visit) -> Result {
    Result(harvest: FeedHarvest(source: source, visit: visit), outcome: .failed, message: visit.message)
  }

  private func resting(_ rest: FetchPlan.Rest) -> Result {
    switch rest {
    case .notDue(let until):
      Result(harvest: nil, outcome: .notDue, message: "wants to be asked again from \(until) on")
    case .throttled(let until):
      Result(
        harvest: nil, outcome: .failed,
        message: "its host asked to be left alone until \(until); nothing to do (or: digest fetch --all)")
    case .gone(let message): Result(harvest: nil, outcome: .failed, message: message)
    }
  }
}

extension ContentHash {
  /// By which an address that must not come in again is recognised.
  static func ofLink(_ link: String) -> ContentHash { ContentHash(of: "link\n\(link)") }

  /// By which a person who must not come in again is recognised.
  static func ofPerson(_ name: String) -> ContentHash {
    ContentHash(
      of: "person\n\(name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))")
  }
}

extension Harvester {
  /// When asking again makes sense at the earliest, by configuration, server and feed; `nil` for any time.
  private func nextVisit(_ source: FeedSource, _ fields: [HTTPField], _ wishes: FeedWishes) -> Instant? {
    Freshness(
      of: fields, ttlMinutes: wishes.ttlMinutes, skippedHours: wishes.skipHours, skippedDays: wishes.skipDays,
      configuredInterval: plan.settings.feedSettings[source.id]?.intervalSeconds
    ).nextVisit(after: plan.now)
  }
}

extension Entry {
  /// Whether this is another article than one of the same id: page, title and date differ, each of which may change.
  fileprivate func isOther(than known: Entry) -> Bool {
    guard let link = url.flatMap(comparableLink), let knownLink = known.url.flatMap(comparableLink),
      let published, let knownPublished = known.published
    else { return false }
    return link != knownLink && published != knownPublished
      && !TextLikeness(title: title, article: nil).title(
        isPartOf: TextLikeness(title: known.title, article: nil))
  }
}

extension FeedWishes {
  fileprivate init(_ channel: ParsedChannel) {
    self.init(ttlMinutes: channel.ttl, skipHours: channel.skipHours, skipDays: channel.skipDays)
  }
}
