import Configuration
public import Model
import Store

/// Which feeds a fetch asks, and how eagerly.
public struct FetchScope: Sendable {
  /// Ask this feed alone.
  public var only: FeedSource.ID?
  /// Read pages and comments of entries back to here, if that is further back than the configured days.
  public var since: Instant?
  /// Ask feeds that do not want to be asked yet, and those that are gone.
  public var asksAll = false
  /// Ask for every discussion that may have grown, as before an edition is made.
  public var isThorough = false

  public init(
    only: FeedSource.ID? = nil, since: Instant? = nil, asksAll: Bool = false, isThorough: Bool = false
  ) {
    self.only = only
    self.since = since
    self.asksAll = asksAll
    self.isThorough = isThorough
  }
}

extension WeeklyJob {
  /// Visits feeds and stores what changed. A feed that fails never stops the others; what was fetched so far stays
  /// when the run is cut off.
  ///
  /// - Returns: a report a feed, in the order of the lists.
  public func fetch(_ scope: FetchScope = FetchScope()) async throws -> [FeedReport] {
    guard let exchange else {
      throw WorkflowError(.failed, "offline: nothing is fetched (leave out --offline)")
    }
    let sources = try sources(of: scope)
    let settings = workspace.settings.fetch
    let recent = now.advanced(bySeconds: -settings.days * 86_400)
    let plan = try FetchPlan(
      store: store, now: now, horizon: min(recent, scope.since ?? recent), isThorough: scope.isThorough,
      asksAll: scope.asksAll || scope.only != nil, settings: workspace.settings)
    let fetcher = DocumentFetcher(exchange: exchange, settings: settings, access: try workspace.feedAccess())
    let harvester = Harvester(store: store, fetcher: fetcher, plan: plan)

    progress(.began(step: "fetch", total: sources.count))
    defer { progress(.ended(step: "fetch")) }
    var tally = FetchTally(sources: sources, plan: plan)
    var batch = HarvestBatch()
    try await withThrowingTaskGroup(of: (Int, Harvester.Result).self) { group in
      var next = 0
      func startNext() {
        guard next < sources.count else { return }
        let index = next
        next += 1
        group.addTask { (index, try await harvester.visit(sources[index])) }
      }
      // Some wait for their hosts, some are being read.
      for _ in 0..<settings.concurrency * 2 { startNext() }
      while let (index, result) = try await group.next() {
        startNext()
        batch.add(result, of: index)
        tally.finished(index, result)
        progress(tally.progress)
        if batch.isFull { try save(&batch, into: &tally) }
      }
    }
    try save(&batch, into: &tally)
    try store.prune(before: now.advanced(bySeconds: -settings.keepDays * 86_400), at: now)
    return tally.reports
  }

  private func sources(of scope: FetchScope) throws(WorkflowError) -> [FeedSource] {
    guard let only = scope.only else { return workspace.feeds.filter { workspace.isEnabled($0) } }
    guard let source = workspace.feeds.first(where: { $0.id == only }) else {
      throw WorkflowError(.notFound, "no feed is called “\(only)” (see: digest feeds list)")
    }
    return [source]
  }

  private func save(_ batch: inout HarvestBatch, into tally: inout FetchTally) throws {
    for (index, count) in zip(batch.indices, try store.save(batch.harvests, at: now)) {
      tally.stored(index, count)
    }
    batch = HarvestBatch()
  }
}

/// Harvests that are stored together: one transaction for a handful of feeds costs little more than for one.
private struct HarvestBatch {
  private(set) var indices: [Int] = []
  private(set) var harvests: [FeedHarvest] = []
  private var bytes = 0

  /// Ids are hashes, so each transaction writes most pages of the indexes anew: a few large ones are cheaper than many.
  var isFull: Bool { harvests.count >= 128 || bytes > 16 << 20 }

  mutating func add(_ result: Harvester.Result, of index: Int) {
    guard let harvest = result.harvest else { return }
    indices.append(index)
    harvests.append(harvest)
    bytes += harvest.responses.reduce(0) { $0 + $1.keptBytes }
  }
}

/// What came of each feed so far.
private struct FetchTally {
  private let sources: [FeedSource]
  private let plan: FetchPlan
  private var results: [Int: Harvester.Result] = [:]
  private var counts: [Int: HarvestCount] = [:]
  private var last = 0
  private var changed = 0
  private var failed = 0

  init(sources: [FeedSource], plan: FetchPlan) {
    self.sources = sources
    self.plan = plan
  }

  mutating func finished(_ index: Int, _ result: Harvester.Result) {
    // What was harvested is stored, and not needed for the report.
    results[index] = Harvester.Result(
      harvest: nil, outcome: result.outcome, message: result.message, pages: result.pages,
      warnings: result.warnings)
    last = index
    if result.outcome == .updated { changed += 1 }
    if result.outcome == .failed { failed += 1 }
  }

  mutating func stored(_ index: Int, _ count: HarvestCount) { counts[index] = count }

  var progress: ProgressEvent {
    .advanced(
      step: "fetch", done: results.count, total: sources.count, changed: changed, failed: failed,
      detail: sources[last].title)
  }

  var reports: [FeedReport] {
    sources.indices.compactMap { index in
      guard let result = results[index] else { return nil }
      let source = sources[index]
      return FeedReport(
        feedID: source.id, title: source.title, feedURL: source.feedURL, outcome: result.outcome,
        message: result.message, failures: result.outcome == .failed ? plan.failures(of: source) + 1 : nil,
        newEntries: counts[index]?.newEntries ?? 0, pages: result.pages,
        newComments: counts[index]?.newComments ?? 0, warnings: result.warnings)
    }
  }
}
