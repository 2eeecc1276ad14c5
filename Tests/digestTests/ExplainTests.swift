import Foundation
import Testing

@Suite("Explanations of an edition")
struct ExplainTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let made = try Program.run(["demo"], in: scratch.url)
    try #require(made.status == 0)
  }

  private func explain(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["explain"] + arguments + ["--edition", "Digests/demo"], in: scratch.url)
  }

  @Test(
    "An article is found by number, address or a part of its title, and says why it and these words are printed"
  )
  func found() throws {
    let byNumber = try explain("1")
    #expect(byNumber.status == 0)
    #expect(byNumber.output.contains("number 1 by score"))
    #expect(byNumber.output.contains("for it: a full article"))
    #expect(byNumber.output.contains("paragraphs printed"))
    #expect(byNumber.output.contains("comments printed"))
    let title = try #require(byNumber.output.split(separator: "\n").first)
    #expect(try explain(title.uppercased()).output == byNumber.output)
    let json = try JSONSerialization.jsonObject(with: Data(try explain("1", "--format", "json").output.utf8))
    let decision = try #require((json as? [String: Any])?["decision"] as? [String: Any])
    let address = try #require(decision["url"] as? String)
    #expect(try explain(address).output == byNumber.output)
    #expect(decision["state"] as? String == "picked")
  }

  @Test("With -v every score is the sum of its terms")
  func terms() throws {
    let lines = try explain("1", "-v").output.split(separator: "\n").map(String.init)
    let terms = try #require(lines.firstIndex { $0.contains("substance +") })
    let score = try #require(lines.first { $0.contains(" in all") }?.split(separator: " ").dropLast(2).last)
    let sum = lines[terms].split(separator: ",").compactMap {
      $0.split(separator: " ").last.flatMap { Double($0) }
    }
    .reduce(0, +)
    #expect(abs(sum - (Double(score) ?? 0)) < 0.05)
  }

  @Test("What is not there is told with what is")
  func missing() throws {
    let number = try explain("77")
    #expect(number.status == 66)
    #expect(number.errors.contains("it has 1 to "))
    #expect(try explain("no such words").status == 66)
    let several = try explain("the")
    #expect(several.status == 65)
    #expect(several.errors.contains("name one, or its number"))
  }
}
