import Configuration
import Feeds
import Foundation
import Glibc
import Model
import Testing
import Workflow

@Suite("A publication's folder")
struct WorkspaceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test("What init writes can be read back, whatever the title holds")
  func scaffold() throws {
    let feed = FeedSource(
      id: "gauge", feedURL: "https://gauge.example/feed/", title: "The “Gauge” & <friends>")
    try Scaffold.write(
      to: folder.path, title: "Ada's \"Weekly\": no\\yes", timeZone: "Europe/Berlin", feeds: [feed])
    let workspace = try Workspace(folder: folder.path)
    #expect(workspace.settings.publication.title == "Ada's \"Weekly\": no\\yes")
    #expect(workspace.settings.edition == EditionSettings())
    #expect(workspace.feeds.map(\.feedURL) == [feed.feedURL])
    #expect(workspace.feeds.first?.title == feed.title)
  }

  @Test("init changes nothing where a configuration stands already")
  func noOverwriting() throws {
    try folder.write("title: mine\n", to: "digest.yaml")
    #expect(
      message { try Scaffold.write(to: folder.path, title: "x", timeZone: "UTC", feeds: []) }
        .contains("exists already"))
    #expect(folder.files == ["digest.yaml"])
  }

  @Test("Without a configuration the message says how to get one")
  func missingConfiguration() {
    #expect(message { _ = try Workspace(folder: folder.path) }.contains("digest init"))
  }

  @Test("A feed list that is missing or broken is named")
  func feedLists() throws {
    try folder.write("title: x\nfeeds: [Feeds/a.opml]\n", to: "digest.yaml")
    #expect(message { _ = try Workspace(folder: folder.path) }.contains("Feeds/a.opml: no such feed list"))
    try folder.write("this is a shopping list", to: "Feeds/a.opml")
    #expect(message { _ = try Workspace(folder: folder.path) }.contains("Feeds/a.opml"))
  }

  @Test("A list that is cut off is refused with its place: writing it again would lose the rest")
  func cutList() throws {
    let list =
      "<opml version=\"2.0\"><body>\n<outline text=\"A\" xmlUrl=\"https://a.example/feed\"/>\n<outline te"
    try folder.write("title: x\nfeeds: [a.opml]\n", to: "digest.yaml")
    try folder.write(list, to: "a.opml")
    let text = message { _ = try Workspace(folder: folder.path) }
    #expect(text.hasPrefix("a.opml:"))
    #expect(text.contains("mend the list"))
    #expect(try folder.text("a.opml") == list)
  }

  @Test("Addresses that are not on the web are left out of a list, with a note")
  func refusedAddresses() throws {
    let opml =
      "<opml version=\"2.0\"><body><outline text=\"F\" xmlUrl=\"file:///etc/passwd\"/>"
      + "<outline text=\"G\" xmlUrl=\"HTTPS://g.example/feed\"/></body></opml>"
    let list = try feedList(Array(opml.utf8), file: "x.opml")
    #expect(list.sources.map(\.title) == ["G"])
    #expect(list.diagnostics.map(\.code) == ["address-refused"])
  }

  @Test("A template that is missing or broken is found before anything is fetched")
  func template() throws {
    try folder.write("title: x\nfeeds: [a.opml]\ntemplate: Templates/mine\n", to: "digest.yaml")
    try folder.write("<opml version=\"2.0\"><body/></opml>", to: "a.opml")
    #expect(
      message { try Workspace(folder: folder.path).checkTemplate() }.contains(
        "Templates/mine: no such template folder"))
    try folder.write("<p>{{editio}}</p>", to: "Templates/mine/digest.html.mustache")
    #expect(
      message { try Workspace(folder: folder.path).checkTemplate() }.contains("digest.html.mustache:1:"))
  }

  @Test("Feeds are added once, get ids of their own, and can be removed")
  func addAndRemove() throws {
    try Scaffold.write(to: folder.path, title: "x", timeZone: "UTC", feeds: [])
    let lists = try Workspace(folder: folder.path).feedLists
    let first = FeedSource(
      id: "blog", feedURL: "https://a.example/feed/", title: "Blog", section: "On the floor")
    let second = FeedSource(
      id: "blog", feedURL: "https://b.example/feed/", title: "Blog", section: "On the floor")
    #expect(try lists.add([first, second, first]).map(\.id) == ["blog", "blog-2"])
    #expect(try lists.add([second]).isEmpty)
    let sources = try lists.sources()
    #expect(sources.map(\.id) == ["blog", "blog-2"])
    #expect(sources.map(\.section) == ["On the floor", "On the floor"])
    #expect(try lists.remove("blog").feedURL == first.feedURL)
    #expect(try lists.sources().map(\.feedURL) == [second.feedURL])
    #expect(message { _ = try lists.remove("blog") }.contains("no feed is called “blog”"))
  }

  @Test(
    "A folder that cannot be written is refused and left as it was",
    .enabled(if: getuid() != 0, "root may write anywhere"))
  func unwritable() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    #expect(
      message { try Scaffold.write(to: folder.path, title: "x", timeZone: "UTC", feeds: []) }
        .contains("cannot be written: permission denied"))
    #expect(folder.files.isEmpty)
  }

  @Test("A file where a folder should be is named as what is in the way")
  func fileInTheWay() throws {
    try folder.write("", to: "Feeds")
    let text = message { try Scaffold.write(to: folder.path, title: "x", timeZone: "UTC", feeds: []) }
    #expect(text.contains("cannot be written"))
    #expect(folder.files == ["Feeds"])
  }

  @Test("The starter list that comes with the program has well-known blogs in it")
  func starter() throws {
    let sources = try Scaffold.starterFeeds()
    #expect(sources.count >= 15)
    #expect(sources.contains { $0.feedURL.contains("leadchangegroup.com") })
    #expect(Set(sources.map(\.id)).count == sources.count)
  }
}
