import Foundation

/// A value behind a lock: read and changed only inside ``withLock(_:)``.
///
/// Over `NSLock`, because the thread sanitizer reports false races through `Synchronization.Mutex` on Linux. What is done
/// under the lock must be short and must not wait.
package final class Locked<Value>: @unchecked Sendable {  // `value` is guarded by `lock`
  private let lock = NSLock()
  private var value: Value

  package init(_ value: sending Value) {
    self.value = value
  }

  package func withLock<Result>(_ body: (inout Value) throws -> sending Result) rethrows -> sending Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
