/// Finds sets that lie mostly within one that was kept before, without comparing each with each.
struct NearDuplicates {
  private struct Holder {
    let set: Int
    /// Place of the next holder of the same shingle; -1 for the last.
    let next: Int
  }

  private var holders: [Holder] = []
  /// Place of the first holder of each shingle, -1 if there is none, and how many there are.
  private var heads: [(first: Int, count: Int)] = []
  private var sizes: [Int] = []
  /// How many shingles each kept set shares with the one that is looked at; 0 between the looks.
  private var shared: [Int] = []

  /// A shingle that this many kept texts share no longer tells them apart.
  private static let mostHolders = 16

  /// Number of the kept set with which `set` shares at least `share` of the smaller one's shingles.
  mutating func original(of set: Shingles.Set, share: Double) -> Int? {
    var touched: [Int] = []
    for shingle in set where shingle < heads.count {
      var place = heads[shingle].first
      while place >= 0 {
        let holder = holders[place]
        if shared[holder.set] == 0 { touched.append(holder.set) }
        shared[holder.set] += 1
        place = holder.next
      }
    }
    var first: Int?
    for kept in touched {
      if Double(shared[kept]) >= share * Double(min(set.count, sizes[kept])), kept < first ?? .max {
        first = kept
      }
      shared[kept] = 0
    }
    return first
  }

  /// Keeps `set`; its number is how many were kept before.
  mutating func keep(_ set: Shingles.Set) {
    let number = sizes.count
    sizes.append(max(1, set.count))
    shared.append(0)
    for shingle in set {
      while heads.count <= shingle { heads.append((-1, 0)) }
      guard heads[shingle].count < Self.mostHolders else { continue }
      holders.append(Holder(set: number, next: heads[shingle].first))
      heads[shingle] = (holders.count - 1, heads[shingle].count + 1)
    }
  }
}
