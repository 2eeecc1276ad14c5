import Articles
import Feeds
import Foundation
import Model
import Store

/// The entries with each article once: what several feeds carry of one page becomes one entry, with all comments that any of
/// them has.
///
/// An equal link alone does not make two entries one: a link log's remark has that of the article which it is about, and
/// some feeds give the home page for all they hold. Title or words must agree, too. Words, names and link come from one entry:
/// that of the feed on the article's own site, else of the feed listed first, unless it has but a part of the text.
///
/// - Parameter feeds: in the order of the lists.
/// - Returns: in the given order.
func withoutRepeats(_ entries: [StoredEntry], feeds: [FeedSource]) -> [StoredEntry] {
  let places = Dictionary(feeds.enumerated().map { ($1.id, ($0, $1)) }) { first, _ in first }
  var articles = RepeatedArticles(feeds: places)
  for entry in entries { articles.add(entry) }
  return articles.result
}

private struct RepeatedArticles {
  let feeds: [FeedSource.ID: (place: Int, source: FeedSource)]
  private(set) var result: [StoredEntry] = []
  /// Where entries of each link stand in ``result``.
  private var places: [String: [Int]] = [:]
  private var likenesses: [Int: TextLikeness] = [:]

  /// With so many entries of one link a new one is compared, at most.
  private static let maximumCompared = 24

  init(feeds: [FeedSource.ID: (place: Int, source: FeedSource)]) { self.feeds = feeds }

  mutating func add(_ entry: StoredEntry) {
    guard let link = entry.link else {
      result.append(entry)
      return
    }
    for place in places[link, default: []].suffix(Self.maximumCompared) {
      let known = result[place]
      // One feed may have several entries about one page: those are several.
      guard known.entry.feedID != entry.entry.feedID, isRepeat(entry, of: place, at: link) else { continue }
      result[place] = isBetter(entry, than: known) ? entry.joined(with: known) : known.joined(with: entry)
      likenesses[place] = nil
      return
    }
    places[link, default: []].append(result.count)
    result.append(entry)
  }

  private mutating func isRepeat(_ entry: StoredEntry, of place: Int, at link: String) -> Bool {
    let known = result[place]
    let likeness = TextLikeness(title: entry.entry.title, article: entry.article)
    let other = likenesses[place] ?? TextLikeness(title: known.entry.title, article: known.article)
    likenesses[place] = other
    switch likeness.text(isThatOf: other) {
    case .same: return true
    case .unknown: return likeness.title(isPartOf: other)
    case .different:
      // Two openings of one article, each written for its feed.
      let isPage = link.contains { $0 == "/" || $0 == "?" }
      return isPage && likeness.title(isThatOf: other)
        && (entry.entry.sharesAuthor(with: known.entry.authors) || isOnOwnSite(entry) && isOnOwnSite(known))
    }
  }

  private func isBetter(_ entry: StoredEntry, than known: StoredEntry) -> Bool {
    let words = entry.article?.wordCount ?? 0
    let knownWords = known.article?.wordCount ?? 0
    // Half of an article is no article.
    if words * 2 < knownWords { return false }
    if knownWords * 2 < words { return true }
    if isOnOwnSite(entry) != isOnOwnSite(known) { return isOnOwnSite(entry) }
    let place = feeds[entry.entry.feedID]?.place ?? .max
    return place < feeds[known.entry.feedID]?.place ?? .max
  }

  private func isOnOwnSite(_ entry: StoredEntry) -> Bool {
    guard let url = entry.entry.url, let source = feeds[entry.entry.feedID]?.source else { return false }
    return source.isSite(of: url)
  }
}

extension FeedSource {
  /// Whether `url` is on the site of this feed.
  func isSite(of url: String) -> Bool {
    guard let host = URL(string: url)?.host() else { return false }
    return [feedURL, siteURL].contains { own in
      own.flatMap { URL(string: $0)?.host() }.map { isSameSite($0.lowercased(), host.lowercased()) } ?? false
    }
  }
}

extension Entry {
  func sharesAuthor(with names: [String]) -> Bool {
    authors.contains { author in
      names.contains { TextLikeness.isSameName($0, author) }
    }
  }
}

extension StoredEntry {
  /// This entry with the comments that `other` has, and of the age of the older one.
  fileprivate func joined(with other: StoredEntry) -> StoredEntry {
    StoredEntry(
      entry: entry, date: min(date, other.date), link: link, responseHash: responseHash, article: article,
      articleSource: articleSource, discussion: joined(other.discussion),
      discussionReadAt: discussionReadAt ?? other.discussionReadAt)
  }

  private func joined(_ other: Discussion?) -> Discussion? {
    guard let other, !other.comments.isEmpty else { return discussion }
    guard let discussion, !discussion.comments.isEmpty else { return other }
    return mergeDiscussion(
      feed: discussion.comments, page: other.comments, authors: entry.authors,
      url: discussion.url ?? other.url,
      statedCount: [discussion.statedCount, other.statedCount].compactMap(\.self).max())
  }
}
