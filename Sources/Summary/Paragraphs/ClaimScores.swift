/// How much each text claims, against the others of its article: counts of ``ClaimCue``, each standardised, weighted and added.
///
/// All 0 for a language without lists.
func claimScores(of texts: [ArraySlice<Token>], language: TextLanguage) -> [Double] {
  guard let lexicon = WordLists.of(language)?.claims else { return texts.map { _ in 0 } }
  let counts = texts.map { ClaimLexicon.counts(in: $0, lexicon: lexicon, language: language) }
  var sums = texts.map { _ in 0.0 }
  for cue in ClaimCue.allCases {
    let column = standardised(
      zip(texts, counts).map { text, counts in
        counts[cue.rawValue] / Double(10 + text.count).squareRoot()
      })
    for index in sums.indices { sums[index] += cue.weight * column[index] }
  }
  return standardised(sums)
}
