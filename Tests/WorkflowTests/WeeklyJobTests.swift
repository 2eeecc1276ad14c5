import Configuration
import DigestTesting
import Foundation
import Model
import Store
import Synchronization
import Testing
import Workflow

@Suite("The weekly job over a real server and a real store")
struct WeeklyJobTests {
  private let now = Instant(rfc3339: "2026-11-23T05:00:00Z") ?? Instant(secondsSince1970: 0)
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func job(_ feeds: [FeedSource], on server: LoopbackServer, network: Bool = true) throws -> WeeklyJob
  {
    let settings = Settings(
      timeZone: "Europe/Berlin",
      publication: Publication(title: "Weekly", senderName: "Weekly", senderAddress: "w@example.org"),
      feedLists: [], fetch: FetchSettings(secondsPerHost: 0, allowedHosts: server.allowedHosts))
    let workspace = try Workspace(folder: folder.path, settings: settings, feeds: feeds)
    return WeeklyJob(
      workspace: workspace, store: try WeeklyJob.openStore(of: workspace), network: network, now: now)
  }

  private func source(_ path: String, _ id: FeedSource.ID, on server: LoopbackServer) -> FeedSource {
    FeedSource(id: id, feedURL: server.url(path), title: "Feed \(id)")
  }

  private var week: EditionRange { .week(Week("2026-W47") ?? Week(containing: Day(daysSince1970: 0))) }

  @Test("From feeds to an edition: full text and teaser, comments with their replies, all three forms")
  func wholeWay() async throws {
    let server = try SampleBlog.server()
    defer { server.stop() }
    let result = try await job([source("/feed/", "pencil", on: server)], on: server).build(week)
    #expect(result.feeds.map(\.outcome) == [.updated])
    #expect(result.feeds.first?.newEntries == 2)
    #expect(result.feeds.first?.newComments == 3)
    #expect(result.feeds.first?.pages == 1)
    #expect(Set(result.finished.edition.items.map(\.title)) == ["Give away the pencil", "The teaser"])
    #expect(
      folder.files.filter { $0.hasPrefix("Digests/") }
        == ["digest.eml", "digest.html", "digest.txt", "edition.json"].map { "Digests/2026-W47/" + $0 })

