public import Model
import Summary

/// Puts an edition together: a pure function of what was read and what the editor wants.
///
/// - Parameters:
///   - candidates: The entries of the period with article and discussion, in any order; ties are broken by
///     date, then id.
///   - earlier: The articles of earlier editions, newest edition first; `nil` if there are no such editions.
///   - otherDecisions: What was decided elsewhere (held, repeated): goes into the ledger unchanged.
///   - earlierArticles: Some articles of a feed from before the period: what stands in them as well is no key paragraph.
///   - dayOf: The calendar day of an instant in the publication's zone.
/// - Returns: The edition; every candidate stands in its ledger with the rule that decided.
public func assembleEdition(
  id: Edition.ID, publication: Publication, period: Period, date: Instant, candidates: [Candidate],
  earlier: [EarlierArticle]? = nil, otherDecisions: [Edition.Decision] = [],
  policy: EditionPolicy = EditionPolicy(), feeds: [FeedReport] = [], note: String? = nil,
  earlierArticles: (FeedSource.ID) -> [Article] = { _ in [] }, dayOf: (Instant) -> Day
) -> Edition {
  var assembly = EditionAssembly(period: period, policy: policy)
  assembly.sift(candidates)
  assembly.rank(earlier: earlierArticles)
  let sections = assembly.sections(in: candidates, dayOf: dayOf)
  let ongoing = earlier.map { assembly.ongoing($0) }
  return Edition(
    id: id, publication: publication, period: period, date: date, note: note, sections: sections,
    alsoPublished: assembly.named, stillTalking: ongoing?.map(\.line), feeds: feeds,
    ledger: assembly.ledger + otherDecisions + (ongoing ?? []).map(\.decision))
}

struct EditionAssembly {
  let period: Period
  let policy: EditionPolicy
  private(set) var ledger: [Edition.Decision] = []
  private(set) var named: [Edition.TitleLine] = []
  private var eligible: [Weighted] = []
  /// Entries with fewer words than an article has.
  private var notes: [Weighted] = []
  private var picked: [Weighted] = []
  /// Whether articles of which nothing may be quoted are printed all the same.
  private var printsUnquoted = false
  private var candidatesByFeed: [FeedSource.ID: [Candidate]] = [:]
  /// For an article on the same story as a better one, or on the other side of its subject, that one.
  private var beside: [Entry.ID: Edition.Neighbour] = [:]

  /// A candidate with what was chosen from it.
  struct Weighted {
    let candidate: Candidate
    /// `nil` until the article's turn comes: choosing takes longer than ranking.
    var paragraphs: ParagraphSelection?
    let threads: ThreadSelection
    let counts: DiscussionCounts
    var score = 0.0
    var reasons: [Reason] = []
  }

  init(period: Period, policy: EditionPolicy) {
    self.period = period
    self.policy = policy
  }

  // MARK: - Which entries may be in it

  /// Sorts out what does not belong into the edition, and weighs the rest.
  mutating func sift(_ candidates: [Candidate]) {
    candidatesByFeed = Dictionary(grouping: candidates, by: \.source.id)
    var seen: Set<Entry.ID> = []
    for candidate in candidates.sorted(by: isEarlier) {
      if !seen.insert(candidate.entry.id).inserted {
        drop(candidate, "the same entry is in the list twice")
      } else if let rule = exclusion(of: candidate) {
        drop(candidate, rule)
      } else if candidate.article.wordCount < policy.minWords {
        notes.append(weigh(candidate))
      } else {
        eligible.append(weigh(candidate))
      }
    }
  }

  private func exclusion(of candidate: Candidate) -> String? {
    guard let date = candidate.date else {
      return "has no date, so it is not known whether it belongs here"
    }
    if date < period.start { return "appeared before \(period.firstDay)" }
    if date >= period.end { return "appeared after \(period.lastDay)" }
    return candidate.article.wordCount == 0 ? "no readable word" : nil
  }

