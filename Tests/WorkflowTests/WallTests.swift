import DigestTesting
import Model
import Store
import Testing
import Workflow

@Suite("Pages that are not the article")
struct WallTests {
  private static let teaser =
    "The pilots of the harbour kept their tide tables by hand, until a pencil broke in January […]"

  private func read(_ page: String) async throws -> (body: [String], warnings: [String]) {
    let site = try ScriptedSite()
    let folder = try TemporaryFolder()
    site.answer(
      "/feed/",
      ScriptedFeed.rss(
        """
        <title>Broken pencils</title><link>\(site.server.url("/a/"))</link><guid>1</guid>
        <pubDate>Tue, 17 Nov 2026 08:00:00 GMT</pubDate><description>\(Self.teaser)</description>
        """))
    site.answer("/a/", page)
    let job = try ScriptedJob(folder: folder, site: site, feeds: [site.source("blog")]).at(
      "2026-11-18T08:00:00Z")
    let reports = try await job.fetch()
    let entries = try job.store.entries(
      from: Instant(secondsSince1970: 0), to: Instant(secondsSince1970: .max))
    return (entries.first?.article?.body.map(\.text) ?? [], reports.flatMap(\.warnings).map(\.code))
  }

  @Test("The page of the article is read instead of a teaser")
  func article() async throws {
    let page =
      "<article><h1>Broken pencils</h1><p>Each pilot of the harbour had a pencil of his own, and a drawer to keep it in.</p></article>"
    let (body, warnings) = try await read(page)
    #expect(body == ["Each pilot of the harbour had a pencil of his own, and a drawer to keep it in."])
    #expect(warnings == [])
  }

  @Test(
    "A page that asks for consent leaves the feed's words, and is told of",
    arguments: [
      "<title>Broken pencils</title><h1>Your choice</h1><p>We and our partners store and access information on your device, for which we need your consent.</p>",
      "<h1>Broken pencils</h1><p>Log in to continue reading. An account is free, and it takes you no longer than a minute.</p>",
    ])
  func wall(page: String) async throws {
    let (body, warnings) = try await read(page)
    #expect(body == [Self.teaser])
    #expect(warnings == ["page-differs"])
  }
}
