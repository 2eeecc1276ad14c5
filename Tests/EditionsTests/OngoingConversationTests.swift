import Model
import Testing

@testable import Editions

@Suite("Conversations about articles of earlier editions")
struct OngoingConversationTests {
  /// A comment on that day of the sample week; `nil` for one without a date.
  private func news(
    _ author: String?, day: Int? = 3, isByAuthor: Bool = false, kind: Model.Comment.Kind = .comment
  ) -> Model.Comment {
    Model.Comment(
      id: "c", author: author, published: day.map { Instant(day: Day(daysSince1970: 20_000 + $0), hour: 12) },
      text: "We did the same on our ferry.", isByArticleAuthor: isByAuthor, kind: kind)
  }

  /// An article of the week before.
  private func earlier(
    _ name: String, day: Int = -3, url: String? = nil, _ comments: [Model.Comment]
  ) -> EarlierArticle {
    let talk = Discussion(comments: comments, url: "https://example.org/\(url ?? name)#comments")
    let candidate = makeCandidate(url ?? name, day: day, discussion: talk)
    let entry = Entry(
      id: Entry.ID(rawValue: name), feedID: "blog", url: candidate.entry.url, title: "On \(name)",
      published: candidate.entry.published)
    return EarlierArticle(
      Candidate(entry: entry, source: candidate.source, article: candidate.article, discussion: talk),
      in: "2024-W39")
  }

  /// The ids of the articles that an edition with the article "new" tells of.
  private func told(_ articles: [EarlierArticle]) -> [String]? {
    makeEdition([makeCandidate("new")], earlier: articles).stillTalking?.map(\.article.entryID.rawValue)
  }

  @Test("An article with two new comments is told, with their number, the way to them and the rule")
  func told() throws {
    let old = news("Zoe", day: -2)
    let edition = makeEdition(
      [makeCandidate("new")], earlier: [earlier("rope", [old, news("Ann"), news("Ben"), news("Ann")])])
    let ongoing = try #require(edition.stillTalking?.first)
    #expect(ongoing.newCommentCount == 3)
    #expect(ongoing.url == "https://example.org/rope#comments")
    #expect(ongoing.article.title == "On rope")
    #expect(ongoing.article.sourceTitle == "blog")
    #expect(ongoing.article.readingMinutes == 1)
    let decision = try #require(edition.ledger.first { $0.entryID == "rope" })
    #expect(decision.state == .ongoing)
    #expect(decision.rule == "3 new comments by 2 people; it was in 2024-W39")
  }

  @Test("One reader who writes twice, or to whom the author answers, is enough")
  func enough() {
    #expect(told([earlier("twice", [news("Ann"), news("Ann")])]) == ["twice"])
    #expect(told([earlier("answer", [news("Ann"), news("Ida", isByAuthor: true)])]) == ["answer"])
  }

  @Test("One new comment, pingbacks, the author alone, and comments of another time are not enough")
  func notEnough() {
    let articles = [
      earlier("none", []),
      earlier("one", [news("Ann")]),
      earlier("pingback", [news("Ann"), news("Another page", kind: .pingback)]),
      earlier("author", [news("Ida", isByAuthor: true), news("Ida Brandt")]),
      earlier("before", [news("Ann"), news("Ben", day: -1)]),
      earlier("after", [news("Ann"), news("Ben", day: 7)]),
      earlier("undated", [news("Ann"), news("Ben", day: nil)]),
    ]
    #expect(told(articles) == [])
  }

  @Test("Most people come first, then most comments, then the newer article, then by id; three at most")
  func order() {
    let two = [news("Ann"), news("Ben")]
    let articles = [
      earlier("d-older", day: -4, two), earlier("c-newer", two), earlier("b-newer", two),
      earlier("comments", day: -5, [news("Ann"), news("Ben"), news("Ben")]),
      earlier("people", day: -6, [news("Ann"), news("Ben"), news("Cleo")]),
      earlier("one", [news("Ann"), news("Ann"), news("Ann"), news("Ann")]),
    ]
    #expect(told(articles) == ["people", "comments", "b-newer"])
    #expect(told(articles.reversed()) == ["people", "comments", "b-newer"])
    #expect(told(Array(articles.prefix(3))) == ["b-newer", "c-newer", "d-older"])
  }

  @Test("What is in the edition itself, or appeared in its period, is not told again")
  func inTheEdition() {
    let two = [news("Ann"), news("Ben")]
    #expect(told([earlier("new", two)]) == [])
    #expect(told([earlier("new under another id", url: "new", two)]) == [])
    #expect(told([earlier("late", day: 1, two)]) == [])
    #expect(told([earlier("rope", two), earlier("rope again", url: "rope", two)]) == ["rope"])
  }

  @Test("Without earlier editions nobody looked, which is not the same as nothing found")
  func nobodyLooked() {
    #expect(makeEdition([makeCandidate("new")]).stillTalking == nil)
    #expect(told([]) == [])
  }
}
