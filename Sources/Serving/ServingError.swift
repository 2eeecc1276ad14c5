/// Why a server could not be started.
public enum ServingError: Error, Hashable, Sendable, CustomStringConvertible {
  case portInUse(Int)
  /// Ports below 1024 are root's.
  case portForbidden(Int)
  /// In the words of the system.
  case unavailable(String)

  public var description: String {
    switch self {
    case .portInUse(let port): "port \(port) of this machine is in use (choose another with --port)"
    case .portForbidden(let port): "port \(port) may not be used (choose one above 1023 with --port)"
    case .unavailable(let reason): "no server could be started on this machine: \(reason)"
    }
  }
}
