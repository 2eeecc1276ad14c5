import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite("The store")
struct EntryStoreTests {
  private let source = FeedSource(id: "gauge", feedURL: "https://gauge.example/feed/", title: "The Gauge")
  private let monday = Instant(secondsSince1970: 1_794_780_000)

  private func entry(_ id: Entry.ID, at date: Instant?) -> Entry {
    Entry(id: id, feedID: source.id, title: "On rain", published: date)
  }

  private func comment(_ id: Model.Comment.ID) -> Model.Comment {
    Model.Comment(id: id, author: "Mika", text: "Yes.")
  }

  @Test("What was stored comes back, by date and then by name")
  func roundTrip() throws {
    let store = try EntryStore()
    let article = Article(title: "On rain", blocks: [Block(index: 0, kind: .paragraph, text: "It rained.")])
    let discussion = Discussion(comments: [comment("1"), comment("2")])
    let count = try store.save(
      FeedHarvest(
        source: source,
        documents: [DocumentState(url: source.feedURL, etag: "W/\"a\"", lastModified: nil, hash: "00")],
        entries: [
          EntryHarvest(entry: entry("b", at: monday)),
          EntryHarvest(
            entry: entry("a", at: monday), article: article, articleSource: .page, discussion: discussion),
        ]), at: monday)
    #expect(count == HarvestCount(newEntries: 2, newComments: 2))
    let stored = try store.entries(from: monday, to: monday.advanced(bySeconds: 1))
    #expect(stored.map(\.entry.id) == ["a", "b"])
    #expect(stored.first?.article == article)
    #expect(stored.first?.articleSource == .page)
    #expect(stored.first?.discussion == discussion)
    #expect(try store.document(at: source.feedURL)?.etag == "W/\"a\"")
    #expect(try store.entries(from: monday.advanced(bySeconds: 1), to: monday.advanced(bySeconds: 9)).isEmpty)
  }

  @Test("An entry without a date belongs to the moment it was first seen, whenever it is seen again")
  func undatedEntries() throws {
    let store = try EntryStore()
    _ = try store.save(FeedHarvest(source: source), at: monday.advanced(bySeconds: -86_400))
    let harvest = FeedHarvest(source: source, entries: [EntryHarvest(entry: entry("a", at: nil))])
    _ = try store.save(harvest, at: monday)
    let again = try store.save(harvest, at: monday.advanced(bySeconds: 86_400))
    #expect(again == HarvestCount(newEntries: 0, newComments: 0))
    #expect(try store.entry("a")?.date == monday)
  }

  @Test("What a feed holds on the first visit is no news: without dates it belongs to no week")
  func firstVisit() throws {
    let store = try EntryStore()
    let harvest = FeedHarvest(
      source: source,
      entries: [EntryHarvest(entry: entry("a", at: nil)), EntryHarvest(entry: entry("b", at: monday))])
    _ = try store.save(harvest, at: monday)
    let later = monday.advanced(bySeconds: 86_400)
    #expect(try store.entries(from: Instant(secondsSince1970: 1), to: later).map(\.entry.id) == ["b"])
    let news = FeedHarvest(
      source: source, entries: harvest.entries + [EntryHarvest(entry: entry("c", at: nil))])
    #expect(try store.save(news, at: later).newEntries == 1)
    #expect(try store.entry("c")?.date == later)
    #expect(try store.entry("a")?.date == Instant(secondsSince1970: 0))
  }

  @Test("A date that lies ahead is taken for the moment at which the entry was seen")
  func futureDate() throws {
    let store = try EntryStore()
    let year = monday.advanced(bySeconds: 365 * 86_400)
    let harvest = FeedHarvest(source: source, entries: [EntryHarvest(entry: entry("a", at: year))])
    _ = try store.save(harvest, at: monday)
    #expect(try store.entry("a")?.date == monday)
    _ = try store.save(harvest, at: monday.advanced(bySeconds: 60))
    #expect(try store.entry("a")?.date == monday)
  }

  @Test("An article that was edited is kept as it was")
  func revisions() throws {
    let store = try EntryStore()
    func article(_ text: String) -> Article {
      Article(blocks: [Block(index: 0, kind: .paragraph, text: text)])
    }
    for text in ["It rained.", "It rained.", "It poured."] {
      _ = try store.save(
        FeedHarvest(
          source: source,
          entries: [EntryHarvest(entry: entry("a", at: monday), article: article(text))]), at: monday)
    }
    #expect(try store.entry("a")?.article == article("It poured."))
    #expect(try store.revisions(of: "a") == [article("It rained.")])
  }

