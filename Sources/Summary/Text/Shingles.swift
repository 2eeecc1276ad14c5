/// Texts as sets of three words in a row, for finding one text inside another.
///
/// Shingles are numbers, given by first appearance: those of the first text are 0, 1, 2 and so on.
struct Shingles {
  typealias Set = [Int]

  private var words = WordTable<Int>()
  private var wordCount = 0
  private var numbers: [UInt64: Int] = [:]
  /// The set that held a shingle last.
  private var lastSet: [Int] = []
  private var setCount = 0

  /// The shingles of a text, each once, in the order in which they come.
  mutating func set(of tokens: [Token]) -> Set {
    guard tokens.count >= 3 else { return [] }
    setCount += 1
    var set: Set = []
    set.reserveCapacity(tokens.count)
    numbers.reserveCapacity(numbers.count + tokens.count)
    var key: UInt64 = 0
    for (index, token) in tokens.enumerated() {
      // Exact for two million different words; beyond, two shingles may pass for one.
      key = (key << 21 | UInt64(number(of: token)) & 0x1F_FFFF) & 0x7FFF_FFFF_FFFF_FFFF
      guard index >= 2 else { continue }
      let shingle = number(of: key)
      if lastSet[shingle] != setCount {
        lastSet[shingle] = setCount
        set.append(shingle)
      }
    }
    return set
  }

  private mutating func number(of token: Token) -> Int {
    let next = wordCount
    let number = words.value(of: token.word, key: token.key) { next }
    if number == next { wordCount += 1 }
    return number
  }

  private mutating func number(of key: UInt64) -> Int {
    if let number = numbers[key] { return number }
    let number = lastSet.count
    numbers[key] = number
    lastSet.append(0)
    return number
  }
}
