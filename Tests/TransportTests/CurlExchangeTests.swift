import DigestTesting
import Testing
import Transport

@Suite("Exchanges over the network", .timeLimit(.minutes(2)))
struct CurlExchangeTests {
  private let exchange = CurlExchange()

  private func get(
    _ server: LoopbackServer, _ path: String = "/", fields: [HTTPField] = [],
    limits: HTTPLimits = HTTPLimits()
  ) async throws(TransportError) -> HTTPResponse {
    try await exchange.send(
      HTTPRequest(
        url: server.url(path), fields: fields, limits: limits,
        addressPolicy: AddressPolicy(allowedHosts: server.allowedHosts)))
  }

  @Test("An answer comes with its status, fields and body")
  func plain() async throws {
    let server = try LoopbackServer { _ in
      .init(
        200, fields: [("ETag", "W/\"a b\""), ("X-Twice", "1"), ("x-twice", "2")], body: Array("hello".utf8))
    }
    let response = try await get(
      server, "/feed?a=1", fields: [HTTPField(name: "User-Agent", value: "digest/0")])
    #expect(response.status == 200)
    #expect(response.url == server.url("/feed?a=1"))
    #expect(response.field("etag") == "W/\"a b\"")
    #expect(response.field("X-Twice") == "1")
    #expect(response.body == Array("hello".utf8))
    let request = try #require(server.requests.first)
    #expect(request.method == "GET")
    #expect(request.target == "/feed?a=1")
    #expect(request.field("User-Agent") == "digest/0")
    #expect(request.field("Accept-Encoding") == "gzip, deflate, br")
  }

  @Test(
    "Statuses are answers, and redirects are not followed",
    arguments: [204, 301, 304, 404, 410, 500, 503, 999])
  func statuses(status: Int) async throws {
    let server = try LoopbackServer { _ in .init(status, fields: [("Location", "/next")]) }
    #expect(try await get(server).status == status)
    #expect(server.requests.count == 1)
  }

  @Test(
    "A body comes whole whatever its framing",
    arguments: [.contentLength, .chunked(1), .chunked(1000), .untilClose] as [LoopbackServer.Response.Framing]
  )
  func framings(framing: LoopbackServer.Response.Framing) async throws {
    let body = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let server = try LoopbackServer { _ in .init(body: body, framing: framing) }
    #expect(try await get(server).body == body)
    let packed = try LoopbackServer { _ in
      .init(fields: [("Content-Encoding", "gzip")], body: GzipBytes.stored(body), framing: framing)
    }
    #expect(try await get(packed).body == body)
  }

  @Test("A body in any coding that we offer is decompressed", arguments: packedBodies)
  func codings(coding: String, bytes: [UInt8]) async throws {
    let server = try LoopbackServer { _ in .init(fields: [("Content-Encoding", coding)], body: bytes) }
    let response = try await get(server)
    #expect(String(decoding: response.body, as: UTF8.self) == "leaders listen first, and leaders listen last")
  }

  @Test("A gzip body that was cut is an error, not a short body", arguments: [3, 15, 1500, 3010])
  func cutGzip(count: Int) async throws {
    let bytes = Array(GzipBytes.stored([UInt8](repeating: 7, count: 3000)).prefix(count))
    for framing in [LoopbackServer.Response.Framing.contentLength, .chunked(700), .untilClose] {
      let server = try LoopbackServer { _ in
        .init(fields: [("Content-Encoding", "gzip")], body: bytes, framing: framing)
      }
      await #expect(throws: TransportError.cutOff(host: "127.0.0.1")) { try await get(server) }
    }
  }

  @Test("An empty body may be labelled as gzip")
  func emptyGzip() async throws {
    let server = try LoopbackServer { _ in .init(fields: [("Content-Encoding", "gzip")]) }
    #expect(try await get(server).body.isEmpty)
  }

  @Test("A body that is not what it claims to be is an error")
  func falseGzip() async throws {
    let server = try LoopbackServer { _ in
      .init(fields: [("Content-Encoding", "gzip")], body: Array("<rss/> and more of it".utf8))
    }
    await #expect(performing: { try await get(server) }, throws: { isBadResponse($0) })
    let martian = try LoopbackServer { _ in
      .init(fields: [("Content-Encoding", "martian")], body: Array("x".utf8))
    }
    await #expect(performing: { try await get(martian) }, throws: { isBadResponse($0) })
  }

  @Test("A connection that breaks is an error, whatever came before")
  func dropped() async throws {
    let body = [UInt8](repeating: 65, count: 4000)
    let responses: [LoopbackServer.Response] = [
      .dropped, .init(body: body, ending: .reset(afterBytes: 20)),
      .init(body: body, ending: .reset(afterBytes: 900)),
      .init(body: body, framing: .claimedLength(9000)),
    ]
    for response in responses {
      let server = try LoopbackServer { _ in response }
      await #expect(throws: TransportError.cutOff(host: "127.0.0.1")) { try await get(server) }
    }
  }

