import Model

/// Paragraphs that a blog puts under everything: thanks, pleas, descriptions of itself. Whatever its language, a paragraph that
/// stands word for word in other articles of its feed, numbers aside, is furniture.
struct RecurringBlocks {
  /// In how many of the articles each text stands.
  private var counts: [UInt64: Int] = [:]

  /// - Parameter articles: other articles of the same feed.
  init(_ articles: some Sequence<Article>) {
    for article in articles {
      for key in Set(article.body.compactMap { RecurringBlocks.key($0.text) }) {
        counts[key, default: 0] += 1
      }
    }
  }

  /// The article with the role of furniture for what stands in others as well. One that has most of its words in common with
  /// others is a copy, and stays as it is.
  func marked(_ article: Article) -> Article {
    guard !counts.isEmpty else { return article }
    var recurring = 0
    var words = 0
    let isRecurring = article.blocks.map { block -> Bool in
      guard block.role == nil else { return false }
      words += block.wordCount
      guard block.kind != .code, block.kind != .table, let key = RecurringBlocks.key(block.text),
        counts[key] != nil
      else { return false }
      recurring += block.wordCount
      return true
    }
    guard recurring > 0, recurring * 5 <= words * 4 else { return article }
    return Article(
      title: article.title, byline: article.byline, authors: article.authors, siteName: article.siteName,
      published: article.published, language: article.language, canonicalURL: article.canonicalURL,
      image: article.image,
      blocks: zip(article.blocks, isRecurring).map { $1 ? $0.with(role: .boilerplate) : $0 },
      commentService: article.commentService)
  }

  /// A number for the letters of a text; `nil` for one that is too short to be known again (FNV-1a, 64 bits).
  private static func key(_ text: String) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var letters = 0
    for scalar in text.unicodeScalars {
      let value: UInt32
      switch scalar.value {
      case 0x41...0x5A: value = scalar.value | 0x20
      case 0x61...0x7A: value = scalar.value
      case 0..<0x80: continue
      default:
        guard scalar.properties.isAlphabetic else { continue }
        value = scalar.value
      }
      letters += 1
      hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3
    }
    return letters >= 24 ? hash : nil
  }
}
