public import Model

/// The sentences of `text` as UTF-8 ranges, in order, without the white space between them.
///
/// Knows abbreviations, initials, decimals and ordinals; a sentence keeps the quotation marks, brackets and
/// note marks after its stop; a missing space after a stop is seen; a blank line and a new list line always
/// end a sentence, a plain line feed never. At least one range comes out for any text that holds more than
/// white space.
public func sentenceRanges(of text: String, language: TextLanguage = .english) -> [TextRange] {
  SentenceSplitter(text: ScalarText(text), language: language).ranges()
}

struct SentenceSplitter {
  private let text: ScalarText
  private let scalars: [Unicode.Scalar]
  private let language: TextLanguage
  /// Somebody who writes without capitals: a small letter may begin a sentence.
  private let hasNoCapitals: Bool

  init(text: ScalarText, language: TextLanguage) {
    self.text = text
    self.scalars = text.scalars
    self.language = language
    var upper = 0
    var lower = 0
    for scalar in text.scalars {
      if scalar.isLower { lower += 1 } else if scalar.isUpper { upper += 1 }
    }
    hasNoCapitals = lower > 20 && upper * 150 < lower
  }

  func ranges() -> [TextRange] {
    var result: [TextRange] = []
    var start = spacesEnd(from: 0)
    var index = start
    while index < scalars.count {
      if scalars[index].isSpace {
        let end = spacesEnd(from: index)
        if endsParagraph(index..<end) {
          append(start..<index, to: &result)
          start = end
        }
        index = end
        continue
      }
      guard isTerminator(scalars[index]) else {
        index += 1
        continue
      }
      let runEnd = end(of: index, while: isTerminator)
      let close = closersEnd(from: runEnd)
      if isBoundary(run: index..<runEnd, close: close, sentenceStart: start) {
        append(start..<close, to: &result)
        start = spacesEnd(from: close)
        index = start
      } else {
        index = runEnd
      }
    }
    append(start..<scalars.count, to: &result)
    return result
  }

  private func append(_ range: Range<Int>, to result: inout [TextRange]) {
    var end = range.upperBound
    while end > range.lowerBound, scalars[end - 1].isSpace { end -= 1 }
    guard end > range.lowerBound else { return }
    result.append(TextRange(start: text.offset(of: range.lowerBound), end: text.offset(of: end)))
  }

  // MARK: - Where a sentence may end

  private func isBoundary(run: Range<Int>, close: Int, sentenceStart: Int) -> Bool {
    guard close < scalars.count else { return true }
    if run.contains(where: { isFullWidthStop(scalars[$0]) }) {
      return !goesOnAfterQuotation(run: run, close: close)
    }
    guard run.lowerBound > sentenceStart else { return false }
    guard scalars[close].isSpace else { return isJoinedBoundary(run: run, close: close) }
    let next = openersEnd(from: spacesEnd(from: close))
    guard next < scalars.count else { return true }
    let isDot = run.count == 1 && scalars[run.lowerBound] == "."
    if isDot, isAbbreviation(before: run.lowerBound, sentenceStart: sentenceStart, next: next) {
      return false
    }
    guard scalars[next].isLower else { return true }
    let isEllipsis = run.count > 1 && scalars[run.lowerBound] == "." || scalars[run.lowerBound] == "…"
    return hasNoCapitals && !isEllipsis && close == run.upperBound
  }

  /// A particle or comma directly after a closed quotation, as in `「…。」と言った`: what is quoted is part of the sentence.
  private func goesOnAfterQuotation(run: Range<Int>, close: Int) -> Bool {
    guard close > run.upperBound else { return false }
    let mark = scalars[close - 1]
    guard mark == "」" || mark == "』" || mark == "）" || mark == "”" else { return false }
    switch scalars[close] {
    case "と", "っ", "は", "が", "を", "に", "の", "も", "で", "へ", "、", "，": return true
    default: return false
    }
  }

  /// A stop directly before the next word: a forgotten space, an address, a file name or a decimal.
  private func isJoinedBoundary(run: Range<Int>, close: Int) -> Bool {
    let next = openersEnd(from: close)
    guard next + 1 < scalars.count, scalars[next].isUpper, scalars[next + 1].isLower else { return false }
    guard scalars[run.lowerBound] == "." else { return true }
    var index = run.lowerBound
    while index > 0, scalars[index - 1].isLower || scalars[index - 1].isDigit { index -= 1 }
    guard run.lowerBound - index >= 2 || close > run.upperBound else { return false }
    guard index > 0 else { return true }
    let before = scalars[index - 1]
    return before.isSpace || before.isUpper || isOpener(before) || before == "-" || before == "’"
      || before == "'"
  }

