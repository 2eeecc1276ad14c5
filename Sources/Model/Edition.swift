/// One edition of the newsletter, complete: everything that a template may print, and why each choice was made.
///
/// This is `edition.json`, the waist of the whole: what comes before it can be replayed from stored bytes, what comes after it
/// is a pure function of it and a template.
public struct Edition: Hashable, Sendable, Codable {
  /// Such as `2026-W47`; names the edition's folder. Letters, digits, hyphens.
  public struct ID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// Version of this form.
  public static let schema = "digest.edition/1"

  public let schema: String
  public let id: ID
  public let publication: Publication
  public let period: Period
  /// The `Date:` of the message; chosen when drafted, so that rendering again gives the same bytes.
  public let date: Instant
  /// The editor's own words, paragraphs parted by blank lines.
  public let note: String?
  /// In print order; no section is empty.
  public let sections: [Section]
  /// Articles of the period that did not make it, best first: printed as title lines.
  public let alsoPublished: [TitleLine]
  /// Articles of earlier weeks whose conversation goes on; `nil` if nobody looked.
  public let stillTalking: [OngoingConversation]?
  /// What became of each feed in the last fetch.
  public let feeds: [FeedReport]
  /// Each entry that was looked at, and the rule that decided.
  public let ledger: [Decision]

  public init(
    id: ID, publication: Publication, period: Period, date: Instant, note: String? = nil,
    sections: [Section], alsoPublished: [TitleLine] = [], stillTalking: [OngoingConversation]? = nil,
    feeds: [FeedReport] = [], ledger: [Decision] = []
  ) {
    self.schema = Edition.schema
    self.id = id
    self.publication = publication
    self.period = period
    self.date = date
    self.note = note
    self.sections = sections
    self.alsoPublished = alsoPublished
    self.stillTalking = stillTalking
    self.feeds = feeds
    self.ledger = ledger
  }

  /// All items in print order.
  public var items: [Item] { sections.flatMap(\.items) }

  /// A group of articles under a heading.
  public struct Section: Hashable, Sendable, Codable {
    /// `nil` for the main section, which has no heading.
    public let title: String?
    public let items: [Item]

    public init(title: String?, items: [Item]) {
      self.title = title
      self.items = items
    }
  }

  /// An article that is only named.
  public struct TitleLine: Hashable, Sendable, Codable {
    public let entryID: Entry.ID
    public let title: String
    public let url: String?
    public let sourceTitle: String
    public let readingMinutes: Int

    public init(entryID: Entry.ID, title: String, url: String?, sourceTitle: String, readingMinutes: Int) {
      self.entryID = entryID
      self.title = title
      self.url = url
      self.sourceTitle = sourceTitle
      self.readingMinutes = readingMinutes
    }
  }

  /// An article of an earlier week about which readers still write.
  public struct OngoingConversation: Hashable, Sendable, Codable {
    public let article: TitleLine
    /// Comments of this period.
    public let newCommentCount: Int
    /// Where to read and join it.
    public let url: String?

    public init(article: TitleLine, newCommentCount: Int, url: String?) {
      self.article = article
      self.newCommentCount = newCommentCount
      self.url = url
    }
  }

  /// What was decided about one entry, and why.
  public struct Decision: Hashable, Sendable, Codable {
    public enum State: String, Sendable, Codable {
      /// In this edition, with its paragraphs.
      case picked
      /// Named under "also published".
      case named
      /// Named under "still talking": of an earlier edition, with new comments.
      case ongoing
      /// Left out.
      case dropped
    }

    public let entryID: Entry.ID
    public let title: String
    public let url: String?
    public let feedID: FeedSource.ID
    public let state: State
    /// One sentence: the rule that decided.
    public let rule: String
    public let score: Double?
    public let reasons: [Reason]

    public init(
      entryID: Entry.ID, title: String, url: String?, feedID: FeedSource.ID, state: State, rule: String,
      score: Double? = nil, reasons: [Reason] = []
    ) {
      self.entryID = entryID
      self.title = title
      self.url = url
      self.feedID = feedID
      self.state = state
      self.rule = rule
      self.score = score.map(roundedScore)
      self.reasons = reasons
    }
  }
}
