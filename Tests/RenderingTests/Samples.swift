import Model

/// Editions of our own writing, from the plainest to the most awkward.
enum Samples {
  static let publication = Publication(
    title: "The Whetstone", tagline: "What people who lead people wrote this week",
    senderName: "The Whetstone",
    senderAddress: "weekly@whetstone.example.org", replyTo: "editor@whetstone.example.org",
    homepage: "https://whetstone.example.org/weekly/",
    unsubscribeURL: "https://whetstone.example.org/u/5f2c9a7be01d4c33",
    postalAddress: "The Whetstone, 4 Harbour Lane, 1000 Sampleton, Exampleland")

  static func edition(
    _ sections: [Edition.Section], publication: Publication = publication, note: String? = nil,
    also: [Edition.TitleLine] = []
  ) -> Edition {
    let first = Day(daysSince1970: 20_773)
    let offset = 3600
    return Edition(
      id: "2026-W47", publication: publication,
      period: Period(
        firstDay: first, lastDay: first.advanced(byDays: 6),
        start: Instant(day: first, offsetSeconds: offset),
        end: Instant(day: first.advanced(byDays: 7), offsetSeconds: offset), timeZone: "Europe/Berlin",
        offsetSeconds: offset),
      date: Instant(day: first.advanced(byDays: 6), hour: 20, offsetSeconds: offset), note: note,
      sections: sections, alsoPublished: also)
  }

  static func edition(_ items: [Edition.Item], publication: Publication = publication) -> Edition {
    edition([.init(title: nil, items: items)], publication: publication)
  }

  static func item(
    _ number: Int, _ title: String, url: String? = "", language: String? = nil, authors: [String] = [],
    source: String = "Plain Ladders", day: Int? = 20_775, minutes: Int = 5, quotes: [Edition.Quote],
    prompt: Edition.Quote? = nil, conversation: Edition.Conversation? = nil, score: Double = 0.5,
    beside: Edition.Neighbour? = nil
  ) -> Edition.Item {
    let published = day.map { Day(daysSince1970: $0) }
    return Edition.Item(
      number: number, entryID: .init(rawValue: "entry-\(number)"), title: title,
      url: url == "" ? "https://blog.example.com/2026/11/article-\(number)/" : url, language: language,
      authors: authors, feedID: "plain-ladders", sourceTitle: source, sourceURL: "https://blog.example.com/",
      published: published.map { Instant(day: $0, hour: 9) }, publishedOn: published,
      wordCount: minutes * 230,
      readingMinutes: minutes, paragraphs: quotes, prompt: prompt, conversation: conversation,
      quotedShare: 0.2, score: score, beside: beside)
  }

  static func quote(
    _ text: String, kind: Block.Kind = .paragraph, items: [String] = [], isOrdered: Bool = false,
    stem: String? = nil, isCutBefore: Bool = false, isCutAfter: Bool = false
  ) -> Edition.Quote {
    Edition.Quote(
      kind: kind, text: text, items: items, isOrdered: isOrdered, stem: stem,
      range: TextRange(start: 0, end: text.utf8.count), sourceHash: "00", isCutBefore: isCutBefore,
      isCutAfter: isCutAfter)
  }

  static func comment(
    _ id: String, _ author: String?, _ text: String, depth: Int = 0, answers: String? = nil,
    isByAuthor: Bool = false, isCutAfter: Bool = false
  ) -> Edition.QuotedComment {
    Edition.QuotedComment(
      commentID: .init(rawValue: id), author: author, isByArticleAuthor: isByAuthor, answers: answers,
      depth: depth, quote: quote(text, isCutAfter: isCutAfter))
  }

  static func conversation(
    _ comments: Int, people: Int, replies: Int = 0, url: String? = "https://blog.example.com/talk#comments",
    threads: [[Edition.QuotedComment]] = []
  ) -> Edition.Conversation {
    Edition.Conversation(
      commentCount: comments, peopleCount: people, authorReplyCount: replies, url: url,
      threads: threads.map { .init(comments: $0, score: 0.5, reasons: []) })
  }
}
