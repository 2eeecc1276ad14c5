import Foundation
import Model
import Summary
import Testing

@testable import Editions

@Suite("Putting an edition together")
struct AssemblyTests {
  @Test(
    "Entries outside of the period, without a date or without text are dropped with the rule that decided")
  func exclusions() {
    let undated = makeCandidate("undated")
    let entry = Entry(id: "undated", feedID: "blog", title: "Undated")
    let edition = makeEdition([
      makeCandidate("early", day: -1), makeCandidate("late", day: 7),
      makeCandidate("teaser", paragraphs: ["Too little."]),
      Candidate(entry: entry, source: undated.source, article: undated.article), makeCandidate("good"),
    ])
    #expect(edition.items.map(\.entryID) == ["good"])
    let rules = Dictionary(uniqueKeysWithValues: edition.ledger.map { ($0.entryID.rawValue, $0) })
    #expect(rules.count == 5)
    #expect(rules["early"]?.rule == "appeared before 2024-10-04")
    #expect(rules["late"]?.rule == "appeared after 2024-10-10")
    #expect(rules["teaser"]?.rule == "only 2 readable words; an article has 60 or more")
    #expect(rules["undated"]?.rule.contains("no date") == true)
    #expect(rules["good"]?.state == .picked)
    #expect(rules["early"]?.state == .dropped)
  }

  @Test("The best articles are printed, the next are named, the rest is dropped")
  func limits() {
    var policy = EditionPolicy()
    policy.maxArticles = 2
    policy.maxAlsoPublished = 1
    let edition = makeEdition((1...5).map { makeCandidate("post\($0)", feed: "blog\($0)") }, policy: policy)
    #expect(edition.items.count == 2)
    #expect(edition.alsoPublished.count == 1)
    #expect(edition.ledger.count { $0.state == .dropped } == 2)
    #expect(edition.ledger.allSatisfy { !$0.rule.isEmpty })
  }

  @Test("Articles are numbered through the sections, the main section first")
  func sections() {
    var policy = EditionPolicy()
    policy.sectionOrder = ["Afloat", "Ashore"]
    let edition = makeEdition(
      [
        makeCandidate("one", feed: "a", section: "Ashore"),
        makeCandidate("two", feed: "b", section: "Afloat"),
        makeCandidate("three", feed: "c"), makeCandidate("four", feed: "d", section: "Elsewhere"),
      ], policy: policy)
    #expect(edition.sections.map(\.title) == [nil, "Afloat", "Ashore", "Elsewhere"])
    #expect(edition.items.map(\.number) == [1, 2, 3, 4])
    #expect(edition.items.map(\.entryID.rawValue) == ["three", "two", "one", "four"])
  }

  @Test("A lively discussion, the editor's weight and another blog lift an article")
  func ranking() {
    let talk = Discussion(comments: [
      comment(
        "1", "Ann",
        """
        We tried the rule on our ward for six weeks and the alarms went down by half. What helped \
        was that my boss asked first.
        """
      ),
      comment(
        "2", "Ben", "Our crew stopped doing that after two months, it took too long and nobody asked why."),
    ])
    let lively = makeEdition([
      makeCandidate("aaa", feed: "a"), makeCandidate("zzz", feed: "b", discussion: talk),
    ])
    #expect(lively.items.first?.entryID == "zzz")
    #expect(lively.items.first?.reasons.contains { $0.feature == "people" } == true)
    let weighted = makeEdition([makeCandidate("aaa", feed: "a"), makeCandidate("zzz", feed: "b", weight: 2)])
    #expect(weighted.items.first?.entryID == "zzz")
    let diverse = makeEdition([
      makeCandidate("aaa", feed: "a"), makeCandidate("bbb", feed: "a"), makeCandidate("zzz", feed: "b"),
    ])
    #expect(diverse.items.map(\.entryID.rawValue) == ["aaa", "zzz", "bbb"])
  }

  @Test("Of two articles with the same text the better is kept and the other dropped")
  func duplicates() {
    let text = samplePost("same")
    let edition = makeEdition([
      makeCandidate("copy", feed: "b", weight: 0.5, paragraphs: text, title: "Same"),
      makeCandidate("first", feed: "a", paragraphs: text, title: "Same"),
    ])
    #expect(edition.items.map(\.entryID.rawValue) == ["first"])
    #expect(edition.ledger.first { $0.entryID == "copy" }?.rule == "the same text as \"Same\"")
  }

  @Test("Ties are broken by date, then id, whatever the order of the candidates")
  func determinism() throws {
    let candidates = ["d", "b", "c", "a"].map { makeCandidate($0, feed: $0) }
    let first = makeEdition(candidates)
    #expect(first.items.map(\.entryID.rawValue) == ["a", "b", "c", "d"])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let bytes = try encoder.encode(first)
    for shuffled in [candidates.reversed(), candidates.sorted { $0.entry.id < $1.entry.id }] {
      #expect(try encoder.encode(makeEdition(Array(shuffled))) == bytes)
    }
  }

  @Test("Every block and comment that was weighed is named with its rule")
  func considered() throws {
    let talk = Discussion(
      comments: [
        comment("1", "Ann", "Great post!"),
        comment("2", "A page", "[…] links here […]", kind: .pingback),
      ], url: "https://example.org/talk", statedCount: nil)
    let item = try #require(makeEdition([makeCandidate("post", discussion: talk)]).items.first)
    #expect(item.considered.paragraphs.map(\.name) == ["0", "1", "2"])
    #expect(item.considered.comments.map(\.name) == ["1", "2"])
    #expect(item.considered.comments.allSatisfy { !$0.isPicked && !$0.rule.isEmpty })
    let conversation = try #require(item.conversation)
    #expect(conversation.commentCount == 1)
    #expect(conversation.threads.isEmpty)
    #expect(conversation.url == "https://example.org/talk")
  }

  @Test("Decisions made elsewhere stand in the ledger unchanged")
  func otherDecisions() {
    let held = Edition.Decision(
      entryID: "held", title: "Held", url: nil, feedID: "blog", state: .dropped, rule: "held for next week")
    let edition = makeEdition([makeCandidate("post")], otherDecisions: [held])
    #expect(edition.ledger.last == held)
  }

  @Test("No candidate at all gives an edition without sections")
  func empty() {
    let edition = makeEdition([])
    #expect(edition.sections.isEmpty && edition.ledger.isEmpty && edition.alsoPublished.isEmpty)
  }

  @Test("The names of weights are those of the terms, and a weight changes what is picked")
  func weights() {
    for name in PickingWeights.paragraphNames {
      #expect(ParagraphWeights([name: 77]) != ParagraphWeights(), "\(name)")
    }
    for name in PickingWeights.commentNames {
      #expect(CommentWeights([name: 77]) != CommentWeights(), "\(name)")
    }
    #expect(ParagraphWeights(["no such term": 1]) == ParagraphWeights())
    var policy = EditionPolicy()
    policy.maxKeyParagraphs = 1
    let first = makeEdition([makeCandidate("aaa")], policy: policy).items.first?.paragraphs.first
    policy.weights.paragraphs = ["size": 0, "claims": 0, "abstract": 0, "topic": 0, "early": 0, "rank": -50]
    let other = makeEdition([makeCandidate("aaa")], policy: policy).items.first?.paragraphs.first
    #expect(first != nil && other != nil && first?.text != other?.text)
  }
}
