/// A dictionary of words that takes the ``wordKey(_:)`` which a ``Token`` brings along, instead of hashing the word anew.
///
/// Most of what a ranking does is to look words up, each a dozen times. Whoever writes a text can choose words whose keys
/// are the same: of those, all but a few are kept in a dictionary whose hashes nobody can foresee.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let key: UInt32
    let word: String
    var value: Value
  }

  private var entries: [Entry] = []
  /// Place of an entry and one, by key; 0 is free. Their number is a power of two, at most half of them are taken.
  private var slots = Array(repeating: Int32(0), count: 16)
  /// Places of the entries for which there was no free slot near their key.
  private var crowded: [String: Int] = [:]

  /// How many slots are tried for a word.
  private static var longestRun: Int { 32 }

  init() {}

  /// Later values of a word replace earlier ones.
  init(_ pairs: some Sequence<(String, Value)>) {
    for (word, value) in pairs { set(value, for: word) }
  }

  /// The words, in the order in which they came.
  var words: [String] { entries.map(\.word) }

  subscript(word: String) -> Value? { self[word, wordKey(word.utf8)] }

  subscript(word: String, key: UInt32) -> Value? {
    place(of: word, key: key).map { entries[$0].value }
  }

  mutating func set(_ value: Value, for word: String) {
    let key = wordKey(word.utf8)
    if let place = place(of: word, key: key) {
      entries[place].value = value
    } else {
      append(word, key, value)
    }
  }

  /// The value of a word, which is made and kept if the word is new.
  mutating func value(of word: String, key: UInt32, orMake make: () -> Value) -> Value {
    if let place = place(of: word, key: key) { return entries[place].value }
    let value = make()
    append(word, key, value)
    return value
  }

  private func place(of word: String, key: UInt32) -> Int? {
    let mask = slots.count - 1
    var slot = Int(key) & mask
    for _ in 0..<Self.longestRun {
      if slots[slot] == 0 { return nil }
      let place = Int(slots[slot]) - 1
      if entries[place].key == key, entries[place].word == word { return place }
      slot = (slot + 1) & mask
    }
    return crowded.isEmpty ? nil : crowded[word]
  }

  private mutating func append(_ word: String, _ key: UInt32, _ value: Value) {
    entries.append(Entry(key: key, word: word, value: value))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      crowded = [:]
      for place in entries.indices { occupy(place) }
    } else {
      occupy(entries.count - 1)
    }
  }

  private mutating func occupy(_ place: Int) {
    let mask = slots.count - 1
    var slot = Int(entries[place].key) & mask
    for _ in 0..<Self.longestRun {
      if slots[slot] == 0 {
        slots[slot] = Int32(truncatingIfNeeded: place + 1)
        return
      }
      slot = (slot + 1) & mask
    }
    crowded[entries[place].word] = place
  }
}

/// Words that are looked up by their keys.
struct WordSet: Sendable {
  private let table: WordTable<Bool>

  init(_ words: some Sequence<String>) {
    table = WordTable(words.lazy.map { ($0, true) })
  }

  var words: [String] { table.words }

  func contains(_ word: String) -> Bool { table[word] != nil }

  func contains(_ token: Token) -> Bool { table[token.word, token.key] != nil }

  /// Whether it holds what stands before the apostrophe of `token`.
  func containsBase(of token: Token) -> Bool { table[token.base, token.baseKey] != nil }
}
