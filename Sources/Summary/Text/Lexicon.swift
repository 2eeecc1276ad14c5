/// Lists of words and phrases, each for one cue, looked up together in one pass over a text.
///
/// A list is written as phrases parted by `/` or line feeds; ``PhraseList`` says what a phrase may hold.
struct Lexicon<Cue: Hashable & Sendable & CaseIterable & RawRepresentable>: Sendable
where Cue.RawValue == Int {
  private let list: PhraseList

  /// `lists` in the order in which they are tried at a place.
  init(_ lists: [(Cue, String)]) {
    list = PhraseList(lists.map { (cue: $0.0.rawValue, phrases: $0.1) })
  }

  /// How often each cue occurs in `tokens`, by its raw value; what one cue has used, it does not use twice.
  func counts(in tokens: ArraySlice<Token>) -> CueCounts<Cue> {
    var counts = CueCounts<Cue>()
    var usedUntil = Array(repeating: tokens.startIndex, count: Cue.allCases.count)
    for index in tokens.indices {
      list.visitMatches(in: tokens, at: index) { cue, end in
        guard index >= usedUntil[cue] else { return }
        counts.add(cue)
        usedUntil[cue] = end
      }
    }
    return counts
  }

  func counts(in tokens: [Token]) -> CueCounts<Cue> { counts(in: tokens[...]) }

  /// The cues with which `tokens` begin, each with the number of words that it takes.
  func opening(of tokens: ArraySlice<Token>) -> [(cue: Cue, length: Int)] {
    var found: [(cue: Cue, length: Int)] = []
    guard !tokens.isEmpty else { return found }
    list.visitMatches(in: tokens, at: tokens.startIndex) { cue, end in
      if let cue = Cue(rawValue: cue) { found.append((cue, end - tokens.startIndex)) }
    }
    return found
  }

  func opens(_ tokens: ArraySlice<Token>, with cue: Cue) -> Bool {
    guard !tokens.isEmpty else { return false }
    var isFound = false
    list.visitMatches(in: tokens, at: tokens.startIndex) { found, _ in
      if found == cue.rawValue { isFound = true }
    }
    return isFound
  }

  func opens(_ tokens: [Token], with cue: Cue) -> Bool { opens(tokens[...], with: cue) }
}

/// How often each cue of a lexicon was found.
struct CueCounts<Cue: Hashable & Sendable & CaseIterable & RawRepresentable>: Sendable
where Cue.RawValue == Int {
  private var counts = Array(repeating: 0, count: Cue.allCases.count)

  subscript(cue: Cue) -> Int { counts[cue.rawValue] }

  /// How many of `cues` occur at all.
  func kinds(of cues: [Cue]) -> Int { cues.reduce(0) { $0 + (self[$1] > 0 ? 1 : 0) } }

  fileprivate mutating func add(_ rawValue: Int) { counts[rawValue] += 1 }
}
