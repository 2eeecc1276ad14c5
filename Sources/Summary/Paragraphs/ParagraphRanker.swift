public import Model

/// Scores the paragraphs of an article by seven named terms with fixed weights.
///
/// Everything is taken relative to the article's own paragraphs, so that no outside corpus is needed and
/// the same article always gives the same scores.
public struct ParagraphRanker: Sendable {
  /// What an editor weighs otherwise, by name.
  private let given: [String: Double]
  /// With fewer candidates than this the rules are relaxed.
  private let fewestCandidates: Int

  /// - Parameter given: what an editor weighs otherwise, by the names of the terms.
  public init(weights given: [String: Double] = [:], fewestCandidates: Int = 3) {
    self.given = given
    self.fewestCandidates = fewestCandidates
  }

  /// One result a block, in the order of the article's blocks.
  public func rank(_ article: Article) -> [RankedBlock] {
    let passages = article.blocks.map(Passage.init)
    let language = Summary.language(of: passages.lazy.filter { $0.block.role == nil }, tag: article.language)
    let candidates = ParagraphCandidates(
      passages: passages, title: article.title ?? "", language: language, fewest: fewestCandidates)
    let scores = score(candidates, passages, article, language)
    return passages.indices.map { index in
      let unit = candidates.lists[index]
      let stem =
        unit.map { RankedBlock.Stem(position: $0.introduction, range: $0.stem) }
        ?? candidates.quotations[index]?.stem
      if let terms = scores[index] {
        return RankedBlock(
          position: index, score: roundedScore(terms.reduce(0) { $0 + $1.contribution }),
          reasons: terms.filter { $0.contribution != 0 }, rejection: nil, stem: stem,
          isFallback: candidates.isFallback)
      }
      return RankedBlock(
        position: index, score: nil, reasons: [], rejection: candidates.rejections[index] ?? .tooShort,
        stem: nil, isFallback: false)
    }
  }

  private func score(
    _ candidates: ParagraphCandidates, _ passages: [Passage], _ article: Article, _ language: TextLanguage
  ) -> [Int: [Reason]] {
    let units = candidates.chosen.map { index in
      ScoredUnit(passages, index: index, list: candidates.lists[index])
    }
    guard !units.isEmpty else { return [:] }
    let lengths = units.map { Double($0.tokens.count) }
    let size = standardised(lengths.map { min($0, 80) })
    let claims = claimScores(of: units.map { $0.tokens[...] }, language: language)
    let abstract = standardised(
      units.map { unit in
        Double(unit.tokens.reduce(0) { $0 + $1.length }) / Double(max(1, unit.tokens.count))
      })
    let topic = topicScores(units, candidates, passages, article, language)
    let impersonal = impersonality(of: units.map(\.ownTokens), language: language)
    let standalone = StandaloneText(language: language)
    let family = LanguageFamily(language, tokens: units.lazy.flatMap(\.tokens))
    let weights = ParagraphWeights(given, family: family)
    var result: [Int: [Reason]] = [:]
    for (rank, unit) in units.enumerated() {
      let place = Double(rank) / Double(max(1, units.count - 1))
      let early = impersonal * max(0, 1 - place / 0.3)
      var terms = [
        term("size", unit.isList ? 0 : weights.size * size[rank], "says it in full", "short"),
        term(
          "claims", unit.isList ? 0 : weights.claims * claims[rank], "makes a claim",
          "tells rather than claims"),
        term("abstract", weights.abstract * abstract[rank], "states it in general", nil),
        term("topic", weights.topic * topic[rank], "answers the title", nil),
        term("early", weights.early * early, "a report opens with its point", nil),
        term("rank", weights.rank / Double(1 + rank), rank == 0 ? "opens the article" : nil, nil),
        term(
          "section", rank > 0 && opensSection(unit.index, passages) ? weights.section : 0,
          "opens its section", nil),
        term(
          "pulled", candidates.pulled.contains(unit.index) ? weights.pulled : 0, "a pull quote repeats it",
          nil),
        term(
          "emphasis", stressesSentence(passages[unit.index].block) ? weights.emphasis : 0,
          "holds a sentence in strong type",
          nil),
        term("lastThird", place >= 0.67 ? weights.lastThird : 0, nil, nil),
      ]
      if unit.isList {
        terms.append(
          unit.isAnnounced
            ? term("announced", weights.announced, "the list that the article announces", nil)
            : term("list", weights.list, nil, "a list"))
      } else {
        let excerpt = Excerpt(passage: passages[unit.index], language: language)
        if standalone.pointsBack(unit.tokens[...]) {
          let share = excerpt.standaloneStart() == nil ? 1 : 0.5
          terms.append(term("pointer", weights.pointer * share, nil, "leans on what stands before it"))
        }
        terms.append(term("asking", weights.asking * excerpt.questionShare, nil, "asks rather than answers"))
        if rank == 0, standalone.leansElsewhere(unit.tokens[...]) {
          terms.append(
            term("elsewhere", weights.elsewhere, nil, "opens with a text that the reader has not seen"))
        }
      }
      result[unit.index] = terms
    }
    return result
  }

