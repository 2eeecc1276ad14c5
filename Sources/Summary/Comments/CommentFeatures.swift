import Model

/// The features of one comment beside its article, each between 0 and 1.
struct CommentFeatures {
  private let context: CommentContext
  private let place: Int
  private let text: String
  private let tokens: [Token]
  private let count: Int
  private let counts: CueCounts<CommentCue>
  private let isReply: Bool
  private let isQuestion: Bool
  /// The comment is written in another language than the article.
  let otherLanguage: TextLanguage?
  private let lexicon: CommentLexicon?
  private let praiseHits: Int

  init(_ context: CommentContext, place: Int) {
    self.context = context
    self.place = place
    text = context.comments[place].text
    tokens = context.tokens[place]
    count = tokens.count
    otherLanguage = context.otherLanguage(place)
    lexicon = otherLanguage.map { CommentLexicon.of($0) } ?? context.lexicon
    counts = lexicon?.anywhere.counts(in: tokens) ?? CueCounts()
    isReply = context.parents[place] != nil
    isQuestion = context.isQuestion(place)
    praiseHits = praiseCount(in: text, tokens, lexicon, context.language)
  }

  // MARK: - What lifts it

  var length: Double { min(1, binaryLogarithm(Double(1 + count)) / binaryLogarithm(91)) }

  var outcome: Double { min(1, Double(counts[.outcome]) / 3) }

  var experience: Double { min(1, Double(counts[.experience]) / 4) }

  /// 1 if the article's author answered with more than a courtesy.
  var authorAnswered: Double {
    context.replies[place].contains { context.isByAuthor[$0] && context.tokens[$0].count >= 20 } ? 1 : 0
  }

  var reply: Double { isReply ? 1 : 0 }

  var votes: Double {
    guard let votes = context.comments[place].votes, votes > 0 else { return 0 }
    return min(1, binaryLogarithm(1 + Double(votes)) / 6)
  }

  // MARK: - What lowers it

  var promotion: Double {
    var kinds = counts.kinds(of: CommentCue.promotion)
    if counts[.pitch] == 0, lexicon?.openings.opens(tokens, with: .pitch) == true { kinds += 1 }
    if hasAddress { kinds += 1 }
    return min(1, Double(kinds) / 2)
  }

  var condescension: Double { min(1, Double(counts.kinds(of: CommentCue.condescension)) / 2) }

  /// Share of its words in a row that are the article's own.
  var echo: Double {
    let own = context.shingles[place]
    guard count >= 12, !own.isEmpty else { return 0 }
    let shared = own.reduce(0) { $0 + (context.articleShingles.contains($1) ? 1 : 0) }
    return min(1, max(0, (Double(shared) / Double(own.count) - 0.12) / 0.25))
  }

  var businessName: Double {
    guard let author = context.comments[place].author else { return 0 }
    let words = Summary.tokens(of: author)
    let names = lexicon?.businessNames ?? CommentLexicon.english.businessNames
    return names.counts(in: words)[.business] > 0 || author.split(separator: " ").contains(where: isCamelCase)
      ? 1 : 0
  }

  /// Praise counts in the first and last sentence only: in the middle of a story it is story.
  var praise: Double { min(1, Double(praiseHits * 12) / Double(max(1, count))) }

  var thanksOnly: Double { count < 15 && praiseHits > 0 && !isQuestion ? 1 : 0 }

  var insult: Double { min(1, Double(counts[.insult]) / 2) }

  var certainty: Double { min(1, Double(counts[.certainty]) / 2) }

  var maxim: Double {
    guard !hasFirstPerson else { return 0 }
    if counts[.maxim] > 0 { return 1 }
    return count < 40 && count > 0 && quotedCount * 10 > count * 6 ? 1 : 0
  }

  var meta: Double {
    let isMeta = counts[.meta] > 0 || lexicon?.openings.opens(tokens, with: .meta) == true
    return isMeta && count < 45 ? 1 : 0
  }

  /// Three or more lines with bullets or numbers.
  var tipList: Double {
    let lines = text.split(whereSeparator: \.isNewline)
    let marked = lines.count { line in
      let line = line.drop { $0 == " " }
      return opensWithBullet(String(line))
        || line.first?.isNumber == true && line.dropFirst().prefix(2).contains { $0 == "." || $0 == ")" }
    }
    return marked >= 3 ? 1 : 0
  }

  var generic: Double { min(1, Double(counts[.generic] * 25) / Double(max(25, count)) / 2) }

