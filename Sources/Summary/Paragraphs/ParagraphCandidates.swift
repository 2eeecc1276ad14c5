import Model

/// Which blocks of an article may be printed, and by which rule the others may not.
struct ParagraphCandidates {
  /// In reading order.
  private(set) var chosen: [Int] = []
  private(set) var rejections: [Int: RejectionRule] = [:]
  /// The lists that may be printed, by their place.
  private(set) var lists: [Int: ListUnit] = [:]
  /// Lists too long to be printed whole, which may be cut where there is nothing else.
  private var longLists: [Int: ListUnit] = [:]
  /// The quotations that may be printed, by their place.
  private(set) var quotations: [Int: QuotedWords] = [:]
  private let notes: Set<Int>
  /// The first two and the last two paragraphs, where author boxes stand.
  private let edges: Set<Int>
  /// What somebody else says in an interview.
  private let answers: Set<Int>
  /// Whether the whole post is somebody's advertisement.
  private let isSponsored: Bool
  private let writesSmall: Bool
  private(set) var isFallback = false
  /// Paragraphs that a pull quote repeats.
  private(set) var pulled: Set<Int> = []

  init(passages: [Passage], title: String, language: TextLanguage, fewest: Int) {
    let titleTokens = tokens(of: cleanTitle(title))
    notes = noteSections(passages)
    edges = ParagraphCandidates.edges(passages)
    answers = interviewAnswers(passages)
    isSponsored = FurnitureLexicon.opensSponsorTitle(titleTokens)
    writesSmall = ParagraphCandidates.writesSmall(passages)
    let filter = JunkFilter(
      titleWords: Set(titleTokens.map(\.word)), leastWords: ParagraphCandidates.leastWords(passages),
      language: language)
    let junk = passages.map { filter.junk($0) }
    let span = BodySpan(
      passages: passages, junk: junk, titleStems: Set(topicStems(titleTokens, language)), language: language)
    for index in passages.indices {
      if let rule = rejection(at: index, passages, junk, span.range, filter, language) {
        rejections[index] = rule
      } else {
        chosen.append(index)
      }
    }
    dropIntroductions()
    dropStandfirst(passages)
    dropRepetitions(passages)
    dropSurrounded(junk, passages)
    keepTheOneList()
    if chosen.count < fewest { relax(passages, junk, filter, language, fewest) }
  }

  /// Paragraphs of fewer words say nothing by themselves; where the writer's are all short, a little fewer
  /// will do.
  private static func leastWords(_ passages: [Passage]) -> Int {
    let lengths = passages.filter { $0.block.kind == .paragraph && $0.block.role == nil && $0.count >= 8 }
      .map(\.count).sorted()
    return lengths.isEmpty || lengths[lengths.count / 2] >= 32 ? 18 : 13
  }

  private mutating func rejection(
    at index: Int, _ passages: [Passage], _ junk: [RejectionRule?], _ span: Range<Int>, _ filter: JunkFilter,
    _ language: TextLanguage
  ) -> RejectionRule? {
    let passage = passages[index]
    if passage.block.role != nil { return .role }
    if passage.block.isNote || notes.contains(index) { return .note }
    if isSponsored { return .promotion }
    if answers.contains(index) { return .withoutSource }
    if index < span.lowerBound { return .beforeArticle }
    if index >= span.upperBound { return .afterArticle }
    if passage.block.kind == .list { return listRejection(at: index, passages, junk, language) }
    return filter.rejection(
      of: passage, junk: junk[index], next: index + 1 < passages.count ? passages[index + 1] : nil,
      previous: index > 0 ? passages[index - 1] : nil)
      ?? contextRejection(at: index, passages, language)
  }

  /// The rules that look at what stands before and after a block.
  private mutating func contextRejection(at index: Int, _ passages: [Passage], _ language: TextLanguage)
    -> RejectionRule?
  {
    let passage = passages[index]
    if passage.block.kind == .quote {
      let reading = QuotedWords.reading(at: index, passages: passages, language: language)
      if let rule = reading.rule { return rule }
      quotations[index] = reading.words
    }
    // The line that signs a quotation belongs to it.
    let before = passages[..<index].last { $0.block.role != .byline }?.block
    if before?.kind == .figure, passage.count < 60, isAllEmphasised(passage.block) { return .caption }
    if isBiography(at: index, passages) { return .biography }
    if !writesSmall, isRest(passage.block.text) { return .fragment }
    if isPartOfSpeech(index, passages) { return .openQuotation }
    let excerpt = Excerpt(passage: passage, language: language)
    guard excerpt.leansHard(after: before?.kind ?? .paragraph) else { return nil }
    return excerpt.standaloneStart() == nil || !excerpt.pointsBack(at: 0) ? .dangling : nil
  }

