extension Edition {
  /// One article of an edition: its own words and the readers' conversation.
  public struct Item: Hashable, Sendable, Codable {
    /// From 1, over all sections.
    public let number: Int
    public let entryID: Entry.ID
    public let title: String
    public let url: String?
    /// BCP 47 tag of the article's text, if known.
    public let language: String?
    public let authors: [String]
    public let feedID: FeedSource.ID
    /// The blog's name.
    public let sourceTitle: String
    public let sourceURL: String?
    public let published: Instant?
    /// The calendar day of ``published`` in the publication's zone.
    public let publishedOn: Day?
    public let wordCount: Int
    public let readingMinutes: Int
    /// The article's picture, if the configuration asks for pictures.
    public let image: Picture?
    /// Key paragraphs in reading order.
    public let paragraphs: [Quote]
    /// The author's own closing question or call for comments.
    public let prompt: Quote?
    public let conversation: Conversation?
    /// Share of the article's words that ``paragraphs`` repeat, 0 to 1.
    public let quotedShare: Double
    public let score: Double
    public let reasons: [Reason]
    /// The better article behind which this one was put; absent for most.
    public let beside: Neighbour?
    /// Every block and comment that was weighed, picked or not.
    public let considered: Considered

    public init(
      number: Int, entryID: Entry.ID, title: String, url: String?, language: String? = nil,
      authors: [String] = [], feedID: FeedSource.ID, sourceTitle: String, sourceURL: String? = nil,
      published: Instant? = nil, publishedOn: Day? = nil, wordCount: Int, readingMinutes: Int,
      image: Picture? = nil, paragraphs: [Quote], prompt: Quote? = nil, conversation: Conversation? = nil,
      quotedShare: Double, score: Double, reasons: [Reason] = [], beside: Neighbour? = nil,
      considered: Considered = Considered()
    ) {
      self.number = number
      self.entryID = entryID
      self.title = title
      self.url = url
      self.language = language
      self.authors = authors
      self.feedID = feedID
      self.sourceTitle = sourceTitle
      self.sourceURL = sourceURL
      self.published = published
      self.publishedOn = publishedOn
      self.wordCount = wordCount
      self.readingMinutes = readingMinutes
      self.image = image
      self.paragraphs = paragraphs
      self.prompt = prompt
      self.conversation = conversation
      self.quotedShare = roundedScore(quotedShare)
      self.score = roundedScore(score)
      self.reasons = reasons
      self.beside = beside
      self.considered = considered
    }
  }

  /// Another article of the edition on the same subject.
  public struct Neighbour: Hashable, Sendable, Codable {
    public enum Relation: String, Hashable, Sendable, Codable {
      /// Both tell one story.
      case sameStory
      /// They take different sides of one subject.
      case otherSide
    }

    public let entryID: Entry.ID
    public let title: String
    public let relation: Relation

    public init(entryID: Entry.ID, title: String, relation: Relation) {
      self.entryID = entryID
      self.title = title
      self.relation = relation
    }

    /// As it ends "beside …".
    public var inWords: String {
      switch relation {
      case .sameStory: "\"\(title)\" on the same story"
      case .otherSide: "\"\(title)\", which takes the other side"
      }
    }
  }

  /// Words of somebody else, verbatim, and where they stand.
  public struct Quote: Hashable, Sendable {
    public let kind: Block.Kind
    /// Exactly the bytes of ``range`` in the source block (or comment). Print it with a sign for the cut where
    /// ``isCutBefore`` or ``isCutAfter`` says so.
    public let text: String
    /// For a list: the texts of the items that are printed.
    public let items: [String]
    public let isOrdered: Bool
    /// For a list that is cut: how many items follow that are not printed.
    public let omittedItems: Int
    /// The sentence or block that introduces a list or a quotation, verbatim; it stands directly before it in the source.
    public let stem: String?
    /// For what the author quotes (``kind`` is `quote`): who said it, as far as the article tells.
    public let attribution: Attribution?
    /// What the author emphasised and linked in ``text``.
    public let marks: [TextMark]
    /// Index of the block in the article; for a comment absent.
    public let blockIndex: Int?
    /// UTF-8 range of ``text`` in the text of the source block or comment.
    public let range: TextRange
    /// SHA-256 of the whole source block's or comment's text, so that an altered source is noticed.
    public let sourceHash: ContentHash
    public let isCutBefore: Bool
    public let isCutAfter: Bool
    public let score: Double
    public let reasons: [Reason]

