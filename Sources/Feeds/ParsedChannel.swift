/// What a feed says of itself.
@dynamicMemberLookup
public struct ParsedChannel: Hashable, Sendable {
  public var metadata = ParsedMetadata()
  public var subtitle: ParsedText?
  public var info: ParsedText?
  /// Where the feed says that it is.
  public var selfLink: String?
  /// The next page of entries (RFC 5005).
  public var nextLink: String?
  /// Where the feed says that it has moved.
  public var newFeedURL: String?
  /// WebSub.
  public var hubs: [String] = []
  public var generator: ParsedGenerator?
  public var icon: String?
  public var logo: String?
  public var docs: String?
  /// In minutes.
  public var ttl: Int?
  public var updatePeriod: String?
  public var updateFrequency: Int?
  /// 0 to 23.
  public var skipHours: [Int] = []
  public var skipDays: [String] = []
  public var cloud: ParsedCloud?
  public var textInput: ParsedTextInput?
  /// Of an entry's source: the address of its feed.
  public var feedURL: String?

  public subscript<Value>(dynamicMember path: KeyPath<ParsedMetadata, Value>) -> Value {
    metadata[keyPath: path]
  }
}

extension ParsedChannel: Encodable {
  private enum CodingKeys: String, CodingKey {
    case subtitle, info, selfLink, nextLink, newFeedURL, hubs, generator, icon, logo, docs, ttl, updatePeriod
    case updateFrequency, skipHours, skipDays, cloud, textInput, feedURL
  }

  public func encode(to encoder: any Encoder) throws {
    try metadata.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(subtitle, forKey: .subtitle)
    try container.encodeIfPresent(info, forKey: .info)
    try container.encodeIfPresent(selfLink, forKey: .selfLink)
    try container.encodeIfPresent(nextLink, forKey: .nextLink)
    try container.encodeIfPresent(newFeedURL, forKey: .newFeedURL)
    try container.encodeUnlessEmpty(hubs, forKey: .hubs)
    try container.encodeIfPresent(generator, forKey: .generator)
    try container.encodeIfPresent(icon, forKey: .icon)
    try container.encodeIfPresent(logo, forKey: .logo)
    try container.encodeIfPresent(docs, forKey: .docs)
    try container.encodeIfPresent(ttl, forKey: .ttl)
    try container.encodeIfPresent(updatePeriod, forKey: .updatePeriod)
    try container.encodeIfPresent(updateFrequency, forKey: .updateFrequency)
    try container.encodeUnlessEmpty(skipHours, forKey: .skipHours)
    try container.encodeUnlessEmpty(skipDays, forKey: .skipDays)
    try container.encodeIfPresent(cloud, forKey: .cloud)
    try container.encodeIfPresent(textInput, forKey: .textInput)
    try container.encodeIfPresent(feedURL, forKey: .feedURL)
  }
}
