public import Model

/// A sentence of an article with its score.
public struct RankedSentence: Hashable, Sendable {
  /// Among all sentences of all blocks, from 0.
  public let index: Int
  /// Position of its block.
  public let position: Int
  /// In the block's text.
  public let range: TextRange
  public let text: String
  public let score: Double
  public let reasons: [Reason]
}

/// Scores the sentences of an article by how central they are, what they share with the title, where they
/// stand, and what they do in the argument.
public struct SentenceRanker: Sendable {
  /// Articles of more sentences are measured against their centre, not sentence against sentence.
  private static let mostCompared = 400

  public init() {}

  /// The sentences that may be printed, in reading order.
  public func rank(_ article: Article) -> [RankedSentence] {
    let passages = article.blocks.map(Passage.init)
    let language = Summary.language(of: passages, tag: article.language)
    let sentences = Self.candidates(passages, article.title ?? "", language)
    guard !sentences.isEmpty else { return [] }
    let columns = Columns(sentences, passages, title: article.title ?? "", language: language)
    return sentences.indices.map { place in
      let sentence = sentences[place]
      let terms = columns.terms(place)
      return RankedSentence(
        index: sentence.index, position: sentence.position, range: sentence.range, text: sentence.text,
        score: roundedScore(terms.reduce(0) { $0 + $1.contribution }),
        reasons: terms.filter { $0.contribution != 0 })
    }
  }

  private static func candidates(_ passages: [Passage], _ title: String, _ language: TextLanguage)
    -> [Sentence]
  {
    let titleTokens = tokens(of: cleanTitle(title))
    let filter = JunkFilter(titleWords: Set(titleTokens.map(\.word)), leastWords: 3, language: language)
    let junk = passages.map { filter.junk($0) }
    let span = BodySpan(
      passages: passages, junk: junk, titleStems: Set(topicStems(titleTokens, language)), language: language)
    var clean: [Sentence] = []
    var all: [Sentence] = []
    var index = 0
    for (position, passage) in passages.enumerated() {
      let ranges = sentenceRanges(of: passage.block.text, language: language)
      let bounds = wordBounds(of: ranges, in: passage.tokens)
      let quoted = cutQuotations(ranges, in: passage.scalars)
      for (place, range) in ranges.enumerated() {
        defer { index += 1 }
        let words = Array(passage.tokens[bounds[place]])
        guard let text = range.slice(of: passage.block.text), !words.isEmpty else { continue }
        let sentence = Sentence(
          index: index, position: position, range: range, text: text, tokens: words, opensBlock: place == 0)
        guard !quoted[place] else { continue }
        all.append(sentence)
        let isProse = junk[position] == nil || junk[position] == .tooShort
        if isProse, passage.block.role == nil, span.range.contains(position), words.count >= 4 {
          clean.append(sentence)
        }
      }
    }
    return clean.count >= 3 || clean.count == all.count ? clean : all
  }

  fileprivate struct Sentence {
    let index: Int
    let position: Int
    let range: TextRange
    let text: String
    let tokens: [Token]
    let opensBlock: Bool
  }

  /// The features of all sentences, each standardised over the article.
  fileprivate struct Columns {
    private let sentences: [Sentence]
    private let central: [Double]
    private let title: [Double]
    private let wideTitle: [Double]
    private let impersonal: Double
    private let lists: WordLists?

    init(_ sentences: [Sentence], _ passages: [Passage], title: String, language: TextLanguage) {
      self.sentences = sentences
      let stems = sentences.map { topicStems($0.tokens, language) }
      let terms = TermVectors(stems)
      let titleStems = Set(topicStems(Summary.tokens(of: cleanTitle(title)), language))
      let titleWeight = titleStems.sorted().reduce(0) { $0 + terms.rarity(of: $1) }
      let overlap = stems.map { stems in
        let shared = Set(stems).intersection(titleStems).sorted().reduce(0) { $0 + terms.rarity(of: $1) }
        return titleWeight > 0 ? shared / titleWeight : 0
      }
      let wide = terms.query(
        [(stems: titleStems.sorted(), weight: 2)]
          + zip(stems, overlap).filter { $0.1 > 0 }.prefix(40).map { (stems: $0.0, weight: $0.1) })
      let vectors = terms.vectors
      self.title = standardised(overlap, limit: 3)
      wideTitle = standardised(vectors.map { TermVectors.dot($0, wide) }, limit: 3)
      central = standardised(Columns.centrality(vectors), limit: 3)
      lists = WordLists.of(language)
      impersonal = impersonality(
        of: Set(sentences.map(\.position)).sorted().map { passages[$0].ownTokens }, language: language)
    }

    func terms(_ place: Int) -> [Reason] {
      let sentence = sentences[place]
      let count = sentences.count
      let isConclusion = lists?.sentenceOpenings.opens(sentence.tokens, with: .conclusion) == true
      let inside = lists?.sentencePhrases.counts(in: sentence.tokens)
      func has(_ cue: SentenceCue) -> Double {
        cue == .conclusion && isConclusion || (inside?[cue] ?? 0) > 0 ? 1 : 0
      }
      return [
        Reason(feature: "central", contribution: 0.34 * central[place], words: "central to the article"),
        Reason(
          feature: "title", contribution: 0.16 * title[place] + 0.21 * wideTitle[place],
          words: "answers the title"),
        Reason(feature: "conclusion", contribution: 0.46 * has(.conclusion), words: "draws a conclusion"),
        Reason(feature: "thesis", contribution: 0.25 * has(.thesis), words: "states a position"),
        Reason(
          feature: "importance", contribution: 0.24 * has(.importance) + 0.14 * has(.norm),
          words: "says what matters"),
        Reason(feature: "first", contribution: 0.48 / Double(1 + place), words: "opens the article"),
        Reason(feature: "last", contribution: 0.37 / Double(count - place), words: "closes the article"),
        Reason(
          feature: "early", contribution: 0.6 * impersonal * max(0, 1 - Double(place) / Double(count) / 0.3),
          words: "a report opens with its point"),
        Reason(
          feature: "opensBlock", contribution: sentence.opensBlock ? 0.3 : 0, words: "opens its paragraph"),
      ]
    }

    /// PageRank over the likeness of sentences; for long articles the likeness to their centre.
    private static func centrality(_ vectors: [TermVectors.Vector]) -> [Double] {
      let count = vectors.count
      guard count <= mostCompared else { return likenessToCentre(vectors) }
      var likeness = Array(repeating: Array(repeating: 0.0, count: count), count: count)
      for i in 0..<count {
        for j in 0..<i {
          let value = TermVectors.dot(vectors[i], vectors[j])
          likeness[i][j] = value
          likeness[j][i] = value
        }
      }
      let sums = likeness.map { row in
        let sum = row.reduce(0, +)
        return sum > 0 ? sum : 1
      }
      var rank = Array(repeating: 1 / Double(count), count: count)
      for _ in 0..<25 {
        var next = Array(repeating: 0.15 / Double(count), count: count)
        for j in 0..<count {
          let share = 0.85 * rank[j] / sums[j]
          for i in 0..<count { next[i] += share * likeness[j][i] }
        }
        rank = next
      }
      return rank
    }

    private static func likenessToCentre(_ vectors: [TermVectors.Vector]) -> [Double] {
      var centre: [Int: Double] = [:]
      for vector in vectors { for (term, weight) in vector { centre[term, default: 0] += weight } }
      return vectors.map { $0.reduce(0) { $0 + $1.weight * (centre[$1.term] ?? 0) } }
    }
  }
}
