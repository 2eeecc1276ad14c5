import DigestTesting
import Foundation
import Testing

@Suite("digest feed fetch", .timeLimit(.minutes(2)))
struct FeedFetchTests {
  private static let feed = """
    <rss version="2.0"><channel><title>T</title><item><title>One</title><link>https://a.example/1</link></item></channel></rss>
    """

  private func fetch(_ server: LoopbackServer, _ url: String, _ options: String...) throws -> Program.Outcome
  {
    try Program.run(["feed", "fetch", url, "--allow-host", "127.0.0.1:\(server.port)"] + options)
  }

  @Test("A feed comes as one object that says where it was found and what to ask with next time")
  func fetched() throws {
    let server = try LoopbackServer { request in
      if request.target == "/old" { return .redirect(301, to: "/feed") }
      return .text(Self.feed, fields: [("ETag", "W/\"1\""), ("Content-Type", "application/rss+xml")])
    }
    let outcome = try fetch(server, server.url("/old"))
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("{\"bytes\":\(Self.feed.utf8.count),\"feed\":{"))
    #expect(outcome.output.hasSuffix("}\n"))
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let object = try #require(parsed as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "bytes", "feed", "finalURL", "redirects", "seconds", "status", "url", "validators",
      ])
    #expect(object["status"] as? Int == 200)
    #expect(object["url"] as? String == server.url("/old"))
    #expect(object["finalURL"] as? String == server.url("/feed"))
    #expect(object["redirects"] as? [String] == [server.url("/old")])
    #expect(object["validators"] as? [String: String] == ["etag": "W/\"1\""])
    #expect((object["feed"] as? [String: Any])?["version"] as? String == "rss20")
  }

  @Test("The feed is told in a few lines for people, or not at all for measuring")
  func formats() throws {
    let server = try LoopbackServer { _ in .text(Self.feed) }
    #expect(try fetch(server, server.url(), "--format", "text").output.hasPrefix("T\n  rss20, 1 entry, "))
    #expect(try fetch(server, server.url(), "--format", "none").output.isEmpty)
  }

  @Test("What is no feed is told as bad data, with the object")
  func noFeed() throws {
    let server = try LoopbackServer { _ in .text("<html><body>Sign in</body></html>") }
    let outcome = try fetch(server, server.url())
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("\"status\":200"))
    #expect(
      outcome.errors
        == "digest: \(server.url()): the answer is no feed; digest feed discover finds the feeds of a page\n")
  }

  @Test(
    "A feed that breaks off is bad data, and what came is printed; an empty one is good",
    arguments: [
      ("</title></channel></rss>", 0), ("", 65),
      ("</title><item><title>One</title></item><item><title>Tw", 65),
    ])
  func cut(rest: String, status: Int32) throws {
    let server = try LoopbackServer { _ in .text("<rss version='2.0'><channel><title>T" + rest) }
    let outcome = try fetch(server, server.url())
    #expect(outcome.status == status)
    #expect(
      outcome.errors.contains("the feed breaks off") == (status != 0))
    #expect(outcome.output.contains("\"title\":{"))
  }

  @Test("A failure is one line with the address, without its password", arguments: ["", "/slash"])
  func failure(passwordEnd: String) throws {
    let server = try LoopbackServer { _ in .init(404) }
    let url = "http://user:secret\(passwordEnd)@127.0.0.1:\(server.port)/x"
    let outcome = try fetch(server, url)
    #expect(outcome.status == 69)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("digest: \(server.url("/x")): "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(!outcome.errors.contains("secret"))
  }

  @Test("A server that is not on the public internet is not asked, unless its host and port are allowed")
  func refused() throws {
    let server = try LoopbackServer { _ in .text(Self.feed) }
    let other = server.port == 65535 ? 1 : server.port + 1
    for options in [[], ["--allow-host", "127.0.0.1:\(other)"], ["--allow-host", "127.0.0.2:*"]] {
      let outcome = try Program.run(["feed", "fetch", server.url()] + options)
      #expect(outcome.status == 69)
      #expect(outcome.errors.contains("allow 127.0.0.1:\(server.port) explicitly"))
    }
    #expect(server.requests.isEmpty)
  }

  @Test("--offline asks nobody, and a host that cannot be read is a usage error")
  func options() throws {
    let server = try LoopbackServer { _ in .text(Self.feed) }
    #expect(try fetch(server, server.url(), "--offline").status == 69)
    #expect(server.requests.isEmpty)
    #expect(try fetch(server, server.url(), "--allow-host", "127.0.0.1:http").status == 64)
  }
}
