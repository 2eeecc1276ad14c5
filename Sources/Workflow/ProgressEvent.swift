/// What a long step tells while it works, for a progress bar or a quiet line.
public enum ProgressEvent: Hashable, Sendable {
  /// A step began; `total` parts are to be done.
  case began(step: String, total: Int)
  /// One more part of the step is done; `changed` of those done brought something, `failed` of them failed.
  case advanced(step: String, done: Int, total: Int, changed: Int, failed: Int, detail: String)
  case ended(step: String)
}

/// Receives progress; called from any task.
public typealias ProgressHandler = @Sendable (ProgressEvent) -> Void
