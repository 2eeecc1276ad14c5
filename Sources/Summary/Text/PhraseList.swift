/// Phrases with a number each, found by the word with which they begin.
///
/// Within a phrase:
/// - `should` the word, or a contraction of it (`i` also finds "I'm"); `don't` exactly that
/// - `must|should` either, `manag*` whatever begins so, `_` any word, `#` a number, `...3` up to three
///   words, `so?` optional
/// - `photo:` only before a colon, `$` the end of the text
struct PhraseList: Sendable {
  private var phrases: [Phrase] = []
  private var steps: [PhraseStep] = []
  private var alternatives: [Alternative] = []
  /// What each alternative is written like.
  private var texts: [String] = []

  /// Places in ``listed`` of the phrases that begin with a word, and of those that begin with the first three bytes of one.
  private var byWord = WordTable<Range<Int>>()
  private var byPrefix: [UInt32: Range<Int>] = [:]
  private var listed: [Int] = []
  private var others: [Int] = []
  /// Those of ``others`` that may begin with something else than a number.
  private var wordless: [Int] = []
  private var words = WordFilter()
  private var prefixes = WordFilter()

  /// `lists` in the order in which they are tried at a place.
  init(_ lists: [(cue: Int, phrases: String)]) {
    var starts = PhraseStarts()
    for (cue, list) in lists {
      for line in list.split(whereSeparator: { $0 == "/" || $0 == "\n" }) {
        let parsed = line.split(separator: " ").map(ParsedStep.init)
        if !parsed.isEmpty { insert(parsed, cue: cue, &starts) }
      }
    }
    wordless = others.filter { !beginsWithNumber($0) }
    for (word, places) in starts.words.sorted(by: { $0.key < $1.key }) {
      byWord.set(list(places), for: word)
      words.insert(wordKey(word.utf8))
    }
    for (prefix, places) in starts.prefixes.sorted(by: { $0.key < $1.key }) {
      byPrefix[prefix] = list(places)
      prefixes.insert(mixed(prefix))
    }
  }

  /// Calls `visit` with the cue and the end of each phrase that begins at `index`.
  func visitMatches(in tokens: ArraySlice<Token>, at index: Int, _ visit: (_ cue: Int, _ end: Int) -> Void) {
    let key = tokens[index].key
    if words.mayContain(key), let places = byWord[tokens[index].word, key] {
      visitPhrases(places, tokens, index, visit)
    }
    let baseKey = tokens[index].baseKey
    if baseKey != key, words.mayContain(baseKey), let places = byWord[tokens[index].base, baseKey] {
      visitPhrases(places, tokens, index, visit)
    }
    let prefix = tokens[index].prefix
    if prefixes.mayContain(mixed(prefix)), let places = byPrefix[prefix] {
      for place in places { visitPhrase(listed[place], tokens, index, visit) }
    }
    for number in tokens[index].isNumber ? others : wordless { visitPhrase(number, tokens, index, visit) }
  }

  /// Phrases whose first step is known to match, but for its colon.
  private func visitPhrases(
    _ places: Range<Int>, _ tokens: ArraySlice<Token>, _ index: Int, _ visit: (Int, Int) -> Void
  ) {
    for place in places {
      let phrase = phrases[listed[place]]
      if steps[phrase.steps.lowerBound].kind == .wordsBeforeColon, !tokens[index].isBeforeColon { continue }
      if let end = match(phrase, from: phrase.steps.lowerBound + 1, tokens, at: index + 1) {
        visit(phrase.cue, end)
      }
    }
  }

  private func visitPhrase(
    _ number: Int, _ tokens: ArraySlice<Token>, _ index: Int, _ visit: (Int, Int) -> Void
  ) {
    let phrase = phrases[number]
    if let end = match(phrase, from: phrase.steps.lowerBound, tokens, at: index) { visit(phrase.cue, end) }
  }

  /// Index after the match of the steps from `place` on at `index`; `nil` if they do not match there.
  private func match(_ phrase: Phrase, from place: Int, _ tokens: ArraySlice<Token>, at index: Int) -> Int? {
    guard place < phrase.steps.upperBound else { return index }
    let step = steps[place]
    switch step.kind {
    case .end:
      return index == tokens.endIndex ? match(phrase, from: place + 1, tokens, at: index) : nil
    case .gap:
      for skipped in 0...step.longest where index + skipped <= tokens.endIndex {
        if let end = match(phrase, from: place + 1, tokens, at: index + skipped) { return end }
      }
      return nil
    case .words, .wordsBeforeColon, .any, .number:
      if index < tokens.endIndex, matches(step, tokens, index),
        let end = match(phrase, from: place + 1, tokens, at: index + 1)
      {
        return end
      }
      return step.isOptional ? match(phrase, from: place + 1, tokens, at: index) : nil
    }
  }

