import Foundation
import Model
import Testing

@testable import Summary

@Suite("Reports of the commands")
struct ReportTests {
  @Test("Plain text is a title and paragraphs parted by blank lines; list lines become a list")
  func plainText() {
    let article = textArticle(
      from: "\n The title\r\n\r\nFirst line\nsecond line \n \n\n- one\n- two\n\nEnd.\n")
    #expect(article.title == "The title")
    #expect(article.blocks.map(\.kind) == [.paragraph, .list, .paragraph])
    #expect(article.blocks.map(\.text) == ["First line\nsecond line", "- one\n- two", "End."])
    #expect(article.blocks[1].items == ["- one", "- two"])
    #expect(article.blocks.map(\.index) == [0, 1, 2])
  }

  @Test("Lines end as on any system", arguments: ["\n", "\r\n", "\r", "\u{2028}"])
  func lineEnds(end: String) {
    let article = textArticle(from: ["Title", "", "One.", "Two.", "", "Three."].joined(separator: end))
    #expect(article.title == "Title")
    #expect(article.blocks.map(\.text) == ["One.\nTwo.", "Three."])
  }

  @Test("A text without a blank line has no title", arguments: [("", 0), ("\n\n", 0), ("Just this.", 1)])
  func untitled(text: String, blocks: Int) {
    let article = textArticle(from: text)
    #expect(article.title == nil)
    #expect(article.blocks.count == blocks)
  }

  @Test("As many paragraphs as asked for, best first, verbatim, with reasons")
  func paragraphs() {
    let report = SummaryReport(paragraphs: 2, of: post)
    #expect(report.picks.count == 2)
    #expect(report.picks[0].score >= report.picks[1].score)
    for pick in report.picks {
      #expect(pick.text == post.blocks[pick.index].text)
      #expect(!pick.reasons.isEmpty)
    }
    #expect(SummaryReport(paragraphs: 0, of: post).picks.isEmpty)
    #expect(SummaryReport(paragraphs: -1, of: post).picks.isEmpty)
  }

  @Test("Sentences are counted through the whole article")
  func sentences() {
    let all = post.blocks.flatMap { block in
      sentenceRanges(of: block.text).compactMap { $0.slice(of: block.text) }
    }
    let report = SummaryReport(sentences: 3, of: post)
    #expect(report.picks.count == 3)
    for pick in report.picks { #expect(pick.text == all[pick.index]) }
  }

  @Test("The JSON of comments is read leniently: numbers as ids, votes in both forms, nulls")
  func input() throws {
    let json = """
      {"title": "Rope", "author": "Ida", "paragraphs": ["One."], "comments": [
        {"id": 7, "parentId": null, "author": 12, "published": "yesterday", "text": "Hello",
         "votes": {"up": 3, "down": 1}},
        {"id": "8", "parentId": 7, "author": null, "text": "x", "votes": 4, "type": "pingback", "more": []}]}
      """
    let input = try JSONDecoder().decode(CommentRankInput.self, from: Data(json.utf8))
    #expect(input.discussion.comments.map(\.id.rawValue) == ["7", "8"])
    #expect(input.discussion.comments.map(\.votes) == [2, 4])
    #expect(input.discussion.comments[1].parentID == "7")
    #expect(input.discussion.comments[1].kind == .pingback)
    #expect(input.article.authors == ["Ida"])
    #expect(CommentRankReport(input).picks.isEmpty)
  }

  @Test("A comment without id or text is refused")
  func badInput() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CommentRankInput.self, from: Data(#"{"comments":[{"id":1}]}"#.utf8))
    }
  }
}
