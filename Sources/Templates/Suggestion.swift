/// The known name that is nearest to a mistyped one; `nil` if none is near.
///
/// Near means at most a third of the letters wrong, counted as insertions, deletions, replacements and swaps of
/// neighbours. Of equally near names the first in byte order is taken.
func suggestion(for name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in known.sorted() {
    let letters = Array(candidate.utf8)
    let limit = max(1, max(wanted.count, letters.count) / 3)
    guard letters.count <= 64, abs(letters.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Optimal string alignment distance, letter case ignored.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  let left = left.map(lowercased)
  let right = right.map(lowercased)
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let replacement = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(replacement, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}

private func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
