/// Finds the length that a gzip body claims for itself, in the bytes as they come from the connection.
///
/// libcurl takes a compressed stream that was cut in half for a short body. A short feed looks like one whose entries are
/// gone, so we look ourselves: the last four bytes of a gzip stream are its decompressed length modulo 2^32 (RFC 1952).
/// The bytes seen here still carry the framing of chunked transfer coding over HTTP/1 (RFC 9112 section 7.1), which is
/// taken off first.
struct GzipTrailer {
  private enum Framing {
    case none
    case size(value: UInt64, sawDigit: Bool)
    case rest(of: UInt64)
    case data(left: UInt64)
    case lineAfterData
    case ended
  }

  private var framing: Framing
  private var last: [UInt8] = []

  init(isChunked: Bool) {
    framing = isChunked ? .size(value: 0, sawDigit: false) : .none
  }

  /// True if the stream does not end with the length that its content turned out to have.
  ///
  /// A body without any bytes is not cut: servers label even empty answers as gzip.
  func isCut(atLength length: Int) -> Bool {
    guard !last.isEmpty else { return false }
    // 10 bytes of header, 2 of empty content, 8 of trailer: anything shorter was cut.
    guard last.count >= 20 else { return true }
    let stated = last.suffix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    return stated != UInt32(truncatingIfNeeded: length)
  }

  mutating func read(_ bytes: some RandomAccessCollection<UInt8>) {
    var rest = bytes[...]
    while let byte = rest.first {
      switch framing {
      case .none:
        keep(rest)
        return
      case .ended: return
      case .data(let left):
        let count = Int(clamping: min(left, UInt64(rest.count)))
        keep(rest.prefix(count))
        rest = rest.dropFirst(count)
        framing = left == UInt64(count) ? .lineAfterData : .data(left: left - UInt64(count))
        continue
      case .size(let value, let sawDigit):
        if let digit = hexadecimalDigit(byte) {
          // A size beyond 64 bits is refused by libcurl.
          framing = .size(value: value << 4 | UInt64(digit), sawDigit: true)
        } else if sawDigit {
          framing = byte == 0x0A ? afterSize(value) : .rest(of: value)
        }
      case .rest(let value):
        if byte == 0x0A { framing = afterSize(value) }
      case .lineAfterData:
        if byte == 0x0A { framing = .size(value: 0, sawDigit: false) }
      }
      rest = rest.dropFirst()
    }
  }

  private func afterSize(_ value: UInt64) -> Framing { value == 0 ? .ended : .data(left: value) }

  private mutating func keep(_ bytes: some RandomAccessCollection<UInt8>) {
    last = Array((last + bytes.suffix(20)).suffix(20))
  }

  private func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
