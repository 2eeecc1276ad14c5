import DigestTesting
import Testing
import Transport

@Suite("Limits of an exchange", .timeLimit(.minutes(2)))
struct CurlExchangeLimitsTests {
  private let exchange = CurlExchange()

  private func get(
    _ url: String, limits: HTTPLimits = HTTPLimits(), allowedHosts: [String] = []
  ) async throws(TransportError) -> HTTPResponse {
    try await exchange.send(
      HTTPRequest(url: url, limits: limits, addressPolicy: AddressPolicy(allowedHosts: allowedHosts)))
  }

  @Test(
    "A body beyond its limit is given up, announced or not",
    arguments: [.contentLength, .chunked(4096), .untilClose] as [LoopbackServer.Response.Framing])
  func bodyLimit(framing: LoopbackServer.Response.Framing) async throws {
    let server = try LoopbackServer { request in
      .init(
        body: [UInt8](repeating: 65, count: request.target == "/fits" ? 10_000 : 10_001), framing: framing)
    }
    let limits = HTTPLimits(bodyBytes: 10_000)
    #expect(
      try await get(server.url("/fits"), limits: limits, allowedHosts: server.allowedHosts).body.count
        == 10_000)
    await #expect(throws: TransportError.tooLarge(host: "127.0.0.1", limitBytes: 10_000)) {
      try await get(server.url(), limits: limits, allowedHosts: server.allowedHosts)
    }
  }

  @Test("The limit counts decompressed bytes")
  func decompressedLimit() async throws {
    let server = try LoopbackServer { _ in
      .init(fields: [("Content-Encoding", "gzip")], body: GzipBytes.dense(repetitions: 300))
    }
    await #expect(throws: TransportError.tooLarge(host: "127.0.0.1", limitBytes: 50_000)) {
      try await get(server.url(), limits: HTTPLimits(bodyBytes: 50_000), allowedHosts: server.allowedHosts)
    }
  }

  @Test(
    "A body that grows more than a hundredfold is given up",
    arguments: [.contentLength, .chunked(4096)] as [LoopbackServer.Response.Framing])
  func expansion(framing: LoopbackServer.Response.Framing) async throws {
    let server = try LoopbackServer { _ in
      .init(
        fields: [("Content-Encoding", "gzip")], body: GzipBytes.dense(repetitions: 60_000), framing: framing)
    }
    await #expect(throws: TransportError.tooDense(host: "127.0.0.1", expansion: 100)) {
      try await get(server.url(), allowedHosts: server.allowedHosts)
    }
  }

  @Test("A large body that was compressed honestly is read")
  func honestExpansion() async throws {
    let body = [UInt8](repeating: 66, count: 3 << 20)
    let server = try LoopbackServer { _ in
      .init(fields: [("Content-Encoding", "gzip")], body: GzipBytes.stored(body), framing: .chunked(10_000))
    }
    #expect(try await get(server.url(), allowedHosts: server.allowedHosts).body == body)
  }

  @Test("Headers beyond their limit are given up, in one line or in many, interim answers included")
  func headerLimit() async throws {
    let long = String(repeating: "z", count: 70_000)
    let responses: [LoopbackServer.Response] = [
      .init(fields: [("X-Long", long)]), .init(fields: [("X-Longer", long + long + long)]),
      .init(fields: (0..<8000).map { ("X-\($0)", "y") }),
      .init(preface: Array(String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 4000).utf8)),
    ]
    for response in responses {
      let server = try LoopbackServer { _ in response }
      await #expect(throws: TransportError.tooManyHeaders(host: "127.0.0.1", limitBytes: 65_536)) {
        try await get(server.url(), allowedHosts: server.allowedHosts)
      }
    }
  }

  @Test("A server that never answers is given up after the total time")
  func timeOut() async throws {
    let server = try LoopbackServer { _ in .silence }
    let limits = HTTPLimits(totalTime: .milliseconds(200))
    await #expect(throws: TransportError.timedOut(host: "127.0.0.1", after: .milliseconds(200))) {
      try await get(server.url(), limits: limits, allowedHosts: server.allowedHosts)
    }
  }

  @Test("A port on which nobody listens refuses")
  func refused() async throws {
    await #expect(throws: TransportError.refusedConnection(host: "127.0.0.1", port: 1)) {
      try await get("http://127.0.0.1:1/", allowedHosts: ["127.0.0.1:*"])
    }
  }

  @Test("A host that does not exist is said to be unknown")
  func unknownHost() async throws {
    await #expect(throws: TransportError.unknownHost("host.invalid")) {
      try await get("http://host.invalid/")
    }
  }

  @Test(
    "Addresses outside the public internet are not dialled, however they are written",
    arguments: [
      "127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001", "localhost", "[::1]",
      "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "\u{FF11}27.0.0.1", "0.0.0.0", "%31%32%37.0.0.1",
      "127.0.1", "0177.1", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "user@127.0.0.1",
    ])
  func forbidden(host: String) async throws {
    let server = try LoopbackServer { _ in .text("secret") }
    await #expect {
      try await get("http://\(host):\(server.port)/")
    } throws: { error in
      if case TransportError.forbiddenAddress(_, server.port, _, _) = error { true } else { false }
    }
    #expect(server.requests.isEmpty)
  }

  @Test("What one request may reach is not open to the next one")
  func notReused() async throws {
    let server = try LoopbackServer { _ in .text("x") }
    _ = try await get(server.url(), allowedHosts: server.allowedHosts)
    await #expect(throws: TransportError.self) { try await get(server.url()) }
    #expect(server.requests.count == 1)
  }

  @Test("A connection that was allowed for one request is not used for another that may not have it")
  func openConnection() async throws {
    let server = try LoopbackServer { _ in .init(body: [1], ending: .keepAlive) }
    for _ in 0..<2 { _ = try await get(server.url(), allowedHosts: server.allowedHosts) }
    await #expect {
      try await get(server.url())
    } throws: { error in
      if case TransportError.forbiddenAddress("127.0.0.1", server.port, "127.0.0.1", .loopback) = error {
        true
      } else {
        false
      }
    }
    #expect(server.requests.count == 2)
    #expect(try await get(server.url(), allowedHosts: server.allowedHosts).body == [1])
  }

  @Test("The beginning of a body is taken where that is enough, compressed or not", arguments: [false, true])
  func beginning(isCompressed: Bool) async throws {
    let body = [UInt8]((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    let server = try LoopbackServer { _ in
      isCompressed
        ? .init(fields: [("Content-Encoding", "gzip")], body: GzipBytes.stored(body)) : .init(body: body)
    }
    for count in [1, 70_000, 200_000] {
      let limits = HTTPLimits(bodyBytes: count, takesBeginning: true)
      let response = try await get(server.url(), limits: limits, allowedHosts: server.allowedHosts)
      #expect(response.body == Array(body.prefix(count)))
    }
  }

  @Test("What is not HTTP is not read", arguments: ["<rss/>", "\u{1}\u{2}garbage\r\n\r\n", "SSH-2.0-x\r\n"])
  func notHTTP(bytes: String) async throws {
    let server = try LoopbackServer { _ in
      .init(ending: .reset(afterBytes: bytes.utf8.count), preface: Array(bytes.utf8))
    }
    await #expect(throws: TransportError.self) {
      try await get(server.url(), allowedHosts: server.allowedHosts)
    }
  }

  @Test("Fields that would break out of their line, and other schemes, are not sent")
  func refusedBefore() async throws {
    let field = HTTPField(name: "X-A", value: "b\r\nHost: x")
    await #expect(throws: TransportError.badField(name: "X-A")) {
      try await exchange.send(HTTPRequest(url: "http://127.0.0.1:1/", fields: [field]))
    }
    await #expect(throws: TransportError.unsupportedScheme("file")) { try await get("file:///etc/passwd") }
  }

  @Test("Errors are one sentence, and name the host")
  func words() {
    let error = TransportError.forbiddenAddress(
      host: "x.example", port: 80, address: "10.0.0.1", scope: .private)
    #expect(
      error.description
        == "x.example leads to 10.0.0.1, an address of a private network; if you trust it, allow x.example:80 explicitly"
    )
    #expect(TransportError.timedOut(host: "x", after: .seconds(30)).description.contains("within 30 s"))
    #expect(
      TransportError.tooLarge(host: "x", limitBytes: 16 << 20).description.contains("larger than 16 MiB"))
  }
}
