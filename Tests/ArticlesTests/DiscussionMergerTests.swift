import Articles
import Model
import Testing

@Suite("Merging discussions")
struct DiscussionMergerTests {
  private func comment(
    _ id: String, _ text: String = "", by author: String? = nil, at day: Int? = nil,
    answering parent: String? = nil,
    inferred: Bool = false, isAuthor: Bool = false
  ) -> Comment {
    Comment(
      id: Comment.ID(rawValue: id), parentID: parent.map { Comment.ID(rawValue: $0) },
      isParentInferred: inferred, author: author,
      published: day.map { Instant(secondsSince1970: Int64($0) * 86_400) },
      text: text.isEmpty ? "text of \(id)" : text,
      isByArticleAuthor: isAuthor)
  }

  private func outline(_ discussion: Discussion) -> [String] {
    discussion.comments.map { $0.id.rawValue + ($0.parentID.map { "<" + $0.rawValue } ?? "") }
  }

  @Test("One number is one comment: dates from the feed, parents from the page")
  func join() throws {
    let merged = mergeDiscussion(
      feed: [comment("http://b.example/?p=1#comment-2", by: "Bo", at: 3), comment("1", by: "Ann", at: 1)],
      page: [comment("1", by: "Ann", at: 2), comment("2", by: "Bo", at: 4, answering: "1")])
    #expect(outline(merged) == ["1", "2<1"])
    #expect(merged.comments.map { $0.published?.secondsSince1970 } == [86_400, 3 * 86_400])
  }

  @Test("The feed's stated parent wins; a stated one wins over a concluded one")
  func parents() {
    let stated = mergeDiscussion(
      feed: [comment("3", answering: "1")], page: [comment("1"), comment("2"), comment("3", answering: "2")])
    #expect(outline(stated) == ["1", "3<1", "2"])
    let concluded = mergeDiscussion(
      feed: [comment("3", answering: "1", inferred: true)],
      page: [comment("1"), comment("2"), comment("3", answering: "2")])
    #expect(outline(concluded) == ["1", "2", "3<2"])
    #expect(concluded.comments.allSatisfy { !$0.isParentInferred })
  }

  @Test("Oldest first, answers after what they answer; stored ones that are shown no more stay")
  func order() {
    let merged = mergeDiscussion(
      feed: [comment("4", at: 4), comment("3", at: 3, answering: "1")],
      stored: [comment("1", at: 1), comment("2", at: 2)])
    #expect(outline(merged) == ["1", "3<1", "2", "4"])
  }

  @Test("Parents that are gone make top level, circles are broken")
  func soundness() {
    let merged = mergeDiscussion(page: [
      comment("1", answering: "2"), comment("2", answering: "3"), comment("3", answering: "1"),
      comment("4", answering: "9"),
      comment("5", answering: "5"),
    ])
    #expect(merged.comments.count == 5)
    #expect(merged.comments.contains { $0.parentID == nil })
    #expect(Set(outline(merged)).isSuperset(of: ["4", "5"]))
  }

  @Test("The article's author is known by markup or by name, handles aside")
  func author() {
    let merged = mergeDiscussion(
      page: [
        comment("1", by: "mike-henry"), comment("2", by: "Mike Henry (@mike)"), comment("3", by: "Mike"),
        comment("4", by: "X", isAuthor: true),
      ],
      authors: ["Mike Henry"])
    #expect(merged.comments.map(\.isByArticleAuthor) == [true, true, false, true])
  }

  @Test("The same words by the same person stand once, and answers to the other go to the one that stays")
  func repeats() {
    let words = "I think that this is quite right, but not for all."
    let merged = mergeDiscussion(page: [
      comment("1", words, by: "Ann"), comment("2", words, by: "ann"),
      comment("3", "Thanks!", by: "Bo", answering: "2"),
      comment("4", words, by: "Cy"), comment("5", "Thanks!", by: "Bo", answering: "1"),
    ])
    #expect(outline(merged) == ["1", "3<1", "5<1", "4"])
  }

  @Test("A feed that has only the beginning gives way to the page's words")
  func excerpts() {
    let merged = mergeDiscussion(
      feed: [comment("1", "The beginning")], page: [comment("1", "The beginning and all the rest of it")])
    #expect(merged.comments.first?.text == "The beginning and all the rest of it")
  }

  @Test("A long chain of answers is no problem")
  func depth() {
    let chain = (0..<20_000).map { comment("\($0)", answering: $0 == 0 ? nil : "\($0 - 1)") }
    #expect(mergeDiscussion(page: chain).comments.count == 20_000)
  }
}
