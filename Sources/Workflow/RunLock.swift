import Foundation
import Glibc
import Model

/// Keeps two runs from working on one store at once. Held until it is let go of, or the process ends however it ends.
final class RunLock: Sendable {
  private let handle: FileHandle

  /// - Throws: ``WorkflowError`` of kind `locked`, naming the holder, if another run holds it.
  init(path: String, now: Instant) throws(WorkflowError) {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !Files.exists(path) { try Data().write(to: url, options: .withoutOverwriting) }
    } catch  where Files.exists(path) {
      // Another run made it in the meantime.
    } catch {
      throw WorkflowError(
        .cannotWrite, "\(path): cannot be written (check the permissions of the folder)")
    }
    guard let handle = FileHandle(forUpdatingAtPath: path) else {
      throw WorkflowError(.cannotWrite, "\(path): cannot be opened for writing (check its permissions)")
    }
    guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder =
        (try? handle.read(upToCount: 100)).flatMap { $0.map { String(decoding: $0, as: UTF8.self) } } ?? ""
      let who = holder.isEmpty ? "another run" : "another run (\(holder))"
      throw WorkflowError(.locked, "\(path): \(who) is at work here; try again when it has ended")
    }
    self.handle = handle
    try? handle.truncate(atOffset: 0)
    try? handle.write(
      contentsOf: Data("process \(ProcessInfo.processInfo.processIdentifier), since \(now)".utf8))
  }

  deinit {
    try? handle.truncate(atOffset: 0)
    try? handle.close()
  }
}
