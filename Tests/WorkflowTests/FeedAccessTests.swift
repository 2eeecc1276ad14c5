import Configuration
import DigestTesting
import Foundation
import Model
import Testing
import Workflow

@Suite("What single feeds need to be asked")
struct FeedAccessTests {
  private let site: ScriptedSite
  private let folder: TemporaryFolder

  init() throws {
    site = try ScriptedSite()
    folder = try TemporaryFolder()
    site.answer("/feed/", ScriptedFeed.rss("<guid>1</guid><title>T</title>"))
  }

  private func job(_ settings: FeedSettings, environment: [String: String] = [:]) -> ScriptedJob {
    ScriptedJob(
      folder: folder, site: site, feeds: [site.source("blog")], feedSettings: ["blog": settings],
      environment: environment)
  }

  @Test("Cookie and login are taken from a file and a variable, and sent")
  func secrets() async throws {
    try folder.write("session=abc\n", to: "cookie")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path + "/cookie")
    let settings = FeedSettings(userAgent: "Ward reader", cookie: .file("cookie"), login: .variable("WARD"))
    _ = try await job(settings, environment: ["WARD": "ann:secret"]).at("2026-11-18T08:00:00Z").fetch()
    let request = try #require(site.server.requests.first)
    #expect(request.field("Cookie") == "session=abc")
    #expect(request.field("User-Agent") == "Ward reader")
    #expect(request.field("Authorization") == "Basic YW5uOnNlY3JldA==")
  }

  @Test("Secrets go to the feed's own origin alone")
  func origin() async throws {
    let other = try ScriptedSite()
    other.answer("/feed/", ScriptedFeed.rss("<guid>1</guid>"))
    site.answer("/feed/", status: 302, fields: [("Location", other.server.url("/feed/"))])
    let settings = FeedSettings(
      cookie: .variable("COOKIE"), allowedHosts: other.server.allowedHosts)
    _ = try await job(settings, environment: ["COOKIE": "session=abc"]).at("2026-11-18T08:00:00Z").fetch()
    #expect(site.server.requests.first?.field("Cookie") == "session=abc")
    #expect(other.server.requests.count == 1)
    #expect(other.server.requests.first?.field("Cookie") == nil)
  }

  @Test("A secret that is not there, or that others may read, is refused and never repeated")
  func refused() async throws {
    try folder.write("session=abc", to: "open")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path + "/open")
    try folder.write("a\nb", to: "lines")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path + "/lines")
    for (settings, words) in [
      (FeedSettings(cookie: .file("open")), "chmod 600"),
      (FeedSettings(cookie: .file("none")), "no such file"),
      (FeedSettings(login: .variable("NONE")), "is not set"),
      (FeedSettings(login: .file("lines")), "one line"),
    ] {
      await #expect {
        try await job(settings).at("2026-11-18T08:00:00Z").fetch()
      } throws: { error in
        (error as? WorkflowError)?.kind == .configuration && "\(error)".contains(words)
          && "\(error)".contains("feed_settings.blog") && !"\(error)".contains("session")
      }
    }
    #expect(site.server.requests.isEmpty)
  }

  @Test("Settings of a feed that is in no list are refused")
  func unknownFeed() async throws {
    var job = job(FeedSettings())
    job.feedSettings = ["blgo": FeedSettings()]
    await #expect(throws: WorkflowError.self) { try await job.at("2026-11-18T08:00:00Z").fetch() }
  }
}
