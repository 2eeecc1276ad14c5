import Articles
import DigestTesting
import Foundation
import Model
import Testing

@Suite("Comments of every engine, kept as they were approved")
struct CommentFixtureTests {
  @Test(
    "The comments are those of the golden (DIGEST_RECORD_GOLDENS=1 records it anew)",
    arguments: CommentFixture.all)
  func golden(fixture: CommentFixture) throws {
    let difference = try CommentFixture.files.difference(of: try fixture.output(), fromGolden: fixture.golden)
    if let difference { Issue.record("\(fixture.golden) differs:\n\(difference)") }
  }

  @Test(
    "Every golden has its input, every input a line in the README",
    .disabled(if: Fixtures.isRecording, "goldens are being recorded"))
  func complete() throws {
    let goldens = CommentFixture.files.paths(endingIn: CommentFixture.goldenSuffix, under: "comments")
    #expect(goldens == CommentFixture.all.map(\.golden).sorted())
    let described = try CommentFixture.files.text("README.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first }
    #expect(described.map(String.init).sorted() == CommentFixture.all.map(\.name))
  }

  /// The thread that every engine was given to show.
  static let thread: [(author: String, text: String)] = [
    (
      "Mara Quint",
      "We tried this in our planning round last spring, and for two weeks nobody said a word after the first question "
        + "was asked. The third week was worth the wait."
    ),
    ("Ida Brandt", "Two weeks is brave, Mara. What was the question that broke it?"),
    ("Mara Quint", "Who would be hurt if we did nothing. Five people answered at once."),
    (
      "Tom Reyes",
      "One more rule helps: the boss speaks last, always. wait until it hurts, then wait again On the ship we agreed "
        + "on two signs: hand up: I need time hand down: go on"
    ),
    (
      "Søren Ågård",
      "Reply to everybody, says my manager, on March 3, 2020 and ever since. Silence is also a reply & a cheap one."
    ),
    ("Helen Osei", "Quite so, Søren. I wrote a few notes on that."), ("Lucy", "Thank you!"),
  ]

  @Test("Every engine gives the same words by the same people", arguments: CommentFixture.threads)
  func sameThread(fixture: CommentFixture) throws {
    let comments = try fixture.comments().filter { $0.kind == .comment }
    for (author, text) in Self.thread {
      let found = try #require(
        comments.first { folded(PagePromises.withoutMarks($0.text)) == text }, "\(author): \(text)")
      // Some engines show handles.
      let name = try #require(found.author)
      #expect(name.hasPrefix(author) || author.lowercased().hasPrefix(name))
    }
    // Two services' answers hold one more, below one that was deleted.
    let more = ["hacker-news-item.json", "reddit-comments.json"].contains(fixture.name) ? 1 : 0
    #expect(comments.count == Self.thread.count + more)
    #expect(Set(comments.map(\.id)).count == comments.count)
  }

  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("Teasers, counters and other pages' comments are none of this page", arguments: CommentFixture.traps)
  func traps(fixture: CommentFixture) throws {
    #expect(try fixture.comments().isEmpty)
  }

  @Test("No field holds an address of e-mail or of a machine, or a digest", arguments: CommentFixture.all)
  func privacy(fixture: CommentFixture) throws {
    let golden = try CommentFixture.files.text(fixture.golden)
    let words = golden.split { !($0.isLetter || $0.isNumber || "@._-".contains($0)) }
    let addresses = words.filter { word in
      guard let at = word.firstIndex(of: "@"), at > word.startIndex else { return false }
      return word[at...].contains(".")
    }
    #expect(addresses == [])
    let digests = golden.split { !$0.isHexDigit }.filter {
      $0.count == 32 || $0.count == 40 || $0.count == 64
    }
    #expect(digests == [])
    let machines = words.filter {
      $0.split(separator: ".").count == 4 && $0.allSatisfy { $0 == "." || $0.isNumber }
    }
    #expect(machines == [])
    #expect(!golden.contains("gravatar"))
  }

  @Test("The privacy page still has the names and the words")
  func privacyKeepsNames() throws {
    let comments = try CommentFixture(path: "comments/privacy.html").comments()
    #expect(comments.map(\.author) == ["Mara Quint", nil, nil, "Tom Reyes", nil])
    #expect(comments.allSatisfy { $0.authorURL == nil && $0.permalink == nil })
  }
}
