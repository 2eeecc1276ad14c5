import Fetch
import Testing
import Transport

@Suite("Redirects")
struct RedirectTests {
  /// Fetches over a web given as "from -> status to", all of them on example hosts.
  private func fetch(
    _ start: String, over web: [String: (status: Int, location: String)], fields: [HTTPField] = [],
    allowedHosts: [String] = []
  ) async -> (result: FetchResult, requests: [HTTPRequest]) {
    let exchange = ScriptedExchange { request in
      guard let step = web[request.url] else { return .success(HTTPResponse(url: request.url, status: 200)) }
      return .success(
        HTTPResponse(
          url: request.url, status: step.status, fields: [HTTPField(name: "Location", value: step.location)]))
    }
    let fetcher = Fetcher(exchange: exchange, politeness: .none, userAgent: "digest/0", clock: ManualClock())
    let result = await fetcher.fetch(
      FetchRequest(url: start, kind: .feed, allowedHosts: allowedHosts, fields: fields))
    return (result, exchange.requests)
  }

  private func kind(_ result: FetchResult) -> FetchFailure.Kind? {
    if case .failed(let failure) = result { failure.kind } else { nil }
  }

  @Test("Only the unbroken run of permanent redirects at the start is remembered as a move")
  func permanent() async throws {
    let web = [
      "http://a.example/": (301, "https://a.example/"), "https://a.example/": (308, "/feed"),
      "https://a.example/feed": (302, "https://cdn.example/x"), "https://cdn.example/x": (301, "/y"),
    ]
    guard case .fetched(let document) = await fetch("http://a.example", over: web).result else {
      Issue.record("not fetched")
      return
    }
    #expect(document.requestedURL == "http://a.example")
    #expect(document.finalURL == "https://cdn.example/y")
    #expect(document.permanentRedirect == "https://a.example/feed")
    #expect(
      document.redirects
        == ["http://a.example/", "https://a.example/", "https://a.example/feed", "https://cdn.example/x"])
  }

  @Test("Every kind of redirect is followed", arguments: [301, 302, 303, 307, 308])
  func followed(status: Int) async {
    let (result, _) = await fetch("https://a.example/", over: ["https://a.example/": (status, "/b")])
    guard case .fetched(let document) = result else {
      Issue.record("not fetched")
      return
    }
    #expect(document.finalURL == "https://a.example/b")
    #expect(document.permanentRedirect == (status == 301 || status == 308 ? "https://a.example/b" : nil))
  }

  @Test("Five steps are followed, a sixth is not")
  func limit() async {
    var web: [String: (status: Int, location: String)] = [:]
    for step in 0..<6 { web["https://a.example/\(step)"] = (302, "/\(step + 1)") }
    #expect(kind(await fetch("https://a.example/1", over: web).result) == nil)
    let (result, requests) = await fetch("https://a.example/0", over: web)
    #expect(kind(result) == .tooManyRedirects)
    #expect(requests.count == 6)
  }

  @Test("A circle is found at once")
  func circle() async {
    let web = ["https://a.example/": (302, "/b"), "https://a.example/b": (301, "/#again")]
    let (result, requests) = await fetch("https://a.example/", over: web)
    #expect(kind(result) == .tooManyRedirects)
    #expect(requests.count == 2)
    let own = await fetch("https://a.example/", over: ["https://a.example/": (302, "/")])
    #expect(kind(own.result) == .tooManyRedirects)
    #expect(own.requests.count == 1)
  }

  @Test(
    "Addresses that are not web addresses, and ports where no web site is expected, are not followed",
    arguments: [
      ("file:///etc/passwd", .refused), ("javascript:alert(1)", .refused), ("ftp://a.example/", .refused),
      ("https://a.example:6379/", .refused), ("http://a.example:25/", .refused), ("", .badResponse),
      ("http://", .badAddress),
    ] as [(String, FetchFailure.Kind)])
  func refused(location: String, expected: FetchFailure.Kind) async {
    let (result, requests) = await fetch("https://a.example/", over: ["https://a.example/": (302, location)])
    #expect(kind(result) == expected)
    #expect(requests.count == 1)
  }

  @Test("Credentials go to the origin they were meant for, and not beyond")
  func credentials() async {
    let web = [
      "https://a.example/": (302, "/same"), "https://a.example/same": (302, "https://b.example/"),
      "https://b.example/": (302, "https://x:y@a.example:443/back"),
    ]
    let fields = [HTTPField(name: "cookie", value: "s=1"), HTTPField(name: "X-Harmless", value: "1")]
    let (_, requests) = await fetch("https://user:pass@a.example/", over: web, fields: fields)
    #expect(requests.map { $0.field("Authorization") != nil } == [true, true, false, false])
    #expect(requests.map { $0.field("Cookie") != nil } == [true, true, false, true])
    #expect(requests.allSatisfy { $0.field("X-Harmless") == "1" && !$0.url.contains("@") })
  }

  @Test(
    "Cookie and Authorization leave neither host nor port nor encryption",
    arguments: [
      "https://b.example/", "https://a.example:8443/", "http://a.example/", "https://www.a.example/",
      "//b.example/", "https://a.example.b.example/",
    ])
  func credentialsStay(location: String) async {
    let names = ["Authorization", "cookie", "Proxy-Authorization"]
    let fields = names.map { HTTPField(name: $0, value: "secret") }
    let (_, requests) = await fetch(
      "https://a.example/", over: ["https://a.example/": (307, location)], fields: fields,
      allowedHosts: ["a.example:8443"])
    #expect(requests.count == 2)
    for name in names { #expect(requests.map { $0.field(name) } == ["secret", nil]) }
  }
}
