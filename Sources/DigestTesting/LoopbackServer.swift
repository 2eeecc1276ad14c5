import Foundation
import Glibc

/// An HTTP/1.1 server on 127.0.0.1 for tests: answers as its script says and remembers what it was asked.
///
/// Each connection has a thread of its own and serves one request, or more where an answer keeps it alive. Nothing sleeps: an answer that must come late is held back
/// by a ``LoopbackServer/Hold``. The server ends with its last reference, or by ``stop()``.
public final class LoopbackServer: Sendable {
  public typealias Script = @Sendable (Request) -> Response

  public struct StartFailure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Chosen by the system.
  public let port: Int
  private let journal = Journal()

  /// Listens at once; `script` is called for each request, on its connection's thread.
  public init(_ script: @escaping Script) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { throw StartFailure(description: "no socket: errno \(errno)") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listener, pointer, length) == 0 && listen(listener, 512) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard isListening else {
      let failure = StartFailure(description: "cannot listen on 127.0.0.1: errno \(errno)")
      close(listener)
      throw failure
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    journal.open(listener)
    let journal = journal
    let thread = Thread { LoopbackServer.accept(on: listener, journal, script) }
    thread.name = "loopback-server"
    thread.start()
  }

  deinit {
    journal.close()
  }

  /// Breaks off what is under way and listens no more.
  public func stop() {
    journal.close()
  }

  /// `http://127.0.0.1:PORT` and `path`.
  public func url(_ path: String = "/", host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }

  /// What clients must be allowed to ask.
  public var allowedHosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  /// In the order in which they arrived.
  public var requests: [Request] { journal.requests }

  /// How many connections brought requests.
  public var connectionCount: Int { journal.connectionCount }

  /// The greatest number of requests that were being answered at one moment.
  public var peakConcurrency: Int { journal.peak }

  private static func accept(on listener: Int32, _ journal: Journal, _ script: @escaping Script) {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        break
      }
      guard journal.open(connection) else { continue }
      let thread = Thread {
        Connection(socket: connection, journal: journal).serve(script)
        journal.end(connection)
      }
      thread.stackSize = 256 << 10
      thread.start()
    }
    journal.end(listener)
  }
}

extension LoopbackServer {
  /// What the server remembers, and the sockets that it has open.
  final class Journal: @unchecked Sendable {  // everything is guarded by `condition`
    private let condition = NSCondition()
    private var sockets: Set<Int32> = []
    private var isClosed = false
    private var received: [Request] = []
    private var answering = 0
    private var highest = 0
    private var connections = 0

    var requests: [Request] { locked { received } }
    var peak: Int { locked { highest } }
    var connectionCount: Int { locked { connections } }

    func countConnection() { locked { connections += 1 } }

    /// False, and the socket closed, if the server has stopped.
    @discardableResult
    func open(_ socket: Int32) -> Bool {
      locked {
        guard !isClosed else {
          Glibc.close(socket)
          return false
        }
        sockets.insert(socket)
        return true
      }
    }

    /// Closes the socket, once.
    func end(_ socket: Int32) {
      locked { if sockets.remove(socket) != nil { Glibc.close(socket) } }
    }

    /// Wakes every thread that waits in a socket or in ``waitForClose()``; each closes its own.
    func close() {
      locked {
        isClosed = true
        for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
        condition.broadcast()
      }
    }

    func begin(_ request: Request) {
      locked {
        received.append(request)
        answering += 1
        highest = max(highest, answering)
      }
    }

    func finish() { locked { answering -= 1 } }

    func waitForClose() {
      locked { while !isClosed { condition.wait() } }
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
      condition.lock()
      defer { condition.unlock() }
      return body()
    }
  }
}
