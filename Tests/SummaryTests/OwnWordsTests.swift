import Model
import Testing

@testable import Summary

@Suite("A commenter's own words")
struct OwnWordsTests {
  @Test(
    "Lines that begin with > are somebody else's",
    arguments: [
      ("> quoted\n\nmine", ["mine"]), ("one\n> two\nthree", ["one", "three"]),
      ("no quotation\n\nat all", ["no quotation\n\nat all"]),
      ("> only\n> quoted", ["> only\n> quoted"]), ("", [""]),
      ("  > indented\nmine\n\nand mine", ["mine\n\nand mine"]),
    ])
  func runs(text: String, expected: [String]) {
    #expect(OwnWords(text).runs.map { $0.slice(of: text) ?? "?" } == expected)
    #expect(OwnWords(text).blanked(text).utf8.count == text.utf8.count)
  }

  @Test("Only the commenter's own words are printed")
  func printed() throws {
    let quoted = "The crew that never asks anything is the crew that has given up on being heard by anybody."
    let own = """
      My boss asked us each morning for six weeks what worried us, and in the seventh week the cook told her about the rope. \
      We changed it the same day, and nobody has been hurt since then.
      """
    let comments = [comment("1", "Eva", "> \(quoted)\n\n\(own)")]
    let selection = ThreadSelection(
      discussion: Discussion(comments: comments), article: post, ranker: CommentRanker(floor: -20))
    let part = try #require(selection.picks.first?.comments.first)
    let text = try #require(part.excerpt.range.slice(of: comments[0].text))
    #expect(own.contains(text) && !text.contains("given up"))
  }
}
