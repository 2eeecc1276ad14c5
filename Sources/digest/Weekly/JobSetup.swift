import Foundation
import Model
import Workflow

extension CommonOptions {
  /// The workspace of the folder, with `DIGEST_…` variables applied.
  func workspace() throws -> Workspace {
    try Workspace(
      folder: folder, configurationFile: config, environment: ProcessInfo.processInfo.environment)
  }

  /// Runs `body` with the weekly job, holding the workspace's lock.
  func withJob(_ body: (WeeklyJob) async throws -> Void) async throws {
    startLog()
    let workspace = try workspace()
    let lock = try WeeklyJob.lock(workspace, now: time)
    let bar = ProgressBar(options: self)
    let job = WeeklyJob(
      workspace: workspace, store: try WeeklyJob.openStore(of: workspace), network: !offline, now: time,
      progress: { bar.handle($0) })
    try await body(job)
    withExtendedLifetime(lock) {}
  }
}
