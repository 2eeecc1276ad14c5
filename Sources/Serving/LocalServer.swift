import Glibc

/// An HTTP/1.1 server for the browser on this machine: it listens on 127.0.0.1, answers GET and HEAD, one request a
/// connection, and does it all on the thread that calls ``run(until:answer:)``.
///
/// What a request may be is bounded (8 KiB, no body, ten seconds), and so is what a client may hold open. A request for
/// another host than this machine's is refused: a page on the web could have had its name turned to 127.0.0.1.
public final class LocalServer: Sendable {
  /// How long a client may take.
  struct Patience: Sendable {
    var head = Duration.seconds(10)
    var answer = Duration.seconds(30)
    var goodbye = Duration.seconds(2)
  }

  public let port: Int
  private let listener: Int32
  private let patience: Patience
  private static let mostConnections = 64

  /// Listens at once.
  ///
  /// - Parameter port: 0 for one of the system's choice.
  public convenience init(port: Int) throws(ServingError) {
    try self.init(port: port, patience: Patience())
  }

  init(port: Int, patience: Patience) throws(ServingError) {
    (listener, self.port) = try SocketCalls.listen(port: port)
    self.patience = patience
  }

  deinit { close(listener) }

  /// `http://127.0.0.1:PORT/`.
  public var address: String { "http://127.0.0.1:\(port)/" }

  /// Serves until asked to stop; then breaks off what is under way and returns.
  ///
  /// - Parameter answer: called for each request, one after the other, on the calling thread.
  public func run(until stop: StopRequest, answer: (Request) -> Answer) {
    let clock = ContinuousClock()
    let hosts = LocalServer.hosts(port: port)
    var connections: [Connection] = []
    while true {
      for connection in connections where connection.hasEnded { close(connection.socket) }
      connections.removeAll(where: \.hasEnded)
      var watched = connections.map { (descriptor: $0.socket, toWrite: $0.isWriting) }
      watched.append((stop.readEnd, false))
      if connections.count < LocalServer.mostConnections { watched.append((listener, false)) }
      let deadline = connections.map(\.deadline).min()
      let ready = SocketCalls.wait(
        for: watched, milliseconds: deadline.map { (clock.now.duration(to: $0)).milliseconds } ?? -1)
      let now = clock.now
      for index in ready {
        switch watched[index].descriptor {
        case stop.readEnd:
          for connection in connections { close(connection.socket) }
          return
        case listener:
          while connections.count < LocalServer.mostConnections,
            let socket = SocketCalls.accept(on: listener)
          {
            connections.append(
              Connection(socket: socket, exchange: Exchange(hosts: hosts), deadline: now + patience.head))
          }
        default:
          connections[index].step(now: now, patience, answer: answer)
        }
      }
      for index in connections.indices where connections[index].deadline <= now {
        connections[index].expire(now: now, patience)
      }
    }
  }

  /// What a client may call this server; browsers leave port 80 out.
  private static func hosts(port: Int) -> Set<String> {
    let names = ["127.0.0.1", "localhost"]
    return Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  private struct Connection {
    let socket: Int32
    var exchange: Exchange
    var deadline: ContinuousClock.Instant

    var isWriting: Bool {
      if case .writing = exchange.state { true } else { false }
    }

    /// Reads or writes once.
    mutating func step(now: ContinuousClock.Instant, _ patience: Patience, answer: (Request) -> Answer) {
      guard case .writing(let rest) = exchange.state else {
        switch SocketCalls.receive(socket) {
        case .bytes(let bytes): exchange.receive(bytes, answer: answer)
        case .end: exchange.receivedEnd()
        case .broken: exchange.lose()
        case .nothing: break
        }
        if isWriting { deadline = now + patience.answer }
        return
      }
      guard let count = SocketCalls.send(rest, to: socket) else {
        exchange.lose()
        return
      }
      exchange.sent(count)
      if exchange.state == .draining { sayGoodbye(now, patience) }
    }

    mutating func expire(now: ContinuousClock.Instant, _ patience: Patience) {
      exchange.expire()
      deadline = now + patience.goodbye
    }

    private mutating func sayGoodbye(_ now: ContinuousClock.Instant, _ patience: Patience) {
      shutdown(socket, Int32(SHUT_WR))
      deadline = now + patience.goodbye
    }

    var hasEnded: Bool { exchange.state == .ended }
  }
}

extension Duration {
  /// Rounded up, never negative.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(0, Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
