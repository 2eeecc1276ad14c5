import Model

@testable import Editions

let publication = Publication(title: "Weekly", senderName: "Weekly", senderAddress: "weekly@example.org")

/// An edition of the week that begins on `firstDay`, in UTC.
func makeEdition(
  _ candidates: [Candidate], firstDay: Day? = nil, policy: EditionPolicy = EditionPolicy(),
  earlier: [EarlierArticle]? = nil, otherDecisions: [Edition.Decision] = []
) -> Edition {
  let first = firstDay ?? Day(daysSince1970: 20_000)
  let last = first.advanced(byDays: 6)
  let period = Period(
    firstDay: first, lastDay: last, start: Instant(day: first), end: Instant(day: last.advanced(byDays: 1)),
    timeZone: "UTC", offsetSeconds: 0)
  return assembleEdition(
    id: "2024-W40", publication: publication, period: period, date: period.end, candidates: candidates,
    earlier: earlier, otherDecisions: otherDecisions, policy: policy, dayOf: { $0.day() })
}

/// A post of its own for each number, published on the given day of the sample week.
func makeCandidate(
  _ name: String, day: Int = 2, feed: String = "blog", section: String? = nil, weight: Double = 1,
  paragraphs: [String]? = nil, discussion: Discussion = .empty, title: String? = nil
) -> Candidate {
  let texts = paragraphs ?? samplePost(name)
  return Candidate(
    entry: Entry(
      id: Entry.ID(rawValue: name), feedID: FeedSource.ID(rawValue: feed), url: "https://example.org/\(name)",
      title: title ?? "What \(name) taught the crew",
      published: Instant(day: Day(daysSince1970: 20_000 + day), hour: 9)),
    source: FeedSource(
      id: FeedSource.ID(rawValue: feed), feedURL: "https://example.org/\(feed)", title: feed,
      section: section,
      weight: weight),
    article: Article(
      title: nil, authors: ["Ida Brandt"], language: "en",
      blocks: texts.enumerated().map { Block(index: $0.offset, kind: .paragraph, text: $0.element) }),
    discussion: discussion)
}

/// A post that shares no three words in a row with that of another name.
func samplePost(_ name: String) -> [String] {
  [
    """
    On the ferry nobody asks who is in charge, because the person who sees the rope first calls it. That
    habit is worth more than any chart of responsibilities on any office wall we know.
    """,
    """
    The crew learned it in one bad winter when the chain of command froze with the deck. A deckhand
    shouted before the mate did. Since then the rule is simple: whoever sees it, says it.
    """,
    """
    Managers ashore should copy the rule, and most of them do not. They ask for reports, and a report
    always arrives after the rope has parted. The biggest risk aboard is a polite silence.
    """,
  ].map { paragraph in
    paragraph.split(whereSeparator: \.isWhitespace).enumerated()
      .map { $0.offset % 2 == 0 ? String($0.element) : name + " " + $0.element }.joined(separator: " ")
  }
}

func comment(
  _ id: String, _ author: String?, _ text: String, answers parent: String? = nil,
  kind: Model.Comment.Kind = .comment
) -> Model.Comment {
  Model.Comment(
    id: Model.Comment.ID(rawValue: id), parentID: parent.map { Model.Comment.ID(rawValue: $0) },
    author: author,
    text: text,
    kind: kind)
}