    let item = try #require(result.finished.edition.items.first { $0.title == "Give away the pencil" })
    #expect(item.authors == ["Tom Aldous"])
    #expect(item.conversation?.commentCount == 3)
    #expect(item.conversation?.authorReplyCount == 1)
    let thread = try #require(item.conversation?.threads.first)
    #expect(thread.comments.map(\.author) == ["Ines Farrow", "Tom Aldous"])
    #expect(thread.comments.last?.isByArticleAuthor == true)
    for paragraph in item.paragraphs {
      #expect(SampleBlog.paragraphs.contains { $0.contains(paragraph.text) })
    }
    let text = try folder.text("Digests/2026-W47/digest.txt")
    #expect(text.contains("Give away the pencil"))
    #expect(text.contains("Ines Farrow"))
    #expect(!text.contains("Great post, thanks!"))
  }

  @Test("A second run asks only for what changed, finds nothing new and writes the same bytes")
  func secondRun() async throws {
    let server = try SampleBlog.server()
    defer { server.stop() }
    let feed = source("/feed/", "pencil", on: server)
    _ = try await job([feed], on: server).build(week)
    let files = folder.files.filter { $0.hasPrefix("Digests/") && !$0.hasSuffix(".json") }
    let first = try files.map { try folder.bytes($0) }
    let again = try await job([feed], on: server).build(week)
    #expect(again.feeds.first?.outcome == .notModified)
    #expect(again.feeds.first?.newEntries == 0)
    #expect(again.feeds.first?.newComments == 0)
    #expect(try files.map { try folder.bytes($0) } == first)
    #expect(server.requests.count { $0.target == "/teaser/" } == 1)
    #expect(server.requests.last { $0.target == "/feed/" }?.field("If-None-Match") == "\"v1\"")
  }

  @Test("Feeds that fail are named with the reason and stop nothing")
  func brokenFeeds() async throws {
    let server = try SampleBlog.server()
    defer { server.stop() }
    let feeds = [
      source("/html", "html", on: server), source("/missing", "missing", on: server),
      source("/feed/", "pencil", on: server), source("/empty/", "empty", on: server),
      FeedSource(id: "nowhere", feedURL: "http://nowhere.invalid/feed", title: "Nowhere"),
      FeedSource(id: "private", feedURL: "http://10.0.0.1/feed", title: "Private"),
    ]
    let result = try await job(feeds, on: server).build(week)
    #expect(result.failedFeeds.map(\.feedID) == ["html", "missing", "nowhere", "private"])
    #expect(result.failedFeeds[0].message?.contains("HTML page instead of a feed") == true)
    #expect(result.failedFeeds[1].message?.contains("404") == true)
    #expect(result.failedFeeds.allSatisfy { $0.message?.contains("\n") == false })
    #expect(result.feeds.first { $0.feedID == "empty" }?.warnings.map(\.code) == ["feed-empty"])
    #expect(result.finished.edition.feeds.count == 6)
    #expect(result.finished.edition.items.count == 2)
  }

  @Test("A feed that fails today keeps what was stored yesterday")
  func failureKeepsStore() async throws {
    let broken = Flag()
    let server = try SampleBlog.server(isBroken: { broken.isSet })
    defer { server.stop() }
    let feed = source("/feed/", "pencil", on: server)
    _ = try await job([feed], on: server).fetch()
    broken.set()
    let result = try await job([feed], on: server).build(week)
    #expect(result.failedFeeds.count == 1)
    #expect(result.finished.edition.items.count == 2)
  }

  @Test("Offline, an edition is made from the store alone")
  func offline() async throws {
    let server = try SampleBlog.server()
    let feed = source("/feed/", "pencil", on: server)
    _ = try await job([feed], on: server).fetch()
    server.stop()
    let count = server.requests.count
    let result = try await job([feed], on: server, network: false).build(week)
    #expect(result.feeds.isEmpty)
    #expect(result.finished.edition.items.count == 2)
    #expect(server.requests.count == count)
    await #expect(throws: WorkflowError.self) { try await job([feed], on: server, network: false).fetch() }
  }

  @Test("A week without articles makes no edition and leaves no folder")
  func nothingNew() async throws {
    let server = try SampleBlog.server()
    defer { server.stop() }
    let job = try job([source("/feed/", "pencil", on: server)], on: server)
    await #expect(throws: NothingNew.self) {
      try await job.build(.week(Week("2026-W45") ?? Week(containing: Day(daysSince1970: 0))))
    }
    #expect(!folder.files.contains { $0.hasPrefix("Digests/") })
  }

  @Test("Rendering again from edition.json gives the same bytes")
  func renderAgain() async throws {
    let server = try SampleBlog.server()
    defer { server.stop() }
    let job = try job([source("/feed/", "pencil", on: server)], on: server)
    let finished = try await job.build(week).finished
    let files = ["digest.txt", "digest.html", "digest.eml"].map { "Digests/2026-W47/" + $0 }
    let first = try files.map { try folder.bytes($0) }
    for file in files { try folder.write("changed", to: file) }
    _ = try job.workspace.renderAgain(finished.folder)
    #expect(try files.map { try folder.bytes($0) } == first)
  }

  @Test("An edition.json that is damaged is refused with its file's name, and nothing is overwritten")
  func damagedEdition() throws {
    let server = try SampleBlog.server()
    defer { server.stop() }
    let workspace = try job([], on: server).workspace
    try folder.write("{\"schema\": 3}", to: "Digests/x/edition.json")
    try folder.write("before", to: "Digests/x/digest.txt")
    let edition = try workspace.existingEdition("x")
    #expect {
      try workspace.renderAgain(edition)
    } throws: {
      "\($0)".contains("Digests/x/edition.json")
    }
    #expect(try folder.text("Digests/x/digest.txt") == "before")
    #expect(throws: WorkflowError.self) { try workspace.existingEdition("2026-W01") }
  }

  @Test("While one run holds the lock another is refused and told who holds it")
  func lock() throws {
    let server = try SampleBlog.server()
    defer { server.stop() }
    let workspace = try job([], on: server).workspace
    let first = try WeeklyJob.lock(workspace, now: now)
    #expect {
      try WeeklyJob.lock(workspace, now: now)
    } throws: { error in
      (error as? WorkflowError)?.kind == .locked && "\(error)".contains("process")
        && "\(error)".contains("since 2026-11-23T05:00:00Z")
    }
    withExtendedLifetime(first) {}
  }
}

/// A flag that a test raises while a server reads it.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .sequentiallyConsistent) }
  func set() { value.store(true, ordering: .sequentiallyConsistent) }
}
