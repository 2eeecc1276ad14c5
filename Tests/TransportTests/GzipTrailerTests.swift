import Testing

@testable import Transport

@Suite("The stated length of a gzip body")
struct GzipTrailerTests {
  private let content = Array("some text that is long enough to be parted at many places".utf8)

  private func isCut(_ bytes: [UInt8], isChunked: Bool = false, piece size: Int = .max, length: Int) -> Bool {
    var trailer = GzipTrailer(isChunked: isChunked)
    var rest = bytes[...]
    while !rest.isEmpty {
      trailer.read(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return trailer.isCut(atLength: length)
  }

  @Test("A whole stream states the length of its content", arguments: [1, 3, 7, 20, 1000])
  func whole(piece: Int) {
    let bytes = GzipBytes.stored(content)
    #expect(!isCut(bytes, piece: piece, length: content.count))
    #expect(isCut(bytes, piece: piece, length: content.count - 1))
    #expect(isCut(Array(bytes.dropLast(9)), piece: piece, length: content.count))
  }

  @Test(
    "Chunked framing is taken off wherever it parts the stream", arguments: [1, 2, 5, 8, 64], [1, 3, 1000])
  func chunked(chunk: Int, piece: Int) {
    var bytes: [UInt8] = []
    var rest = GzipBytes.stored(content)[...]
    while !rest.isEmpty {
      bytes += Array((String(rest.prefix(chunk).count, radix: 16, uppercase: true) + ";x=y\r\n").utf8)
      bytes += rest.prefix(chunk) + [13, 10]
      rest = rest.dropFirst(chunk)
    }
    let whole = bytes + Array("0\r\nSome-Trailer: 00000000000000000000\r\n\r\n".utf8)
    #expect(!isCut(whole, isChunked: true, piece: piece, length: content.count))
    #expect(isCut(Array(bytes.dropLast(24)), isChunked: true, piece: piece, length: content.count))
  }

  @Test("No bytes at all are an empty body; a few are a cut one")
  func short() {
    #expect(!isCut([], length: 0))
    #expect(isCut([0x1F, 0x8B, 8], length: 0))
    #expect(!isCut(GzipBytes.stored([]), length: 0))
  }
}
