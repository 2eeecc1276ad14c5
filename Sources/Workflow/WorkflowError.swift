/// Why a step of the weekly job could not be done: one sentence that says what, where and what to do next.
public struct WorkflowError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is; the command line turns it into an exit code.
  public enum Kind: String, Sendable {
    case failed, badInput, notFound, network, cannotWrite, locked, configuration
  }

  public let kind: Kind
  public let description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