  private func matches(_ step: PhraseStep, _ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    switch step.kind {
    case .any: true
    case .number: tokens[index].isNumber
    case .words: matchesAny(step.alternatives, tokens, index)
    case .wordsBeforeColon: tokens[index].isBeforeColon && matchesAny(step.alternatives, tokens, index)
    case .end, .gap: false
    }
  }

  /// Reads what it needs of the token in its place: to copy a token costs more than to compare it.
  private func matchesAny(_ range: Range<Int>, _ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    let key = tokens[index].key
    let baseKey = tokens[index].baseKey
    for place in range {
      let isMatch =
        switch alternatives[place].kind {
        case .word:
          alternatives[place].key == key && texts[place] == tokens[index].word
            || alternatives[place].key == baseKey && texts[place] == tokens[index].base
        case .prefix: tokens[index].word.utf8.starts(with: texts[place].utf8)
        case .number: tokens[index].isNumber
        }
      if isMatch { return true }
    }
    return false
  }

  // MARK: - Reading

  private func beginsWithNumber(_ number: Int) -> Bool {
    let first = steps[phrases[number].steps.lowerBound]
    guard !first.isOptional else { return false }
    return first.kind == .number
      || first.kind == .words && first.alternatives.allSatisfy { alternatives[$0].kind == .number }
  }

  private mutating func insert(_ parsed: [ParsedStep], cue: Int, _ starts: inout PhraseStarts) {
    let number = append(parsed, cue: cue)
    guard parsed[0].kind == .words || parsed[0].kind == .wordsBeforeColon, !parsed[0].isOptional else {
      others.append(number)
      return
    }
    var unkeyed = parsed[0]
    unkeyed.alternatives = []
    for (kind, text) in parsed[0].alternatives {
      switch kind {
      case .word: starts.words[text, default: []].append(number)
      case .prefix where text.utf8.count >= 3: starts.prefixes[prefixKey(text), default: []].append(number)
      case .prefix, .number: unkeyed.alternatives.append((kind, text))
      }
    }
    if !unkeyed.alternatives.isEmpty { others.append(append([unkeyed] + parsed.dropFirst(), cue: cue)) }
  }

  private mutating func append(_ parsed: [ParsedStep], cue: Int) -> Int {
    let first = steps.count
    for step in parsed {
      let firstAlternative = alternatives.count
      for (kind, text) in step.alternatives {
        alternatives.append(Alternative(kind: kind, key: wordKey(text.utf8)))
        texts.append(text)
      }
      steps.append(
        PhraseStep(
          kind: step.kind, isOptional: step.isOptional, longest: step.longest,
          alternatives: firstAlternative..<alternatives.count))
    }
    phrases.append(Phrase(cue: cue, steps: first..<steps.count))
    return phrases.count - 1
  }

  private mutating func list(_ numbers: [Int]) -> Range<Int> {
    let first = listed.count
    listed += numbers
    return first..<listed.count
  }
}

private struct PhraseStarts {
  var words: [String: [Int]] = [:]
  var prefixes: [UInt32: [Int]] = [:]
}

private struct Phrase: Sendable {
  let cue: Int
  let steps: Range<Int>
}

private struct PhraseStep: Sendable {
  enum Kind: Sendable {
    case words, wordsBeforeColon, any, number, end, gap
  }

  let kind: Kind
  let isOptional: Bool
  /// Of a gap: words that may stand there.
  let longest: Int
  let alternatives: Range<Int>
}

private struct Alternative: Sendable {
  enum Kind: Sendable {
    case word, prefix, number
  }

  let kind: Kind
  let key: UInt32
}

private struct ParsedStep {
  let kind: PhraseStep.Kind
  let isOptional: Bool
  var longest = 0
  var alternatives: [(kind: Alternative.Kind, text: String)] = []

  init(_ source: Substring) {
    if source.hasPrefix("..."), let longest = Int(source.dropFirst(3)) {
      kind = .gap
      isOptional = false
      self.longest = longest
      return
    }
    isOptional = source.hasSuffix("?")
    var text = isOptional ? source.dropLast() : source
    switch text {
    case "_": kind = .any
    case "#": kind = .number
    case "$": kind = .end
    default:
      kind = text.hasSuffix(":") ? .wordsBeforeColon : .words
      if kind == .wordsBeforeColon { text = text.dropLast() }
      alternatives = text.split(separator: "|").map { alternative in
        if alternative == "#" { return (.number, "") }
        if alternative.hasSuffix("*") { return (.prefix, String(alternative.dropLast())) }
        return (.word, String(alternative))
      }
    }
  }
}

private func mixed(_ key: UInt32) -> UInt32 {
  let mixed = key &* 0x9E37_79B1
  return mixed ^ mixed >> 15
}

/// The first three bytes of a word as a number.
func prefixKey(_ word: String) -> UInt32 {
  word.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
}
