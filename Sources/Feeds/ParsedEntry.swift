/// One entry of a feed, as the feed has it.
@dynamicMemberLookup
public struct ParsedEntry: Hashable, Sendable {
  public var metadata = ParsedMetadata()
  /// RSS `guid` only: whether the id is the page's address.
  public var idIsPermalink: Bool?
  /// What a link blog's entry is about.
  public var externalLink: String?
  public var summary: ParsedText?
  public var content: [ParsedText] = []
  public var expires: ParsedInstant?
  public var enclosures: [ParsedEnclosure] = []
  public var media: [ParsedMedia] = []
  public var thumbnails: [ParsedThumbnail] = []
  /// Page on which people comment.
  public var commentsLink: String?
  public var commentsFeed: String?
  /// Address to which programs post comments.
  public var commentAPI: String?
  public var commentCount: Int?
  /// The feed that the entry was taken from.
  public var source: ParsedChannel?

  public subscript<Value>(dynamicMember path: KeyPath<ParsedMetadata, Value>) -> Value {
    metadata[keyPath: path]
  }
}

extension ParsedEntry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case idIsPermalink, externalLink, summary, content, expires, expiresSource, enclosures, media, thumbnails
    case commentsLink, commentsFeed, commentAPI, commentCount, source
  }

  public func encode(to encoder: any Encoder) throws {
    try metadata.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(idIsPermalink, forKey: .idIsPermalink)
    try container.encodeIfPresent(externalLink, forKey: .externalLink)
    try container.encodeIfPresent(summary, forKey: .summary)
    try container.encodeUnlessEmpty(content, forKey: .content)
    try container.encode(expires, forKey: .expires, source: .expiresSource)
    try container.encodeUnlessEmpty(enclosures, forKey: .enclosures)
    try container.encodeUnlessEmpty(media, forKey: .media)
    try container.encodeUnlessEmpty(thumbnails, forKey: .thumbnails)
    try container.encodeIfPresent(commentsLink, forKey: .commentsLink)
    try container.encodeIfPresent(commentsFeed, forKey: .commentsFeed)
    try container.encodeIfPresent(commentAPI, forKey: .commentAPI)
    try container.encodeIfPresent(commentCount, forKey: .commentCount)
    try container.encodeIfPresent(source, forKey: .source)
  }
}
