/// How much of one article an edition may repeat, unless its editor says otherwise; every part reads these
/// values here.
public enum QuotationLimits {
  /// Three paragraphs of about seventy words: enough to know what an article says, too little to replace it.
  public static let words = 220
  /// Share of the article's words, 0 to 1, lists and their introductions counted.
  public static let share = 0.35
  /// What has fewer words is a note and no article. The share of a note would be half a sentence, so up to
  /// ``noteWords`` words of it may be repeated all the same.
  public static let articleWords = 60
  public static let noteWords = 40

  /// How many words of an article of `articleWords` words may be repeated.
  public static func budget(articleWords count: Int, words: Int = words, share: Double = share) -> Int {
    let cap = share.isFinite ? Int(Double(count) * min(1, max(0, share))) : count
    return min(words, count < articleWords ? max(noteWords, cap) : cap)
  }
}
