public import Model

/// How much of an article may be printed.
public struct ParagraphLimits: Hashable, Sendable {
  /// This many if the article has them and they fit.
  public let fewest: Int
  /// Further ones only if they are good.
  public let most: Int
  public let words: Int
  /// Share of the article's words, 0 to 1. Short articles may be quoted up to ``leastBudget`` words all the
  /// same.
  public let share: Double

  public init(fewest: Int = 2, most: Int = 3, words: Int = 180, share: Double = 0.35) {
    self.fewest = min(fewest, most)
    self.most = most
    self.words = words
    self.share = share
  }

  public static let leastBudget = 40

  func budget(articleWords: Int) -> Int {
    let cap = share.isFinite ? Int(Double(articleWords) * min(1, max(0, share))) : articleWords
    return min(words, max(ParagraphLimits.leastBudget, cap))
  }
}

/// A paragraph or list that is to be printed.
public struct ParagraphPick: Hashable, Sendable {
  /// Position among the article's blocks.
  public let position: Int
  public let excerpt: ExcerptRange
  public let stem: RankedBlock.Stem?
  public let wordCount: Int
  public let score: Double
  public let reasons: [Reason]
}

/// What became of one block, in words for the editor.
public struct BlockVerdict: Hashable, Sendable {
  public let position: Int
  public let isPicked: Bool
  public let rule: String
  public let score: Double?
  public let reasons: [Reason]
}

/// The key paragraphs of an article.
public struct ParagraphSelection: Hashable, Sendable {
  /// In reading order.
  public let picks: [ParagraphPick]
  /// The author's own question to the readers.
  public let prompt: AuthorPrompt?
  /// One a block, in the order of the article's blocks.
  public let verdicts: [BlockVerdict]

  /// Takes the best blocks that fit the limits, without two that say the same; fewer rather than weak ones.
  public init(
    article: Article, ranker: ParagraphRanker = ParagraphRanker(fewestCandidates: 1), limits: ParagraphLimits
  ) {
    let prompt = AuthorPrompt(article: article)
    var choice = Choice(article: article, ranked: ranker.rank(article), prompt: prompt, limits: limits)
    choice.choose()
    self.prompt = prompt
    picks = choice.picks.sorted { $0.position < $1.position }
    verdicts = choice.verdicts()
  }
}

private struct Choice {
  let article: Article
  let ranked: [RankedBlock]
  let limits: ParagraphLimits
  let budget: Int
  let language: TextLanguage
  let promptPosition: Int?
  var picks: [ParagraphPick] = []
  private var rules: [Int: String] = [:]
  private var bags: [[String: Int]] = []
  private var used = 0

  init(article: Article, ranked: [RankedBlock], prompt: AuthorPrompt?, limits: ParagraphLimits) {
    self.article = article
    self.ranked = ranked
    self.limits = limits
    promptPosition = prompt?.position
    let position = prompt?.position
    let body = article.blocks.enumerated().filter { $0.element.role == nil && $0.offset != position }.map(
      \.element)
    budget = limits.budget(articleWords: body.reduce(0) { $0 + $1.wordCount })
    language = TextLanguage(
      of: body.prefix(40).map { opening(of: $0.text, bytes: TextLanguage.sampleBytes) }.joined(
        separator: " "), tag: article.language)
  }

  mutating func choose() {
    let candidates = ranked.filter { $0.score != nil && $0.position != promptPosition }
      .sorted { ($0.score ?? 0, $1.position) > ($1.score ?? 0, $0.position) }
    let best = candidates.first?.score ?? 0
    for candidate in candidates {
      guard let score = candidate.score, rules[candidate.position] == nil else { continue }
      if picks.count >= limits.most {
        rules[candidate.position] = "lower score than the \(picks.count) that are printed"
      } else if picks.count >= max(1, limits.fewest), score < max(0.5, best * 0.4) {
        rules[candidate.position] = "too weak for one more"
      } else if picks.count >= 1, score < -0.5 {
        rules[candidate.position] = "too weak to print"
      } else {
        rules[candidate.position] = take(candidate, score: score)
      }
    }
  }

