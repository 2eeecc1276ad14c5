import Model

/// A block with its words, ready to be weighed.
struct Passage {
  let block: Block
  let tokens: [Token]
  /// The words outside of quotation marks.
  let ownTokens: ArraySlice<Token>

  init(_ block: Block) {
    self.block = block
    let text = ScalarText(block.text)
    tokens = Summary.tokens(of: text)
    ownTokens = tokensOutsideQuotations(text, tokens)
  }

  var count: Int { tokens.count }

  func stems(_ language: TextLanguage) -> [String] { topicStems(tokens, language) }

  /// How often each word occurs.
  func bag() -> [String: Int] {
    tokens.reduce(into: [:]) { $0[$1.word, default: 0] += 1 }
  }
}

private func tokensOutsideQuotations(_ text: ScalarText, _ tokens: [Token]) -> ArraySlice<Token> {
  var quoted: [Range<Int>] = []
  var start: Int?
  var isLow = false
  for (index, scalar) in text.scalars.enumerated() {
    if let opening = start {
      if scalar == "”" || scalar == "\"" || isLow && scalar == "“" {
        quoted.append(opening..<text.offsets[index])
        start = nil
      }
    } else if scalar == "“" || scalar == "\"" || scalar == "„" {
      start = text.offsets[index]
      isLow = scalar == "„"
    }
  }
  if let start { quoted.append(start..<(text.offsets.last ?? start)) }
  guard !quoted.isEmpty else { return tokens[...] }
  var own: [Token] = []
  var next = 0
  for token in tokens {
    while next < quoted.count, quoted[next].upperBound <= token.start { next += 1 }
    if next < quoted.count, quoted[next].contains(token.start) { continue }
    own.append(token)
  }
  return own[...]
}
