/// Invented words, always the same ones in the same order.
struct Words {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number below `bound` (xorshift64*).
  mutating func number(below bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

  /// Short words are common, long ones rare.
  mutating func word() -> String {
    let syllables = number(below: 3) == 0 ? 3 : 1 + number(below: 2)
    var word = ""
    for _ in 0..<syllables { word += Self.syllables[number(below: Self.syllables.count)] }
    return word
  }

  mutating func phrase(_ count: Int) -> String {
    (0..<count).map { _ in word() }.joined(separator: " ")
  }

  /// A sentence as blogs have it in their HTML: one in four with a reference or a letter beyond ASCII.
  mutating func sentence() -> String {
    let start = phrase(7 + number(below: 20))
    let head = start.prefix(1).uppercased() + start.dropFirst()
    switch number(below: 16) {
    case 0: return "\(head) &#8211; \(phrase(4))."
    case 1: return "\(head): &#8220;\(phrase(5)).&#8221;"
    case 2: return "\(head)&#8217;s \(phrase(2))!"
    case 3: return "\(head) é \(phrase(2)) — “\(phrase(2))”?"
    default: return head + "."
    }
  }

  private static let syllables = [
    "bra", "mo", "quil", "ten", "dor", "va", "shi", "lum", "pre", "gant", "ori", "fel", "ka", "rus", "wen",
    "il",
    "tosk", "ne", "hab", "yu", "cre", "zin", "ol", "dra", "mer", "pi",
  ]
}
