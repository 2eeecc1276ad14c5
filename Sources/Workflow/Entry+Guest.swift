import Articles
import Model

extension Entry {
  /// The entry with the guest who wrote the article for its author, where the article says so.
  func namingGuest(of article: Article) -> Entry {
    guard let guest = guestAuthor(in: article.blocks, besides: authors) else { return self }
    return Entry(
      id: id, feedID: feedID, sourceID: sourceID, url: url, title: title, authors: [guest],
      published: published,
      updated: updated, categories: categories, language: language, contentHTML: contentHTML,
      summaryHTML: summaryHTML, base: base, commentsURL: commentsURL, commentsFeedURL: commentsFeedURL,
      commentCount: commentCount)
  }
}
