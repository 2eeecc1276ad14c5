import Testing

@testable import Serving

@Suite("The life of a connection")
struct ExchangeTests {
  private static let head = Array("GET / HTTP/1.1\r\nHost: me:1\r\n\r\n".utf8)

  private func text(_ exchange: Exchange) -> String {
    guard case .writing(let bytes) = exchange.state else { return "\(exchange.state)" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A request that comes in pieces is answered once, when it is whole")
  func pieces() {
    var exchange = Exchange(hosts: ["me:1"])
    var count = 0
    for byte in Self.head {
      exchange.receive([byte]) { _ in
        count += 1
        return Answer(text: "yes")
      }
    }
    #expect(count == 1)
    #expect(text(exchange).hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"))
    #expect(text(exchange).hasSuffix("\r\n\r\nyes\n"))
  }

  @Test("To HEAD the head alone is sent, with the length of what GET would bring")
  func head() {
    var exchange = Exchange(hosts: ["me:1"])
    exchange.receive(Array("HEAD / HTTP/1.1\r\nHost: me:1\r\n\r\n".utf8)) { _ in Answer(text: "yes") }
    #expect(text(exchange).contains("\r\nContent-Length: 4\r\n"))
    #expect(text(exchange).hasSuffix("\r\n\r\n"))
  }

  @Test(
    "Another host is refused, and nobody is asked for an answer", arguments: ["evil.example:1", "me", "me:2"])
  func otherHost(host: String) {
    var exchange = Exchange(hosts: ["me:1"])
    exchange.receive(Array("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n".utf8)) { _ in
      Issue.record("asked")
      return Answer(text: "secret")
    }
    #expect(text(exchange).hasPrefix("HTTP/1.1 421 "))
  }

  @Test("After the last byte what the client still sends is read away until it closes")
  func draining() {
    var exchange = Exchange(hosts: ["me:1"])
    exchange.receive(Self.head) { _ in Answer(text: "yes") }
    let length = text(exchange).utf8.count
    exchange.sent(length - 1)
    exchange.receivedEnd()
    #expect(text(exchange) == "\n")
    exchange.sent(1)
    #expect(exchange.state == .draining)
    exchange.receive(Self.head) { _ in
      Issue.record("asked")
      return Answer(text: "no")
    }
    #expect(exchange.state == .draining)
    exchange.receivedEnd()
    #expect(exchange.state == .ended)
  }

  @Test("Who begins a request and does not end it is told so; who sends nothing is let go")
  func slowness() {
    var silent = Exchange(hosts: [])
    silent.expire()
    #expect(silent.state == .ended)
    var slow = Exchange(hosts: [])
    slow.receive(Array("GET".utf8)) { _ in Answer(text: "no") }
    slow.expire()
    #expect(text(slow).hasPrefix("HTTP/1.1 408 "))
    slow.expire()
    #expect(slow.state == .ended)
  }

  @Test("A flood before the head's end is cut off at its limit")
  func flood() {
    var exchange = Exchange(hosts: [])
    exchange.receive([UInt8](repeating: 0x61, count: 1 << 20)) { _ in Answer(text: "no") }
    #expect(text(exchange).hasPrefix("HTTP/1.1 431 "))
  }
}
