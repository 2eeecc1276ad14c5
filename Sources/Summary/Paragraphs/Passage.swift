import Model

/// A block with its words, ready to be weighed; of a block longer than ``longestText`` the opening.
struct Passage {
  let block: Block
  let scalars: ScalarText
  let tokens: [Token]
  /// The words outside of quotation marks.
  let ownTokens: ArraySlice<Token>

  init(_ block: Block) {
    self.block = block
    scalars = ScalarText(opening(of: block.text))
    tokens = Summary.tokens(of: scalars)
    ownTokens = tokensOutsideQuotations(scalars, tokens)
  }

  var count: Int { tokens.count }

  func stems(_ language: TextLanguage) -> [String] { topicStems(tokens, language) }
}

/// What most of the first words of a text are in.
func language(of passages: some Sequence<Passage>, tag: String?) -> TextLanguage {
  var sample: [Token] = []
  for passage in passages where sample.count < 600 { sample += passage.tokens.prefix(600 - sample.count) }
  return TextLanguage(tokens: sample, tag: tag)
}

private func tokensOutsideQuotations(_ text: ScalarText, _ tokens: [Token]) -> ArraySlice<Token> {
  var quoted: [Range<Int>] = []
  var start: Int?
  var isLow = false
  for (index, scalar) in text.scalars.enumerated() {
    if let opening = start {
      if scalar == "”" || scalar == "\"" || isLow && scalar == "“" {
        quoted.append(opening..<text.offset(of: index))
        start = nil
      }
    } else if scalar == "“" || scalar == "\"" || scalar == "„" {
      start = text.offset(of: index)
      isLow = scalar == "„"
    }
  }
  if let start { quoted.append(start..<(text.offset(of: text.count))) }
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
