import Foundation
import Model
import Testing

@testable import Summary

@Suite("Comments of every kind")
struct CommentCaseTests {
  @Test("There are cases")
  func cases() {
    #expect(CommentCase.all.count >= 90)
    #expect(Set(CommentCase.all.map(\.name)).count == CommentCase.all.count)
  }

  @Test("What must hold of a discussion holds", arguments: CommentCase.all)
  func holds(_ example: CommentCase) throws {
    let ranked = try example.ranked()
    let order = ranked.map(\.id.rawValue)
    let shown = ranked.filter(\.isShowable).map(\.id.rawValue)
    let byID = Dictionary(uniqueKeysWithValues: ranked.map { ($0.id.rawValue, $0) })
    #expect(order.sorted() == example.comments.map(\.id).sorted())
    for id in example.shown ?? [] { #expect(shown.contains(id), "\(id): \(summary(byID[id]))") }
    for id in example.hidden ?? [] { #expect(!shown.contains(id), "\(id): \(summary(byID[id]))") }
    for pair in example.above ?? [] {
      let better = try #require(order.firstIndex(of: pair[0]))
      let worse = try #require(order.firstIndex(of: pair[1]))
      #expect(better < worse, "\(summary(byID[pair[0]])) / \(summary(byID[pair[1]]))")
    }
    for (id, features) in example.says ?? [:] {
      #expect(Set(features).isSubset(of: self.features(byID[id])), "\(id): \(summary(byID[id]))")
    }
    for (id, features) in example.lacks ?? [:] {
      #expect(Set(features).isDisjoint(with: self.features(byID[id])), "\(id): \(summary(byID[id]))")
    }
    if let count = example.count { #expect(shown.count == count) }
  }

  @Test("A score is the sum of its terms, and every comment has words for what became of it")
  func sums() throws {
    for example in CommentCase.all {
      for comment in try example.ranked() {
        let sum = roundedScore(comment.reasons.reduce(0) { $0 + $1.contribution })
        #expect(comment.score == sum, "\(example.name), \(comment.id)")
        #expect(!comment.rule.isEmpty)
      }
    }
  }

  private func features(_ comment: RankedComment?) -> Set<String> {
    Set(comment?.reasons.map(\.feature) ?? [])
  }

  private func summary(_ comment: RankedComment?) -> String {
    guard let comment else { return "no such comment" }
    let terms = comment.reasons.map { "\($0.feature) \($0.contribution)" }
    return "\(comment.score) = " + terms.joined(separator: ", ")
  }
}
