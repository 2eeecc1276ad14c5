public import Model

/// A link of a feed or entry (RFC 4287 §4.2.7).
public struct ParsedLink: Hashable, Sendable, Encodable {
  public let href: String
  /// `alternate` unless the feed says otherwise.
  public let rel: String
  public let type: String?
  public let title: String?
  public let hreflang: String?
  /// In bytes.
  public let length: Int?
  /// Number of replies (`thr:count`).
  public let count: Int?
  /// True if the address stood where it should not, as the text of an Atom link.
  let isRepaired: Bool

  private enum CodingKeys: String, CodingKey { case href, rel, type, title, hreflang, length, count }

  init(
    href: String, rel: String = "alternate", type: String? = nil, title: String? = nil,
    hreflang: String? = nil, length: Int? = nil, count: Int? = nil, isRepaired: Bool = false
  ) {
    self.href = href
    self.rel = rel
    self.type = type
    self.title = title
    self.hreflang = hreflang
    self.length = length
    self.count = count
    self.isRepaired = isRepaired
  }
}

/// Somebody named in a feed. The address of e-mail is there because the feed has it; nothing past the parser
/// uses it.
public struct ParsedPerson: Hashable, Sendable, Encodable {
  public let name: String?
  public let email: String?
  public let url: String?

  public init(name: String? = nil, email: String? = nil, url: String? = nil) {
    self.name = name
    self.email = email
    self.url = url
  }
}

public struct ParsedCategory: Hashable, Sendable, Encodable {
  public let term: String
  /// RSS calls it the domain.
  public let scheme: String?
  public let label: String?

  public init(term: String, scheme: String? = nil, label: String? = nil) {
    self.term = term
    self.scheme = scheme
    self.label = label
  }
}

/// An instant and the words that it was read from; both kept, as one may be unreadable.
public struct ParsedInstant: Hashable, Sendable {
  public let instant: Instant?
  public let source: String
}

public struct ParsedEnclosure: Hashable, Sendable, Encodable {
  public let url: String
  public let type: String?
  /// In bytes.
  public let length: Int?
  public let title: String?
  /// In seconds.
  public let duration: Int?
}

/// A media object (Media RSS `content`).
public struct ParsedMedia: Hashable, Sendable, Encodable {
  public var url: String?
  public var type: String?
  public var medium: String?
  public var width: Int?
  public var height: Int?
  public var title: String?
  public var description: String?
}

public struct ParsedThumbnail: Hashable, Sendable, Encodable {
  public let url: String
  public let width: Int?
  public let height: Int?
}

public struct ParsedImage: Hashable, Sendable, Encodable {
  public var url: String?
  public var title: String?
  public var link: String?
  public var description: String?
  public var width: Int?
  public var height: Int?

  var isEmpty: Bool { self == ParsedImage() }
}

public struct ParsedGenerator: Hashable, Sendable, Encodable {
  public let name: String?
  public let url: String?
  public let version: String?
}

/// The rssCloud service of a feed.
public struct ParsedCloud: Hashable, Sendable, Encodable {
  public let domain: String?
  public let port: Int?
  public let path: String?
  public let registerProcedure: String?
  public let `protocol`: String?

  var isEmpty: Bool {
    domain == nil && port == nil && path == nil && registerProcedure == nil && `protocol` == nil
  }
}

public struct ParsedTextInput: Hashable, Sendable, Encodable {
  public var title: String?
  public var description: String?
  public var name: String?
  public var link: String?

  var isEmpty: Bool { self == ParsedTextInput() }
}

/// What an entry answers (RFC 4685 §3).
public struct ParsedReply: Hashable, Sendable, Encodable {
  public let ref: String?
  public let href: String?
  public let type: String?
  public let source: String?
}

/// An element of a namespace that the model does not know.
public struct ParsedExtension: Hashable, Sendable, Encodable {
  public let namespace: String?
  public let name: String
  public let text: String?
  public let attributes: [String: String]
  public let children: [ParsedExtension]

  private enum CodingKeys: String, CodingKey { case namespace, name, text, attributes, children }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(namespace, forKey: .namespace)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(text, forKey: .text)
    if !attributes.isEmpty { try container.encode(attributes, forKey: .attributes) }
    try container.encodeUnlessEmpty(children, forKey: .children)
  }
}

extension KeyedEncodingContainer {
  mutating func encodeUnlessEmpty<Element: Encodable>(_ values: [Element], forKey key: Key) throws {
    if !values.isEmpty { try encode(values, forKey: key) }
  }

  /// An instant under `key`, its source under `sourceKey`.
  mutating func encode(_ date: ParsedInstant?, forKey key: Key, source sourceKey: Key) throws {
    try encodeIfPresent(date?.instant, forKey: key)
    try encodeIfPresent(date?.source, forKey: sourceKey)
  }
}
