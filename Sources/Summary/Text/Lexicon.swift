/// Lists of words and phrases, each for one cue, looked up together in one pass over a text.
///
/// A list is written as phrases parted by `/` or line feeds. Within a phrase:
/// - `should` the word, or a contraction of it (`i` also finds "I'm"); `don't` exactly that
/// - `must|should` either, `manag*` whatever begins so, `_` any word, `#` a number, `...3` up to three
///   words, `so?` optional
/// - `photo:` only before a colon, `$` the end of the text
struct Lexicon<Cue: Hashable & Sendable & CaseIterable & RawRepresentable>: Sendable
where Cue.RawValue == Int {
  private var byWord: [String: [Phrase]] = [:]
  /// Keyed by the first three bytes.
  private var byPrefix: [UInt32: [Phrase]] = [:]
  private var others: [Phrase] = []
  private var words = WordFilter()
  private var prefixes = WordFilter()

  /// `lists` in the order in which they are tried at a place.
  init(_ lists: [(Cue, String)]) {
    for (cue, list) in lists {
      for line in list.split(whereSeparator: { $0 == "/" || $0 == "\n" }) {
        let elements = line.split(separator: " ").map { Element(String($0)) }
        if !elements.isEmpty { insert(Phrase(cue: cue.rawValue, elements: elements)) }
      }
    }
  }

  /// How often each cue occurs in `tokens`, by its raw value; what one cue has used, it does not use twice.
  func counts(in tokens: ArraySlice<Token>) -> CueCounts<Cue> {
    var counts = CueCounts<Cue>()
    var usedUntil = Array(repeating: tokens.startIndex, count: Cue.allCases.count)
    for index in tokens.indices {
      visitMatches(in: tokens, at: index) { phrase, end in
        guard index >= usedUntil[phrase.cue] else { return }
        counts.add(phrase.cue)
        usedUntil[phrase.cue] = end
      }
    }
    return counts
  }

  func counts(in tokens: [Token]) -> CueCounts<Cue> { counts(in: tokens[...]) }

  /// The cues with which `tokens` begin, each with the number of words that it takes.
  func opening(of tokens: ArraySlice<Token>) -> [(cue: Cue, length: Int)] {
    var found: [(cue: Cue, length: Int)] = []
    guard !tokens.isEmpty else { return found }
    visitMatches(in: tokens, at: tokens.startIndex) { phrase, end in
      if let cue = Cue(rawValue: phrase.cue) { found.append((cue, end - tokens.startIndex)) }
    }
    return found
  }

  func opens(_ tokens: ArraySlice<Token>, with cue: Cue) -> Bool {
    opening(of: tokens).contains { $0.cue == cue }
  }

  func opens(_ tokens: [Token], with cue: Cue) -> Bool { opens(tokens[...], with: cue) }

  private mutating func insert(_ phrase: Phrase) {
    guard case .words(let alternatives, _) = phrase.elements[0].kind, !phrase.elements[0].isOptional else {
      others.append(phrase)
      return
    }
    var isUnkeyed = false
    for alternative in alternatives {
      switch alternative {
      case .word(let word):
        byWord[word, default: []].append(phrase)
        words.insert(wordKey(word.utf8))
      case .prefix(let prefix) where prefix.utf8.count >= 3:
        byPrefix[prefixKey(prefix), default: []].append(phrase)
        prefixes.insert(mixed(prefixKey(prefix)))
      case .prefix, .number: isUnkeyed = true
      }
    }
    if isUnkeyed { others.append(phrase.unlisted) }
  }

  private func visitMatches(
    in tokens: ArraySlice<Token>, at index: Int, _ visit: (Phrase, Int) -> Void
  ) {
    let token = tokens[index]
    func run(_ phrases: [Phrase]?) {
      guard let phrases else { return }
      for phrase in phrases {
        if let end = phrase.match(tokens, at: index, element: 0) { visit(phrase, end) }
      }
    }
    if words.mayContain(token.key) { run(byWord[token.word]) }
    if token.baseKey != token.key, words.mayContain(token.baseKey) { run(byWord[token.base]) }
    if !byPrefix.isEmpty, prefixes.mayContain(mixed(token.prefix)) { run(byPrefix[token.prefix]) }
    run(others)
  }
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

private func mixed(_ key: UInt32) -> UInt32 {
  let mixed = key &* 0x9E37_79B1
  return mixed ^ mixed >> 15
}

/// The first three bytes of a word as a number.
func prefixKey(_ word: String) -> UInt32 {
  word.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
}

private struct Phrase: Sendable {
  let cue: Int
  let elements: [Element]

  /// The same phrase without the first words under which it is listed already.
  var unlisted: Phrase {
    guard let first = elements.first else { return self }
    return Phrase(cue: cue, elements: [first.unlisted] + elements.dropFirst())
  }

  /// Index after the match of `elements[element...]` at `index`; `nil` if they do not match there.
  func match(_ tokens: ArraySlice<Token>, at index: Int, element: Int) -> Int? {
    guard element < elements.count else { return index }
    let wanted = elements[element]
    switch wanted.kind {
    case .end:
      return index == tokens.endIndex ? match(tokens, at: index, element: element + 1) : nil
    case .gap(let longest):
      for skipped in 0...longest where index + skipped <= tokens.endIndex {
        if let end = match(tokens, at: index + skipped, element: element + 1) { return end }
      }
      return nil
    default:
      if index < tokens.endIndex, wanted.matches(tokens[index]),
        let end = match(tokens, at: index + 1, element: element + 1)
      {
        return end
      }
      return wanted.isOptional ? match(tokens, at: index, element: element + 1) : nil
    }
  }
}

private struct Element: Sendable {
  enum Kind: Sendable {
    case words([Alternative], beforeColon: Bool)
    case any
    case number
    case end
    case gap(Int)
  }

  enum Alternative: Sendable {
    case word(String)
    case prefix(String)
    case number

    init(_ source: Substring) {
      if source == "#" {
        self = .number
      } else if source.hasSuffix("*") {
        self = .prefix(String(source.dropLast()))
      } else {
        self = .word(String(source))
      }
    }

    func matches(_ token: Token) -> Bool {
      switch self {
      case .word(let word): word == token.word || word == token.base
      case .prefix(let prefix): token.word.utf8.starts(with: prefix.utf8)
      case .number: token.isNumber
      }
    }
  }

  let kind: Kind
  let isOptional: Bool

  init(_ source: String) {
    var text = Substring(source)
    if text.hasPrefix("..."), let longest = Int(text.dropFirst(3)) {
      kind = .gap(longest)
      isOptional = false
      return
    }
    isOptional = text.hasSuffix("?")
    if isOptional { text = text.dropLast() }
    switch text {
    case "_": kind = .any
    case "#": kind = .number
    case "$": kind = .end
    default:
      let beforeColon = text.hasSuffix(":")
      if beforeColon { text = text.dropLast() }
      kind = .words(text.split(separator: "|").map { Alternative($0) }, beforeColon: beforeColon)
    }
  }

  private init(kind: Kind, isOptional: Bool) {
    self.kind = kind
    self.isOptional = isOptional
  }

  /// Only the alternatives that can not be looked up by their letters.
  var unlisted: Element {
    guard case .words(let alternatives, let beforeColon) = kind else { return self }
    let rest = alternatives.filter { alternative in
      switch alternative {
      case .word: false
      case .prefix(let prefix): prefix.utf8.count < 3
      case .number: true
      }
    }
    return Element(kind: .words(rest, beforeColon: beforeColon), isOptional: isOptional)
  }

  func matches(_ token: Token) -> Bool {
    switch kind {
    case .any: true
    case .number: token.isNumber
    case .words(let alternatives, let beforeColon):
      (!beforeColon || token.isBeforeColon) && alternatives.contains { $0.matches(token) }
    case .end, .gap: false
    }
  }
}
