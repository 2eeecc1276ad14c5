public import Model

/// The stored comments without those that their source no longer has.
///
/// A comment feed shows the newest comments and a page often only some, so that a comment is missing says nothing by
/// itself. It was deleted if a feed shows an older one than it but not it, or if what is shown is all that there is by
/// the source's own count.
///
/// - Parameters:
///   - feed: from the feed of the comments, as read now; empty if it was not read.
///   - page: from the article's page, as read now.
///   - statedCount: the number of comments that the source states now; `nil` if it was not said just now.
public func withoutDeleted(
  _ stored: [Comment], feed: [Comment], page: [Comment], statedCount: Int?
) -> [Comment] {
  guard !stored.isEmpty, !feed.isEmpty || !page.isEmpty else { return stored }
  let shown = Set((feed + page).map { DiscussionMerger.identity($0.id) })
  let isWhole = statedCount.map { $0 > 0 && $0 <= max(feed.count, page.count) } ?? false
  let dates = feed.compactMap(\.published)
  // Without a date the order of a feed is not known.
  let oldest = dates.count == feed.count ? dates.min() : nil
  return stored.filter { comment in
    if shown.contains(DiscussionMerger.identity(comment.id)) { return true }
    if isWhole { return false }
    guard let oldest, let date = comment.published else { return true }
    return date <= oldest
  }
}
