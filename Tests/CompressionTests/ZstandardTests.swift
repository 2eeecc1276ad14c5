import Compression
import Testing

@Suite("Zstandard frames")
struct ZstandardTests {
  @Test("What was compressed comes back", arguments: [0, 1, 1000, 300_000])
  func roundTrip(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 / 7) }
    let frame = try Zstandard.compress(bytes)
    #expect(try Zstandard.decompress(frame, limit: count) == bytes)
    if count > 1000 { #expect(frame.count < count / 2) }
  }

  @Test("The same bytes give the same frame")
  func deterministic() throws {
    let bytes = Array(String(repeating: "a feed is a list of entries; ", count: 500).utf8)
    #expect(try Zstandard.compress(bytes) == Zstandard.compress(bytes))
  }

  @Test("A frame that is cut, changed or no frame at all is damaged")
  func damaged() throws {
    let frame = try Zstandard.compress(Array("a feed is a list of entries".utf8))
    var changed = frame
    changed[frame.count - 1] ^= 1
    for broken in [Array(frame.dropLast()), changed, [], Array("no frame".utf8)] {
      #expect(throws: CompressionError.damaged) { try Zstandard.decompress(broken, limit: 1000) }
    }
  }

  @Test("A frame that holds more than it may is refused before it is opened")
  func tooLarge() throws {
    let frame = try Zstandard.compress([UInt8](repeating: 0, count: 1_000_000))
    #expect(frame.count < 200)
    #expect(throws: CompressionError.tooLarge) { try Zstandard.decompress(frame, limit: 999_999) }
  }
}
