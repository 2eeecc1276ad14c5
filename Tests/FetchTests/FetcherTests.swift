import Fetch
import Model
import Testing
import Transport

@Suite("Fetching a document")
struct FetcherTests {
  private let url = "https://example.com/feed"

  private func fetch(
    _ request: FetchRequest? = nil, clock: ManualClock = ManualClock(),
    _ script: @escaping @Sendable (HTTPRequest) async -> Result<HTTPResponse, TransportError>
  ) async -> (result: FetchResult, requests: [HTTPRequest]) {
    let exchange = ScriptedExchange(script)
    let fetcher = Fetcher(
      exchange: exchange, politeness: .none, userAgent: "digest/0 (+mailto:a@example.com)",
      honoursRobots: false, clock: clock)
    let result = await fetcher.fetch(request ?? FetchRequest(url: url, kind: .feed))
    return (result, exchange.requests)
  }

  private func document(_ result: FetchResult) throws -> FetchedDocument {
    guard case .fetched(let document) = result else { throw Unexpected(result: result) }
    return document
  }

  private func failure(_ result: FetchResult) throws -> FetchFailure {
    guard case .failed(let failure) = result else { throw Unexpected(result: result) }
    return failure
  }

  private struct Unexpected: Error { let result: FetchResult }

  @Test("A document comes with its validators as they were sent, and we say who asks for what")
  func fetched() async throws {
    let (result, requests) = await fetch { request in
      .success(
        HTTPResponse(
          url: request.url, status: 200,
          fields: [
            HTTPField(name: "etag", value: "W/\"a,b\" "),
            HTTPField(name: "Last-Modified", value: "once upon a time"),
            HTTPField(name: "Content-Type", value: "text/xml"),
          ], body: [1, 2, 3]))
    }
    let document = try document(result)
    #expect(document.body == [1, 2, 3])
    #expect(document.contentType == "text/xml")
    #expect(document.validators == Validators(etag: "W/\"a,b\" ", lastModified: "once upon a time"))
    #expect(document.finalURL == url)
    #expect(document.permanentRedirect == nil)
    let request = try #require(requests.first)
    #expect(request.field("User-Agent") == "digest/0 (+mailto:a@example.com)")
    #expect(request.field("Accept")?.hasPrefix("application/atom+xml, application/rss+xml") == true)
    #expect(request.field("If-None-Match") == nil)
    #expect(request.limits.bodyBytes == 16 << 20)
  }

  @Test("Validators are sent back verbatim, and 304 is no change")
  func notModified() async throws {
    let validators = Validators(etag: "W/\"é\"", lastModified: "Sat, 21 Nov 2026 08:00:00 GMT")
    let (result, requests) = await fetch(FetchRequest(url: url, kind: .page, validators: validators)) {
      request in
      .success(
        HTTPResponse(url: request.url, status: 304, fields: [HTTPField(name: "ETag", value: "\"new\"")]))
    }
    guard case .notModified(let document) = result else { throw Unexpected(result: result) }
    #expect(document.validators == Validators(etag: "\"new\"", lastModified: validators.lastModified))
    #expect(requests.first?.field("If-None-Match") == validators.etag)
    #expect(requests.first?.field("If-Modified-Since") == validators.lastModified)
    #expect(requests.first?.limits.bodyBytes == 8 << 20)
  }

  @Test(
    "A validator that could not be sent back is not kept",
    arguments: ["\"a\u{1}\"", "\"a\u{7F}\"", "\"" + String(repeating: "e", count: 5000) + "\""])
  func unusableValidators(value: String) async throws {
    let (result, _) = await fetch { request in
      let fields = ["ETag", "Last-Modified"].map { HTTPField(name: $0, value: value) }
      return .success(HTTPResponse(url: request.url, status: 200, fields: fields))
    }
    #expect(try document(result).validators.isEmpty)
  }

