public import Model

/// A part of a text, cut at the ends of sentences only.
public struct ExcerptRange: Hashable, Sendable {
  public let range: TextRange
  public let isCutBefore: Bool
  public let isCutAfter: Bool
}

/// Cuts a text so that what is left stands alone and does not change its meaning.
///
/// A cut never falls inside a quotation or bracket, never leaves a sentence that points back at the start,
/// and never takes away a sentence that turns what was said ("But …").
struct Excerpt {
  let text: String
  let sentences: [TextRange]
  private let tokens: [Token]
  /// Words of each sentence.
  private let bounds: [Range<Int>]
  private let isOpenBefore: [Bool]
  private let standalone: StandaloneText

  /// More follows than is looked at.
  private var isOpening: Bool { text.utf8.count > longestText }

  init(text: String, language: TextLanguage) {
    let scalars = ScalarText(opening(of: text))
    self.init(text: text, scalars: scalars, tokens: Summary.tokens(of: scalars), language: language)
  }

  init(passage: Passage, language: TextLanguage) {
    self.init(text: passage.block.text, scalars: passage.scalars, tokens: passage.tokens, language: language)
  }

  private init(text: String, scalars: ScalarText, tokens: [Token], language: TextLanguage) {
    self.text = text
    self.tokens = tokens
    sentences = SentenceSplitter(text: scalars, language: language).ranges()
    bounds = wordBounds(of: sentences, in: tokens)
    isOpenBefore = openBrackets(before: sentences, in: scalars)
    standalone = StandaloneText(language: language)
  }

  var whole: TextRange {
    TextRange(start: sentences.first?.start ?? 0, end: sentences.last?.end ?? 0)
  }

  func wordCount(of sentence: Int) -> Int { bounds[sentence].count }

  func words(of sentence: Int) -> ArraySlice<Token> { tokens[bounds[sentence]] }

  func wordCount(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + bounds[$1].count } }

  /// Share of questions among the sentences.
  var questionShare: Double {
    let questions = sentences.count { $0.slice(of: text).map { Ending(of: $0).isQuestion } ?? false }
    return Double(questions) / Double(max(1, sentences.count))
  }

  /// Whether the text may be cut directly before this sentence.
  func mayBegin(at sentence: Int) -> Bool {
    sentence < sentences.count && !isOpenBefore[sentence] && !bounds[sentence].isEmpty
      && !standalone.needsContext(words(of: sentence))
  }

  /// Whether the first sentence answers a question that is not there, names what is "mentioned above", or points
  /// back at a picture, a list or a piece of code.
  func leansHard(after kind: Block.Kind) -> Bool {
    guard !sentences.isEmpty else { return false }
    if standalone.answers(words(of: 0)) { return true }
    switch kind {
    case .figure, .code, .table, .list: return pointsBack(at: 0)
    // "I think that is true" says what it is about in somebody else's words.
    case .quote: return standalone.pointsBack(words(of: 0), within: 4)
    case .paragraph, .heading: return false
    }
  }

  /// Whether this sentence begins with a word that points back.
  func pointsBack(at sentence: Int) -> Bool {
    sentence < sentences.count && standalone.pointsBack(words(of: sentence))
  }

  /// Whether the text may end before this sentence.
  func mayEnd(before sentence: Int) -> Bool {
    sentence >= sentences.count
      || !isOpenBefore[sentence] && !standalone.pointsBack(words(of: sentence))
  }

  /// The first sentence, not the very first, with which the text stands alone, if enough of it is left;
  /// `nil` if there is none.
  func standaloneStart() -> Int? {
    let total = tokens.count
    var before = 0
    for index in sentences.indices.dropFirst() {
      before += bounds[index - 1].count
      guard (total - before) * 5 >= total * 2, total - before >= 15 else { return nil }
      if mayBegin(at: index) { return index }
    }
    return nil
  }

  /// The text, begun later if its first sentence points back or is the rest of one; shortened to `limit` words if
  /// one is given. No sentence is ever cut: `nil` if none fits, or if so little is left that it says nothing.
  func standaloneRange(limit: Int? = nil) -> ExcerptRange? {
    guard !sentences.isEmpty else { return nil }
    let first = pointsBack(at: 0) || isRest(at: 0) ? standaloneStart() ?? 0 : 0
    let later = sentences.indices.dropFirst(first + 1).prefix(Excerpt.mostBeginnings).filter(mayBegin)
    for start in [first] + later {
      if let end = end(from: start, limit: limit) { return range(start..<end) }
    }
    return nil
  }

  /// Fewer words say nothing, whatever the limit; a text that is cut needs some more.
  static let leastWords = 8
  private static let leastCutWords = 12
  private static let mostBeginnings = 12

  /// Where a piece that begins there ends: as late as the limit allows, before no sentence that turns what was said if that
  /// can be, and with every quotation mark closed.
  private func end(from start: Int, limit: Int?) -> Int? {
    var count = 0
    var good: Int?
    var possible: Int?
    for index in start..<sentences.count {
      guard let sentence = sentences[index].slice(of: text), !isUntellable(sentence) else { break }
      count += countWords(sentence)
      if let limit, count > limit { break }
      // What only leads on ends nothing, and what a feed has cut off is no sentence.
      guard !Ending(of: sentence).isIntroducing, !isCutOff(sentence) else { continue }
      let isCut = start > 0 || index + 1 < sentences.count || isOpening
      guard count >= (isCut ? Excerpt.leastCutWords : Excerpt.leastWords) || !isCut,
        index + 1 == sentences.count || !isOpenBefore[index + 1],
        let piece = TextRange(start: sentences[start].start, end: sentences[index].end).slice(of: text),
        !isCut || hasBalancedQuotationMarks(piece)
      else { continue }
      possible = index + 1
      if mayEnd(before: index + 1) { good = index + 1 }
    }
    return good ?? possible
  }

  /// Whether a feed cut the text there: `[…]`, `[...]`.
  private func isCutOff(_ sentence: String) -> Bool {
    var end = sentence[...]
    while end.unicodeScalars.last?.isSpace == true { end.unicodeScalars.removeLast() }
    return end.hasSuffix("[…]") || end.hasSuffix("[...]") || end.hasSuffix("(…)") || end.hasSuffix("(...)")
  }

  /// Whether the sentence is the rest of one that began before a picture, a formula or a piece of code.
  func isRest(at sentence: Int) -> Bool {
    guard sentence < sentences.count, let text = sentences[sentence].slice(of: text) else { return false }
    return Summary.isRest(text)
  }

  func range(_ chosen: Range<Int>) -> ExcerptRange {
    ExcerptRange(
      range: TextRange(start: sentences[chosen.lowerBound].start, end: sentences[chosen.upperBound - 1].end),
      isCutBefore: chosen.lowerBound > 0, isCutAfter: chosen.upperBound < sentences.count || isOpening)
  }
}

