import Foundation
import Glibc

extension LoopbackServer {
  /// One connection: reads a request, answers, and is done unless the answer keeps it open. The socket is closed by the journal.
  struct Connection {
    let socket: Int32
    let journal: Journal

    func serve(_ script: Script) {
      journal.countConnection()
      while let request = readRequest(), answer(request, script) {}
    }

    /// True if another request may come.
    private func answer(_ request: Request, _ script: Script) -> Bool {
      journal.begin(request)
      let response = script(request)
      response.hold?.wait()
      // Counted out before the answer is sent: the client may ask again as soon as it has it.
      journal.finish()
      switch response.ending {
      case .keepAlive:
        send(message(response))
        return true
      case .close:
        send(message(response))
        drain()
      case .reset(let count):
        send(Array(message(response).prefix(count)))
        var linger = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(
          socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
      case .silence: journal.waitForClose()
      }
      return false
    }
  }
}

extension LoopbackServer.Connection {
  private typealias Request = LoopbackServer.Request

  private func readRequest() -> LoopbackServer.Request? {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    while !bytes.suffix(4).elementsEqual(end) {
      var piece = [UInt8](repeating: 0, count: 4096)
      let count = unsafe recv(socket, &piece, piece.count, 0)
      guard count > 0, bytes.count < 1 << 20 else { return nil }
      bytes += piece.prefix(count)
    }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    let lines = String(text).components(separatedBy: "\r\n")
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    let fields = lines.dropFirst().compactMap { line -> Request.Field? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      return Request.Field(name: String(line[..<colon]), value: value)
    }
    return Request(method: words[0], target: words[1], fields: fields)
  }

  private func message(_ response: LoopbackServer.Response) -> [UInt8] {
    let connection = response.ending == .keepAlive ? "keep-alive" : "close"
    var head = "HTTP/1.1 \(response.status) Scripted\r\nConnection: \(connection)\r\n"
    var body = response.body
    let hasNoBody = response.status == 304 || response.status == 204
    switch response.framing {
    case .contentLength: if !hasNoBody { head += "Content-Length: \(body.count)\r\n" }
    case .claimedLength(let count): head += "Content-Length: \(count)\r\n"
    case .chunked(let size):
      head += "Transfer-Encoding: chunked\r\n"
      body = chunks(of: response.body, size: max(1, size))
    case .untilClose: break
    }
    for field in response.fields { head += "\(field.name): \(field.value)\r\n" }
    let bytes = (head + "\r\n").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    return response.preface + bytes + (hasNoBody ? [] : body)
  }

  private func chunks(of body: [UInt8], size: Int) -> [UInt8] {
    var result: [UInt8] = []
    var rest = body[...]
    while !rest.isEmpty {
      let piece = rest.prefix(size)
      result += Array((String(piece.count, radix: 16) + "\r\n").utf8) + piece + Array("\r\n".utf8)
      rest = rest.dropFirst(size)
    }
    return result + Array("0\r\n\r\n".utf8)
  }

  /// Stops silently when the client has gone.
  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.send(socket, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Ends our side and reads what is left of the client's, so that the answer is not lost to a reset.
  private func drain() {
    shutdown(socket, Int32(SHUT_WR))
    var piece = [UInt8](repeating: 0, count: 4096)
    while unsafe recv(socket, &piece, piece.count, 0) > 0 {}
  }
}
