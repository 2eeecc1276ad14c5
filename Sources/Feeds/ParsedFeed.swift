public import Model

/// Everything that a feed document says, in the words of `digest.feed/1`, the JSON form of this value.
public struct ParsedFeed: Hashable, Sendable {
  public enum Format: String, Sendable, Encodable {
    case rss, rdf, atom, json, cdf
  }

  /// `nil` if the document is no feed.
  public internal(set) var format: Format?
  /// `rss20`, `atom10`, `json11` ...; `nil` if the document is no feed.
  public internal(set) var version: String?
  /// Name of the encoding by which the bytes were read.
  public internal(set) var encoding: String?
  /// False if anything had to be repaired.
  public internal(set) var isWellFormed = true
  /// Whether the document ends in the middle of an entry, or before the first: the last entry may be cut, and more may be
  /// missing. A document that lacks only its outermost end tags is whole.
  public internal(set) var isCutOff = false
  /// In order of discovery; at most 100, and one more that says how many were left out.
  public internal(set) var warnings: [Diagnostic] = []
  public internal(set) var channel = ParsedChannel()
  /// In document order.
  public internal(set) var entries: [ParsedEntry] = []

  public init() {}

  /// Whether the document is a feed, however broken.
  public var isFeed: Bool { version != nil }
}

extension ParsedFeed: Encodable {
  private enum CodingKeys: String, CodingKey {
    case schema, format, version, encoding, wellFormed, warnings, feed, entries
  }

  private struct Warning: Encodable {
    let code: String
    let message: String
    let line: Int?
    let column: Int?
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    // Sorted by name, so that a large feed can be written piece by piece.
    try container.encodeIfPresent(encoding, forKey: .encoding)
    try container.encode(entries, forKey: .entries)
    try container.encode(channel, forKey: .feed)
    try container.encodeIfPresent(format, forKey: .format)
    try container.encode("digest.feed/1", forKey: .schema)
    try container.encodeIfPresent(version, forKey: .version)
    let warnings = warnings.map {
      Warning(code: $0.code, message: $0.message, line: $0.line, column: $0.column)
    }
    try container.encode(warnings, forKey: .warnings)
    try container.encode(isWellFormed, forKey: .wellFormed)
  }
}