  /// Whether the paragraph is a piece of somebody's speech that goes on in the next, or came from the one before: it opens with a
  /// mark that it does not close, or the next one opens with one. A mark that is missing in the middle is a slip of the author's.
  private func isPartOfSpeech(_ index: Int, _ passages: [Passage]) -> Bool {
    let text = passages[index].block.text
    guard text.utf8.count <= longestText, !hasBalancedQuotationMarks(text) else { return false }
    let next = index + 1 < passages.count ? passages[index + 1].block.text : ""
    return opensWithQuotationMark(text) || opensWithQuotationMark(next)
  }

  /// Somebody who writes without capitals: most paragraphs begin with a small letter.
  private static func writesSmall(_ passages: [Passage]) -> Bool {
    let prose = passages.filter { $0.block.kind == .paragraph && $0.block.role == nil && $0.count >= 5 }
    return prose.count > 2 && prose.count(where: { isRest($0.block.text) }) * 2 > prose.count
  }

  private static func edges(_ passages: [Passage]) -> Set<Int> {
    let prose = passages.indices.filter {
      passages[$0].block.role == nil && passages[$0].block.kind == .paragraph && passages[$0].count >= 8
    }
    return prose.count > 2 ? Set(prose.prefix(2) + prose.suffix(2)) : []
  }

  /// An author box above or below the text: a name, what the person is, and in the next sentence where he lives
  /// or writes. Not where the name is the article's subject.
  private func isBiography(at index: Int, _ passages: [Passage]) -> Bool {
    let passage = passages[index]
    guard passage.count < 75, let first = passage.tokens.first, first.isCapitalised else { return false }
    guard edges.contains(index) else { return false }
    let opening = passage.tokens.prefix(5)
    guard opening.dropFirst().first?.isCapitalised == true,
      let verb = opening.dropFirst(2).firstIndex(where: { !$0.isCapitalised }),
      BiographyLexicon.cues.opens(passage.tokens[verb...], with: .opening),
      BiographyLexicon.cues.counts(in: passage.tokens)[.life] > 0
    else { return false }
    let name = passage.tokens[verb - 1].word
    return !passages.indices.contains {
      $0 != index && passages[$0].block.role == nil && passages[$0].tokens.contains { $0.word == name }
    }
  }

  private mutating func listRejection(
    at index: Int, _ passages: [Passage], _ junk: [RejectionRule?], _ language: TextLanguage
  ) -> RejectionRule? {
    if let rule = junk[index], [.note, .links, .untellable].contains(rule) { return rule }
    guard let unit = ListUnit(list: index, passages: passages, junk: junk, language: language) else {
      return .listWithoutIntroduction
    }
    let passage = passages[index]
    if linkedShare(of: passage.block) > 0.5 { return .links }
    if isUntellable(passage.block.text) { return .untellable }
    if passage.block.items.count > ListUnit.longest.items || passage.count > ListUnit.longest.words {
      longLists[index] = unit
      return .longList
    }
    if passage.count < 6 { return .tooShort }
    if FurnitureLexicon.anywhere.counts(in: passage.tokens)[.promotion] > 0 { return .promotion }
    lists[index] = unit
    return nil
  }

  /// What introduces a list is printed with the list and not by itself.
  private mutating func dropIntroductions() {
    let introductions = Set(lists.values.filter { $0.stem.start == 0 }.map(\.introduction))
    for index in chosen where introductions.contains(index) && lists[index] == nil {
      rejections[index] = .introduces
    }
    chosen.removeAll { rejections[$0] != nil }
  }

  /// A line above the first paragraph sells the article rather than saying something in it.
  private mutating func dropStandfirst(_ passages: [Passage]) {
    guard let first = chosen.first, passages[first].count < 18, lists[first] == nil, chosen.count > 3 else {
      return
    }
    rejections[first] = .tooShort
    chosen.removeFirst()
  }

  private mutating func dropRepetitions(_ passages: [Passage]) {
    let pool = passages.indices.filter {
      let passage = passages[$0]
      let isProse = passage.block.kind == .paragraph || passage.block.kind == .quote
      return isProse && passage.count >= 12 && passage.block.role == nil
        && rejections[$0] != .beforeArticle && rejections[$0] != .afterArticle
    }
    let places = Dictionary(uniqueKeysWithValues: pool.enumerated().map { ($0.element, $0.offset) })
    let repetition = Repetition(pool.map { passages[$0] })
    for (place, index) in pool.enumerated()
    where passages[index].block.kind == .quote && passages[index].count < 45 {
      for other in repetition.possibleOriginals(of: place)
      where passages[pool[other]].block.kind == .paragraph && repetition.share(of: place, in: other) >= 0.9 {
        pulled.insert(pool[other])
      }
    }
    for index in chosen where lists[index] == nil {
      guard let place = places[index] else { continue }
      let count = passages[index].count
      for other in repetition.possibleOriginals(of: place) where rejections[pool[other]] != .repetition {
        let length = passages[pool[other]].count
        guard length > count || length == count && pool[other] < index else { continue }
        if repetition.share(of: place, in: other) >= 0.85 {
          rejections[index] = .repetition
          break
        }
      }
    }
    chosen.removeAll { rejections[$0] == .repetition }
  }

