import Model

/// Which blocks of an article may be printed, and by which rule the others may not.
struct ParagraphCandidates {
  /// In reading order.
  private(set) var chosen: [Int] = []
  private(set) var rejections: [Int: RejectionRule] = [:]
  /// The lists that may be printed, by their place.
  private(set) var lists: [Int: ListUnit] = [:]
  private(set) var isFallback = false
  /// Paragraphs that a pull quote repeats.
  private(set) var pulled: Set<Int> = []

  init(passages: [Passage], title: String, language: TextLanguage, fewest: Int) {
    let titleTokens = tokens(of: cleanTitle(title))
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
    if index < span.lowerBound { return .beforeArticle }
    if index >= span.upperBound { return .afterArticle }
    if passage.block.kind == .list { return listRejection(at: index, passages, filter, language) }
    return filter.rejection(
      of: passage, junk: junk[index], next: index + 1 < passages.count ? passages[index + 1] : nil)
  }

  private mutating func listRejection(
    at index: Int, _ passages: [Passage], _ filter: JunkFilter, _ language: TextLanguage
  ) -> RejectionRule? {
    guard let unit = ListUnit(list: index, passages: passages, language: language) else {
      return .listWithoutIntroduction
    }
    let passage = passages[index]
    if passage.block.items.count > ListUnit.longest.items || passage.count > ListUnit.longest.words {
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
      let preceding = index > 0 && rejections[index - 1] != nil
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

  /// An article of crumbs: the rules give way in two steps.
  private mutating func relax(
    _ passages: [Passage], _ junk: [RejectionRule?], _ filter: JunkFilter, _ language: TextLanguage,
    _ fewest: Int
  ) {
    let patient = JunkFilter(titleWords: filter.titleWords, leastWords: 12, language: language)
    var second: [Int] = []
    for (index, passage) in passages.enumerated() where passage.block.role == nil {
      if lists[index] != nil {
        second.append(index)
      } else if patient.rejection(
        of: passage, junk: junk[index], next: index + 1 < passages.count ? passages[index + 1] : nil)
        == nil
      {
        second.append(index)
      }
    }
    if second.count < fewest {
      let prose = passages.indices.filter {
        let passage = passages[$0]
        switch passage.block.kind {
        case .heading, .figure, .code, .table: return false
        case .paragraph, .quote, .list: return passage.block.role == nil && passage.count >= 5
        }
      }
      second =
        prose.isEmpty
        ? passages.indices.filter { passages[$0].count > 0 && passages[$0].block.role == nil } : prose
    }
    guard second.count > chosen.count else { return }
    isFallback = true
    chosen = second
    for index in second { rejections[index] = nil }
  }
}
