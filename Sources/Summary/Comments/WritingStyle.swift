/// How long words and sentences are.
struct WritingStyle: Hashable, Sendable {
  /// Words and their letters.
  let words: Int
  let letters: Int
  let sentences: Int

  init(_ texts: [String], language: TextLanguage) {
    var words = 0
    var letters = 0
    var sentences = 0
    for text in texts {
      let tokens = Summary.tokens(of: text)
      words += tokens.count
      letters += tokens.reduce(0) { $0 + $1.length }
      sentences += wordBounds(of: sentenceRanges(of: text, language: language), in: tokens)
        .count { !$0.isEmpty }
    }
    self.words = words
    self.letters = letters
    self.sentences = sentences
  }

  init(tokens: [Token], sentences: Int) {
    words = tokens.count
    letters = tokens.reduce(0) { $0 + $1.length }
    self.sentences = sentences
  }

  /// Letters of a word.
  var wordLength: Double { Double(letters) / Double(max(1, words)) }

  /// Words of a sentence.
  var sentenceLength: Double { Double(words) / Double(max(1, sentences)) }

  /// How many letters a word has more than in `other`; few words say little and count less.
  func longerWords(than other: WritingStyle) -> Double {
    let doubt = 30.0
    let expected = other.wordLength
    return (Double(letters) + doubt * expected) / (Double(words) + doubt) - expected
  }
}
