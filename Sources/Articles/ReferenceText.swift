import Model

/// The article's words as another source gives them: structured data, or the feed.
///
/// Where it holds most of what was read, what it does not hold is no part of the article.
struct ReferenceText {
  private let shingles: Set<[UInt64]>
  private let wordCount: Int

  init(_ text: String) {
    let words = ReferenceText.words(text)
    wordCount = words.count
    shingles = ReferenceText.shingles(words)
  }

  func checked(_ blocks: [FlowBlock]) -> [FlowBlock] {
    guard wordCount >= 100 else { return blocks }
    var shares: [Double] = []
    var known = 0.0
    var read = 0
    for block in blocks {
      let words = ReferenceText.words(block.text)
      let own = ReferenceText.shingles(words)
      let share = own.isEmpty ? 1 : Double(own.count(where: shingles.contains)) / Double(own.count)
      shares.append(share)
      if block.role == nil {
        known += share * Double(words.count)
        read += words.count
      }
    }
    guard read > 0, known >= 0.6 * Double(read), known >= 0.6 * Double(wordCount) else { return blocks }
    var blocks = blocks
    for index in blocks.indices where blocks[index].role == nil && shares[index] < 0.2 {
      if blocks[index].kind == .heading || blocks[index].kind == .code || blocks[index].kind == .table {
        continue
      }
      blocks[index].role = .boilerplate
    }
    return blocks
  }

  private static func words(_ text: String) -> [UInt64] {
    text.utf8.split { $0 <= 0x2F || ($0 >= 0x3A && $0 <= 0x40) }.map { word in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in word { hash = (hash ^ UInt64(lowered(byte))) &* 0x100_0000_01b3 }
      return hash
    }
  }

  private static func shingles(_ words: [UInt64]) -> Set<[UInt64]> {
    guard words.count >= 3 else { return [] }
    return Set((0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) })
  }
}
