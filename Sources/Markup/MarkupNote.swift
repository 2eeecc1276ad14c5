/// Something that a reader of markup had to repair or leave out.
public struct MarkupNote: Hashable, Sendable {
  /// What happened; the raw values are the warning codes of the feed model.
  public enum Code: String, Sendable {
    case emptyDocument = "empty-document"
    case notWellFormed = "xml-not-well-formed"
    case truncated = "xml-truncated"
    case illegalCharacter = "xml-illegal-character"
    case entityUndefined = "entity-undefined"
    case prefixUndeclared = "prefix-undeclared"
    case dtdIgnored = "dtd-ignored"
    case encodingUnknown = "encoding-unknown"
    case encodingMismatch = "encoding-mismatch"
    case limitExceeded = "limit-exceeded"
  }

  public let code: Code
  /// A sentence, lower case, without a full stop.
  public let message: String
  /// From 1.
  public let line: Int?
  /// From 1, in bytes of UTF-8.
  public let column: Int?

  public init(_ code: Code, _ message: String, line: Int? = nil, column: Int? = nil) {
    self.code = code
    self.message = message
    self.line = line
    self.column = column
  }

  /// Whether a document with such a note was not well-formed XML in its stated encoding.
  public var breaksWellFormedness: Bool { code != .dtdIgnored && code != .limitExceeded }
}
