/// The stems of the words that carry a topic.
///
/// Signs of a script that writes without spaces are taken in pairs, because one alone says as little as one letter.
func topicStems(_ tokens: [Token], _ language: TextLanguage) -> [String] {
  let stopWords = StopWords.of(language)
  let elides = language == .french || language == .italian
  var stems: [String] = []
  stems.reserveCapacity(tokens.count / 2)
  for (index, token) in tokens.enumerated() {
    if token.isUnspacedSign {
      guard index + 1 < tokens.count else { continue }
      let next = tokens[index + 1]
      if next.isUnspacedSign, next.start == token.end { stems.append(token.word + next.word) }
      continue
    }
    if token.base != token.word {
      // "l'uomo", "qu'elle": the word is what follows.
      let word = elides ? String(token.word.dropFirst(token.base.count + 1)) : token.base
      guard word.utf8.count > 1, !stopWords.contains(token.word), !stopWords.contains(word) else { continue }
      stems.append(Stemmer.stem(word, in: language))
    } else if token.length > 1 || token.isNumber, !stopWords.contains(token.word) {
      stems.append(Stemmer.stem(token.word, in: language))
    }
  }
  return stems
}