  /// Adds the candidate if it fits, and says which rule decided.
  private mutating func take(_ candidate: RankedBlock, score: Double) -> String {
    let block = article.blocks[candidate.position]
    let bag = bag(of: block)
    if bags.contains(where: { containment(bag, $0) >= 0.6 }) {
      return "says much the same as a paragraph that is printed"
    }
    let stemWords = candidate.stem.flatMap { stem in
      stem.range.slice(of: article.blocks[stem.position].text).map(countWords)
    }
    takeAntecedent(of: candidate)
    let left = budget - used - (stemWords ?? 0)
    let excerpt = self.excerpt(of: block, limit: picks.isEmpty ? left : nil)
    let count = (excerpt.range.slice(of: block.text).map(countWords) ?? 0)
    if !picks.isEmpty, count > left { return "would take the quotation over \(budget) words" }
    used += count + (stemWords ?? 0)
    bags.append(bag)
    picks.append(
      ParagraphPick(
        position: candidate.position, excerpt: excerpt, stem: candidate.stem,
        wordCount: count + (stemWords ?? 0), score: score, reasons: candidate.reasons))
    return pickRule(excerpt)
  }

  /// A paragraph that leans on the one before it brings that along, if it is short and both fit; without it, the paragraph has
  /// lost points in the ranking already.
  private mutating func takeAntecedent(of candidate: RankedBlock) {
    let position = candidate.position - 1
    let block = article.blocks[candidate.position]
    guard block.kind == .paragraph, picks.count + 2 <= limits.most, position >= 0,
      !picks.contains(where: { $0.position == position }), position != promptPosition,
      let score = ranked[position].score, article.blocks[position].kind == .paragraph
    else { return }
    let own = Excerpt(text: block.text, language: language)
    guard own.pointsBack(at: 0), own.standaloneStart() == nil else { return }
    let before = Excerpt(text: article.blocks[position].text, language: language)
    let range = before.range(0..<before.sentences.count)
    let count = countWords(article.blocks[position].text)
    guard !before.pointsBack(at: 0), count <= Choice.longestAntecedent,
      used + count + block.wordCount <= budget
    else { return }
    used += count
    bags.append(bag(of: article.blocks[position]))
    rules[position] = "printed because the next paragraph leans on it"
    picks.append(
      ParagraphPick(
        position: position, excerpt: range, stem: nil, wordCount: count, score: score,
        reasons: ranked[position].reasons))
  }

  private static let longestAntecedent = 45

  private func bag(of block: Block) -> [String: Int] {
    tokens(of: opening(of: block.text)).reduce(into: [:]) { $0[$1.word, default: 0] += 1 }
  }

  private func excerpt(of block: Block, limit: Int?) -> ExcerptRange {
    if block.kind == .list {
      return ExcerptRange(range: TextRange(of: block.text), isCutBefore: false, isCutAfter: false)
    }
    return Excerpt(text: block.text, language: language).standaloneRange(limit: limit)
  }

  private func pickRule(_ excerpt: ExcerptRange) -> String {
    let rank = ["best", "second best", "third best"]
    let place = picks.count <= rank.count ? rank[picks.count - 1] : "number \(picks.count)"
    let cut = excerpt.isCutBefore ? ", begun where it stands alone" : excerpt.isCutAfter ? ", shortened" : ""
    return "\(place) by score\(cut)"
  }

  func verdicts() -> [BlockVerdict] {
    let picked = Set(picks.map(\.position))
    let stems = Set(picks.compactMap { $0.stem?.position })
    return ranked.map { block in
      let rule: String
      if block.position == promptPosition {
        rule = RejectionRule.prompt.words
      } else if stems.contains(block.position), !picked.contains(block.position) {
        rule = "introduces a list that is printed"
      } else {
        rule = rules[block.position] ?? block.rejection?.words ?? "not needed"
      }
      return BlockVerdict(
        position: block.position, isPicked: picked.contains(block.position), rule: rule, score: block.score,
        reasons: block.reasons)
    }
  }
}

/// Share of the words of the shorter bag that the other holds too.
private func containment(_ left: [String: Int], _ right: [String: Int]) -> Double {
  let leftCount = left.values.reduce(0, +)
  let rightCount = right.values.reduce(0, +)
  let shorter = min(leftCount, rightCount)
  guard shorter > 0 else { return 0 }
  let shared = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
  return Double(shared) / Double(shorter)
}
