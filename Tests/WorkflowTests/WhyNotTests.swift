import Configuration
import DigestTesting
import Model
import Store
import Testing
import Workflow

@Suite("Why an article is not in an edition")
struct WhyNotTests {
  private let site: ScriptedSite
  private let folder: TemporaryFolder

  init() throws {
    site = try ScriptedSite()
    folder = try TemporaryFolder()
  }

  private func item(_ id: Int, _ day: Int) -> String {
    """
    <title>Number \(id)</title><link>\(site.server.url("/\(id)/"))</link><guid isPermaLink="false">\(id)</guid>
    <pubDate>\(day) Nov 2026 08:00:00 GMT</pubDate>\(ScriptedFeed.body("subject \(id)"))
    """
  }

  /// The reason for the article with that number, after an edition was drafted.
  private func reason(_ path: String, addedLater: String? = nil) async throws -> WhyNot {
    site.answer("/feed/", ScriptedFeed.rss(item(1, 17), item(2, 3)))
    let scripted = ScriptedJob(folder: folder, site: site, feeds: [site.source("blog")])
    let job = try scripted.at("2026-11-24T08:00:00Z")
    _ = try await job.fetch()
    let edition = try job.draft(.week(try #require(Week(year: 2026, number: 47))))
    if let addedLater {
      site.answer("/feed/", ScriptedFeed.rss(addedLater, item(1, 17)))
      _ = try await scripted.at("2026-11-24T12:00:00Z").fetch()
    }
    let url = path.hasPrefix("http") ? path : site.server.url(path)
    return try whyNot(url, in: edition, feeds: job.workspace.feeds, store: job.store, dayOf: { $0.day() })
  }

  @Test("What was looked at has the rule that decided")
  func decided() async throws {
    guard case .decided(let explanation) = try await reason("/1/") else {
      Issue.record("not decided")
      return
    }
    #expect(explanation.decision.state == .picked)
    #expect(explanation.item != nil)
  }

  @Test("What appeared at another time says when")
  func otherTime() async throws {
    let early = try await reason("/2/")
    #expect(early.reason == "it appeared on 2026-11-03, before 2026-11-16, the edition's first day")
  }

  @Test("What came after the draft says so")
  func later() async throws {
    #expect(
      try await reason("/4/", addedLater: item(4, 19)).reason.hasPrefix("it was not known yet when 2026-W47"))
  }

  @Test("What no feed brought says whether its site is read")
  func unknown() async throws {
    #expect(try await reason("/never/").reason.hasPrefix("the feed \"Feed blog\" never held it"))
    #expect(
      try await reason("https://elsewhere.example/a/").reason
        == "no feed of elsewhere.example is read (add it: digest feeds add https://elsewhere.example/)")
  }

  @Test("What is no address is an error")
  func noAddress() async throws {
    await #expect(throws: WorkflowError.self) { try await reason("http://") }
  }
}
