import Articles
import Model
import Store

/// The entries with each article once: what several feeds carry of one page becomes one entry, that of the feed whose list
/// comes first, with the longest text and all comments that any of them has.
///
/// - Parameter order: place of each feed in the lists.
/// - Returns: in the given order.
func withoutRepeats(_ entries: [StoredEntry], order: [FeedSource.ID: Int]) -> [StoredEntry] {
  var places: [String: Int] = [:]
  var result: [StoredEntry] = []
  for entry in entries {
    guard let link = entry.link, let place = places[link] else {
      if let link = entry.link { places[link] = result.count }
      result.append(entry)
      continue
    }
    let known = result[place]
    // One feed may have several entries about one page: those are several.
    guard known.entry.feedID != entry.entry.feedID else {
      result.append(entry)
      continue
    }
    let isBetter = (order[entry.entry.feedID] ?? .max) < (order[known.entry.feedID] ?? .max)
    result[place] = isBetter ? entry.joined(with: known) : known.joined(with: entry)
  }
  return result
}

extension StoredEntry {
  /// This entry with what `other` knows better.
  fileprivate func joined(with other: StoredEntry) -> StoredEntry {
    let isLonger = (other.article?.wordCount ?? 0) > (article?.wordCount ?? 0)
    return StoredEntry(
      entry: entry, date: min(date, other.date), link: link, responseHash: responseHash,
      article: isLonger ? other.article : article,
      articleSource: isLonger ? other.articleSource : articleSource,
      discussion: joined(other.discussion), discussionReadAt: discussionReadAt ?? other.discussionReadAt)
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
