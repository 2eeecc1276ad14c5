public import Model

/// What `digest summarise` prints: the best paragraphs or sentences of one article, best first.
public struct SummaryReport: Hashable, Sendable, Codable {
  public let picks: [Pick]

  public struct Pick: Hashable, Sendable, Codable {
    /// Among the article's paragraphs (blocks) or sentences, from 0.
    public let index: Int
    /// Verbatim.
    public let text: String
    public let score: Double
    /// In words, weightiest first.
    public let reasons: [String]
  }

  /// The `count` best paragraphs. `article`'s blocks count from 0 whatever their role.
  public init(paragraphs count: Int, of article: Article) {
    let ranked = ParagraphRanker(fewestCandidates: max(1, min(count, 3))).rank(article)
    picks = best(count, ranked.filter { $0.score != nil }) { $0.score ?? 0 }.map { block in
      Pick(
        index: block.position, text: article.blocks[block.position].text, score: block.score ?? 0,
        reasons: inWords(block.reasons))
    }
  }

  /// The `count` best sentences; every sentence of every block counts, in reading order.
  public init(sentences count: Int, of article: Article) {
    picks = best(count, SentenceRanker().rank(article)) { $0.score }.map { sentence in
      Pick(
        index: sentence.index, text: sentence.text, score: sentence.score, reasons: inWords(sentence.reasons))
    }
  }
}

/// The first `count` by score, best first; equal ones in their order.
private func best<Ranked>(_ count: Int, _ ranked: [Ranked], score: (Ranked) -> Double) -> ArraySlice<Ranked> {
  ranked.enumerated().sorted {
    let left = score($0.element)
    let right = score($1.element)
    return left != right ? left > right : $0.offset < $1.offset
  }.map(\.element).prefix(max(0, count))
}

/// The terms that lift a score, weightiest first, in words; never empty for a score that has terms.
func inWords(_ reasons: [Reason]) -> [String] {
  let ordered = reasons.enumerated().sorted {
    $0.element.contribution != $1.element.contribution
      ? $0.element.contribution > $1.element.contribution : $0.offset < $1.offset
  }.map(\.element)
  let good = ordered.filter { $0.contribution > 0 }.compactMap(\.words)
  if !good.isEmpty { return good }
  return ordered.first.map { [$0.words ?? $0.feature] } ?? []
}