  @Test("An entry whose id the feed changed is known by its permalink")
  func changedIdentity() throws {
    let store = try EntryStore()
    _ = try store.save(
      FeedHarvest(
        source: source, entries: [EntryHarvest(entry: entry("old", at: monday), link: "gauge.example/rain")]),
      at: monday)
    let known = try store.knownIdentities(
      of: [
        ("new", "gauge.example/rain"), ("old", "gauge.example/rain"), ("other", "gauge.example/x"),
        ("y", nil),
      ],
      in: source.id)
    #expect(known == ["new": "old"])
    #expect(try store.knownIdentities(of: [("new", "gauge.example/rain")], in: "elsewhere").isEmpty)
  }

  @Test("An answer comes back byte for byte; superseded ones go after a while, the newest stays")
  func responses() throws {
    let store = try EntryStore()
    func response(_ text: String, _ hash: ContentHash) throws -> StoredResponse {
      try StoredResponse(
        url: source.feedURL, finalURL: "https://gauge.example/f/", contentType: "text/xml", hash: hash,
        body: Array(text.utf8))
    }
    for (day, text, hash) in [(0, "<rss/>", "01" as ContentHash), (1, "<rss></rss>", "02")] {
      _ = try store.save(
        FeedHarvest(source: source, responses: [try response(text, hash)]),
        at: monday.advanced(bySeconds: day * 86_400))
    }
    let kept = try store.response("01", at: source.feedURL)
    #expect(try kept?.body() == Array("<rss/>".utf8))
    #expect(kept?.finalURL == "https://gauge.example/f/")
    let later = monday.advanced(bySeconds: 100 * 86_400)
    try store.prune(before: later, at: later)
    #expect(try store.response("01", at: source.feedURL) == nil)
    #expect(try store.response("02", at: source.feedURL) != nil)
  }

  @Test("A later visit without article or discussion leaves them as they are; new comments are counted once")
  func laterVisits() throws {
    let store = try EntryStore()
    let article = Article(blocks: [Block(index: 0, kind: .paragraph, text: "It rained.")])
    _ = try store.save(
      FeedHarvest(
        source: source,
        entries: [
          EntryHarvest(
            entry: entry("a", at: monday), article: article, discussion: Discussion(comments: [comment("1")]))
        ]), at: monday)
    _ = try store.save(
      FeedHarvest(source: source, entries: [EntryHarvest(entry: entry("a", at: monday))]), at: monday)
    #expect(try store.entry("a")?.article == article)
    let count = try store.save(
      FeedHarvest(
        source: source,
        entries: [
          EntryHarvest(
            entry: entry("a", at: monday), discussion: Discussion(comments: [comment("1"), comment("2")]))
        ]), at: monday)
    #expect(count.newComments == 1)
  }

  @Test("Failures are counted until a visit succeeds")
  func health() throws {
    let store = try EntryStore()
    for _ in 0..<2 {
      _ = try store.save(
        FeedHarvest(source: source, visit: Visit(outcome: .failed, message: "HTTP 503")), at: monday)
    }
    #expect(try store.feedStates().first?.consecutiveFailures == 2)
    #expect(try store.feedStates().first?.message == "HTTP 503")
    _ = try store.save(FeedHarvest(source: source), at: monday)
    #expect(try store.feedStates().first?.consecutiveFailures == 0)
    #expect(try store.feedStates().first?.message == nil)
  }

  @Test("A move is remembered with the number of visits in a row that said so")
  func moves() throws {
    let store = try EntryStore()
    func visit(_ target: String?) throws -> Int? {
      let visit = Visit(outcome: .updated, movedTo: target)
      _ = try store.save(FeedHarvest(source: source, visit: visit), at: monday)
      return try store.feedStates().first?.movedCount
    }
    #expect(try ["a", "a", "b", "b", "b", "b", nil].map(visit) == [1, 2, 1, 2, 3, 3, 0])
  }

  @Test("A store on disk is there again after it was closed, and has its folder made")
  func onDisk() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/state/store.sqlite"
      _ = try EntryStore(path: path).save(
        FeedHarvest(source: source, entries: [EntryHarvest(entry: entry("a", at: monday))]), at: monday)
      #expect(try EntryStore(path: path).entry("a")?.entry.title == "On rain")
    }
  }

  @Test("A file that is no store is refused with a way out, and left alone")
  func notAStore() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/store.sqlite"
      let text = String(repeating: "this is a diary, not a database\n", count: 200)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect {
        try EntryStore(path: path)
      } throws: { error in
        "\(error)".contains("is damaged") && "\(error)".contains("move it away")
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test("A store that a newer version wrote is refused")
  func newerStore() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/store.sqlite"
      try EntryStore(path: path).database.write { database in
        try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
      }
      #expect(throws: StoreError.newer(path: path)) { try EntryStore(path: path) }
    }
  }

  private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "digest-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }
}
