import Configuration
import Editions
import Foundation
import Hashing
public import Model
import Store

extension WeeklyJob {
  /// Picks articles, key paragraphs and comments of `range` out of the store.
  ///
  /// - Parameter feeds: what became of the feeds in this run, to be told if there is nothing to print.
  /// - Throws: ``NothingNew`` if the range holds no article.
  public func draft(_ range: EditionRange, feeds: [FeedReport] = []) throws -> Edition {
    try workspace.checkTemplate()
    let settings = workspace.settings
    let period = workspace.zone.period(range)
    let sources = Dictionary(workspace.feeds.map { ($0.id, $0) }) { first, _ in first }
    progress(.began(step: "draft", total: 1))
    defer { progress(.ended(step: "draft")) }
    let found = try store.entries(from: period.start, to: period.end).filter {
      sources[$0.entry.feedID] != nil
    }
    var archive = FeedArchive(store: store, sources: sources)
    func candidate(_ stored: StoredEntry) throws -> Candidate? {
      guard let source = sources[stored.entry.feedID] else { return nil }
      let article = try archive.article(of: stored) ?? Article(blocks: [])
      return Candidate(
        entry: stored.entry.namingGuest(of: article), source: source, article: article,
        discussion: stored.discussion ?? .empty, firstSeen: stored.date)
    }
    let candidates = try withoutRepeats(found, feeds: workspace.feeds).compactMap(candidate)
    let zone = workspace.zone
    var policy = EditionPolicy(settings.edition, weights: settings.weights, feeds: workspace.feeds)
    let recent = RecentEditions(of: workspace, before: period)
    policy.recentEditions = recent.appearances
    let earlier = try recent.articles.compactMap { id, edition -> EarlierArticle? in
      guard let stored = try storedEntry(id), stored.discussion != nil else { return nil }
      return try candidate(stored).map { EarlierArticle($0, in: edition) }
    }
    let edition = assembleEdition(
      id: range.editionID, publication: settings.publication, period: period, date: period.end,
      candidates: candidates, earlier: recent.editions.isEmpty ? nil : earlier, policy: policy,
      feeds: try feedReports(), note: settings.edition.note,
      earlierArticles: { id in
        let before = try? store.entries(
          from: period.start.advanced(bySeconds: -Self.memorySeconds), to: period.start, of: id)
        return (before ?? []).suffix(Self.memoryEntries).compactMap { try? archive.article(of: $0) }
      },
      dayOf: { zone.day(of: $0) })
    guard !edition.items.isEmpty else {
      throw NothingNew(period: period, candidates: candidates.count, feeds: feeds)
    }
    return edition
  }
}

extension WeeklyJob {
  /// How far back, and in how many articles of a feed, it is looked for what recurs in them.
  private static let memorySeconds = 60 * 86_400
  private static let memoryEntries = 8

  /// The entry with that identity, with what other feeds know of its article.
  private func storedEntry(_ id: Entry.ID) throws -> StoredEntry? {
    let stored = try store.entry(id)
    guard let link = stored?.link else { return stored }
    let known = Set(workspace.feeds.map(\.id))
    let copies = try store.entries(withLink: link).filter { known.contains($0.entry.feedID) }
    return withoutRepeats(copies, feeds: workspace.feeds).first { $0.entry.id == id } ?? stored
  }

  /// How each feed was when it was last asked. What a run happened to bring is not in it: the same store makes the same
  /// edition, however often it was fetched for.
  private func feedReports() throws -> [FeedReport] {
    let states = Dictionary(try store.feedStates().map { ($0.feedID, $0) }) { first, _ in first }
    return workspace.feeds.compactMap { source in
      guard let state = states[source.id], let outcome = state.outcome else { return nil }
      return FeedReport(
        feedID: source.id, title: source.title, feedURL: source.feedURL,
        outcome: outcome.isFailure ? .failed : .updated, message: state.message)
    }
  }

  /// Renders `edition`, judges the result, writes all of its files, and remembers that it was drafted.
  ///
  /// - Parameter folder: name of the edition's folder, if it is not to be called by the edition's id.
  public func finish(_ edition: Edition, folder: String? = nil) throws -> FinishedEdition {
    let finished = try workspace.finish(edition, folder: folder)
    try store.record(
      DraftedEdition(
        id: edition.id, draftedAt: now, items: edition.items.count,
        hash: ContentHash(of: try Files.read(finished.folder.path + "/edition.json"))))
    return finished
  }
}

/// Nothing to print: no edition was made.
public struct NothingNew: Error, Hashable, Sendable, CustomStringConvertible {
  let period: Period
  let candidates: Int
  /// What became of the feeds, if they were visited in the same run.
  public let feeds: [FeedReport]

  public var description: String {
    let found =
      candidates == 0
      ? "no article from \(period.firstDay) to \(period.lastDay) in the store"
      : "none of the \(candidates) articles from \(period.firstDay) to \(period.lastDay) has text to quote"
    return "\(found); no edition was made (fetch first, or choose another week with --week)"
  }
}
