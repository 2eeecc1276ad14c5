/// Passages as weighted bags of word stems: (1 + log frequency) x log(1 + passages / passages that hold the
/// stem), each scaled to length 1.
struct TermVectors {
  /// Stem numbers in ascending order with their weights; numbers are given by first appearance, so that
  /// sums are always taken in the same order.
  typealias Vector = [(term: Int, weight: Double)]

  private(set) var vectors: [Vector] = []
  private var numbers = WordTable<Int>()
  private var rarity: [Double] = []

  init(_ passages: [[String]]) {
    var termCount = 0
    let bags = passages.map { bag(of: $0, &termCount) }
    var spread = Array(repeating: 0, count: termCount)
    for bag in bags { for (term, _) in bag { spread[term] += 1 } }
    rarity = spread.map { logarithm(1 + Double(passages.count) / Double($0)) }
    vectors = bags.map { bag in
      normalised(bag.map { ($0.term, (1 + logarithm(Double($0.count))) * rarity[$0.term]) })
    }
  }

  /// What somebody looks for: stems that no passage holds are left out, repeated ones count more; not
  /// scaled to 1.
  func query(_ parts: [(stems: [String], weight: Double)]) -> Vector {
    var weights: [Int: Double] = [:]
    for part in parts where !part.stems.isEmpty {
      var counts: [Int: Int] = [:]
      for stem in part.stems { if let number = numbers[stem] { counts[number, default: 0] += 1 } }
      for (term, count) in counts {
        let share = Double(count) / Double(part.stems.count).squareRoot()
        weights[term, default: 0] += part.weight * share * rarity[term]
      }
    }
    return weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// How rare a stem is among the passages; 0 for a stem that none of them holds.
  func rarity(of stem: String) -> Double { numbers[stem].map { rarity[$0] } ?? 0 }

  static func dot(_ left: Vector, _ right: Vector) -> Double {
    var sum = 0.0
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i].term == right[j].term {
        sum += left[i].weight * right[j].weight
        i += 1
        j += 1
      } else if left[i].term < right[j].term {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  private mutating func bag(of stems: [String], _ termCount: inout Int) -> [(term: Int, count: Int)] {
    let terms = stems.map { stem in
      let number = numbers.value(of: stem, key: wordKey(stem.utf8)) { termCount }
      if number == termCount { termCount += 1 }
      return number
    }
    var bag: [(term: Int, count: Int)] = []
    for term in terms.sorted() {
      if bag.last?.term == term { bag[bag.count - 1].count += 1 } else { bag.append((term, 1)) }
    }
    return bag
  }

  private func normalised(_ vector: Vector) -> Vector {
    let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    return length > 0 ? vector.map { ($0.term, $0.weight / length) } : vector
  }
}
