import Foundation
import Testing

@testable import Serving

@Suite("The server on loopback")
struct LocalServerTests {
  /// A server on a thread of its own, stopped and waited for at the end.
  private final class Running {
    let server: LocalServer
    private let stop = StopRequest()
    private let ended = DispatchSemaphore(value: 0)

    init(
      patience: LocalServer.Patience = LocalServer.Patience(),
      answer: @escaping @Sendable (Request) -> Answer = { Answer(text: $0.path) }
    ) throws {
      server = try LocalServer(port: 0, patience: patience)
      let (server, stop, ended) = (server, stop, ended)
      let thread = Thread {
        server.run(until: stop, answer: answer)
        ended.signal()
      }
      thread.start()
    }

    func end() {
      stop.stop()
      ended.wait()
    }

    func get(_ path: String, host: String? = nil) -> String {
      let client = RawClient(port: server.port)
      client.send("GET \(path) HTTP/1.1\r\nHost: \(host ?? "localhost:\(server.port)")\r\n\r\n")
      return client.answer()
    }
  }

  @Test("It answers under both of its names, tells browsers to keep nothing, and closes")
  func answers() throws {
    let running = try Running()
    defer { running.end() }
    #expect(running.server.address == "http://127.0.0.1:\(running.server.port)/")
    for host in ["localhost", "127.0.0.1"] {
      let answer = running.get("/x", host: "\(host):\(running.server.port)")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(answer.hasSuffix("\r\n\r\n/x\n"))
      for field in ["Cache-Control: no-store", "X-Content-Type-Options: nosniff", "Connection: close"] {
        #expect(answer.contains("\r\n\(field)\r\n"))
      }
    }
    #expect(running.get("/x", host: "rebound.example:\(running.server.port)").hasPrefix("HTTP/1.1 421 "))
  }

  @Test("A large answer arrives whole, though the client reads it late and sent too much itself")
  func largeAnswer() throws {
    let running = try Running { _ in
      Answer(contentType: "text/plain", body: [UInt8](repeating: 0x61, count: 5_000_000))
    }
    defer { running.end() }
    let slow = RawClient(port: running.server.port)
    slow.send(
      "GET / HTTP/1.1\r\nHost: localhost:\(running.server.port)\r\n\r\n" + String(repeating: "x", count: 9000)
    )
    #expect(running.get("/").utf8.count > 5_000_000)
    #expect(slow.answer().utf8.count > 5_000_000)
  }

  @Test("Clients that send half a request, or nothing, keep nobody waiting")
  func waitingClients() throws {
    let running = try Running()
    defer { running.end() }
    let half = RawClient(port: running.server.port)
    half.send("GET / HT")
    let silent = RawClient(port: running.server.port)
    #expect(running.get("/ok").hasSuffix("/ok\n"))
    withExtendedLifetime((half, silent)) {}
  }

  @Test("Clients that send half a request, or nothing, are let go in time")
  func slowClients() throws {
    let running = try Running(
      patience: LocalServer.Patience(head: .milliseconds(500), goodbye: .milliseconds(20)))
    defer { running.end() }
    let half = RawClient(port: running.server.port)
    half.send("GET / HT")
    let silent = RawClient(port: running.server.port)
    #expect(half.answer().hasPrefix("HTTP/1.1 408 "))
    #expect(silent.answer().isEmpty)
  }

  @Test("More clients at once than it keeps open are all answered, one after the other")
  func manyClients() throws {
    let running = try Running()
    defer { running.end() }
    let clients = (0..<100).map { _ in RawClient(port: running.server.port) }
    for client in clients { client.send("GET /n HTTP/1.1\r\nHost: localhost:\(running.server.port)\r\n\r\n") }
    for client in clients { #expect(client.answer().hasSuffix("/n\n")) }
  }

  @Test("Stopping breaks off what is under way, and the port is free again")
  func stopping() throws {
    let running = try Running()
    let waiting = RawClient(port: running.server.port)
    waiting.send("GET")
    #expect(running.get("/x").hasSuffix("/x\n"))
    running.end()
    #expect(waiting.answer().isEmpty)
  }

  @Test("A port that is taken is named, with what to do")
  func portInUse() throws {
    let first = try LocalServer(port: 0)
    #expect(throws: ServingError.portInUse(first.port)) { try LocalServer(port: first.port) }
    #expect(ServingError.portInUse(8).description.contains("--port"))
  }
}
