import Model

@testable import Summary

/// An article of plain paragraphs in English.
func article(_ paragraphs: [String], title: String = "The rope and the report") -> Article {
  Article(
    title: title, authors: ["Ida Brandt"], language: "en",
    blocks: paragraphs.enumerated().map { Block(index: $0.offset, kind: .paragraph, text: $0.element) })
}

/// Five paragraphs: a scene, a turn that leans on it, the point, a mechanical detail, a lesson.
let post = article([
  """
  Last winter I stood on the ferry with a cup of tea and watched a deckhand. The sea was grey and so \
  was the tea.
  """,
  """
  But that was not what I remember. The deckhand shouted before the mate did, and nobody minded. The \
  most important 
  """
    + """
    rule of any crew is that whoever sees a problem must say it, whatever the chart of \
    responsibilities says.
    """,
  """
  Managers should never ask for a report when they could ask for a shout. A report always arrives \
  after the rope has 
  """
    + """
    parted; the biggest risk of every organisation is a polite silence, and no system of reports has \
    ever ended it.
    """,
  """
  The winch was built in Leith and turns at twelve revolutions with a brake of cast iron on the port \
  side of the deck.
  """,
  """
  Whoever leads people has one real responsibility: to make the first shout easy. That is harder \
  than it sounds, 
  """
    + "because the person who shouts first is often wrong, and must be thanked all the same.",
])

func verdict(_ text: String, after others: [String] = []) -> RejectionRule? {
  let texts = others + [text]
  return ParagraphRanker(fewestCandidates: 0).rank(article(texts)).last?.rejection
}

func comment(
  _ id: String, _ author: String?, _ text: String, answers parent: String? = nil, byAuthor: Bool = false,
  kind: Model.Comment.Kind = .comment
) -> Model.Comment {
  Model.Comment(
    id: Model.Comment.ID(rawValue: id), parentID: parent.map { Model.Comment.ID(rawValue: $0) },
    author: author,
    text: text,
    isByArticleAuthor: byAuthor, kind: kind)
}
