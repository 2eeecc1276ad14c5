/// Finds passages that say again what a longer one says: pull quotes, standfirsts, captions.
///
/// Only passages that share one of a passage's rarest words are compared with it, and never more than a few
/// dozen, so that the work grows with the length of the text and not with its square.
struct Repetition {
  private let bags: [[String: Int]]
  private let counts: [Int]
  private var places: [String: [Int]] = [:]

  init(_ passages: [Passage]) {
    bags = passages.map { $0.bag() }
    counts = passages.map(\.count)
    for (index, passage) in passages.enumerated() {
      for word in Set(passage.tokens.map(\.word)) { places[word, default: []].append(index) }
    }
  }

  /// Share of the words of one passage that the other holds too.
  func share(of passage: Int, in other: Int) -> Double {
    guard counts[passage] > 0 else { return 0 }
    let shared = bags[passage].reduce(0) { $0 + min($1.value, bags[other][$1.key] ?? 0) }
    return Double(shared) / Double(counts[passage])
  }

  /// Passages of which this one could be a repetition, in order.
  func possibleOriginals(of passage: Int) -> [Int] {
    let ordered = bags[passage].map { (word: $0.key, count: $0.value, spread: places[$0.key]?.count ?? 0) }
      .sorted { ($0.spread, $0.word) < ($1.spread, $1.word) }
    var needed = counts[passage] * 15 / 100 + 1
    var found: Set<Int> = []
    for (word, count, _) in ordered {
      guard needed > 0, found.count < 48 else { break }
      needed -= count
      for place in (places[word] ?? []).prefix(48) where place != passage { found.insert(place) }
    }
    return found.sorted()
  }
}