  var vague: Double {
    guard count >= 60 else { return 0 }
    let rate = Double(counts[.vague] * 50) / Double(count)
    return min(1, max(0, (rate - 1.5) / 2))
  }

  /// Long, with little that happened or is known in it, and a second sign of talk.
  var rambling: Double {
    guard lexicon != nil, otherLanguage == nil, count >= 70 else { return 0 }
    guard vague > 0 || generic >= 0.3 || praise > 0.1 else { return 0 }
    let numbers = tokens.count(where: \.isNumber)
    let evidence = counts[.experience] + counts[.outcome] + counts[.disagreement] + numbers
    let rate = Double(evidence * 50) / Double(count)
    return rate < 1.6 ? 1 : rate < 2.4 ? 0.5 : 0
  }

  var impersonal: Double { mustReport && !hasPerson ? 1 : 0 }

  var noReport: Double { mustReport && !hasReport ? 1 : 0 }

  var shout: Double {
    var letters = 0
    var capitals = 0
    var marks = 0
    for scalar in text.unicodeScalars {
      if scalar == "!" { marks += 1 }
      if scalar.isUpper { capitals += 1 }
      if scalar.isUpper || scalar.isLower { letters += 1 }
    }
    return marks >= 3 || letters > 20 && capitals * 10 > letters * 4 ? 1 : 0
  }

  var thin: Double { count < 12 && !isReply && !isQuestion ? 1 : 0 }

  var offTopic: Double {
    guard count >= 12, otherLanguage == nil else { return 0 }
    return tokens.contains { context.articleStems.contains(Stemmer.stem($0, in: context.language)) } ? 0 : 1
  }

  // MARK: - Parts

  private var mustReport: Bool {
    lexicon != nil && otherLanguage == nil && count >= 12 && !isQuestion && !isReply
  }

  private var hasFirstPerson: Bool { tokens.contains { Persons.first.contains($0.base) } }

  private var hasPerson: Bool {
    tokens.contains { Persons.first.contains($0.base) || Persons.third.contains($0.base) }
  }

  /// A first person that does or sees something: "I hope" and "I'm sure" report nothing.
  private var hasReport: Bool {
    for (index, token) in tokens.enumerated() where Persons.first.contains(token.base) {
      let next = index + 1 < tokens.count ? tokens[index + 1].base : ""
      if !Persons.silent.contains(next) { return true }
    }
    return false
  }

  private var quotedCount: Int {
    count - Passage(Block(index: 0, kind: .paragraph, text: text)).ownTokens.count
  }

  private var hasAddress: Bool {
    text.contains("http://") || text.contains("https://") || text.contains("www.") || text.contains("™")
      || text.contains("®")
      || tokens.contains {
        $0.preceding == "." && ["com", "net", "org", "io", "biz", "info"].contains($0.word)
      }
  }

  /// Written together with a capital inside, as firms and products are: `RotaShepherd`, not `MacDonald`.
  private func isCamelCase(_ word: Substring) -> Bool {
    var lowerRun = 0
    for scalar in word.unicodeScalars {
      if scalar.isUpper, lowerRun >= 3 { return true }
      lowerRun = scalar.isLower ? lowerRun + 1 : 0
    }
    return false
  }
}

/// Praise in the first and last sentence of a comment.
private func praiseCount(
  in text: String, _ tokens: [Token], _ lexicon: CommentLexicon?, _ language: TextLanguage
) -> Int {
  let bounds = wordBounds(of: sentenceRanges(of: text, language: language), in: tokens).filter { !$0.isEmpty }
  guard let lexicon, let first = bounds.first, let last = bounds.last else { return 0 }
  return (bounds.count > 1 ? [first, last] : [first]).reduce(0) { hits, sentence in
    let words = tokens[sentence]
    let found = lexicon.anywhere.counts(in: words)[.praise]
    return hits + (found == 0 && lexicon.openings.opens(words, with: .praise) ? 1 : found)
  }
}

private enum Persons {
  static let first = words(
    """
    i we my our me us myself ourselves mine ours ich wir mein meine meiner meinem meinen unser unsere
    unserem mich mir uns
    yo nosotros mi mis nuestro nuestra me nos
    """)
  static let third = words("he she his her him er sie ihr ihm él ella su")
  static let silent = words(
    """
    sure hope love agree think believe guess like enjoy enjoyed loved liked glad happy appreciate wish
    totally completely fully really couldn't can't
    """
  )
}