  private func opensSection(_ index: Int, _ passages: [Passage]) -> Bool {
    index > 0 && passages[index - 1].block.kind == .heading && passages[index - 1].block.role == nil
  }

  /// Whether the author set a whole sentence of a longer paragraph in strong or emphasised type. A few words stressed say
  /// nothing about the paragraph, and a paragraph all in bold is a heading or a note.
  private func stressesSentence(_ block: Block) -> Bool {
    guard block.kind == .paragraph else { return false }
    let total = block.text.utf8.count
    return block.emphasis.contains { range in
      guard (range.end - range.start) * 10 < total * 8, let text = range.slice(of: block.text) else {
        return false
      }
      return Ending(of: text).isStopped && countWords(text) >= 6
    }
  }

  private func term(_ feature: String, _ contribution: Double, _ good: String?, _ bad: String?) -> Reason {
    let words = contribution >= 0.15 ? good : contribution <= -0.15 ? bad : nil
    return Reason(feature: feature, contribution: contribution, words: words)
  }

  private func topicScores(
    _ units: [ScoredUnit], _ candidates: ParagraphCandidates, _ passages: [Passage], _ article: Article,
    _ language: TextLanguage
  ) -> [Double] {
    var stemmer = TopicStemmer(language)
    let terms = TermVectors(units.map { stemmer.stems(of: $0.tokens) })
    let title = stemmer.stems(of: tokens(of: cleanTitle(article.title ?? "")))
    let deck = passages.prefix(candidates.chosen.first ?? 0).filter {
      ($0.block.kind == .heading || $0.block.kind == .paragraph) && (6...40).contains($0.count)
    }
    let query = terms.query(
      [(stems: title, weight: 2)] + deck.suffix(3).map { (stems: stemmer.stems(of: $0.tokens), weight: 1) })
    return standardised(terms.vectors.map { TermVectors.dot($0, query) })
  }
}

/// What is scored: a paragraph, or a list with its introduction.
private struct ScoredUnit {
  let index: Int
  let tokens: [Token]
  let ownTokens: ArraySlice<Token>
  let isList: Bool
  let isAnnounced: Bool

  init(_ passages: [Passage], index: Int, list: ListUnit?) {
    self.index = index
    let own = passages[index]
    if let list {
      let stem = passages[list.introduction].tokens.filter {
        $0.start >= list.stem.start && $0.end <= list.stem.end
      }
      tokens = stem + own.tokens
      ownTokens = tokens[...]
    } else {
      tokens = own.tokens
      ownTokens = own.ownTokens
    }
    isList = list != nil
    isAnnounced = list?.isAnnounced ?? false
  }
}
