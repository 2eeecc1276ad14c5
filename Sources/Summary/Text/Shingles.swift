/// Texts as sets of three words in a row, for finding one text inside another.
struct Shingles {
  typealias Set = Swift.Set<Shingle>

  /// The numbers of three words in a row.
  struct Shingle: Hashable {
    let first: Int
    let second: Int
    let third: Int
  }

  private var numbers: [String: Int] = [:]

  mutating func set(of tokens: [Token]) -> Set {
    guard tokens.count >= 3 else { return [] }
    let words = tokens.map { number(of: $0.word) }
    var set = Set(minimumCapacity: words.count)
    for index in 0..<words.count - 2 {
      set.insert(Shingle(first: words[index], second: words[index + 1], third: words[index + 2]))
    }
    return set
  }

  private mutating func number(of word: String) -> Int {
    if let number = numbers[word] { return number }
    let number = numbers.count
    numbers[word] = number
    return number
  }
}

/// Finds sets that lie mostly within one that was kept before, without comparing each with each.
struct NearDuplicates {
  private var holders: [Shingles.Shingle: [Int]] = [:]
  private var sizes: [Int] = []

  /// A shingle that this many kept texts share no longer tells them apart.
  private static let mostHolders = 16

  /// Number of the kept set with which `set` shares at least `share` of the smaller one's shingles.
  func original(of set: Shingles.Set, share: Double) -> Int? {
    guard !set.isEmpty else { return nil }
    var shared: [Int: Int] = [:]
    for shingle in set {
      for holder in holders[shingle] ?? [] { shared[holder, default: 0] += 1 }
    }
    return shared.keys.filter { holder in
      Double(shared[holder] ?? 0) >= share * Double(min(set.count, sizes[holder]))
    }.min()
  }

  /// Keeps `set`; its number is how many were kept before.
  mutating func keep(_ set: Shingles.Set) {
    let number = sizes.count
    sizes.append(max(1, set.count))
    for shingle in set where holders[shingle, default: []].count < Self.mostHolders {
      holders[shingle, default: []].append(number)
    }
  }
}
