import Model

/// How much of one text is looked at, in UTF-8 bytes: what is longer than a book's chapter is no paragraph and no comment, and
/// what an article is about it says before.
let longestText = 200_000

/// The first `bytes` of a text, or a few less: no scalar is cut.
func opening(of text: String, bytes: Int = longestText) -> String {
  guard text.utf8.count > bytes else { return text }
  var end = text.utf8.index(text.startIndex, offsetBy: bytes)
  while end > text.startIndex, !text.unicodeScalars.isBoundary(end) { end = text.utf8.index(before: end) }
  return String(text[..<end])
}

/// The words of the first paragraphs of an article, up to ``longestText``.
func openingTokens(of article: Article) -> [Token] {
  var rest = longestText
  var words: [Token] = []
  for block in article.body where rest > 0 {
    let text = opening(of: block.text, bytes: rest)
    words += tokens(of: text)
    rest -= text.utf8.count + 1
  }
  return words
}

extension String.UnicodeScalarView {
  fileprivate func isBoundary(_ index: Index) -> Bool {
    index == endIndex || index.samePosition(in: self) != nil
  }
}
