public import Model

/// How much of an article may be printed.
public struct ParagraphLimits: Hashable, Sendable {
  /// This many if the article has them and they fit.
  public let fewest: Int
  /// Further ones only if they are good.
  public let most: Int
  public let quotation: QuotationLimits

  public init(fewest: Int = 2, most: Int = 3, quotation: QuotationLimits = .standard) {
    self.fewest = min(fewest, most)
    self.most = most
    self.quotation = quotation
  }
}

/// A paragraph or list that is to be printed.
public struct ParagraphPick: Hashable, Sendable {
  /// Position among the article's blocks.
  public let position: Int
  public let excerpt: ExcerptRange
  public let stem: RankedBlock.Stem?
  /// For a list: how many of its items ``excerpt`` holds.
  public let itemCount: Int
  /// Those of the introduction included.
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
  /// Why nothing is printed, for the editor; `nil` if something is.
  public let emptiness: String?

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
    emptiness = choice.picks.isEmpty ? choice.emptiness : nil
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
    let body = article.body
    budget = limits.quotation.budget(articleWords: article.wordCount)
    language = TextLanguage(
      of: body.prefix(40).map { opening(of: $0.text, bytes: TextLanguage.sampleBytes) }.joined(
        separator: " "), tag: article.language)
  }

  mutating func choose() {
    let candidates = ranked.filter { $0.score != nil && $0.position != promptPosition }
      .sorted { ($0.score ?? 0, $1.position) > ($1.score ?? 0, $0.position) }
    let best = candidates.first?.score ?? 0
    // The author's own words first; what he quotes fills up.
    func isQuoted(_ candidate: RankedBlock) -> Bool { article.blocks[candidate.position].kind == .quote }
    for candidate in candidates.filter({ !isQuoted($0) }) + candidates.filter(isQuoted) {
      guard let score = candidate.score, rules[candidate.position] == nil else { continue }
      if picks.count >= limits.most {
        rules[candidate.position] = "lower score than the \(picks.count) that are printed"
      } else if picks.count >= max(1, limits.fewest), score < max(0.5, best * 0.4) {
        rules[candidate.position] = "too weak for one more"
      } else if isQuoted(candidate), !hasRoomForQuotation {
        rules[candidate.position] = "the author's own words go before what he quotes"
      } else if picks.count >= 1, score < -0.5 {
        rules[candidate.position] = "too weak to print"
      } else {
        rules[candidate.position] = take(candidate, score: score)
      }
    }
  }

  /// Why nothing was chosen.
  var emptiness: String {
    ranked.contains { $0.score != nil && $0.position != promptPosition }
      ? "no sentence that stands alone fits into the \(budget) words that may be quoted of it"
      : "no paragraph that can be printed by itself"
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
    guard let piece = piece(of: block, limit: left, isFirst: picks.isEmpty) else {
      return "would take the quotation over \(budget) words"
    }
    let count = piece.excerpt.range.slice(of: block.text).map(countWords) ?? 0
    used += count + (stemWords ?? 0)
    bags.append(bag)
    picks.append(
      ParagraphPick(
        position: candidate.position, excerpt: piece.excerpt, stem: candidate.stem, itemCount: piece.items,
        wordCount: count + (stemWords ?? 0), score: score, reasons: candidate.reasons))
    return pickRule(piece.excerpt)
  }

  /// What an author quotes stands beside as much of his own; an article that is mainly a quotation has one.
  private var hasRoomForQuotation: Bool {
    let quoted = picks.count { article.blocks[$0.position].kind == .quote }
    return picks.count < max(1, limits.fewest) && quoted < max(1, picks.count - quoted)
  }

  /// A paragraph that leans on the one before it brings that along, if it is short and both fit; without it, the paragraph has
  /// lost points in the ranking already.
  private mutating func takeAntecedent(of candidate: RankedBlock) {
    let position = candidate.position - 1
    let block = article.blocks[candidate.position]
    guard block.kind == .paragraph, picks.count + 2 <= limits.most, position >= 0,
      !picks.contains(where: { $0.position == position }), position != promptPosition,
      let score = ranked[position].score, article.blocks[position].kind == .paragraph,
      used + article.blocks[position].wordCount + block.wordCount <= budget
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
        position: position, excerpt: range, stem: nil, itemCount: 0, wordCount: count, score: score,
        reasons: ranked[position].reasons))
  }

  private static let longestAntecedent = 45

  private func bag(of block: Block) -> [String: Int] {
    tokens(of: opening(of: block.text)).reduce(into: [:]) { $0[$1.word, default: 0] += 1 }
  }

  /// As much of the block as may be printed: a list ends behind an item, a paragraph behind a sentence. Only the first pick
  /// is shortened; a further one fits or is left out.
  private func piece(of block: Block, limit: Int, isFirst: Bool) -> (excerpt: ExcerptRange, items: Int)? {
    guard block.kind == .list else {
      guard
        let excerpt = Excerpt(text: block.text, language: language).standaloneRange(
          limit: isFirst ? limit : nil),
        (excerpt.range.slice(of: block.text).map(countWords) ?? 0) <= limit
      else { return nil }
      return (excerpt, 0)
    }
    if block.wordCount <= limit {
      return (
        ExcerptRange(range: TextRange(of: block.text), isCutBefore: false, isCutAfter: false),
        block.items.count
      )
    }
    guard isFirst, let (range, items) = listStart(of: block, limit: limit) else { return nil }
    return (ExcerptRange(range: range, isCutBefore: false, isCutAfter: true), items)
  }

  /// The first items of a list, at least two.
  private func listStart(of block: Block, limit: Int) -> (TextRange, Int)? {
    var words = 0
    var end = 0
    var items = 0
    let text = block.text.utf8
    for item in block.items {
      words += countWords(item)
      let length = item.utf8.count
      let start = items == 0 ? 0 : end + 1
      guard words <= limit, start + length <= text.count,
        text.dropFirst(start).prefix(length).elementsEqual(item.utf8)
      else { break }
      end = start + length
      items += 1
    }
    return items >= 2 ? (TextRange(start: 0, end: end), items) : nil
  }

  private func pickRule(_ excerpt: ExcerptRange) -> String {
    let rank = ["best", "second best", "third best"]
    let place = picks.count <= rank.count ? rank[picks.count - 1] : "number \(picks.count)"
    let cut = excerpt.isCutBefore ? ", begun where it stands alone" : excerpt.isCutAfter ? ", shortened" : ""
    return "\(place) by score\(cut)"
  }

  private func introducedKind(_ position: Int) -> String {
    let pick = picks.first { $0.stem?.position == position }
    let kind = pick.map { article.blocks[$0.position].kind } ?? .list
    return "introduces a \(kind == .quote ? "quotation" : "list") that is printed"
  }

  func verdicts() -> [BlockVerdict] {
    let picked = Set(picks.map(\.position))
    let stems = Set(picks.compactMap { $0.stem?.position })
    return ranked.map { block in
      let rule: String
      if block.position == promptPosition {
        rule = RejectionRule.prompt.words
      } else if stems.contains(block.position), !picked.contains(block.position) {
        rule = introducedKind(block.position)
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
