/// Brings the forms of an English word together: `manage`, `managers`, `managing` and `management` become one, and so do
/// `leader` and `leadership`.
///
/// The Snowball rules, which serve all other languages, stop at `leader` and `leadership`: for the texts that are picked from,
/// they are one topic. Light nevertheless: two words that become one would make up a topic that is not there.
enum EnglishStemmer {
  static func stem(_ word: String) -> String {
    var letters = Array(word.utf8)
    guard letters.count > 3, letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return word }
    stripPlural(&letters)
    stripInflection(&letters)
    stripDerivation(&letters)
    while letters.count > 4, letters.last == UInt8(ascii: "e") { letters.removeLast() }
    if letters.last == UInt8(ascii: "y"), letters.count > 3 { letters[letters.count - 1] = UInt8(ascii: "i") }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func stripPlural(_ letters: inout [UInt8]) {
    if letters.ends(in: "sses") || letters.ends(in: "xes") || letters.ends(in: "shes")
      || letters.ends(in: "ches")
    {
      letters.removeLast(2)
    } else if letters.ends(in: "ies") {
      letters.removeLast(3)
      letters.append(UInt8(ascii: "y"))
    } else if letters.ends(in: "s"), !letters.ends(in: "ss"), !letters.ends(in: "us"), !letters.ends(in: "is")
    {
      letters.removeLast()
    }
  }

  private static func stripInflection(_ letters: inout [UInt8]) {
    if letters.ends(in: "ied"), letters.count > 4 {
      letters.removeLast(3)
      letters.append(UInt8(ascii: "y"))
      return
    }
    guard let ending = inflections.first(where: { letters.ends(in: $0) }) else { return }
    let stem = letters.dropLast(ending.utf8.count)
    guard stem.count >= 3, stem.contains(where: isVowel) else { return }
    letters = Array(stem)
    let last = letters[letters.count - 1]
    if letters.count > 3, last == letters[letters.count - 2], !isVowel(last), !"lsz".utf8.contains(last) {
      letters.removeLast()
    }
  }

  /// Twice at most: `leadership` loses `ship`, then `er`.
  private static func stripDerivation(_ letters: inout [UInt8]) {
    for _ in 0..<2 {
      guard let last = letters.last,
        let (ending, least) = derivationsByLastLetter[last]?.first(where: { letters.ends(in: $0.0) }),
        letters.count - ending.utf8.count >= least
      else { return }
      letters.removeLast(ending.utf8.count)
    }
  }

  private static let derivationsByLastLetter = Dictionary(grouping: derivations) { $0.0.utf8.last ?? 0 }

  private static let inflections = ["edly", "ingly", "ing", "ed"]

  /// Longest first; the number of letters that must be left.
  private static let derivations: [(String, Int)] = [
    ("fulness", 4), ("ousness", 4), ("iveness", 4), ("ization", 4), ("isation", 4), ("ational", 4),
    ("ement", 4), ("ment", 4), ("ship", 4), ("ation", 4), ("ator", 4), ("ness", 3), ("ance", 4), ("ence", 4),
    ("able", 4), ("ible", 4), ("ally", 4), ("ful", 4), ("ous", 4), ("ive", 4), ("ize", 4), ("ise", 4),
    ("ity", 4), ("ant", 5), ("ent", 5), ("ion", 4), ("er", 4), ("or", 4), ("al", 4), ("ly", 3), ("ic", 4),
  ]

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Whether these bytes end in the ASCII letters of `ending`.
  fileprivate func ends(in ending: String) -> Bool {
    var place = count
    guard place > ending.utf8.count else { return false }
    for byte in ending.utf8.reversed() {
      place -= 1
      if self[place] != byte { return false }
    }
    return true
  }
}
