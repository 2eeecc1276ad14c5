import Markup
public import Model

/// An article as `article extract` prints it. What is empty is absent.
public struct ArticleReport: Hashable, Sendable, Codable {
  public struct Paragraph: Hashable, Sendable, Codable {
    public let index: Int
    public let kind: String
    public let text: String
    public let html: String?
    public let role: String?

    public init(_ block: Block) {
      index = block.index
      kind = block.kind.rawValue
      text = block.text
      html = ArticleReport.html(block)
      role = block.role?.rawValue
    }
  }

  public struct Image: Hashable, Sendable, Codable {
    public let url: String
    public let width: Int?
    public let height: Int?
    public let alt: String?
    public let credit: String?
  }

  public let title: String?
  public let byline: String?
  public let authors: [String]?
  public let published: String?
  public let updated: String?
  public let language: String?
  /// The same as ``language``, under the name that most extractors give it.
  public let lang: String?
  public let siteName: String?
  public let canonicalURL: String?
  public let image: Image?
  public let excerpt: String?
  public let wordCount: Int
  public let readingMinutes: Int
  public let paragraphs: [Paragraph]?
  public let text: String?
  public let comments: [CommentReport]?
  public let commentService: String?
  public let commentsFeed: String?
  public let warnings: [String]?

  public init(_ page: ExtractedPage) {
    let article = page.article
    title = article.title
    byline = article.byline
    authors = article.authors.isEmpty ? nil : article.authors
    published = page.published?.text
    updated = page.updated?.text
    language = article.language
    lang = article.language
    siteName = article.siteName
    canonicalURL = article.canonicalURL
    let credit = article.blocks.first { $0.role == .credit }?.text
    image = page.image.map {
      Image(url: $0.url, width: $0.width, height: $0.height, alt: $0.alt, credit: credit)
    }
    excerpt = page.excerpt
    wordCount = article.wordCount
    readingMinutes = article.readingMinutes
    paragraphs = article.blocks.isEmpty ? nil : article.blocks.map(Paragraph.init)
    text = article.body.map(\.text).joined(separator: "\n\n").nonEmpty
    comments = page.comments.isEmpty ? nil : CommentReport.reports(page.comments)
    commentService = article.commentService
    commentsFeed = page.commentsFeed
    warnings = page.warnings.isEmpty ? nil : page.warnings.map(\.message)
  }

  /// A block as safe HTML, with what the author emphasised.
  static func html(_ block: Block) -> String {
    func escaped(_ text: String) -> String { SafeHTML(plain: text).html }
    func element(_ name: String, _ content: String) -> String { "<\(name)>\(content)</\(name)>" }
    let content = emphasised(block)
    switch block.kind {
    case .paragraph: return element("p", content)
    case .heading: return element("h\(min(6, max(1, block.level ?? 2)))", content)
    case .quote: return element("blockquote", element("p", content))
    case .code: return element("pre", content)
    case .figure: return element("figure", element("figcaption", content))
    case .table: return element("pre", content)
    case .list:
      let items = block.items.map { element("li", escaped($0)) }.joined()
      return element(block.isOrdered ? "ol" : "ul", items)
    }
  }

  /// The text, escaped, with the emphasised ranges marked.
  private static func emphasised(_ block: Block) -> String {
    let bytes = Array(block.text.utf8)
    // The writer folds the white space at the ends of a text; inside a paragraph it parts words.
    func escaped(_ range: Range<Int>) -> String {
      let text = SafeHTML(plain: String(decoding: bytes[range], as: UTF8.self)).html
      let start = bytes[range].first == 0x20 && range.lowerBound > 0 ? " " : ""
      let end = bytes[range].last == 0x20 && range.upperBound < bytes.count && !text.isEmpty ? " " : ""
      return start + text + end
    }
    var html = ""
    var end = 0
    for range in block.emphasis
    where range.start >= end && range.start < range.end && range.end <= bytes.count {
      html += escaped(end..<range.start) + "<em>" + escaped(range.start..<range.end) + "</em>"
      end = range.end
    }
    return html + escaped(end..<bytes.count)
  }
}
