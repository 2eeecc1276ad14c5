public import Model
import Summary

/// An article that was in an earlier edition, with its conversation as it stands now.
public struct EarlierArticle: Hashable, Sendable {
  public let candidate: Candidate
  /// The newest edition that it was in.
  public let edition: Edition.ID

  public init(_ candidate: Candidate, in edition: Edition.ID) {
    self.candidate = candidate
    self.edition = edition
  }
}

/// What readers wrote in a period about an article of an earlier one.
struct OngoingConversation: Hashable, Sendable {
  let article: EarlierArticle
  /// Of the period's comments alone.
  let news: DiscussionCounts

  /// `nil` unless at least two comments of people came, not all of them the author's. A comment without a date may be of
  /// any time, and does not count.
  init?(_ article: EarlierArticle, in period: Period) {
    let candidate = article.candidate
    guard let date = candidate.date, date < period.start else { return nil }
    let comments = candidate.discussion.comments.filter { comment in
      comment.published.map { $0 >= period.start && $0 < period.end } ?? false
    }
    news = DiscussionCounts(Discussion(comments: comments), article: candidate.completeArticle)
    guard news.comments >= 2, news.authorReplies < news.comments else { return nil }
    self.article = article
  }

  /// As it is printed.
  var line: Edition.OngoingConversation {
    let candidate = article.candidate
    return Edition.OngoingConversation(
      article: candidate.titleLine, newCommentCount: news.comments,
      url: candidate.discussion.url ?? candidate.entry.commentsURL)
  }

  /// Why it is printed.
  var decision: Edition.Decision {
    let candidate = article.candidate
    let people = news.people == 1 ? "1 person" : "\(news.people) people"
    return Edition.Decision(
      entryID: candidate.entry.id, title: candidate.title, url: candidate.url, feedID: candidate.source.id,
      state: .ongoing, rule: "\(news.comments) new comments by \(people); it was in \(article.edition)")
  }
}

/// The articles about which most people still write, and among those the ones with most new comments; of equals the newer
/// one, then by id.
///
/// - Parameters:
///   - printed: The entries of the period's own edition: what is in it is not told again,
///   - urls: nor under another id.
func ongoingConversations(
  _ articles: [EarlierArticle], in period: Period, besides printed: Set<Entry.ID>,
  urls: Set<String>, limit: Int
) -> [OngoingConversation] {
  var (seen, seenURLs) = (printed, urls)
  let found = articles.compactMap { article -> OngoingConversation? in
    let candidate = article.candidate
    guard seen.insert(candidate.entry.id).inserted else { return nil }
    if let url = candidate.url, !seenURLs.insert(url).inserted { return nil }
    return OngoingConversation(article, in: period)
  }
  return Array(found.sorted(by: isLivelier).prefix(max(0, limit)))
}

private func isLivelier(_ left: OngoingConversation, _ right: OngoingConversation) -> Bool {
  if left.news.people != right.news.people { return left.news.people > right.news.people }
  if left.news.comments != right.news.comments { return left.news.comments > right.news.comments }
  let (first, second) = (left.article.candidate, right.article.candidate)
  if let leftDate = first.date, let rightDate = second.date, leftDate != rightDate {
    return leftDate > rightDate
  }
  return first.entry.id < second.entry.id
}