  private func weigh(_ candidate: Candidate) -> Weighted {
    let article = candidate.completeArticle
    let threadLimits = ThreadLimits(
      most: policy.maxThreads, words: policy.commentWords, answerWords: policy.answerWords)
    return Weighted(
      candidate: candidate,
      threads: ThreadSelection(
        discussion: candidate.discussion, article: article,
        ranker: CommentRanker(weights: policy.weights.comments), limits: threadLimits),
      counts: DiscussionCounts(candidate.discussion, article: article))
  }

  private func keyParagraphs(
    of candidate: Candidate, _ earlier: (FeedSource.ID) -> [Article]
  ) -> ParagraphSelection {
    let others = (candidatesByFeed[candidate.source.id] ?? []).filter { $0.entry.id != candidate.entry.id }
    let recurring = RecurringBlocks(others.map(\.article) + earlier(candidate.source.id))
    return ParagraphSelection(
      article: recurring.marked(candidate.completeArticle),
      ranker: ParagraphRanker(weights: policy.weights.paragraphs, fewestCandidates: 1),
      limits: ParagraphLimits(
        fewest: policy.minKeyParagraphs, most: policy.maxKeyParagraphs, quotation: policy.quotation))
  }

  // MARK: - Which are printed

  /// Orders the entries: the best articles are picked, further ones named, the rest dropped. Short notes are named at
  /// most, unless the period brought nothing else: a week of notes is a week, too. Where nothing at all may be quoted, the best
  /// stand without a quotation, with their readers' conversation.
  mutating func rank(earlier: (FeedSource.ID) -> [Article]) {
    let sifted = self
    rankEligible(earlier)
    if picked.isEmpty {
      eligible = notes
      rankEligible(earlier)
      guard picked.isEmpty else { return }
      self = sifted
      eligible += notes
      printsUnquoted = true
      rankEligible(earlier)
      return
    }
    for note in notes {
      let words = note.candidate.article.wordCount
      let rule = "only \(words) readable words; an article has \(policy.minWords) or more"
      if named.count < policy.maxAlsoPublished { name(note, rule) } else { drop(note.candidate, rule) }
    }
  }

  private mutating func rankEligible(_ earlier: (FeedSource.ID) -> [Article]) {
    let measures = eligible.map { entry in
      ArticleMeasure(
        article: entry.candidate.article, discussion: entry.counts,
        hasShowableComment: !entry.threads.picks.isEmpty, feedID: entry.candidate.source.id,
        weight: entry.candidate.source.weight, age: age(entry.candidate),
        recentEditions: policy.recentEditions[entry.candidate.source.id, default: 0])
    }
    for ranked in ArticleRanker().rank(measures) {
      var entry = eligible[ranked.place]
      entry.score = ranked.score
      entry.reasons = ranked.reasons
      if let original = ranked.repeats {
        drop(entry.candidate, "the same text as \"\(eligible[original].candidate.title)\"", entry)
        continue
      }
      if picked.count < policy.maxArticles { entry.paragraphs = keyParagraphs(of: entry.candidate, earlier) }
      if let paragraphs = entry.paragraphs, !paragraphs.picks.isEmpty || printsUnquoted {
        picked.append(entry)
        let neighbour = neighbour(of: ranked)
        beside[entry.candidate.entry.id] = neighbour
        decide(
          entry, .picked,
          "number \(picked.count) by score" + (neighbour.map { ", beside \($0.inWords)" } ?? "")
            + (paragraphs.emptiness.map { "; \($0)" } ?? ""))
      } else if named.count < policy.maxAlsoPublished {
        name(entry)
      } else {
        drop(entry.candidate, "more than \(policy.maxAlsoPublished) further articles", entry)
      }
    }
    groupStories()
  }

  /// The picked article beside which another one belongs.
  private func neighbour(of ranked: RankedArticle) -> Edition.Neighbour? {
    guard let place = ranked.opposes ?? ranked.story else { return nil }
    let leader = eligible[place].candidate
    guard picked.contains(where: { $0.candidate.entry.id == leader.entry.id }) else { return nil }
    return Edition.Neighbour(
      entryID: leader.entry.id, title: leader.title, relation: ranked.opposes == nil ? .sameStory : .otherSide
    )
  }

