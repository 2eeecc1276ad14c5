import Model

/// What lowers a comment, each between 0 and 1.
struct CommentFaults {
  private let features: CommentFeatures
  private let context: CommentContext
  private let lexicon: CommentLexicon?
  private let tokens: [Token]
  private let count: Int
  private let text: String
  /// The words of the name that it is signed with.
  private let nameTokens: [Token]
  private let praiseHits: Int
  private let persons: PersonCounts
  private let marks: TextMarks
  private let style: WritingStyle

  init(_ features: CommentFeatures) {
    self.features = features
    context = features.context
    let place = features.place
    lexicon = features.lexicon
    tokens = features.tokens
    count = features.count
    text = features.text
    nameTokens = Summary.tokens(of: context.comments[place].author ?? "")
    let sentences = context.sentences[place].filter { !$0.isEmpty }
    praiseHits = praiseCount(in: tokens, sentences, lexicon, hasPraise: features.counts[.praise] > 0)
    style = WritingStyle(tokens: tokens, sentences: sentences.count)
    persons = PersonCounts(features.classes)
    marks = TextMarks(text)
  }

  private var counts: CueCounts<CommentCue> { features.counts }

  /// It asks nothing and answers nobody, and the author saw nothing in it to answer.
  private var isTalk: Bool {
    isKnown && count >= 12 && !features.isQuestion && !features.isReply && features.authorAnswered == 0
  }

  /// Written in a language whose words are known.
  private var isKnown: Bool { lexicon != nil && !features.isInOtherLanguage }

  // MARK: - Manner

  /// One kind of cue is a suspicion, two are proof.
  var promotion: Double {
    var kinds = counts.kinds(of: CommentCue.promotion)
    if counts[.pitch] > 0 || lexicon?.openings.opens(tokens, with: .pitch) == true { kinds += 1 }
    if marks.hasTradeMark || hasAddress(tokens) { kinds += 1 }
    if namesItself { kinds += 1 }
    return suspicion(Double(kinds))
  }

  /// Two kinds of cue are proof, accusation is one of them, an ironic opening half of one.
  var condescension: Double {
    let kinds = counts.kinds(of: CommentCue.condescension)
    let isIronic = lexicon?.openings.opens(tokens, with: .irony) == true
    return suspicion(Double(kinds) + (isAccusation ? 1 : 0) + (isIronic ? 0.5 : 0))
  }

  /// One kind of cue may be chance, the more so where somebody tells what happened; two are none.
  private func suspicion(_ kinds: Double) -> Double {
    let value = min(1, kinds / 2)
    return kinds <= 1 ? softened(value) : value
  }

  /// Weighs a fault less where somebody tells what happened.
  private func softened(_ fault: Double) -> Double { fault * (1 - min(4, Double(features.events)) / 6) }

  /// Tells the reader or author again and again what they are, and nothing of its own.
  private var isAccusation: Bool {
    isTalk && persons.second >= 2 && persons.first <= 1 && features.events == 0
  }

  var insult: Double { min(1, Double(counts[.insult]) / 2) }

  var shout: Double {
    marks.exclamations >= 3 || marks.letters > 20 && marks.capitals * 10 > marks.letters * 4 ? 1 : 0
  }

  // MARK: - Who signs

  var businessName: Double {
    guard let author = context.comments[features.place].author else { return 0 }
    let isWhollyEnglish = context.language == .english && !features.isInOtherLanguage
    return [lexicon, isWhollyEnglish ? nil : CommentLexicon.english].contains {
      ($0?.businessNames.counts(in: nameTokens)[.business] ?? 0) > 0
    }
      || author.split(separator: " ").contains(where: isCamelCase) ? 1 : 0
  }

  /// People sign with their name; only products speak of themselves by it.
  private var namesItself: Bool {
    let names = nameTokens.filter {
      $0.length >= 4 && $0.isCapitalised && !context.articleStems.contains($0.word)
    }
    guard !names.isEmpty else { return false }
    return tokens.dropLast(5).contains { token in
      token.isCapitalised && names.contains { $0.word == token.word } && !isAddressed(token)
    }
  }

  /// "You'd know, Aurelio." is what somebody said to him.
  private func isAddressed(_ token: Token) -> Bool {
    let before = TextRange(start: max(0, token.start - 2), end: token.start).slice(of: text) ?? ""
    return before.contains(",") || token.following == "," || token.preceding == "\"" || token.preceding == "“"
  }

  // MARK: - Nothing in it

  /// Share of its words in a row that are the article's own.
  var echo: Double {
    let own = context.shingles[features.place]
    guard count >= 12, !own.isEmpty else { return 0 }
    let shared = own.count { $0 < context.articleShingleCount }
    return min(1, max(0, (Double(shared) / Double(own.count) - 0.12) / 0.25))
  }

  /// Praise counts in the first and last sentence only, in the middle of a story it is story; around a story
  /// it is a courtesy.
  var praise: Double { softened(min(1, Double(praiseHits * 12) / Double(max(1, count)))) }

  var thanksOnly: Double { count < 15 && praiseHits > 0 && !features.isQuestion ? 1 : 0 }