  @Test("Two hundred gets at a time over one exchange bring each its own bytes")
  func many() async throws {
    let server = try LoopbackServer { request in
      let seed = Int(request.target.dropFirst()) ?? 0
      return .init(body: content(seed), framing: seed % 2 == 0 ? .contentLength : .chunked(333))
    }
    try await withThrowingTaskGroup(of: (Int, HTTPResponse).self) { group in
      for seed in 0..<200 { group.addTask { (seed, try await get(server, "/\(seed)")) } }
      for try await (seed, response) in group { #expect(response.body == content(seed)) }
    }
    #expect(server.requests.count == 200)
  }

  @Test("A connection is used again, and nothing of one request is left in the next")
  func reuse() async throws {
    let server = try LoopbackServer { request in
      let isPacked = request.target == "/packed"
      return .init(
        request.target == "/unchanged" ? 304 : 200, fields: isPacked ? [("Content-Encoding", "gzip")] : [],
        body: isPacked ? GzipBytes.stored([1, 2, 3]) : [4, 5], ending: .keepAlive)
    }
    let field = HTTPField(name: "If-None-Match", value: "\"1\"")
    for (path, fields, body) in [
      ("/packed", [field], [1, 2, 3]), ("/plain", [], [4, 5]), ("/unchanged", [field], []),
      ("/packed", [], [1, 2, 3]),
    ] as [(String, [HTTPField], [UInt8])] {
      #expect(try await get(server, path, fields: fields).body == body)
    }
    #expect(server.connectionCount == 1)
    #expect(server.requests.map { $0.field("If-None-Match") } == ["\"1\"", nil, "\"1\"", nil])
  }

  @Test("A cancelled request is given up at once")
  func cancellation() async throws {
    let (arrived, arrival) = AsyncStream.makeStream(of: Void.self)
    let server = try LoopbackServer { _ in
      arrival.yield()
      return .silence
    }
    let task = Task { try await get(server) }
    for await _ in arrived { break }
    task.cancel()
    await #expect(throws: TransportError.cancelled) { try await task.value }
  }

  @Test("A request of a task that is cancelled already is not sent")
  func cancelledBefore() async throws {
    let server = try LoopbackServer { _ in .text("x") }
    let (gate, opening) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      for await _ in gate { break }
      return try await get(server)
    }
    task.cancel()
    opening.finish()
    await #expect(throws: TransportError.cancelled) { try await task.value }
    #expect(server.requests.isEmpty)
  }

  @Test("A closed exchange gives up what is under way and takes nothing more")
  func closed() async throws {
    let (arrived, arrival) = AsyncStream.makeStream(of: Void.self)
    let server = try LoopbackServer { _ in
      arrival.yield()
      return .silence
    }
    let task = Task { try await get(server) }
    for await _ in arrived { break }
    exchange.close()
    await #expect(throws: TransportError.closed) { try await task.value }
    await #expect(throws: TransportError.closed) { try await get(server) }
  }

  private func isBadResponse(_ error: any Error) -> Bool {
    if case TransportError.badResponse = error { true } else { false }
  }
}

private func content(_ seed: Int) -> [UInt8] {
  (0..<(2000 + seed * 17)).map { UInt8(truncatingIfNeeded: $0 &* (seed + 3)) }
}

/// One sentence, as packed by zlib 1.2.13 and brotli 1.0.9; servers send deflate with and without the frame of zlib.
private let packedBodies: [(String, [UInt8])] = [
  (
    "br",
    [
      0x1B, 0x2C, 0x00, 0x00, 0x8D, 0x54, 0xB5, 0xBF, 0x0C, 0x63, 0x73, 0x2B, 0x10, 0xB2, 0x16, 0x64, 0x10,
      0x42,
      0xD4, 0x91, 0x22, 0xCE, 0x2B, 0x40, 0xBF, 0xA5, 0x2F, 0xE0, 0xB8, 0x2A, 0x16,
    ]
  ),
  ("deflate", [0x78, 0xDA] + deflated + [0x83, 0xEE, 0x10, 0xDA]),
  ("deflate", deflated),
  (
    "gzip",
    [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03] + deflated + [0xAA, 0x68, 0xEF, 0x61, 0x2D, 0, 0, 0]
  ),
  (
    "X-GZIP",
    [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03] + deflated + [0xAA, 0x68, 0xEF, 0x61, 0x2D, 0, 0, 0]
  ),
]

private let deflated: [UInt8] = [
  0xCB, 0x49, 0x4D, 0x4C, 0x49, 0x2D, 0x2A, 0x56, 0xC8, 0xC9, 0x2C, 0x2E, 0x49, 0xCD, 0x53, 0x48, 0xCB, 0x2C,
  0x2A,
  0x2E, 0xD1, 0x51, 0x48, 0xCC, 0x4B, 0x51, 0xC8, 0x41, 0x95, 0xC9, 0x49, 0x2C, 0x2E, 0x01, 0x00,
]
