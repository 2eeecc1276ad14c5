import Configuration
import DigestTesting
import Foundation
import Model
import Rendering
import Store
import Testing
import Workflow

@Suite(
  "An edition from the two reference documents",
  .enabled(
    if: SeedSite.documents != nil, "the reference documents are not on this machine (set DIGEST_SHARED)"))
struct SeedEditionTests {
  private func edition() async throws -> (edition: Edition, text: String, site: SeedSite) {
    let site = try #require(SeedSite.documents)
    let server = try LoopbackServer { site.respond(to: $0) }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let settings = Settings(
      timeZone: "UTC",
      publication: Publication(title: "Weekly", senderName: "W", senderAddress: "w@example.org"),
      feedLists: [], fetch: FetchSettings(secondsPerHost: 0, allowedHosts: server.allowedHosts))
    let source = FeedSource(id: "blog", feedURL: server.url("/feed/"), title: "Blog")
    let workspace = try Workspace(folder: folder.path, settings: settings, feeds: [source])
    let now = try #require(Instant(rfc3339: "2013-06-17T08:00:00Z"))
    let job = WeeklyJob(workspace: workspace, store: try EntryStore(), network: true, now: now)
    let finished = try await job.build(.week(try #require(Week("2013-W23")))).finished
    return (finished.edition, finished.rendition.text, site)
  }

  @Test("Six comments by four people, two of them replies by the author; who answers whom is right")
  func discussion() async throws {
    let (edition, _, site) = try await edition()
    let item = try #require(edition.items.first { $0.title == site.discussed[0] })
    #expect(item.authors == [site.byline])
    #expect(item.conversation?.commentCount == 6)
    #expect(item.conversation?.peopleCount == 4)
    #expect(item.conversation?.authorReplyCount == 2)
    let threads = try #require(item.conversation?.threads)
    #expect(threads.count == 2)
    for thread in threads {
      #expect(thread.comments.first?.depth == 0)
      #expect(thread.comments.dropFirst().allSatisfy { $0.depth > 0 && !$0.isParentInferred })
    }
  }

  @Test("No bio, credit, byline or call to comment stands among the paragraphs; each is verbatim in the body")
  func paragraphs() async throws {
    let (edition, _, site) = try await edition()
    let item = try #require(edition.items.first { $0.title == site.discussed[0] })
    #expect((2...3).contains(item.paragraphs.count))
    let body = [4, 6, 8, 10, 12, 14].map { site.discussed[$0] }
    for paragraph in item.paragraphs {
      #expect(body.contains { folded($0).contains(folded(paragraph.text)) }, "\(paragraph.text)")
    }
    let starts = item.paragraphs.compactMap(\.blockIndex)
    #expect(starts == starts.sorted())
    #expect(item.paragraphs.contains { folded(site.discussed[12]).contains(folded($0.text)) })
  }

  @Test("The author's closing questions become the prompt")
  func prompt() async throws {
    let (edition, _, site) = try await edition()
    let item = try #require(edition.items.first { $0.title == site.discussed[0] })
    let prompt = try #require(item.prompt)
    #expect(folded(site.discussed[16]).contains(folded(prompt.text)))
    #expect(prompt.text.contains("?"))
  }

  @Test("The list is kept whole, with the sentence that introduces it, and nothing is invented around it")
  func list() async throws {
    let (edition, text, site) = try await edition()
    let item = try #require(edition.items.first { $0.title == site.plain[0] })
    let list = try #require(item.paragraphs.first { $0.kind == .list })
    #expect(list.items.count == 6)
    #expect(list.stem?.isEmpty == false)
    for (shown, line) in zip(list.items, site.plain[14..<20]) {
      #expect(folded(line).contains(folded(shown)))
    }
    #expect(item.authors.isEmpty)
    #expect(item.conversation?.commentCount ?? 0 == 0)
    #expect(!text.contains("0 comments"))
  }

  @Test("The discussed article comes first")
  func order() async throws {
    let (edition, _, site) = try await edition()
    #expect(edition.items.map(\.title) == [site.discussed[0], site.plain[0]])
  }

  private func folded(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
