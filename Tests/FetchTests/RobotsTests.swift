import DigestTesting
import Fetch
import Testing
import Transport

@Suite("Heeding robots.txt", .timeLimit(.minutes(2)))
struct RobotsTests {
  private func fetch(
    _ path: String, _ kind: FetchRequest.Kind = .page, from server: LoopbackServer, with fetcher: Fetcher
  ) async -> FetchResult {
    await fetcher.fetch(
      FetchRequest(url: server.url(path), kind: kind, allowedHosts: server.allowedHosts))
  }

  private func fetcher(honoursRobots: Bool = true) -> Fetcher {
    Fetcher(
      exchange: CurlExchange(), politeness: .none, userAgent: "digest/0", honoursRobots: honoursRobots)
  }

  private func kind(_ result: FetchResult) -> FetchFailure.Kind? {
    if case .failed(let failure) = result { failure.kind } else { nil }
  }

  private func server(_ robots: LoopbackServer.Response) throws -> LoopbackServer {
    try LoopbackServer { $0.target == "/robots.txt" ? robots : .text($0.target) }
  }

  @Test("A page that robots.txt forbids is not asked for, and the reason is said")
  func forbidden() async throws {
    let server = try server(.text("User-agent: digest\nDisallow: /private"))
    let fetcher = fetcher()
    guard case .failed(let failure) = await fetch("/private/x", from: server, with: fetcher) else {
      Issue.record("fetched")
      return
    }
    #expect(failure.kind == .refused)
    #expect(
      failure.message
        == "127.0.0.1 asks programs in its robots.txt to leave this page alone; read it in a browser")
    #expect(failure.url == server.url("/private/x"))
    #expect(kind(await fetch("/open", from: server, with: fetcher)) == nil)
    #expect(server.requests.map(\.target) == ["/robots.txt", "/open"])
    #expect(server.requests.first?.field("Accept") == "text/plain, */*;q=0.5")
  }

  @Test("Feeds and comments are asked for without it, and so are pages if that is wanted")
  func otherKinds() async throws {
    let server = try server(.text("User-agent: *\nDisallow: /"))
    #expect(kind(await fetch("/feed", .feed, from: server, with: fetcher())) == nil)
    #expect(kind(await fetch("/comments", .comments, from: server, with: fetcher())) == nil)
    #expect(kind(await fetch("/page", from: server, with: fetcher(honoursRobots: false))) == nil)
    #expect(server.requests.map(\.target) == ["/feed", "/comments", "/page"])
  }

  @Test("Pages that come together share one request for it")
  func shared() async throws {
    let hold = LoopbackServer.Hold()
    let server = try LoopbackServer { request in
      request.target == "/robots.txt"
        ? .init(body: Array("User-agent: *\nDisallow: /9".utf8), hold: hold) : .text("x")
    }
    let fetcher = fetcher()
    await withTaskGroup(of: FetchFailure.Kind?.self) { group in
      for number in 0..<10 { group.addTask { kind(await fetch("/\(number)", from: server, with: fetcher)) } }
      hold.release()
      var kinds: [FetchFailure.Kind?] = []
      for await kind in group { kinds.append(kind) }
      #expect(kinds.count { $0 == .refused } == 1)
      #expect(kinds.count { $0 == nil } == 9)
    }
    #expect(server.requests.count { $0.target == "/robots.txt" } == 1)
  }

  @Test(
    "Without a robots.txt everything is allowed", arguments: [204, 304, 400, 401, 403, 404, 410, 451])
  func unavailable(status: Int) async throws {
    let server = try server(.init(status, body: Array("User-agent: *\nDisallow: /".utf8)))
    #expect(kind(await fetch("/x", from: server, with: fetcher())) == nil)
  }

  @Test("Where it fails, pages are left alone for now", arguments: [500, 502, 503])
  func failing(status: Int) async throws {
    let server = try server(.init(status))
    let fetcher = fetcher()
    for _ in 0..<2 {
      guard case .failed(let failure) = await fetch("/x", from: server, with: fetcher) else {
        Issue.record("fetched")
        return
      }
      #expect(failure.kind == (status == 503 ? .throttled : .http(status)))
      #expect(failure.message.hasPrefix("the robots.txt of 127.0.0.1 cannot be read now ("))
      #expect(failure.message.hasSuffix("so its pages are left alone; try again later"))
    }
    #expect(server.requests.map(\.target) == ["/robots.txt"])
  }

  @Test("An origin that cannot be reached at all is said to be so")
  func unreachable() async throws {
    let server = try server(.dropped)
    guard case .failed(let failure) = await fetch("/x", from: server, with: fetcher()) else {
      Issue.record("fetched")
      return
    }
    #expect(failure.kind == .network)
    #expect(failure.url == server.url("/x"))
  }

  @Test("Redirects of robots.txt are followed five times; beyond that there is none")
  func redirected() async throws {
    let server = try LoopbackServer { request in
      switch request.target {
      case "/robots.txt": .redirect(to: "/1")
      case "/1", "/2", "/3", "/4": .redirect(to: "/\((Int(request.target.dropFirst()) ?? 0) + 1)")
      default: .text("User-agent: *\nDisallow: /page")
      }
    }
    #expect(kind(await fetch("/page", from: server, with: fetcher())) == .refused)
    let circle = try LoopbackServer { $0.target == "/page" ? .text("x") : .redirect(to: "/robots.txt") }
    #expect(kind(await fetch("/page", from: circle, with: fetcher())) == nil)
  }

  @Test("A page that moved is judged by the robots.txt of each origin on the way")
  func moved() async throws {
    let target = try server(.text("User-agent: *\nDisallow: /"))
    let start = try LoopbackServer {
      $0.target == "/robots.txt" ? .init(404) : .redirect(to: target.url("/new"))
    }
    let fetcher = fetcher()
    let result = await fetcher.fetch(
      FetchRequest(
        url: start.url("/old"), kind: .page, allowedHosts: start.allowedHosts + target.allowedHosts))
    #expect(kind(result) == .refused)
    #expect(start.requests.map(\.target) == ["/robots.txt", "/old"])
    #expect(target.requests.map(\.target) == ["/robots.txt"])
  }

  @Test("Of a file that never ends the beginning counts")
  func large() async throws {
    let lines = "User-agent: *\nDisallow: /no\n" + String(repeating: "Allow: /yes\n", count: 200_000)
    let server = try server(.text(lines))
    let fetcher = fetcher()
    #expect(kind(await fetch("/no", from: server, with: fetcher)) == .refused)
    #expect(kind(await fetch("/yes", from: server, with: fetcher)) == nil)
  }

  @Test("When the task that asks is cancelled, the next one asks")
  func cancelled() async throws {
    let (arrived, arrival) = AsyncStream.makeStream(of: Void.self)
    let isFirst = Locked(true)
    let exchange = ScriptedExchange { request in
      guard request.url.hasSuffix("/robots.txt") else {
        return .success(HTTPResponse(url: request.url, status: 200))
      }
      let isHeld = isFirst.withLock { first in
        defer { first = false }
        return first
      }
      guard isHeld else {
        return .success(
          HTTPResponse(url: request.url, status: 200, body: Array("User-agent: *\nDisallow: /b".utf8)))
      }
      let (cancelled, cancellation) = AsyncStream.makeStream(of: Void.self)
      await withTaskCancellationHandler {
        arrival.yield()
        for await _ in cancelled {}
      } onCancel: {
        cancellation.finish()
      }
      return .failure(.cancelled)
    }
    let fetcher = Fetcher(exchange: exchange, politeness: .none, userAgent: "digest/0")
    func start(_ path: String) -> Task<FetchResult, Never> {
      Task { await fetcher.fetch(FetchRequest(url: "https://a.example" + path, kind: .page)) }
    }
    let first = start("/a")
    for await _ in arrived { break }
    let second = start("/b")
    let third = start("/c")
    third.cancel()
    #expect(kind(await third.value) == .cancelled)
    first.cancel()
    #expect(kind(await first.value) == .cancelled)
    #expect(kind(await second.value) == .refused)
    #expect(exchange.requests.count == 2)
  }

  @Test("A delay that robots.txt asks for is kept between pages")
  func crawlDelay() async throws {
    let clock = ManualClock()
    let exchange = ScriptedExchange { request in
      .success(
        HTTPResponse(url: request.url, status: 200, body: Array("User-agent: *\nCrawl-delay: 7".utf8)))
    }
    let fetcher = Fetcher(
      exchange: exchange, politeness: .init(spacing: .seconds(1)), userAgent: "digest/0", clock: clock)
    async let page = fetcher.fetch(FetchRequest(url: "https://a.example/1", kind: .page))
    var alarms = clock.alarms.makeAsyncIterator()
    #expect(await alarms.next() == .seconds(1))
    clock.advance(to: .seconds(1))
    _ = await page
    async let other = fetcher.fetch(FetchRequest(url: "https://a.example/2", kind: .page))
    #expect(await alarms.next() == .seconds(8))
    clock.advance(to: .seconds(8))
    _ = await other
    #expect(exchange.requests.count == 3)
  }
}
