import Configuration
import DigestTesting
import Foundation
import Model
import Testing
import Workflow

@Suite("Conversations that go on after their edition")
struct OngoingConversationTests {
  private let site: ScriptedSite
  private let folder: TemporaryFolder

  init() throws {
    site = try ScriptedSite()
    folder = try TemporaryFolder()
  }

  private func article(
    _ name: String, day: Int, comments: Int? = nil, body: String? = nil
  ) -> String {
    let talk = comments.map {
      "<wfw:commentRss>\(site.server.url("/\(name)/feed/"))</wfw:commentRss><slash:comments>\($0)</slash:comments>"
    }
    return """
      <title>On \(name)</title><link>\(site.server.url("/\(name)/"))</link><guid isPermaLink="false">\(name)</guid>
      <pubDate>\(day) Nov 2026 08:00:00 GMT</pubDate>\(body ?? ScriptedFeed.body(name))\(talk ?? "")
      """
  }

  private let first = (id: 1, author: "Ann", time: "2026-11-17T10:00:00Z")
  private let later = [
    (id: 2, author: "Ben", time: "2026-11-24T10:00:00Z"),
    (id: 3, author: "Cleo", time: "2026-11-25T10:00:00Z"),
  ]

  /// The job after the week of rain was made into an edition, and rain was written about in the week of snow.
  ///
  /// - Parameters:
  ///   - others: what else the feed holds.
  ///   - feeds: those that are read before the blog's.
  private func job(
    keepsFirstEdition: Bool = true, body: String? = nil, others: String..., feeds: [FeedSource] = []
  ) async throws -> WeeklyJob {
    let job = ScriptedJob(folder: folder, site: site, feeds: feeds + [site.source("blog")])
    let others = others.map { "<item>\($0)</item>" }.joined()
    func feed(_ items: String...) -> String {
      ScriptedFeed.rss(items.joined(separator: "</item><item>"))
        .replacing("</channel>", with: others + "</channel>")
    }
    site.answer("/feed/", feed(article("rain", day: 17, comments: 1, body: body)))
    site.answer("/rain/feed/atom/", ScriptedFeed.comments([first]))
    _ = try await job.at("2026-11-23T05:00:00Z").build(week(47))
    if !keepsFirstEdition {
      try FileManager.default.removeItem(atPath: folder.path + "/Digests/2026-W47")
    }
    site.answer(
      "/feed/", feed(article("snow", day: 25), article("rain", day: 17, comments: 3, body: body)))
    site.answer("/rain/feed/atom/", ScriptedFeed.comments(later.reversed() + [first]))
    let next = try job.at("2026-11-30T05:00:00Z")
    _ = try await next.fetch()
    return next
  }

  private func week(_ number: Int) throws -> EditionRange {
    .week(try #require(Week(year: 2026, number: number)))
  }

  @Test("An article of the last edition with new comments is told in the next, in all forms, with the reason")
  func nextEdition() async throws {
    let job = try await job()
    let edition = try job.draft(try week(48))
    #expect(edition.items.map(\.title) == ["On snow"])
    #expect(edition.stillTalking?.map(\.article.title) == ["On rain"])
    #expect(edition.stillTalking?.first?.newCommentCount == 2)
    #expect(try job.draft(try week(48)) == edition)
    _ = try job.finish(edition)
    #expect(try folder.text("Digests/2026-W48/digest.txt").contains("STILL TALKING\n\n  * On rain"))
    #expect(try folder.text("Digests/2026-W48/digest.html").contains("2\u{A0}new comments"))
    let answer = try whyNot(
      site.server.url("/rain/"), in: edition, feeds: job.workspace.feeds, store: job.store,
      dayOf: { $0.day() })
    #expect(answer.reason == "2 new comments by 2 people; it was in 2026-W47")
  }

  @Test("An article that was only named is told as well")
  func named() async throws {
    let body = "<description>A note of some words, too short for an article of its own.</description>"
    let sentences = "We tried it for a winter. Nobody reads a rule that somebody else wrote for all of us. "
    let long =
      "<description>\(String(repeating: sentences, count: 2) + ScriptedFeed.body("wind"))</description>"
    let job = try await job(
      body: body,
      others: article(
        "wind", day: 18,
        body: long.replacing("<content:encoded><![CDATA[", with: "")
          .replacing("]]></content:encoded>", with: "").replacing("<p>", with: "").replacing(
            "</p>", with: " ")))
    let first = try job.draft(try week(47))
    #expect(first.items.map(\.title) == ["On wind"])
    #expect(first.alsoPublished.map(\.title) == ["On rain"])
    #expect(try job.draft(try week(48)).stillTalking?.map(\.article.title) == ["On rain"])
  }

  @Test("New comments count though the edition printed the article from a feed that knows of none")
  func otherFeed() async throws {
    site.answer("/planet/", ScriptedFeed.rss(article("rain", day: 17)))
    let job = try await job(feeds: [site.source("planet", "/planet/")])
    #expect(try job.draft(try week(47)).items.map(\.feedID) == ["planet"])
    let ongoing = try job.draft(try week(48)).stillTalking
    #expect(ongoing?.map(\.article.sourceTitle) == ["Feed planet"])
    #expect(ongoing?.first?.newCommentCount == 2)
  }

  @Test("An article that was in no edition is not told, however much is written about it")
  func noEdition() async throws {
    #expect(try await job(keepsFirstEdition: false).draft(try week(48)).stillTalking == nil)
  }

  @Test("The edition in which an article appeared does not tell of later comments when it is drafted again")
  func draftedAgain() async throws {
    let job = try await job()
    _ = try job.finish(try job.draft(try week(48)))
    let again = try job.draft(try week(47))
    #expect(again.items.map(\.title) == ["On rain"])
    #expect(again.stillTalking == nil)
  }
}