  private func isAbbreviation(before stop: Int, sentenceStart: Int, next: Int) -> Bool {
    var first = stop
    while first > sentenceStart, scalars[first - 1].isWordPart || scalars[first - 1] == "." { first -= 1 }
    guard first < stop else { return false }
    let letters = scalars[first..<stop]
    if letters.allSatisfy(\.isDigit) {
      if first == sentenceStart, letters.count <= 2 { return true }
      return language == .german && letters.count <= 2 && !isStarter(at: next)
    }
    let word = lowercased(letters)
    if Abbreviations.beforeNumber.contains(word), scalars[next].isDigit { return true }
    if Abbreviations.neverEnds(word, in: language) { return true }
    if Abbreviations.mayEnd.contains(word) {
      return Abbreviations.closesList.contains(word) ? scalars[next].isLower : !isStarter(at: next)
    }
    let isInitial = letters.count == 1
    let isI = scalars[first] == "I" || scalars[first] == "i"
    let isPronoun = isInitial && isI && language != .german && !isStarterName(before: first)
    return (isInitial && !isPronoun || isDotted(letters)) && !isStarter(at: next)
  }

  /// Whether a word stands there that is written with a capital only because it begins a sentence.
  private func isStarter(at index: Int) -> Bool {
    scalars[index].isUpper && StopWords.of(language).contains(word(from: index))
  }

  /// Whether a capitalised word stands before: "Franklin D." is a name, "than I." is not.
  private func isStarterName(before index: Int) -> Bool {
    var end = index
    while end > 0, scalars[end - 1].isSpace { end -= 1 }
    var start = end
    while start > 0, scalars[start - 1].isWordPart { start -= 1 }
    return start < end && start > 0 && scalars[start].isUpper
  }

  /// `U.S` and the like: single letters parted by full stops.
  private func isDotted(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    guard letters.count >= 3 else { return false }
    return letters.enumerated().allSatisfy { $0.offset % 2 == 0 ? $0.element.isWordPart : $0.element == "." }
  }

  /// A blank line; or a line feed before a list mark.
  private func endsParagraph(_ spaces: Range<Int>) -> Bool {
    var lineFeeds = 0
    for index in spaces where scalars[index] == "\n" || scalars[index] == "\u{2029}" {
      lineFeeds += scalars[index] == "\n" ? 1 : 2
    }
    guard lineFeeds > 0 else { return false }
    return lineFeeds > 1 || isListMark(at: spaces.upperBound)
  }

  private func isListMark(at index: Int) -> Bool {
    guard index < scalars.count else { return false }
    switch scalars[index] {
    case "…", "•", "‣", "▪", "◦", "·", "–", "—", "-", "*": return true
    default:
      let digits = end(of: index, while: \.isDigit)
      return digits > index && digits - index <= 2 && digits + 1 < scalars.count
        && (scalars[digits] == "." || scalars[digits] == ")") && scalars[digits + 1].isSpace
    }
  }

  // MARK: - Scanning

  private func end(of start: Int, while condition: (Unicode.Scalar) -> Bool) -> Int {
    var index = start
    while index < scalars.count, condition(scalars[index]) { index += 1 }
    return index
  }

  private func spacesEnd(from start: Int) -> Int { end(of: start, while: \.isSpace) }

  private func openersEnd(from start: Int) -> Int { end(of: start, while: isOpener) }

  /// After closing quotation marks, brackets and note marks such as `[3]`.
  private func closersEnd(from start: Int) -> Int {
    var index = end(of: start, while: isCloser)
    if language == .french, index + 1 < scalars.count, scalars[index] != "\n", scalars[index].isSpace,
      scalars[index + 1] == "»"
    {
      index = end(of: index + 1, while: isCloser)
    }
    if index < scalars.count, scalars[index] == "[" {
      let digits = end(of: index + 1, while: \.isDigit)
      if digits > index + 1, digits < scalars.count, scalars[digits] == "]" { index = digits + 1 }
    }
    return index
  }

  private func word(from start: Int) -> String {
    let last = end(of: start) { $0.isWordPart || $0.isApostrophe }
    return lowercased(scalars[start..<last])
  }

  private func lowercased(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count)
    for scalar in letters {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value) | (scalar.isUpper ? 0x20 : 0))
      } else if scalar.isApostrophe {
        bytes.append(UInt8(ascii: "'"))
      } else {
        bytes += scalar.properties.lowercaseMapping.utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…", "‽": true
    case "؟", "۔", "।", "։": true
    default: isFullWidthStop(scalar)
    }
  }

  private func isFullWidthStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "！" || scalar == "？" || scalar == "｡"
  }

  private func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "”", "’", "»", "›", ")", "]", "}", "」", "』", "）": true
    case "“", "‘", "«", "‹": language == .german
    default: false
    }
  }

  private func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "‘", "„", "‚", "«", "‹", "(", "[", "{", "¿", "¡", "「", "『", "（", "*", "_": true
    case "»", "›": language == .german
    default: false
    }
  }
}
