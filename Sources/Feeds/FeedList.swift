public import Model

/// The feeds that we subscribe to, as a file lists them.
public struct FeedList: Hashable, Sendable {
  public let title: String?
  /// In the order of the file.
  public let sources: [FeedSource]
  /// Doubtful and left-out lines.
  public let diagnostics: [Diagnostic]

  public init(title: String? = nil, sources: [FeedSource], diagnostics: [Diagnostic] = []) {
    self.title = title
    self.sources = sources
    self.diagnostics = diagnostics
  }
}

/// A feed list that cannot be read at all.
public enum FeedListError: Error, Hashable, CustomStringConvertible {
  case notOPML(file: String?)

  public var description: String {
    switch self {
    case .notOPML(let file):
      "\(file.map { $0 + ": " } ?? "")this is no OPML file (an <opml> element with <outline xmlUrl=\"...\"> is expected)"
    }
  }
}
