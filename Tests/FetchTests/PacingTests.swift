import DigestTesting
import Fetch
import Testing
import Transport

@Suite("Pacing", .timeLimit(.minutes(2)))
struct PacingTests {
  @Test("One host is never asked more at a time than agreed, and really is asked so much")
  func perHostLimit() async throws {
    // Answers leave in pairs: without two requests at a time nothing would move.
    let pairs = LoopbackServer.Hold(groupsOf: 2)
    let server = try LoopbackServer { request in .init(body: Array(request.target.utf8), hold: pairs) }
    let fetcher = Fetcher(
      exchange: CurlExchange(), politeness: .init(maximumRequestsPerHost: 2, spacing: .zero),
      userAgent: "digest/0")
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          let request = FetchRequest(
            url: server.url("/\(number)"), kind: .feed, allowedHosts: server.allowedHosts)
          guard case .fetched(let document) = await fetcher.fetch(request) else {
            Issue.record("not fetched")
            return
          }
          #expect(document.body == Array("/\(number)".utf8))
        }
      }
    }
    #expect(server.requests.count == 20)
    #expect(server.peakConcurrency == 2)
  }

  @Test("The second request to a host waits for the clock")
  func spacing() async throws {
    let clock = ManualClock()
    let exchange = ScriptedExchange { request in .success(HTTPResponse(url: request.url, status: 200)) }
    let fetcher = Fetcher(
      exchange: exchange, politeness: .init(spacing: .seconds(3)), userAgent: "digest/0", clock: clock)
    _ = await fetcher.fetch(FetchRequest(url: "https://a.example/1", kind: .feed))
    async let second = fetcher.fetch(FetchRequest(url: "https://a.example/2", kind: .feed))
    var alarms = clock.alarms.makeAsyncIterator()
    #expect(await alarms.next() == .seconds(3))
    #expect(exchange.requests.count == 1)
    clock.advance(to: .seconds(3))
    _ = await second
    #expect(exchange.requests.count == 2)
  }

  @Test("A task that is cancelled while it waits its turn returns at once")
  func cancelWaiting() async throws {
    let clock = ManualClock()
    let exchange = ScriptedExchange { request in .success(HTTPResponse(url: request.url, status: 200)) }
    let fetcher = Fetcher(
      exchange: exchange, politeness: .init(spacing: .seconds(3)), userAgent: "digest/0", clock: clock)
    _ = await fetcher.fetch(FetchRequest(url: "https://a.example/1", kind: .feed))
    let task = Task { await fetcher.fetch(FetchRequest(url: "https://a.example/2", kind: .feed)) }
    var alarms = clock.alarms.makeAsyncIterator()
    _ = await alarms.next()
    task.cancel()
    guard case .failed(let failure) = await task.value else {
      Issue.record("not cancelled")
      return
    }
    #expect(failure.kind == .cancelled)
    #expect(exchange.requests.count == 1)
  }

  @Test("A server on loopback is refused unless it is allowed, also behind a redirect")
  func addressPolicy() async throws {
    let inner = try LoopbackServer { _ in .text("secret") }
    let outer = try LoopbackServer { request in
      .redirect(to: request.target == "/metadata" ? "http://169.254.169.254/latest" : inner.url())
    }
    let fetcher = Fetcher(exchange: CurlExchange(), politeness: .none, userAgent: "digest/0")
    for (url, allowed) in [
      (outer.url(), []), (outer.url(), outer.allowedHosts), (outer.url("/metadata"), outer.allowedHosts),
    ] {
      guard
        case .failed(let failure) = await fetcher.fetch(
          FetchRequest(url: url, kind: .feed, allowedHosts: allowed))
      else {
        Issue.record("fetched \(url)")
        continue
      }
      #expect(failure.kind == .refused)
    }
    #expect(inner.requests.isEmpty)
    #expect(outer.requests.count == 2)
  }

  @Test("Validators make the round trip over the network byte for byte, and credentials stay with their host")
  func overTheNetwork() async throws {
    let server = try LoopbackServer { request in
      if request.target == "/away" { return .redirect(301, to: "http://localhost:\(request.port)/feed") }
      if request.field("If-None-Match") == "\"\u{E9}\u{80}\"" { return .init(304) }
      return .text("<rss/>", fields: [("ETag", "\"\u{E9}\u{80}\""), ("Last-Modified", "never")])
    }
    let fetcher = Fetcher(
      exchange: CurlExchange(), politeness: .none, userAgent: "digest/0 (+https://x.example)")
    let url = "http://user:pass@127.0.0.1:\(server.port)/away"
    guard
      case .fetched(let document) = await fetcher.fetch(
        FetchRequest(url: url, kind: .feed, allowedHosts: server.allowedHosts))
    else {
      Issue.record("not fetched")
      return
    }
    #expect(document.permanentRedirect == "http://localhost:\(server.port)/feed")
    #expect(server.requests.map { $0.field("Authorization") } == ["Basic dXNlcjpwYXNz", nil])
    let again = await fetcher.fetch(
      FetchRequest(
        url: document.finalURL, kind: .feed, validators: document.validators,
        allowedHosts: server.allowedHosts))
    guard case .notModified = again else {
      Issue.record("modified: \(again)")
      return
    }
    #expect(server.requests.last?.field("If-Modified-Since") == "never")
    #expect(server.requests.last?.field("User-Agent") == "digest/0 (+https://x.example)")
  }
}

extension LoopbackServer.Request {
  /// The port that was asked, by the `Host` field.
  fileprivate var port: String {
    field("Host").flatMap { $0.split(separator: ":").last.map(String.init) } ?? ""
  }
}
