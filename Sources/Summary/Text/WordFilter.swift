/// Says quickly of most words that a list does not hold them (a Bloom filter with one hash).
///
/// Most words of a text stand in no list of cues; looking each of them up took half the time of a ranking.
struct WordFilter: Sendable {
  private var bits = Array(repeating: UInt64(0), count: 512)

  mutating func insert(_ key: UInt32) {
    bits[Int(key >> 6) & 511] |= 1 << UInt64(key & 63)
  }

  func mayContain(_ key: UInt32) -> Bool {
    bits[Int(key >> 6) & 511] & (1 << UInt64(key & 63)) != 0
  }
}

/// A number for a word: FNV-1a, mixed so that its low bits tell words apart.
func wordKey(_ word: some Sequence<UInt8>) -> UInt32 {
  var key: UInt32 = 0x811C_9DC5
  for byte in word { key = (key ^ UInt32(byte)) &* 0x0100_0193 }
  return key ^ key >> 15
}
