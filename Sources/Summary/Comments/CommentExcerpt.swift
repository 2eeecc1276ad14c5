import Model

/// Chooses what to print of a comment: whole sentences, without the courtesies at both ends.
struct CommentExcerpter {
  private let excerpt: Excerpt
  private let lexicon: CommentLexicon?
  private let author: Set<String>
  private let limit: Int
  /// Where the text that is looked at begins in the comment's: between quotations only one run of words can be printed.
  private let offset: Int

  init(_ context: CommentContext, place: Int, limit: Int) {
    let comment = context.comments[place]
    let run = context.printable[place]
    offset = run.start
    excerpt = Excerpt(text: run.slice(of: comment.text) ?? comment.text, language: context.language)
    lexicon = context.lexicon
    author = Set(tokens(of: comment.author ?? "").map(\.word))
    self.limit = max(1, limit)
  }

  /// `nil` for a comment without words.
  func range() -> ExcerptRange? {
    guard let found = rangeInRun() else { return nil }
    return ExcerptRange(
      range: TextRange(start: found.range.start + offset, end: found.range.end + offset),
      isCutBefore: found.isCutBefore, isCutAfter: found.isCutAfter)
  }

  private func rangeInRun() -> ExcerptRange? {
    let all = excerpt.sentences.indices
    guard !all.isEmpty else { return nil }
    let end = signOffStart()
    let start = openersEnd(before: end)
    let kept = start..<max(start + 1, end)
    if excerpt.wordCount(kept) * 10 <= limit * 11 { return excerpt.range(kept) }
    return excerpt.range(bestWindow(in: kept))
  }

  // MARK: - Courtesies

  private func openersEnd(before end: Int) -> Int {
    var index = 0
    while index + 1 < end, isCourtesy(index, mayAgree: end - index > 2) { index += 1 }
    var start = index
    while start < end, start > 0, excerpt.pointsBack(at: start) { start += 1 }
    return start < end && (start == index || excerpt.wordCount(start..<end) >= 15) ? start : 0
  }

  private func signOffStart() -> Int {
    var end = excerpt.sentences.count
    while end > 1, isSignOff(end - 1) { end -= 1 }
    while end < excerpt.sentences.count, !excerpt.mayEnd(before: end) || isEmoji(end) { end += 1 }
    return end
  }

  /// Pictures of a mood belong to the sentence before them.
  private func isEmoji(_ index: Int) -> Bool {
    guard excerpt.words(of: index).isEmpty,
      let text = excerpt.sentences[index].slice(of: excerpt.text)
    else { return false }
    return text.unicodeScalars.contains { $0.value > 0x203B && $0.properties.isEmoji }
  }

  /// Praise, thanks or a greeting of a few words; "I agree …" also when it repeats what it agrees with.
  private func isCourtesy(_ index: Int, mayAgree: Bool) -> Bool {
    let words = excerpt.words(of: index)
    guard let lexicon, !isQuestion(index) else { return words.isEmpty }
    if words.count <= 4, let first = words.first, lexicon.courtesies.greetings.contains(first.word) {
      return true
    }
    let cues = (lexicon.openings.opening(of: words) + lexicon.anywhere.opening(of: words)).map(\.cue)
    if words.count <= 14, cues.contains(.praise) || cues.contains(.thanks) { return true }
    guard words.count <= 25, mayAgree else { return words.isEmpty }
    return (1...3).contains { length in
      lexicon.courtesies.agreements.contains(words.prefix(length).map(\.word).joined(separator: " "))
    }
  }

  /// Thanks, praise, or a name by itself.
  private func isSignOff(_ index: Int) -> Bool {
    let words = excerpt.words(of: index)
    if words.isEmpty { return true }
    if words.count <= 4, words.contains(where: { author.contains($0.word) }) { return true }
    guard let lexicon, words.count <= 14, !isQuestion(index) else { return false }
    if words.count <= 5, let first = words.first, lexicon.courtesies.closings.contains(first.word) {
      return true
    }
    let cues = (lexicon.openings.opening(of: words) + lexicon.anywhere.opening(of: words)).map(\.cue)
    return cues.contains(.thanks) || words.count <= 8 && cues.contains(.praise)
  }

  private func isQuestion(_ index: Int) -> Bool {
    excerpt.sentences[index].slice(of: excerpt.text).map { Ending(of: $0).isQuestion } ?? false
  }

  // MARK: - Long comments

  /// The run of sentences within the limit that holds most of what happened; the first ones say to whom.
  private func bestWindow(in kept: Range<Int>) -> Range<Int> {
    let values = kept.map { value(of: $0) }
    var best = kept.lowerBound..<min(kept.upperBound, kept.lowerBound + 1)
    var bestValue = -Double.infinity
    for start in kept where start == kept.lowerBound || excerpt.mayBegin(at: start) {
      guard let end = windowEnd(from: start, in: kept) else { continue }
      var sum = 0.0
      for index in start..<end { sum += values[index - kept.lowerBound] }
      sum += 2 * Double(min(limit, excerpt.wordCount(start..<end))) / Double(limit)
      if start > kept.lowerBound { sum -= 0.8 + 1.2 * Double(start - kept.lowerBound) / Double(kept.count) }
      if sum > bestValue + 1e-9 {
        bestValue = sum
        best = start..<end
      }
    }
    return best
  }

  private func windowEnd(from start: Int, in kept: Range<Int>) -> Int? {
    var count = 0
    var end: Int?
    for index in start..<kept.upperBound {
      count += excerpt.wordCount(of: index)
      if count > limit, index > start { break }
      // Sentences without words would never fill the limit.
      if index - start > limit { break }
      if excerpt.mayEnd(before: index + 1) { end = index + 1 }
    }
    return end ?? (start == kept.lowerBound ? start + 1 : nil)
  }

  private func value(of index: Int) -> Double {
    guard let lexicon else { return 0 }
    let words = excerpt.words(of: index)
    let counts = lexicon.anywhere.counts(in: words)
    let events = counts[.experience] + lexicon.grammar.events(in: lexicon.grammar.classes(of: words))
    return 0.5 * Double(min(2, events)) + 0.7 * Double(min(2, counts[.outcome]))
      + 0.4 * Double(min(1, counts[.disagreement]))
  }
}
