/// An article as readable blocks, whatever it was made from: the feed's own content or the page.
public struct Article: Hashable, Sendable, Codable {
  public let title: String?
  /// As printed, without "by".
  public let byline: String?
  public let authors: [String]
  public let siteName: String?
  public let published: Instant?
  /// BCP 47 tag.
  public let language: String?
  public let canonicalURL: String?
  /// The picture that the page names for itself, if it says how large it is.
  public let image: Picture?
  /// In reading order; furniture is kept with its role, so that nothing vanishes silently.
  public let blocks: [Block]
  /// Where the discussion is held if not on the page: `disqus`, `facebook`, ...
  public let commentService: String?

  public init(
    title: String? = nil, byline: String? = nil, authors: [String] = [], siteName: String? = nil,
    published: Instant? = nil, language: String? = nil, canonicalURL: String? = nil,
    image: Picture? = nil, blocks: [Block], commentService: String? = nil
  ) {
    self.title = title
    self.byline = byline
    self.authors = authors
    self.siteName = siteName
    self.published = published
    self.language = language
    self.canonicalURL = canonicalURL
    self.image = image
    self.blocks = blocks
    self.commentService = commentService
  }

  /// Blocks that are the article itself: those without a role.
  public var body: [Block] { blocks.filter { $0.role == nil } }

  /// Words of the body.
  public var wordCount: Int { body.reduce(0) { $0 + $1.wordCount } }

  /// Whole minutes at 230 words a minute, at least 1 for anything that has words.
  public var readingMinutes: Int { wordCount == 0 ? 0 : max(1, (wordCount + 115) / 230) }
}

/// One block of an article: a paragraph, a heading, a list ...
public struct Block: Hashable, Sendable {
  public enum Kind: String, Sendable, Codable {
    case paragraph, heading, list, quote, code, figure, table
  }

  /// What a block is for, if it is not the article's own text.
  public enum Role: String, Sendable, Codable {
    /// Photo credit, caption credit.
    case credit
    /// Belongs to a picture and not to the running text.
    case caption
    /// Who wrote it and when, standing within the text.
    case byline
    /// The author or the theme asks for comments, shares, subscriptions.
    case callToAction
    /// About the author.
    case bio
    /// Share bars, related posts, dates glued on, "appeared first on".
    case boilerplate
  }

  /// Position among the article's blocks, from 0.
  public let index: Int
  public let kind: Kind
  public let role: Role?
  /// Plain text, verbatim: white space folded, list items parted by line feeds, lines of code and verse kept. Marks of
  /// footnotes and struck out words are left out; ``gap`` stands where something cannot be told in letters.
  public let text: String
  /// For lists: the items' texts in order. ``text`` holds the same, parted by line feeds.
  public let items: [String]
  /// For lists: numbered by the source.
  public let isOrdered: Bool
  /// For headings: 1 to 6.
  public let level: Int?
  /// What the author set in another type and where he linked to, in the order of their starts.
  public let marks: [TextMark]
  /// For quotations: who said it, as the source tells.
  public let attribution: Attribution?
  /// Whether this stands beside the text: a footnote, an entry of a list of references, a line below a picture. It is the
  /// article's, but never its point.
  public let isNote: Bool

  public init(
    index: Int, kind: Kind, role: Role? = nil, text: String, items: [String] = [], isOrdered: Bool = false,
    level: Int? = nil, marks: [TextMark] = [], attribution: Attribution? = nil, isNote: Bool = false
  ) {
    self.index = index
    self.kind = kind
    self.role = role
    self.text = text
    self.items = items
    self.isOrdered = isOrdered
    self.level = level
    self.marks = marks
    self.attribution = attribution
    self.isNote = isNote
  }

  /// Stands in ``text`` for a formula or picture whose words are not known (U+FFFC, object replacement character).
  public static let gap: Unicode.Scalar = "\u{FFFC}"

  public var wordCount: Int { countWords(text) }

  /// The same block in another role or place.
  public func with(index: Int? = nil, role: Role?) -> Block {
    Block(
      index: index ?? self.index, kind: kind, role: role, text: text, items: items, isOrdered: isOrdered,
      level: level, marks: marks, attribution: attribution, isNote: isNote)
  }
}

extension Block: Codable {
  private enum CodingKeys: String, CodingKey {
    case index, kind, role, text, items, isOrdered, level, marks, attribution, isNote
  }

  /// Members with nothing to say may be absent.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    index = try values.decode(Int.self, forKey: .index)
    kind = try values.decode(Kind.self, forKey: .kind)
    role = try values.decodeIfPresent(Role.self, forKey: .role)
    text = try values.decode(String.self, forKey: .text)
    items = try values.decodeIfPresent([String].self, forKey: .items) ?? []
    isOrdered = try values.decodeIfPresent(Bool.self, forKey: .isOrdered) ?? false
    level = try values.decodeIfPresent(Int.self, forKey: .level)
    marks = try values.decodeIfPresent([TextMark].self, forKey: .marks) ?? []
    attribution = try values.decodeIfPresent(Attribution.self, forKey: .attribution)
    isNote = try values.decodeIfPresent(Bool.self, forKey: .isNote) ?? false
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(index, forKey: .index)
    try values.encode(kind, forKey: .kind)
    try values.encodeIfPresent(role, forKey: .role)
    try values.encode(text, forKey: .text)
    if !items.isEmpty { try values.encode(items, forKey: .items) }
    if isOrdered { try values.encode(isOrdered, forKey: .isOrdered) }
    try values.encodeIfPresent(level, forKey: .level)
    if !marks.isEmpty { try values.encode(marks, forKey: .marks) }
    try values.encodeIfPresent(attribution, forKey: .attribution)
    if isNote { try values.encode(isNote, forKey: .isNote) }
  }
}

/// A range of a text, in UTF-8 bytes.
public struct TextRange: Hashable, Sendable, Codable {
  /// Offset of the first byte.
  public let start: Int
  /// Offset after the last byte.
  public let end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
