import Articles
import Model
import Testing

@Suite("Comments that were deleted at their source")
struct DeletedCommentsTests {
  private func comment(_ id: Int, day: Int?) -> Model.Comment {
    Model.Comment(
      id: Model.Comment.ID(rawValue: "\(id)"),
      published: day.map { Instant(secondsSince1970: Int64($0) * 86_400) }, text: "Yes.")
  }

  private func kept(
    _ stored: [Model.Comment], feed: [Model.Comment] = [], page: [Model.Comment] = [], stated: Int? = nil
  ) -> [String] {
    withoutDeleted(stored, feed: feed, page: page, statedCount: stated).map(\.id.rawValue)
  }

  @Test("What dropped out at the end of a feed is kept, what is missing between its comments is not")
  func gap() {
    let stored = (1...6).map { comment($0, day: $0) }
    #expect(
      kept(stored, feed: [comment(6, day: 6), comment(5, day: 5), comment(3, day: 3)]) == [
        "1", "2", "3", "5", "6",
      ])
  }

  @Test("When all that the source counts is shown, what is missing is gone")
  func whole() {
    let stored = [comment(1, day: 1), comment(2, day: 2)]
    #expect(kept(stored, feed: [comment(2, day: 2)], stated: 1) == ["2"])
    #expect(kept(stored, page: [comment(2, day: 2)], stated: 1) == ["2"])
    #expect(kept(stored, feed: [comment(2, day: 2)], stated: 2) == ["1", "2"])
  }

  @Test("Nothing that was read, no dates, or a number in another spelling deletes nothing")
  func inconclusive() {
    let stored = [comment(1, day: 1), comment(2, day: 5)]
    #expect(kept(stored, stated: 0) == ["1", "2"])
    #expect(kept(stored, feed: [comment(3, day: nil)]) == ["1", "2"])
    let other = Model.Comment(
      id: "https://b.example/#comment-2", published: Instant(secondsSince1970: 0), text: "Yes.")
    #expect(kept(stored, page: [other]) == ["1", "2"])
  }
}
