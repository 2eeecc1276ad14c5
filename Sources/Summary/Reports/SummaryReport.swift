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
    /// For a quotation: the author's sentence that introduces it.
    public let stem: String?
    /// For a quotation: who said it, as the article tells.
    public let attribution: Attribution?

    init(
      index: Int, text: String, score: Double, reasons: [String], stem: String? = nil,
      attribution: Attribution? = nil
    ) {
      self.index = index
      self.text = text
      self.score = score
      self.reasons = reasons
      self.stem = stem
      self.attribution = attribution
    }
  }

  /// The `count` best paragraphs. `article`'s blocks count from 0 whatever their role.
  public init(paragraphs count: Int, of article: Article) {
    let ranked = ParagraphRanker(fewestCandidates: max(1, min(count, 3))).rank(article)
    // What the author quotes stands behind his own words.
    let candidates = ranked.filter { $0.score != nil }
    let own = best(count, candidates.filter { article.blocks[$0.position].kind != .quote }) { $0.score ?? 0 }
    let quoted = best(count - own.count, candidates.filter { article.blocks[$0.position].kind == .quote }) {
      $0.score ?? 0
    }
    picks = (own + quoted).map { block in
      let source = article.blocks[block.position]
      let isQuoted = source.kind == .quote
      return Pick(
        index: block.position, text: source.text, score: block.score ?? 0, reasons: inWords(block.reasons),
        stem: isQuoted ? block.stem.flatMap { $0.range.slice(of: article.blocks[$0.position].text) } : nil,
        attribution: isQuoted ? source.attribution : nil)
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