    public init(
      kind: Block.Kind, text: String, items: [String] = [], isOrdered: Bool = false, omittedItems: Int = 0,
      stem: String? = nil, attribution: Attribution? = nil, marks: [TextMark] = [], blockIndex: Int? = nil,
      range: TextRange, sourceHash: ContentHash, isCutBefore: Bool = false, isCutAfter: Bool = false,
      score: Double = 0, reasons: [Reason] = []
    ) {
      self.kind = kind
      self.text = text
      self.items = items
      self.isOrdered = isOrdered
      self.omittedItems = omittedItems
      self.stem = stem
      self.attribution = attribution
      self.marks = marks
      self.blockIndex = blockIndex
      self.range = range
      self.sourceHash = sourceHash
      self.isCutBefore = isCutBefore
      self.isCutAfter = isCutAfter
      self.score = roundedScore(score)
      self.reasons = reasons
    }
  }

  /// The readers' conversation beside an article.
  public struct Conversation: Hashable, Sendable, Codable {
    /// Comments by people (no pingbacks), replies included.
    public let commentCount: Int
    /// Different names among them.
    public let peopleCount: Int
    /// Replies by the article's author.
    public let authorReplyCount: Int
    /// Where to read and join it.
    public let url: String?
    /// Best first, at most as many as the configuration allows; empty if none deserves it.
    public let threads: [Thread]

    public init(
      commentCount: Int, peopleCount: Int, authorReplyCount: Int, url: String?, threads: [Thread]
    ) {
      self.commentCount = commentCount
      self.peopleCount = peopleCount
      self.authorReplyCount = authorReplyCount
      self.url = url
      self.threads = threads
    }
  }

  /// A comment worth reading, with the reply that makes it so.
  public struct Thread: Hashable, Sendable, Codable {
    /// The comment first; then, in order, what answers it.
    public let comments: [QuotedComment]
    public let score: Double
    public let reasons: [Reason]

    public init(comments: [QuotedComment], score: Double, reasons: [Reason]) {
      self.comments = comments
      self.score = roundedScore(score)
      self.reasons = reasons
    }
  }

  /// A comment as printed.
  public struct QuotedComment: Hashable, Sendable, Codable {
    public let commentID: Comment.ID
    public let author: String?
    public let isByArticleAuthor: Bool
    /// Name of the person whom this answers, if it answers somebody.
    public let answers: String?
    /// True if whom it answers was concluded, not stated.
    public let isParentInferred: Bool
    public let published: Instant?
    public let publishedOn: Day?
    public let permalink: String?
    /// 0 for the thread's first comment, 1 for a reply to it, ...
    public let depth: Int
    public let quote: Quote

    public init(
      commentID: Comment.ID, author: String?, isByArticleAuthor: Bool, answers: String? = nil,
      isParentInferred: Bool = false, published: Instant? = nil, publishedOn: Day? = nil,
      permalink: String? = nil, depth: Int, quote: Quote
    ) {
      self.commentID = commentID
      self.author = author
      self.isByArticleAuthor = isByArticleAuthor
      self.answers = answers
      self.isParentInferred = isParentInferred
      self.published = published
      self.publishedOn = publishedOn
      self.permalink = permalink
      self.depth = depth
      self.quote = quote
    }
  }

  /// What was weighed for an item, so that every choice can be explained.
  public struct Considered: Hashable, Sendable, Codable {
    public let paragraphs: [Weighed]
    public let comments: [Weighed]

    public init(paragraphs: [Weighed] = [], comments: [Weighed] = []) {
      self.paragraphs = paragraphs
      self.comments = comments
    }
  }

  /// One paragraph or comment with its score and the rule that decided.
  public struct Weighed: Hashable, Sendable, Codable {
    /// Index of the block, or id of the comment.
    public let name: String
    /// The first words of its text.
    public let opening: String
    public let isPicked: Bool
    /// One sentence: why it was picked or not.
    public let rule: String
    public let score: Double?
    public let reasons: [Reason]

    public init(
      name: String, opening: String, isPicked: Bool, rule: String, score: Double? = nil,
      reasons: [Reason] = []
    ) {
      self.name = name
      self.opening = opening
      self.isPicked = isPicked
      self.rule = rule
      self.score = score.map(roundedScore)
      self.reasons = reasons
    }
  }
}
