import Testing

@testable import Serving

@Suite("Reading the head of a request")
struct RequestTests {
  private func read(_ text: String) -> Result<Request?, Refusal> {
    do throws(Refusal) {
      return .success(try Request(Array(text.utf8)))
    } catch {
      return .failure(error)
    }
  }

  @Test("Method, path without the query, and host are taken as they are")
  func whole() {
    #expect(
      read("GET /a/../b%2e?x=1 HTTP/1.1\r\nAccept: */*\r\nHost:  LocalHost:80 \r\n\r\n")
        == .success(Request(method: .get, path: "/a/../b%2e", host: "localhost:80")))
    #expect(
      read("HEAD / HTTP/1.0\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
        == .success(Request(method: .head, path: "/", host: "a")))
  }

  @Test("A head is not judged before its empty line has come")
  func incomplete() {
    let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    for length in 0..<bytes.count {
      #expect(read(String(decoding: bytes.prefix(length), as: UTF8.self)) == .success(nil))
    }
  }

  @Test(
    "What is malformed is refused",
    arguments: [
      "GET /\r\nHost: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / FTP/1.1\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\nno colon\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\nX: a\nb\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nX: \u{0}\r\nHost: a\r\n\r\n",
      "\r\n\r\n",
    ])
  func malformed(text: String) {
    #expect(read(text) == .failure(.malformed))
  }

  @Test(
    "Only GET and HEAD are known, in capitals", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get", ""])
  func methods(name: String) {
    #expect(read("\(name) / HTTP/1.1\r\nHost: a\r\n\r\n") == .failure(.otherMethod))
  }

  @Test(
    "A body is refused, however it is announced",
    arguments: ["Content-Length: 5", "Transfer-Encoding: chunked"])
  func bodies(field: String) {
    #expect(read("GET / HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n") == .failure(.hasBody))
  }

  @Test("A head of 8 KiB, or of more than 64 fields, is refused")
  func tooLarge() {
    #expect(read("GET /" + String(repeating: "x", count: 8192)) == .failure(.headTooLarge))
    let fields = String(repeating: "X: y\r\n", count: 64)
    #expect(read("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n") == .failure(.headTooLarge))
    #expect(read("GET / HTTP/1.1\r\nHost: a\r\n\(fields.dropLast())\r\n") != .failure(.headTooLarge))
  }
}
