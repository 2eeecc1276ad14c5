import Model

/// Lets a second article of a blog or an author step back behind what others wrote.
struct Variety {
  private var feeds: [FeedSource.ID: Int] = [:]
  private var authors: [String: Int] = [:]

  /// The terms for the next article, best first.
  mutating func terms(for measure: ArticleMeasure) -> [Reason] {
    var terms: [Reason] = []
    let earlier = feeds[measure.feedID, default: 0]
    feeds[measure.feedID] = earlier + 1
    if earlier > 0 {
      terms.append(
        Reason(
          feature: "sameBlog", contribution: -0.4 * Double(min(3, earlier)),
          words: "another article of the same blog is better"))
    }
    let names = Set(measure.article.authors.map(foldedName)).subtracting([""])
    let written = names.map { authors[$0, default: 0] }.max() ?? 0
    // Of one blog the authors are known to be the same: what counts are blogs.
    if earlier == 0 { for name in names { authors[name, default: 0] += 1 } }
    if written > 0, earlier == 0 {
      terms.append(
        Reason(
          feature: "sameAuthor", contribution: -0.2 * Double(min(3, written)),
          words: "another article by the same author is better"))
    }
    return terms
  }
}
