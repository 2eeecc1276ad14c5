import Model
import Testing

@testable import Summary

@Suite("Names of the weights")
struct WeightNameTests {
  @Test("What the configuration may name is what there is to weigh, no more and no less")
  func names() {
    #expect(ParagraphWeights.byName.map(\.name) == PickingWeights.paragraphNames)
    #expect(CommentWeights.byName.map(\.name) == PickingWeights.commentNames)
  }

  @Test("Every weight has a name of its own, but what keeps pingbacks and the like out")
  func complete() {
    let paragraphs = labels(of: ParagraphWeights())
    #expect(Set(ParagraphWeights.byName.map(\.name)) == paragraphs)
    #expect(Set(ParagraphWeights.byName.map(\.place)).count == paragraphs.count)
    let comments = labels(of: CommentWeights()).subtracting(["excluded"])
    #expect(Set(CommentWeights.byName.map(\.name)) == comments)
    #expect(Set(CommentWeights.byName.map(\.place)).count == comments.count)
  }

  /// Names of the stored properties, as the configuration writes them: `last_third`.
  private func labels(of weights: some Any) -> Set<String> {
    Set(
      Mirror(reflecting: weights).children.compactMap(\.label).map { label in
        label.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
      })
  }
}
