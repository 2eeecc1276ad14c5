import Markup
public import Model

/// Tells a teaser from an article.
public enum TeaserRule {
  /// Below this many words a summary is taken for a teaser.
  static let shortSummary = 120

  /// Whether the page of `entry` has to be read, because the feed carries no article or only its beginning.
  ///
  /// False for an entry without a page.
  ///
  /// - Parameter text: all that the feed carries of the entry, as plain text; `nil` if it carries nothing.
  public static func needsPage(_ entry: Entry, carrying text: String?) -> Bool {
    guard entry.url != nil else { return false }
    guard let text else { return true }
    return countWords(text) < (entry.contentHTML == nil ? shortSummary : 1) || isCut(text)
  }

  /// Whether a plain text ends as cut texts do: in `[…]`, in "Continue reading", in an ellipsis after few
  /// words.
  public static func isCut(_ text: String) -> Bool {
    let body = withoutFeedFooter(foldedWhiteSpace(text))
    let end = String(body.suffix(160)).lowercased()
    let marks = ["[…]", "[...]", "[..]", "[…", "[...", "(more…)", "(more...)", "(…)"]
    if marks.contains(where: { end.hasSuffix($0) }) { return true }
    if lastWords.contains(where: { endsInPhrase(end, $0) }) { return true }
    let isShort = countWords(body) < shortSummary
    return isShort && (end.hasSuffix("…") || end.hasSuffix("...") || body.utf8.count < text.utf8.count)
  }

  private static let lastWords = [
    "continue reading", "continue reading →", "read more", "read more →", "read more »", "read more…",
    "read more...", "read the rest", "read the full post", "read the full article", "keep reading",
    "read on", "read full article", "click here to read more", "view article", "more →", "more »",
    "weiterlesen", "mehr lesen", "lire la suite", "leer más", "lees verder", "leia mais",
    "continua a leggere",
  ]

  /// Whether the text ends in the phrase, or in it and the title of the article ("Continue reading How to
  /// listen →").
  private static func endsInPhrase(_ end: String, _ phrase: String) -> Bool {
    if end.hasSuffix(phrase) || end.hasSuffix(phrase + ".") { return true }
    guard phrase == "continue reading" || phrase == "read more",
      let last = end.range(ofLast: phrase + " ") ?? end.range(ofLast: phrase + ": ")
    else { return false }
    let rest = end[last.upperBound...]
    return rest.count < 100 && (rest.hasSuffix("→") || rest.hasSuffix("»") || !rest.contains(". "))
  }

  /// Without "The post X appeared first on Y.", which WordPress puts under everything.
  private static func withoutFeedFooter(_ text: String) -> String {
    for phrase in [" appeared first on ", " first appeared on "] {
      guard let found = text.range(ofLast: phrase) else { continue }
      let head = text[..<found.lowerBound]
      // The sentence begins with "The post"; its title may hold anything.
      if let start = String(head.suffix(300)).range(ofLast: "The post ") {
        let kept = head.count - min(300, head.count)
        let tail = String(head.suffix(300))
        return foldedWhiteSpace(String(head.prefix(kept)) + String(tail[..<start.lowerBound]))
      }
    }
    return text
  }
}

extension String {
  /// The last occurrence of `phrase`.
  fileprivate func range(ofLast phrase: String) -> Range<String.Index>? {
    let bytes = Array(utf8)
    let needle = Array(phrase.utf8)
    guard !needle.isEmpty, bytes.count >= needle.count else { return nil }
    for start in (0...bytes.count - needle.count).reversed()
    where bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle) {
      let lower = utf8.index(startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: needle.count)
    }
    return nil
  }
}