  var certainty: Double { min(1, Double(counts[.certainty]) / 2) }

  var maxim: Double {
    guard persons.first == 0 else { return 0 }
    if counts[.maxim] > 0 { return 1 }
    guard count < 40, count > 0 else { return 0 }
    let quoted = count - Passage(Block(index: 0, kind: .paragraph, text: text)).ownTokens.count
    return quoted * 10 > count * 6 ? 1 : 0
  }

  var meta: Double {
    let isMeta = counts[.meta] > 0 || lexicon?.openings.opens(tokens, with: .meta) == true
    return isMeta && count < 45 ? 1 : 0
  }

  /// Three or more lines with bullets or numbers.
  var tipList: Double { marks.listLines >= 3 ? 1 : 0 }

  var generic: Double { min(1, Double(counts[.generic] * 25) / Double(max(25, count)) / 2) }

  /// Longer words than the article's: whoever tells something uses the plain ones.
  var wordy: Double {
    guard count >= 15, !features.isInOtherLanguage else { return 0 }
    return min(1, max(0, (style.longerWords(than: context.articleStyle) - 0.2) / 0.4))
  }

  /// Longer sentences than the article's.
  var windy: Double {
    guard count >= 20, !features.isInOtherLanguage, context.articleStyle.sentenceLength > 0 else { return 0 }
    let ratio = style.sentenceLength / max(12, context.articleStyle.sentenceLength)
    // Half a page of them can not be quoted.
    return min(1, max(0, count >= 60 ? (ratio - 1.3) / 0.5 : (ratio - 1.4) / 0.8))
  }

  /// Talks of other things than the article; a reply has its own topic.
  var drift: Double {
    guard count >= 40, !features.isInOtherLanguage, !features.isReply else { return 0 }
    let stems = context.stems[features.place]
    let shared = stems.count { context.articleStems.contains($0) }
    let share = (Double(shared) + 3) / (Double(stems.count) + 12)
    return min(1, max(0, (0.27 - share) / 0.12))
  }

  var vague: Double {
    guard count >= 60 else { return 0 }
    let rate = Double(counts[.vague] * 50) / Double(count)
    return min(1, max(0, (rate - 1.5) / 2))
  }

  /// Long, with little that happened or is known in it, and a second sign of talk.
  var rambling: Double {
    guard isKnown, count >= 70, features.authorAnswered == 0 else { return 0 }
    guard vague > 0 || generic >= 0.3 || praise > 0.1 || windy > 0.3 else { return 0 }
    let numbers = tokens.count(where: \.isNumber)
    let evidence = counts[.experience] + counts[.outcome] + counts[.disagreement] + numbers
    let rate = Double(evidence * 50) / Double(count)
    return rate < 1.6 ? 1 : rate < 2.4 ? 0.5 : 0
  }

  var impersonal: Double { isTalk && persons.first == 0 && persons.third == 0 ? 1 : 0 }

  var noReport: Double {
    isTalk && (persons.reporting == 0 || count >= 20 && features.isWithoutEvents) ? 1 : 0
  }

  /// Few words; an answer or a question may be short.
  var thin: Double {
    if features.isQuestion { return 0 }
    return count < (features.isReply ? 4 : 12) ? 1 : 0
  }

  var offTopic: Double {
    guard count >= 12, !features.isInOtherLanguage, !features.isReply else { return 0 }
    return context.stems[features.place].contains(where: context.articleStems.contains) ? 0 : 1
  }
}

/// Who is spoken of, and how often.
private struct PersonCounts {
  private(set) var first = 0
  private(set) var second = 0
  private(set) var third = 0
  /// First persons that do or see something: "I hope" and "I'm sure" report nothing.
  private(set) var reporting = 0

  init(_ classes: [WordClasses]) {
    for (index, word) in classes.enumerated() {
      if word.contains(.first) {
        first += 1
        if index + 1 >= classes.count || !classes[index + 1].contains(.silent) { reporting += 1 }
      } else if word.contains(.second) {
        second += 1
      } else if word.contains(.third) {
        third += 1
      }
    }
  }
}

/// Praise in the first and last sentence of a comment.
private func praiseCount(
  in tokens: [Token], _ bounds: [Range<Int>], _ lexicon: CommentLexicon?, hasPraise: Bool
) -> Int {
  guard let lexicon, let first = bounds.first, let last = bounds.last else { return 0 }
  return (bounds.count > 1 ? [first, last] : [first]).reduce(0) { hits, sentence in
    let words = tokens[sentence]
    let found = hasPraise ? lexicon.anywhere.counts(in: words)[.praise] : 0
    return hits + (found == 0 && lexicon.openings.opens(words, with: .praise) ? 1 : found)
  }
}

/// A web address, whole or without its scheme.
private func hasAddress(_ tokens: [Token]) -> Bool {
  tokens.contains { token in
    guard token.isBeforeColon || token.following == "." || token.preceding == "." else { return false }
    return switch token.word {
    case "http", "https": token.isBeforeColon
    case "www": token.following == "."
    case "com", "net", "org", "io", "biz", "info": token.preceding == "."
    default: false
    }
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
