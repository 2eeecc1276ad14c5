public import Model

/// What one whole run did.
public struct BuildResult: Sendable {
  public let feeds: [FeedReport]
  public let finished: FinishedEdition

  public var failedFeeds: [FeedReport] { feeds.filter { $0.outcome == .failed } }
}

extension WeeklyJob {
  /// Fetch, draft, render and lint in one go: what cron runs. Offline, only what is stored is used.
  ///
  /// - Parameter folder: name of the edition's folder, if it is not to be called by the edition's id.
  public func build(_ range: EditionRange, folder: String? = nil) async throws -> BuildResult {
    try workspace.checkTemplate()
    let feeds =
      exchange == nil
      ? []
      : try await fetch(
        FetchScope(since: workspace.zone.period(range).start, isThorough: true))
    let edition = try draft(range, feeds: feeds)
    return BuildResult(feeds: feeds, finished: try finish(edition, folder: folder))
  }
}
