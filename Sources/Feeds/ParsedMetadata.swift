/// What feeds and entries have in common.
public struct ParsedMetadata: Hashable, Sendable {
  /// Atom `id`, RSS `guid`, `rdf:about`, JSON `id`; as found.
  public var id: String?
  public var title: ParsedText?
  /// Page for people.
  public var link: String?
  public var links: [ParsedLink] = []
  public var rights: ParsedText?
  public var authors: [ParsedPerson] = []
  public var contributors: [ParsedPerson] = []
  public var publisher: ParsedPerson?
  public var categories: [ParsedCategory] = []
  /// BCP 47.
  public var language: String?
  public var published: ParsedInstant?
  public var updated: ParsedInstant?
  public var created: ParsedInstant?
  public var image: ParsedImage?
  /// Addresses.
  public var licenses: [String] = []
  public var inReplyTo: [ParsedReply] = []
  /// Elements of namespaces that the model does not know.
  public var extensions: [ParsedExtension] = []
}

extension ParsedMetadata: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, title, link, links, rights, authors, contributors, publisher, categories, language, published
    case publishedSource, updated, updatedSource, created, createdSource, image, licenses, inReplyTo
    case extensions
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(link, forKey: .link)
    try container.encodeUnlessEmpty(links, forKey: .links)
    try container.encodeIfPresent(rights, forKey: .rights)
    try container.encodeUnlessEmpty(authors, forKey: .authors)
    try container.encodeUnlessEmpty(contributors, forKey: .contributors)
    try container.encodeIfPresent(publisher, forKey: .publisher)
    try container.encodeUnlessEmpty(categories, forKey: .categories)
    try container.encodeIfPresent(language, forKey: .language)
    try container.encode(published, forKey: .published, source: .publishedSource)
    try container.encode(updated, forKey: .updated, source: .updatedSource)
    try container.encode(created, forKey: .created, source: .createdSource)
    try container.encodeIfPresent(image, forKey: .image)
    try container.encodeUnlessEmpty(licenses, forKey: .licenses)
    try container.encodeUnlessEmpty(inReplyTo, forKey: .inReplyTo)
    try container.encodeUnlessEmpty(extensions, forKey: .extensions)
  }
}
