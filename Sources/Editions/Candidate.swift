public import Model

/// An entry with all that is known of it when an edition is put together.
public struct Candidate: Hashable, Sendable {
  public let entry: Entry
  public let source: FeedSource
  public let article: Article
  public let discussion: Discussion
  /// By what it belongs to a period: the entry's own date, else when it was first seen.
  public let date: Instant?

  /// - Parameter firstSeen: Stands in for the date of an entry that has none.
  public init(
    entry: Entry, source: FeedSource, article: Article, discussion: Discussion = .empty,
    firstSeen: Instant? = nil
  ) {
    self.entry = entry
    self.source = source
    self.article = article
    self.discussion = discussion
    date = entry.date ?? firstSeen
  }

  /// The entry's title, else the article's, else its first words.
  var title: String {
    for title in [entry.title, article.title ?? ""] where title.contains(where: { !$0.isWhitespace }) {
      return title
    }
    return opening(of: article.body.first?.text ?? "", words: 8)
  }

  var url: String? { entry.url ?? article.canonicalURL }

  var titleLine: Edition.TitleLine {
    Edition.TitleLine(
      entryID: entry.id, title: title, url: url, sourceTitle: source.title,
      readingMinutes: article.readingMinutes)
  }

  var authors: [String] { entry.authors.isEmpty ? article.authors : entry.authors }

  /// The article as the rankers need it: with a title and the names of its authors.
  var completeArticle: Article {
    Article(
      title: title, byline: article.byline, authors: article.authors + entry.authors,
      siteName: article.siteName,
      published: article.published, language: article.language ?? entry.language,
      canonicalURL: article.canonicalURL, image: article.image, blocks: article.blocks,
      commentService: article.commentService)
  }
}

/// The first words of a text, with a sign that there are more.
func opening(of text: String, words count: Int) -> String {
  let words = text.split(whereSeparator: \.isWhitespace)
  let first = words.prefix(count).joined(separator: " ")
  return words.count > count ? first + " …" : first
}
