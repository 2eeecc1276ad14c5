import Glibc

/// Why a file was not read.
public enum FileReadFailure: Error, Hashable, Sendable {
  case notFound
  case isFolder
  /// It holds more bytes than asked for.
  case tooLarge
  /// The reason in the words of the system.
  case unreadable(reason: String)
}

/// All bytes of the file at `path`, or of standard input for `nil`; read straight into the array that is
/// returned.
///
/// - Parameter limit: the largest number of bytes.
public func readBytes(ofFile path: String?, limit: Int) throws(FileReadFailure) -> [UInt8] {
  let file = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
  guard file >= 0 else {
    throw errno == ENOENT || errno == ENOTDIR ? .notFound : .unreadable(reason: systemReason())
  }
  defer { if path != nil { close(file) } }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .unreadable(reason: systemReason()) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
  // What is no plain file has no size; a plain one may grow meanwhile.
  let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  guard size <= limit else { throw .tooLarge }
  var bytes = try piece(of: file, capacity: size + 1)
  var isAtEnd = bytes.count <= size
  while !isAtEnd {
    guard bytes.count <= limit else { throw .tooLarge }
    let capacity = max(bytes.count, 1 << 16)
    let next = try piece(of: file, capacity: capacity)
    bytes += next
    isAtEnd = next.count < capacity
  }
  guard bytes.count <= limit else { throw .tooLarge }
  return bytes
}

/// The next bytes; fewer than `capacity` at the end of the file.
private func piece(of file: Int32, capacity: Int) throws(FileReadFailure) -> [UInt8] {
  var failure: FileReadFailure?
  let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
    count = 0
    while count < capacity, let base = buffer.baseAddress {
      let length = read(file, base + count, capacity - count)
      if length < 0 && errno == EINTR { continue }
      if length < 0 { failure = .unreadable(reason: systemReason()) }
      if length <= 0 { return }
      count += length
    }
  }
  if let failure { throw failure }
  return bytes
}

private func systemReason() -> String { String(cString: strerror(errno)) }
