import Glibc

/// The system's socket calls, with their pointers kept inside.
enum SocketCalls {
  enum Received {
    case bytes([UInt8])
    case end
    /// Nothing is there at the moment.
    case nothing
    case broken
  }

  /// A socket that listens on 127.0.0.1, and its port.
  ///
  /// - Parameter port: 0 for one of the system's choice.
  static func listen(port: Int) throws(ServingError) -> (socket: Int32, port: Int) {
    let descriptor = socket(
      AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw .unavailable(reason(errno)) }
    var one: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(clamping: port)).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && Glibc.listen(descriptor, 64) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard isListening else {
      let code = errno
      close(descriptor)
      switch code {
      case EADDRINUSE: throw .portInUse(port)
      case EACCES: throw .portForbidden(port)
      default: throw .unavailable(reason(code))
      }
    }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// The next connection; `nil` if none waits.
  static func accept(on listener: Int32) -> Int32? {
    let connection = Glibc.accept(listener, nil, nil)
    guard connection >= 0 else { return nil }
    makeNonblocking(connection)
    return connection
  }

  /// The two ends of a pipe.
  static func pipe() -> (readEnd: Int32, writeEnd: Int32) {
    var ends: [Int32] = [-1, -1]
    _ = Glibc.pipe(&ends)
    ends.forEach(makeNonblocking)
    return (ends[0], ends[1])
  }

  private static func makeNonblocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  static func receive(_ socket: Int32) -> Received {
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = recv(socket, &piece, piece.count, 0)
    if count > 0 { return .bytes(Array(piece.prefix(count))) }
    if count == 0 { return .end }
    return errno == EAGAIN || errno == EINTR ? .nothing : .broken
  }

  /// How many of the bytes went out; `nil` if the connection is broken.
  static func send(_ bytes: ArraySlice<UInt8>, to socket: Int32) -> Int? {
    let count = bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }

  /// Waits until one of `watched` can go on, at most `milliseconds`; the indices of those that can.
  static func wait(for watched: [(descriptor: Int32, toWrite: Bool)], milliseconds: Int) -> [Int] {
    var list = watched.map {
      pollfd(fd: $0.descriptor, events: Int16($0.toWrite ? POLLOUT : POLLIN), revents: 0)
    }
    guard poll(&list, nfds_t(list.count), Int32(clamping: milliseconds)) > 0 else { return [] }
    return list.indices.filter { list[$0].revents != 0 }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
