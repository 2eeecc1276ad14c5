import DigestTesting
import Model
import Testing

@testable import Summary

@Suite("Any discussion at all")
struct CommentPropertyTests {
  private static let pieces = [
    "I", "we", "you", "Great article!", "idiot", "the rope", "…", "\n\n", "> quoted", "“", "”", "(", ")",
    "!!!", "?",
    "http://x.org", "after six weeks", "#", "100 %", "👩‍👩‍👧", "e\u{301}", "\u{0}", "\u{FEFF}", "人間は考える。", "مرحبا",
    "My boss asked.", "It turned out well.", "Thanks!", "1.", "- a", "Cheers, Ann", "über", "ß", "İ", "[…]",
  ]

  /// Comments out of pieces, in any order, with any parents.
  private func discussion(_ seed: UInt64) -> Discussion {
    var numbers = SplitMix64(seed: seed)
    let count = Int.random(in: 0...14, using: &numbers)
    return Discussion(
      comments: (0..<count).map { place in
        let length = Int.random(in: 0...60, using: &numbers)
        let text = (0..<length).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }
        let parent = Int.random(in: -6..<count + 2, using: &numbers)
        return Model.Comment(
          id: Model.Comment.ID(rawValue: "\(place % 9)"),
          parentID: parent < 0 ? nil : Model.Comment.ID(rawValue: "\(parent)"),
          author: ["Ann", "Ida Brandt", "", nil, "🙂 GmbH", "ann"].randomElement(using: &numbers) ?? nil,
          text: text.joined(separator: Bool.random(using: &numbers) ? " " : "\n"),
          votes: Bool.random(using: &numbers) ? Int.random(in: .min ... .max, using: &numbers) : nil)
      })
  }

  @Test("Ranks are complete, sorted and the same each time", arguments: 0..<60 as Range<UInt64>)
  func ranks(seed: UInt64) {
    let discussion = discussion(seed)
    for article in [post, nil] {
      let ranked = CommentRanker().rank(discussion, article: article)
      #expect(ranked.map(\.place).sorted() == Array(discussion.comments.indices))
      #expect(ranked.allSatisfy { $0.score.isFinite })
      let shown = ranked.filter(\.isShowable)
      #expect(shown.map(\.score) == shown.map(\.score).sorted(by: >))
      #expect(ranked == CommentRanker().rank(discussion, article: article))
    }
  }

  @Test(
    "Excerpts run from the start of a sentence to the end of one",
    arguments: 0..<60 as Range<UInt64>)
  func excerpts(seed: UInt64) {
    let discussion = discussion(seed)
    let ranker = CommentRanker(floor: -20)
    let selection = ThreadSelection(discussion: discussion, article: post, ranker: ranker)
    for part in selection.picks.flatMap(\.comments) {
      let text = discussion.comments[part.place].text
      let own = OwnWords(text).longest
      let sentences = sentenceRanges(of: own.slice(of: text) ?? "", language: .english)
      #expect(sentences.contains { $0.start + own.start == part.excerpt.range.start })
      #expect(sentences.contains { $0.end + own.start == part.excerpt.range.end })
      #expect(part.excerpt.range.slice(of: text)?.isEmpty == false)
    }
    #expect(selection == ThreadSelection(discussion: discussion, article: post, ranker: ranker))
  }

  @Test("Time grows with the number of comments, not with its square")
  func linear() {
    func seconds(_ count: Int) -> Double {
      let sentence = "My boss asked the crew about the rope and we told her what had happened on deck. "
      let comments = (0..<count).map { place in
        comment(
          "\(place)", "Reader \(place)", "\(place) " + sentence + "Number \(place) was late.",
          answers: place % 3 == 1 ? "\(place - 1)" : nil)
      }
      let clock = ContinuousClock()
      var best = Duration.seconds(1000)
      for _ in 0..<3 {
        best = min(
          best, clock.measure { _ = CommentRanker().rank(Discussion(comments: comments), article: post) })
      }
      return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    }
    // Sixteen times as many: a square would take two hundred and fifty-six times as long.
    #expect(seconds(1600) < 64 * seconds(100))
  }
}
