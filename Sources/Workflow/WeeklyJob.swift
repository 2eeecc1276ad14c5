import Configuration
public import Model
public import Store
public import Transport

/// The weekly job over one workspace: fetch, draft, render, lint, and all of them in one go.
///
/// Time, network and store are given from outside; the job itself reads no clock.
public struct WeeklyJob: Sendable {
  public let workspace: Workspace
  public let store: EntryStore
  /// Where requests go; `nil` when the job works offline.
  let exchange: (any HTTPExchange)?
  let now: Instant
  let progress: ProgressHandler

  /// - Parameters:
  ///   - exchange: the network, or captured responses; `nil` for offline work: ``fetch(_:)`` then fails.
  ///   - now: decides which entries are recent and is stored as the time of what is fetched.
  public init(
    workspace: Workspace, store: EntryStore, exchange: (any HTTPExchange)?, now: Instant,
    progress: @escaping ProgressHandler = { _ in }
  ) {
    self.workspace = workspace
    self.store = store
    self.exchange = exchange
    self.now = now
    self.progress = progress
  }

  /// A job over the network, or offline.
  public init(
    workspace: Workspace, store: EntryStore, network: Bool, now: Instant,
    progress: @escaping ProgressHandler = { _ in }
  ) {
    self.init(
      workspace: workspace, store: store, exchange: network ? CurlExchange() : nil, now: now,
      progress: progress)
  }

  /// Opens the workspace's store.
  public static func openStore(of workspace: Workspace) throws(StoreError) -> EntryStore {
    try EntryStore(path: workspace.path(workspace.settings.storePath))
  }

  /// Keeps other runs out of the workspace for as long as the result lives.
  ///
  /// - Throws: ``WorkflowError`` of kind `locked` if another run is at work.
  public static func lock(_ workspace: Workspace, now: Instant) throws(WorkflowError) -> RunLockToken {
    RunLockToken(lock: try RunLock(path: workspace.path(workspace.settings.storePath + ".lock"), now: now))
  }
}

/// Proof that this run holds the workspace's lock; letting go of it releases the lock.
public struct RunLockToken: Sendable {
  let lock: RunLock
}
