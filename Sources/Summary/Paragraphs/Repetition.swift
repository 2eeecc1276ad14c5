/// Finds passages that say again what a longer one says: pull quotes, standfirsts, captions.
///
/// Only passages that share one of a passage's rarest words are compared with it, and never more than a few
/// dozen, so that the work grows with the length of the text and not with its square.
struct Repetition {
  private typealias Bag = [(word: Int, count: Int)]

  /// Words by their numbers, in ascending order.
  private let bags: [Bag]
  private let counts: [Int]
  /// The passages that hold each word.
  private let places: [[Int]]

  init(_ passages: [Passage]) {
    var numbers = WordTable<Int>()
    var places: [[Int]] = []
    var bags: [Bag] = []
    for (index, passage) in passages.enumerated() {
      let words = passage.tokens.map { token in
        let number = numbers.value(of: token.word, key: token.key) { places.count }
        if number == places.count { places.append([]) }
        return number
      }
      var bag: Bag = []
      for word in words.sorted() {
        if bag.last?.word == word {
          bag[bag.count - 1].count += 1
        } else {
          bag.append((word: word, count: 1))
          places[word].append(index)
        }
      }
      bags.append(bag)
    }
    self.bags = bags
    self.places = places
    counts = passages.map(\.count)
  }

  /// Share of the words of one passage that the other holds too.
  func share(of passage: Int, in other: Int) -> Double {
    guard counts[passage] > 0 else { return 0 }
    let own = bags[passage]
    let theirs = bags[other]
    var shared = 0
    var next = 0
    for (word, count) in own {
      while next < theirs.count, theirs[next].word < word { next += 1 }
      guard next < theirs.count else { break }
      if theirs[next].word == word { shared += min(count, theirs[next].count) }
    }
    return Double(shared) / Double(counts[passage])
  }

  /// Passages of which this one could be a repetition, in order.
  func possibleOriginals(of passage: Int) -> [Int] {
    let ordered = bags[passage].map { (word: $0.word, count: $0.count, spread: places[$0.word].count) }
      .sorted { ($0.spread, $0.word) < ($1.spread, $1.word) }
    var needed = counts[passage] * 15 / 100 + 1
    var found: Set<Int> = []
    for (word, count, _) in ordered {
      guard needed > 0, found.count < 48 else { break }
      needed -= count
      for place in places[word].prefix(48) where place != passage { found.insert(place) }
    }
    return found.sorted()
  }
}
