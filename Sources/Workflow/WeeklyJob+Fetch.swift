import Configuration
public import Model
import Store

extension WeeklyJob {
  /// Visits every feed, or only one, and stores what changed. A feed that fails never stops the others.
  ///
  /// - Parameters:
  ///   - only: visit this feed alone.
  ///   - since: read pages and comments of entries back to here, if that is further back than the configured days.
  /// - Returns: a report a feed, in the order of the lists.
  public func fetch(only: FeedSource.ID? = nil, since: Instant? = nil) async throws -> [FeedReport] {
    guard let exchange else {
      throw WorkflowError(.failed, "offline: nothing is fetched (leave out --offline)")
    }
    let sources = workspace.feeds.filter { only == nil || $0.id == only }
    if let only, sources.isEmpty {
      throw WorkflowError(.notFound, "no feed is called “\(only)” (see: digest feeds list)")
    }
    let settings = workspace.settings.fetch
    let recent = now.advanced(bySeconds: -settings.days * 86_400)
    let fetcher = DocumentFetcher(exchange: exchange, settings: settings)
    let harvester = Harvester(store: store, fetcher: fetcher, horizon: min(recent, since ?? recent))

    progress(.began(step: "fetch", total: sources.count))
    var reports: [Int: FeedReport] = [:]
    try await withThrowingTaskGroup(of: (Int, Harvester.Visit).self) { group in
      var next = 0
      func startNext() {
        guard next < sources.count else { return }
        let index = next
        next += 1
        group.addTask { (index, try await harvester.visit(sources[index])) }
      }
      for _ in 0..<settings.concurrency { startNext() }
      while let (index, visit) = try await group.next() {
        startNext()
        let count = try store.save(visit.harvest, at: now)
        let report = FeedReport(source: sources[index], visit: visit, count: count)
        reports[index] = report
        progress(
          .advanced(step: "fetch", done: reports.count, total: sources.count, detail: report.title))
      }
    }
    progress(.ended(step: "fetch"))
    return sources.indices.compactMap { reports[$0] }
  }
}

extension FeedReport {
  fileprivate init(source: FeedSource, visit: Harvester.Visit, count: HarvestCount) {
    let outcome: Outcome =
      visit.harvest.failure != nil ? .failed : visit.isModified ? .updated : .notModified
    self.init(
      feedID: source.id, title: source.title, feedURL: source.feedURL, outcome: outcome,
      message: visit.harvest.failure, newEntries: count.newEntries, pages: visit.pages,
      newComments: count.newComments, warnings: visit.warnings)
  }
}