  /// Articles on one story, and on the other side of a subject, stand behind the best of them.
  private mutating func groupStories() {
    guard !beside.isEmpty else { return }
    var followers: [Entry.ID: [Weighted]] = [:]
    for entry in picked {
      if let leader = beside[entry.candidate.entry.id] {
        followers[leader.entryID, default: []].append(entry)
      }
    }
    func group(_ entry: Weighted) -> [Weighted] {
      [entry] + (followers[entry.candidate.entry.id] ?? []).flatMap(group)
    }
    picked = picked.filter { beside[$0.candidate.entry.id] == nil }.flatMap(group)
  }

  /// The article beside which another one stands.
  func neighbour(of entry: Weighted) -> Edition.Neighbour? { beside[entry.candidate.entry.id] }

  private mutating func name(_ entry: Weighted, _ reason: String? = nil) {
    let candidate = entry.candidate
    named.append(candidate.titleLine)
    let rule =
      reason
      ?? entry.paragraphs?.emptiness ?? "lower score than the \(policy.maxArticles) articles"
    decide(entry, .named, rule)
  }

  /// The conversations about `articles` that go on, without those that are in the edition.
  func ongoing(_ articles: [EarlierArticle]) -> [OngoingConversation] {
    let ids = picked.map(\.candidate.entry.id) + named.map(\.entryID)
    let urls = picked.compactMap(\.candidate.url) + named.compactMap(\.url)
    return ongoingConversations(
      articles, in: period, besides: Set(ids), urls: Set(urls), limit: policy.maxStillTalking)
  }

  /// Where in the period the entry appeared, 0 to 1.
  private func age(_ candidate: Candidate) -> Double {
    let length = Double(period.end.secondsSince1970) - Double(period.start.secondsSince1970)
    guard let date = candidate.date, length > 0 else { return 0 }
    return (Double(date.secondsSince1970) - Double(period.start.secondsSince1970)) / length
  }

  // MARK: - Ledger

  private mutating func drop(_ candidate: Candidate, _ rule: String, _ entry: Weighted? = nil) {
    ledger.append(decision(candidate, .dropped, rule, entry?.score, entry?.reasons ?? []))
  }

  private mutating func decide(_ entry: Weighted, _ state: Edition.Decision.State, _ rule: String) {
    ledger.append(decision(entry.candidate, state, rule, entry.score, entry.reasons))
  }

  private func decision(
    _ candidate: Candidate, _ state: Edition.Decision.State, _ rule: String, _ score: Double?,
    _ reasons: [Reason]
  ) -> Edition.Decision {
    Edition.Decision(
      entryID: candidate.entry.id, title: candidate.title, url: candidate.url, feedID: candidate.source.id,
      state: state, rule: rule, score: score, reasons: reasons)
  }

  // MARK: - Sections

  /// The picked entries, best first within each section.
  func sections(in candidates: [Candidate], dayOf: (Instant) -> Day) -> [Edition.Section] {
    var order: [String?] = [nil] + policy.sectionOrder.map { $0 }
    for candidate in candidates where !order.contains(candidate.source.section) {
      order.append(candidate.source.section)
    }
    var number = 0
    return order.compactMap { title in
      let items = picked.filter { $0.candidate.source.section == title }.map { entry in
        number += 1
        return makeItem(entry, number: number, dayOf: dayOf)
      }
      return items.isEmpty ? nil : Edition.Section(title: title, items: items)
    }
  }
}

/// By date, then by id: an order that does not depend on how the candidates were found.
private func isEarlier(_ left: Candidate, _ right: Candidate) -> Bool {
  switch (left.date, right.date) {
  case (let leftDate?, let rightDate?) where leftDate != rightDate: leftDate < rightDate
  case (nil, .some): false
  case (.some, nil): true
  default: left.entry.id < right.entry.id
  }
}