  @Test("A request may go under a name of its own, and its fields replace ours")
  func ownName() async throws {
    let request = FetchRequest(
      url: url, kind: .feed, fields: [HTTPField(name: "accept", value: "text/xml")],
      userAgent: "Mozilla/5.0 (compatible; digest/0)")
    let (_, requests) = await fetch(request) { .success(HTTPResponse(url: $0.url, status: 200)) }
    let sent = try #require(requests.first)
    #expect(sent.field("User-Agent") == "Mozilla/5.0 (compatible; digest/0)")
    #expect(sent.fields.filter { $0.isNamed("Accept") }.map(\.value) == ["text/xml"])
    let (_, others) = await fetch { .success(HTTPResponse(url: $0.url, status: 200)) }
    #expect(others.first?.field("User-Agent") == "digest/0 (+mailto:a@example.com)")
  }

  @Test(
    "Statuses without a document are failures that say what next",
    arguments: [
      (304, .http(304)), (204, .http(204)), (206, .http(206)), (400, .http(400)), (403, .http(403)),
      (404, .http(404)), (410, .gone), (429, .throttled), (500, .http(500)), (503, .throttled),
      (999, .http(999)),
      (300, .http(300)),
    ] as [(Int, FetchFailure.Kind)])
  func statuses(status: Int, kind: FetchFailure.Kind) async throws {
    let (result, requests) = await fetch { request in .success(HTTPResponse(url: request.url, status: status))
    }
    let failure = try failure(result)
    #expect(failure.kind == kind)
    #expect(failure.message.contains("example.com"))
    #expect(failure.message.contains("; "))
    #expect(requests.count == 1)
  }

  @Test("Retry-After is reported, and obeyed by the next request to that host")
  func retryAfter() async throws {
    let exchange = ScriptedExchange { request in
      .success(
        HTTPResponse(url: request.url, status: 429, fields: [HTTPField(name: "Retry-After", value: "120")]))
    }
    let clock = ManualClock()
    let fetcher = Fetcher(exchange: exchange, politeness: .none, userAgent: "digest/0", clock: clock)
    let first = try failure(await fetcher.fetch(FetchRequest(url: url, kind: .feed)))
    #expect(first.retryAfterSeconds == 120)
    #expect(first.message == "example.com finds that we ask too often (429); wait 2 min and try again")
    clock.advance(to: .seconds(60))
    let second = try failure(await fetcher.fetch(FetchRequest(url: "https://example.com/other", kind: .feed)))
    #expect(second.kind == .throttled)
    #expect((60...61).contains(second.retryAfterSeconds ?? 0))
    #expect(exchange.requests.count == 1)
    clock.advance(to: .seconds(120))
    _ = await fetcher.fetch(FetchRequest(url: url, kind: .feed))
    #expect(exchange.requests.count == 2)
  }

  @Test("A connection that broke is tried once more, any other failure is not")
  func secondTry() async throws {
    let tries = Locked(0)
    let (result, _) = await fetch { request in
      let isFirst = tries.withLock { count in
        count += 1
        return count == 1
      }
      return isFirst ? .failure(.cutOff(host: "x")) : .success(HTTPResponse(url: request.url, status: 200))
    }
    #expect(try document(result).status == 200)
    let (broken, requests) = await fetch { _ in .failure(.cutOff(host: "x")) }
    #expect(try failure(broken).kind == .network)
    #expect(requests.count == 2)
    let (late, others) = await fetch { _ in .failure(.timedOut(host: "x", after: .seconds(30))) }
    #expect(try failure(late).kind == .timedOut)
    #expect(others.count == 1)
  }

  @Test("An address that cannot be asked fails without a request, and without its secrets")
  func badAddress() async throws {
    let (result, requests) = await fetch(
      FetchRequest(url: "https://user:secret@example.com:0/", kind: .feed)
    ) { _ in .failure(.closed) }
    let failure = try failure(result)
    #expect(failure.kind == .badAddress)
    #expect(!failure.message.contains("secret") && !failure.url.contains("secret"))
    #expect(requests.isEmpty)
    let (file, _) = await fetch(FetchRequest(url: "file:///etc/passwd", kind: .feed)) { _ in .failure(.closed)
    }
    #expect(try self.failure(file).kind == .refused)
  }
}
