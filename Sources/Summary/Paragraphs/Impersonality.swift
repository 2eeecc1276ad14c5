/// 1 where the writer keeps out of the text (reports, announcements), 0 for texts of "I" and "you".
///
/// Reports open with their point, personal texts with a scene; this tells how far the place of a paragraph may be trusted.
func impersonality(of texts: [ArraySlice<Token>], language: TextLanguage) -> Double {
  guard let lists = WordLists.of(language) else { return 1 }
  var count = 0
  var first = 0
  var second = 0
  for text in texts {
    for token in text {
      count += 1
      if lists.firstPerson.containsBase(of: token) { first += 1 }
      if lists.secondPerson.containsBase(of: token) { second += 1 }
    }
  }
  let hundreds = Double(max(1, count)) / 100
  return max(0, 1 - Double(first) / hundreds) * max(0, 1 - Double(second) / hundreds / 1.5)
}