  /// In the last third, what stands before three blocks of which two are requests or notes belongs to them.
  private mutating func dropSurrounded(_ junk: [RejectionRule?], _ passages: [Passage]) {
    func isFurniture(_ index: Int) -> Bool {
      switch junk[index] {
      case .furniture, .promotion, .biography, .date: true
      default: passages[index].block.role == .callToAction || passages[index].block.role == .boilerplate
      }
    }
    for index in chosen where index * 3 >= passages.count * 2 && lists[index] == nil {
      let following = passages.indices.dropFirst(index + 1).prefix(3)
      let preceding = index > 0 && rejections[index - 1].map(\.isAboutKind) == true
      if preceding, following.count(where: isFurniture) >= 2 { rejections[index] = .surrounded }
    }
    chosen.removeAll { rejections[$0] == .surrounded }
  }

  /// An article announces one list as what it has to offer; where it announces several, each is a step on the way.
  private mutating func keepTheOneList() {
    let announced = lists.filter { $0.value.isAnnounced && rejections[$0.key] == nil }
    guard announced.count > 1 else { return }
    for index in announced.keys { lists[index]?.isAnnounced = false }
  }

  /// An article of little: shorter paragraphs, lines without a stop and long lists will do, but nothing that is no
  /// sentence of the author's. Rather fewer than crumbs.
  private mutating func relax(
    _ passages: [Passage], _ junk: [RejectionRule?], _ filter: JunkFilter, _ language: TextLanguage,
    _ fewest: Int
  ) {
    let patient = JunkFilter(titleWords: filter.titleWords, leastWords: 12, language: language)
    var second: [Int] = []
    for (index, passage) in passages.enumerated() where passage.block.role == nil {
      if lists[index] != nil {
        second.append(index)
      } else if let rule = rejections[index], !ParagraphCandidates.givesWay(rule) {
        continue
      } else if passage.block.kind != .list,
        patient.rejection(
          of: passage, junk: junk[index], next: index + 1 < passages.count ? passages[index + 1] : nil)
          == nil,
        contextRejection(at: index, passages, language) == nil
      {
        second.append(index)
      }
    }
    if second.count < fewest {
      let known = Set(second)
      second = passages.indices.filter {
        known.contains($0) || mayStandAlone(at: $0, passages, junk[$0], language)
      }
    }
    for index in second where passages[index].block.kind == .list {
      lists[index] = lists[index] ?? longLists[index]
    }
    guard second.count > chosen.count else { return }
    isFallback = true
    chosen = second
    for index in second { rejections[index] = nil }
  }

  /// The rules about how much or where, not about what a block is.
  private static func givesWay(_ rule: RejectionRule) -> Bool {
    switch rule {
    case .tooShort, .unfinished, .beforeArticle, .afterArticle, .longList, .listWithoutIntroduction, .caption,
      .surrounded, .fragment, .dangling, .question, .introduces:
      true
    default: false
    }
  }

  /// Whether a block says something whole, in at least as many words as an excerpt has.
  private mutating func mayStandAlone(
    at index: Int, _ passages: [Passage], _ junk: RejectionRule?, _ language: TextLanguage
  ) -> Bool {
    let passage = passages[index]
    let block = passage.block
    guard block.role == nil, junk == nil, rejections[index].map(ParagraphCandidates.givesWay) ?? true,
      countWords(block.text) >= Excerpt.leastWords, hasFunctionWords(passage, language)
    else { return false }
    switch block.kind {
    case .heading, .figure, .code, .table, .quote: return false
    case .list:
      return longLists[index] != nil
    case .paragraph:
      guard
        !Ending(of: block.text).isIntroducing
          || Excerpt(passage: passage, language: language).sentences.count > 1
      else { return false }
      if rejections[index] == .fragment || rejections[index] == .dangling {
        return Excerpt(passage: passage, language: language).standaloneStart() != nil
      }
      return contextRejection(at: index, passages, language) == nil
    }
  }

  /// A sentence holds small words; a row of names and headings does not.
  private func hasFunctionWords(_ passage: Passage, _ language: TextLanguage) -> Bool {
    guard language != .other else { return true }
    let words = StopWords.of(language)
    var found = 0
    for token in passage.tokens.prefix(200) where words.contains(token.word) || words.containsBase(of: token)
    {
      found += 1
      if found >= 3 { return true }
    }
    return false
  }
}

/// What an author box says.
enum BiographyCue: Int, CaseIterable, Hashable, Sendable {
  /// Follows the name.
  case opening
  /// Where somebody lives, writes or can be found.
  case life

  /// Name of its list in the files of words.
  var listName: String { self == .opening ? "opens author box" : "life phrases" }
}

enum BiographyLexicon {
  static let cues = Lexicon<BiographyCue>(ofAllLanguages: \.listName)
}