/// The words of each sentence.
func wordBounds(of sentences: [TextRange], in tokens: [Token]) -> [Range<Int>] {
  var next = 0
  return sentences.map { sentence in
    let first = next
    while next < tokens.count, tokens[next].start < sentence.end { next += 1 }
    return first..<next
  }
}

/// For each sentence whether it begins inside a quotation or bracket; one that is never closed does not
/// count.
func openBrackets(before sentences: [TextRange], in text: ScalarText) -> [Bool] {
  var changes = Array(repeating: 0, count: text.count + 1)
  var openings: [Int] = []
  var straightQuote: Int?
  func close(from opening: Int, at closing: Int) {
    changes[opening + 1] += 1
    changes[closing + 1] -= 1
  }
  for (index, scalar) in text.scalars.enumerated() {
    switch scalar {
    case "(", "[", "„", "「", "『": openings.append(index)
    // “ closes what „ has opened, and « what » has.
    case "“" where openings.last.map({ text.scalars[$0] == "„" }) == true,
      "«" where openings.last.map({ text.scalars[$0] == "»" }) == true,
      "»" where openings.last.map({ text.scalars[$0] == "«" }) == true,
      ")", "]", "”", "」", "』":
      if let opening = openings.popLast() { close(from: opening, at: index) }
    case "“", "«", "»": openings.append(index)
    case "\"":
      if let opening = straightQuote {
        close(from: opening, at: index)
        straightQuote = nil
      } else {
        straightQuote = index
      }
    case "\n" where index > 0 && text.scalars[index - 1] == "\n":
      openings = []
      straightQuote = nil
    default: break
    }
  }
  var result: [Bool] = []
  var depth = 0
  for index in 0...text.count {
    depth += changes[index]
    while result.count < sentences.count, sentences[result.count].start <= text.offset(of: index) {
      result.append(depth > 0)
    }
  }
  return result + Array(repeating: false, count: sentences.count - result.count)
}

/// Whether a text begins in the middle of a sentence: with a small letter, or with a mark that ends something.
///
/// A name such as iPhone begins small, too.
func isRest(_ text: String) -> Bool {
  var scalars = text.unicodeScalars.drop { $0.isSpace || "\"“„«»(['‘".unicodeScalars.contains($0) }
  guard let first = scalars.popFirst() else { return false }
  if ",;:.)]!?%/=+".unicodeScalars.contains(first) { return true }
  guard first.isLower else { return false }
  return !scalars.prefix { $0.isWordPart || $0 == "_" }.contains { $0.isUpper || $0.isDigit || $0 == "_" }
}
