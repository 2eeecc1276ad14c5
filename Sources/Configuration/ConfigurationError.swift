public import Model

/// A configuration that cannot be used; holds every fault found, in the order of the file.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Never empty; each names the file, and the line and column where there is one.
  public let faults: [Diagnostic]

  init(_ faults: [Diagnostic]) {
    self.faults = faults
  }

  /// One line a fault: `digest.yaml:14:3: what (hint)`. Values are never repeated: one of them may be a secret.
  public var description: String {
    faults.map { fault in
      var place = fault.source ?? "digest.yaml"
      if let line = fault.line { place += ":\(line)" }
      if let column = fault.column { place += ":\(column)" }
      return "\(place): \(fault.message)"
    }.joined(separator: "\n")
  }
}
