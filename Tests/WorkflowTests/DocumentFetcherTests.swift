import Configuration
import Fetch
import Testing
import Transport

@testable import Workflow

@Suite("Fetching for a run")
struct DocumentFetcherTests {
  private func fetcher(
    _ script: @escaping @Sendable (HTTPRequest) -> Result<HTTPResponse, TransportError>
  ) -> (fetcher: DocumentFetcher, exchange: ScriptedRun) {
    let exchange = ScriptedRun(script)
    return (DocumentFetcher(exchange: exchange, settings: FetchSettings(secondsPerHost: 0)), exchange)
  }

  private func kind(_ result: FetchResult) -> FetchFailure.Kind? {
    if case .failed(let failure) = result { failure.kind } else { nil }
  }

  @Test(
    "A host that is unknown or takes no connection is asked once in a run",
    arguments: [
      .unknownHost("a.example"), .refusedConnection(host: "a.example", port: 443),
    ] as [TransportError])
  func unreachable(error: TransportError) async {
    let (fetcher, exchange) = fetcher { _ in .failure(error) }
    for path in ["", "/feed", "/page"] {
      #expect(kind(await fetcher.fetch("https://a.example" + path, .feed)) == .network)
    }
    #expect(kind(await fetcher.fetch("https://b.example/page", .page)) == .network)
    #expect(exchange.urls == ["https://a.example/", "https://b.example/robots.txt"])
  }

  @Test("A connection that broke says nothing about the host's other documents")
  func cutOff() async {
    let (fetcher, _) = fetcher { request in
      request.url.hasSuffix("/cut")
        ? .failure(.cutOff(host: "a.example")) : .success(HTTPResponse(url: request.url, status: 200))
    }
    #expect(kind(await fetcher.fetch("https://a.example/cut", .feed)) == .network)
    #expect(kind(await fetcher.fetch("https://a.example/feed", .feed)) == nil)
  }

  @Test("A host that asks for a pause is left alone for the rest of the run", arguments: [429, 503])
  func pause(status: Int) async {
    let (fetcher, exchange) = fetcher { request in
      .success(
        HTTPResponse(
          url: request.url, status: status, fields: [HTTPField(name: "Retry-After", value: "3600")]))
    }
    for path in ["/feed", "/page", "/comments"] {
      #expect(kind(await fetcher.fetch("https://a.example" + path, .page)) == .throttled)
    }
    #expect(exchange.urls == ["https://a.example/robots.txt"])
    _ = await fetcher.fetch("https://b.example/feed", .feed)
    #expect(exchange.urls.count == 2)
  }
}

/// Answers from a function, and remembers what it was asked.
private final class ScriptedRun: HTTPExchange {
  private let script: @Sendable (HTTPRequest) -> Result<HTTPResponse, TransportError>
  private let log = Locked<[String]>([])

  init(_ script: @escaping @Sendable (HTTPRequest) -> Result<HTTPResponse, TransportError>) {
    self.script = script
  }

  var urls: [String] { log.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    log.withLock { $0.append(request.url) }
    return try script(request).get()
  }
}
