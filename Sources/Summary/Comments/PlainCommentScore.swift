import Model

/// The score of a comment where the article's text is not known: length above all, readability, no noise.
///
/// Crowds reward long argument there; the weights for threads beside an article would do harm.
struct PlainCommentScore {
  /// In its own measure: a comment of some thirty words without a fault.
  static let floor = 5.5

  private let context: CommentContext
  private let place: Int

  init(_ context: CommentContext, place: Int) {
    self.context = context
    self.place = place
  }

  var terms: [Reason] {
    let tokens = context.tokens[place]
    let text = context.comments[place].text
    let count = tokens.count
    let features = CommentFeatures(context, place: place)
    let faults = CommentFaults(features)
    let sentences = max(1, context.sentences[place].count)
    let letters = Double(tokens.reduce(0) { $0 + $1.length }) / Double(max(1, count))
    let marks = text.unicodeScalars.count { $0 == "!" }
    let questions = text.unicodeScalars.count { $0 == "?" }
    let address =
      WordLists.of(context.language == .other ? .english : context.language)?.address ?? []
    let you = Double(tokens.count { address.contains($0.base) }) * 100 / Double(max(25, count))
    let words = Double(count)
    let capitals = tokens.count { isInCapitals($0, of: text) }
    return [
      Reason(
        feature: "length", contribution: 10 * min(1, binaryLogarithm(1 + words) / binaryLogarithm(301)),
        words: "has something to say"),
      Reason(
        feature: "grade", contribution: 0.7 * grade(tokens, sentences: sentences),
        words: "written with care"),
      Reason(feature: "sentences", contribution: 0.7 * Double(min(8, sentences)) / 8),
      Reason(feature: "wordLength", contribution: 0.5 * min(1, max(0, (letters - 3.5) / 2))),
      Reason(
        feature: "authorAnswered", contribution: 0.6 * features.authorAnswered, words: "the author answered"),
      Reason(
        feature: "replies", contribution: 0.2 * Double(min(3, context.replies[place].count)),
        words: "others answered"),
      Reason(feature: "votes", contribution: 2 * features.votes, words: "readers voted for it"),
      Reason(feature: "insult", contribution: -2.5 * faults.insult, words: "insults somebody"),
      Reason(feature: "runs", contribution: -0.3 * Double(min(3, markRuns(text))) / 3),
      Reason(feature: "capitals", contribution: capitals > 2 ? -0.3 : 0),
      Reason(feature: "exclaim", contribution: -0.5 * Double(min(3, marks)) / 3),
      Reason(feature: "you", contribution: -0.25 * min(1, you / 6)),
      Reason(feature: "questions", contribution: questions >= 3 ? -0.3 : questions > 0 ? -0.15 : 0),
      Reason(feature: "tooShort", contribution: count < 12 ? -1 : count < 20 ? -0.5 : 0, words: "very short"),
      Reason(
        feature: "overlong", contribution: -max(0, binaryLogarithm((words + 1) / 350)), words: "very long"),
      Reason(feature: "thanksOnly", contribution: -4 * faults.thanksOnly, words: "only thanks or praise"),
      Reason(
        feature: "promotion", contribution: faults.promotion >= 1 ? -3 : 0, words: "sounds like promotion"),
      Reason(feature: "shout", contribution: -3 * faults.shout, words: "shouts"),
      Reason(feature: "repetitive", contribution: isRepetitive(count) ? -5 : 0, words: "repeats itself"),
    ]
  }

  /// How often marks follow each other: "?!", "!!", "...", as in mockery.
  private func markRuns(_ text: String) -> Int {
    var runs = 0
    var length = 0
    for scalar in text.unicodeScalars {
      length = scalar == "!" || scalar == "?" || scalar == "." ? length + 1 : 0
      if length == 2 { runs += 1 }
      if scalar == "…" { runs += 1 }
    }
    return runs
  }

  private func isInCapitals(_ token: Token, of text: String) -> Bool {
    guard token.length >= 3, token.isCapitalised else { return false }
    let word = TextRange(start: token.start, end: token.end).slice(of: text) ?? ""
    return word.unicodeScalars.allSatisfy(\.isUpper)
  }

  private func isRepetitive(_ count: Int) -> Bool {
    count >= 60 && context.shingles[place].count * 10 < (count - 2) * 6
  }

  /// School years that reading it takes (Flesch and Kincaid), 0 to 1.
  private func grade(_ tokens: [Token], sentences: Int) -> Double {
    let words = Double(max(1, tokens.count))
    let syllables = Double(tokens.reduce(0) { $0 + syllableCount($1.word) })
    let grade = 0.39 * words / Double(sentences) + 11.8 * syllables / words - 15.59
    return min(18, max(0, grade)) / 18
  }

  private func syllableCount(_ word: String) -> Int {
    var count = 0
    var wasVowel = false
    var letters = Substring(word)
    if letters.last == "e" { letters.removeLast() }
    for scalar in letters.unicodeScalars {
      let isVowel = "aeiouyäöüáéíóú".unicodeScalars.contains(scalar)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return max(1, count)
  }
}
