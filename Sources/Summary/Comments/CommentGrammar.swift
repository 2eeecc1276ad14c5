/// The small closed classes of words of one language: who acts, and whether it has happened.
///
/// They say more than any list of phrases: what editors print tells what somebody did.
struct CommentGrammar: Sendable {
  /// Every word of the classes, so that each token is looked up once.
  private let classes: WordTable<WordClasses>
  private let pastEndings: [[UInt8]]
  /// In German the subject may follow: "Gestern haben wir".
  private let subjectMayFollow: Bool

  init(_ file: WordFile) {
    var classes = WordTable<WordClasses>()
    for (section, wordClass) in WordClasses.sections {
      for word in file.words(section) { classes.set((classes[word] ?? []).union(wordClass), for: word) }
    }
    self.classes = classes
    pastEndings = file.words("past endings").map { Array($0.utf8) }
    subjectMayFollow = !file.words("subject follows").isEmpty
  }

  /// The classes of each token; those of its base, before an apostrophe, with them.
  func classes(of tokens: ArraySlice<Token>) -> [WordClasses] {
    tokens.map { token in
      var found = classes[token.word, token.key] ?? []
      if token.hasApostrophe {
        found.formUnion((classes[token.base, token.baseKey] ?? []).intersection(.ofBase))
      }
      if !found.contains(.past), !found.contains(.notPast), token.length >= 5,
        pastEndings.contains(where: { token.word.utf8.suffix($0.count).elementsEqual($0) })
      {
        found.insert(.past)
      }
      return found
    }
  }

  func classes(of tokens: [Token]) -> [WordClasses] { classes(of: tokens[...]) }

  /// How often somebody did something: a person and, close by, a verb in the past.
  func events(in classes: [WordClasses]) -> Int {
    classes.indices.count { index in
      classes[index].contains(.pastAlone)
        || classes[index].contains(.past) && hasSubject(near: index, in: classes)
    }
  }

  /// "I went", "she never said", "my old boss asked".
  private func hasSubject(near index: Int, in classes: [WordClasses]) -> Bool {
    for back in 1...3 where index >= back {
      let word = classes[index - back]
      if back <= 2, word.contains(.subject) { return true }
      if back >= 2, word.contains(.owner) { return true }
    }
    guard subjectMayFollow else { return false }
    return index + 1 < classes.count && classes[index + 1].contains(.subject)
  }
}

/// What a word may be.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt16

  static let first = WordClasses(rawValue: 1)
  static let second = WordClasses(rawValue: 2)
  static let third = WordClasses(rawValue: 4)
  static let subject = WordClasses(rawValue: 8)
  static let owner = WordClasses(rawValue: 16)
  static let past = WordClasses(rawValue: 32)
  /// Forms that hold their person: Spanish "trabajé".
  static let pastAlone = WordClasses(rawValue: 64)
  static let notPast = WordClasses(rawValue: 128)
  /// What first persons do that only feel or agree: "I hope" reports nothing.
  static let silent = WordClasses(rawValue: 256)

  /// Those of "I" in "I'm".
  static let ofBase: WordClasses = [.first, .second, .third, .subject, .owner, .silent]

  /// The sections of a file that hold them.
  static let sections: [(name: String, wordClass: WordClasses)] = [
    ("first", .first), ("second", .second), ("third", .third), ("subject", .subject), ("owner", .owner),
    ("past", .past), ("past alone", .pastAlone), ("no past", .notPast), ("silent", .silent),
  ]
}
