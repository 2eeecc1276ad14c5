/// Passages as weighted bags of word stems: (1 + log frequency) x log(1 + passages / passages that hold the
/// stem), each scaled to length 1.
struct TermVectors {
  /// Stem numbers in ascending order with their weights; numbers are given by first appearance, so that
  /// sums are always taken in the same order.
  typealias Vector = [(term: Int, weight: Double)]

  private(set) var vectors: [Vector] = []
  private var numbers: [String: Int] = [:]
  private var rarity: [Double] = []

  init(_ passages: [[String]]) {
    let bags = passages.map { bag(of: $0) }
    var spread = Array(repeating: 0, count: numbers.count)
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

  private mutating func bag(of stems: [String]) -> [(term: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for stem in stems {
      let number = numbers[stem] ?? numbers.count
      numbers[stem] = number
      counts[number, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func normalised(_ vector: Vector) -> Vector {
    let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    return length > 0 ? vector.map { ($0.term, $0.weight / length) } : vector
  }
}
