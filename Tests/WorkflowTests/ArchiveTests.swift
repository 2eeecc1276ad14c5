import Feeds
import Foundation
import Model
import Testing
import Workflow

@Suite("The archive")
struct ArchiveTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try SampleEditions.workspace(in: folder)
    _ = try workspace.finish(try SampleEditions.sample())
    _ = try workspace.finish(try SampleEditions.sample(weeks: -1, id: "2026-W46"))
  }

  private func archive() throws -> ArchiveResult { try workspace.archive(into: folder.path + "/web") }

  private var web: [String] {
    folder.files.filter { $0.hasPrefix("web/") }.map { String($0.dropFirst("web/".count)) }
  }

  private func failure(_ body: () throws -> Void) -> WorkflowError? {
    do {
      try body()
      return nil
    } catch {
      return error as? WorkflowError
    }
  }

  @Test("Every rendered edition gets a page; a second run writes nothing and changes no byte")
  func twice() throws {
    let first = try archive()
    #expect(first.editions == ["2026-W47", "2026-W46"])
    #expect(first.written == ["index.html", "feed.atom", "2026-W47.html", "2026-W46.html"])
    #expect(web == [".digest-archive", "2026-W46.html", "2026-W47.html", "feed.atom", "index.html"])
    let before = try web.map { try folder.bytes("web/" + $0) }
    let second = try archive()
    #expect(second.written.isEmpty)
    #expect(second.unchangedCount == 4)
    #expect(try web.map { try folder.bytes("web/" + $0) } == before)
  }

  @Test(
    "The feed reads as well-formed Atom, with one entry an edition, dated, with stable ids and the pages' addresses"
  )
  func feed() throws {
    _ = try archive()
    let feed = FeedParser(url: nil).parse(try folder.bytes("web/feed.atom"))
    #expect(feed.version == "atom10")
    #expect(feed.isWellFormed)
    #expect(feed.warnings.isEmpty)
    #expect(feed.channel.link == "https://longtable.example/weekly/")
    #expect(
      feed.entries.map(\.link)
        == [
          "https://longtable.example/weekly/2026-W47.html", "https://longtable.example/weekly/2026-W46.html",
        ])
    #expect(
      feed.entries.map(\.id)
        == [
          "tag:longtable.example,2026-11-16:digest/2026-W47",
          "tag:longtable.example,2026-11-09:digest/2026-W46",
        ])
    #expect(feed.entries.allSatisfy { $0.updated != nil && $0.published != nil && !$0.content.isEmpty })
  }

  @Test("A page whose edition is gone goes, too; one that was changed by hand stays and is named")
  func stale() throws {
    _ = try workspace.finish(try SampleEditions.sample(weeks: -2, id: "2026-W45"))
    _ = try archive()
    try folder.write("mine now", to: "web/2026-W45.html")
    for id in ["2026-W46", "2026-W45"] {
      try FileManager.default.removeItem(atPath: folder.path + "/Digests/" + id)
    }
    let result = try archive()
    #expect(result.removed == ["2026-W46.html"])
    #expect(result.kept == ["2026-W45.html"])
    #expect(try folder.text("web/2026-W45.html") == "mine now")
    #expect(!web.contains("2026-W46.html"))
    #expect(try !folder.text("web/2026-W47.html").contains("2026-W46"))
    #expect(try archive().kept.isEmpty)
    #expect(web.contains("2026-W45.html"))
  }

  @Test(
    "Files of others are neither removed nor overwritten: one in the way is named before anything is written")
  func foreignFiles() throws {
    try folder.write("body{}", to: "web/site.css")
    try folder.write("my own list", to: "web/index.html")
    let error = try #require(failure { _ = try archive() })
    #expect(error.kind == .cannotWrite)
    #expect(error.description.contains("web/index.html: is in the way"))
    #expect(web == ["index.html", "site.css"])
    try FileManager.default.removeItem(atPath: folder.path + "/web/index.html")
    #expect(try archive().removed.isEmpty)
    #expect(try folder.text("web/site.css") == "body{}")
  }

  @Test("A run that broke off after its list was written is taken up where it stopped")
  func brokenOff() throws {
    _ = try archive()
    let expected = try folder.bytes("web/index.html")
    try FileManager.default.removeItem(atPath: folder.path + "/web/index.html")
    try folder.write("half", to: "web/2026-W46.html")
    #expect(try archive().written == ["index.html", "2026-W46.html"])
    #expect(try folder.bytes("web/index.html") == expected)
  }

  @Test("A list that was tampered with leads to no file outside the folder")
  func tamperedList() throws {
    _ = try archive()
    let hash = try folder.text("web/.digest-archive").prefix(64)
    try folder.write(
      "\(hash)  ../digest.yaml\n\(hash)  /etc/hostname\n\(hash)  .hidden\n", to: "web/.digest-archive")
    // Without its line a page counts as somebody else's, but an unchanged one is in nobody's way.
    let result = try archive()
    #expect(result.removed.isEmpty)
    #expect(result.kept.isEmpty)
    #expect(folder.files.contains("digest.yaml"))
  }

  @Test("What was not rendered, or is called otherwise than its edition, is left out and named")
  func leftOut() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/Digests/2026-W46/digest.html")
    _ = try workspace.finish(try SampleEditions.sample(weeks: 1, id: "2026-W48"), folder: "trial")
    _ = try workspace.finish(try SampleEditions.sample(weeks: 2, id: "index"))
    _ = try workspace.finish(try SampleEditions.sample(weeks: 3, id: "no #1"))
    let result = try archive()
    #expect(result.editions == ["2026-W47"])
    #expect(result.leftOut.map(\.folder) == ["2026-W46", "index", "no #1", "trial"])
    #expect(result.leftOut.first?.reason.contains("digest render 2026-W46") == true)
  }

  @Test("An edition that cannot be read stops the run: its page must not vanish")
  func unreadable() throws {
    _ = try archive()
    try folder.write("{", to: "Digests/2026-W46/edition.json")
    #expect(failure { _ = try archive() }?.kind == .badInput)
    #expect(web.contains("2026-W46.html"))
  }

  @Test("Without an edition the message says how to get one")
  func nothing() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/Digests")
    let error = try #require(failure { _ = try archive() })
    #expect(error.kind == .notFound)
    #expect(error.description.contains("digest build"))
    #expect(web.isEmpty)
  }
}
