import Markup
public import Model

/// What is known of an article before its page is read: the feed's own words.
public struct ExtractionHints: Hashable, Sendable {
  public let title: String?
  public let author: String?
  /// Plain text of the feed's summary or content.
  public let summary: String?

  public init(title: String? = nil, author: String? = nil, summary: String? = nil) {
    self.title = title
    self.author = author
    self.summary = summary
  }

  public static let none = ExtractionHints()
}

/// All that a page gave.
public struct ExtractedPage: Hashable, Sendable {
  public let article: Article
  /// In the order of the page, answers after what they answer.
  public let comments: [Comment]
  /// The article's date as the page gives it, with or without a time.
  public let published: PageDate?
  public let updated: PageDate?
  public let image: ArticleImage?
  public let excerpt: String?
  /// Address of a feed of the comments, if the page names one.
  public let commentsFeed: String?
  /// Name of the encoding that the page was read by.
  public let encoding: String
  public let warnings: [Diagnostic]
}

/// Reads the article and the readers' comments out of a page.
///
/// Comments are split off first; then the place of the article is found, read as blocks, and everything in
/// it that is no part of the text gets its role. Never fails: a page without an article gives an article
/// without blocks, and a warning.
///
/// - Parameters:
///   - bytes: the page as it came over the network.
///   - contentType: value of the `Content-Type` header.
///   - url: the page's address; links are resolved against it.
///   - hints: what the feed said of the article.
public func extractArticle(
  bytes: [UInt8], contentType: String? = nil, url: String? = nil, hints: ExtractionHints = .none
) -> ExtractedPage {
  let (tree, encoding) = HTMLDocument.parse(page: bytes, contentType: contentType)
  return ArticleExtractor(tree, url: url, hints: hints, encoding: encoding, bytes: bytes).extracted()
}

struct ArticleExtractor {
  private let page: PageIndex
  private let metadata: PageMetadata
  private let found: PageComments
  private let hints: ExtractionHints
  private let encoding: String
  /// The page as it came: scripts are not in the tree.
  private let bytes: [UInt8]

  init(_ tree: HTMLTree, url: String?, hints: ExtractionHints, encoding: String, bytes: [UInt8]) {
    self.bytes = bytes
    page = PageIndex(tree)
    let address = url.flatMap { WebAddress($0) }
    metadata = PageMetadata(page, address: address)
    found = PageComments(page, data: metadata.data, address: address, monthFirst: metadata.isMonthFirst)
    self.hints = hints
    self.encoding = encoding
  }

  func extracted() -> ExtractedPage {
    let title = metadata.title(hint: hints.title)
    let finder = ContentFinder(page, excluding: found.regions)
    let roots = finder.roots()
    let scope = self.scope(around: roots)
    let byline = metadata.byline(in: scope, excluding: found.regions, hint: hints.author)
    let authors = byline?.authors ?? []
    let published = metadata.published(in: scope, excluding: found.regions)
    let blocks = articleBlocks(roots, title: title, authors: authors)
    var warnings: [Diagnostic] = []
    if page.tree.isIncomplete {
      warnings.append(
        Diagnostic(
          severity: .warning, code: "limit-exceeded",
          message: "the page is larger or nested deeper than what is read; its end may be missing"))
    }
    if !blocks.contains(where: { $0.role == nil }) {
      warnings.append(
        Diagnostic(severity: .warning, code: "no-article", message: "no article text was found"))
    }
    let article = Article(
      title: title, byline: byline?.text, authors: authors, siteName: metadata.siteName,
      published: published?.instant, language: metadata.language, canonicalURL: metadata.canonicalURL,
      blocks: blocks.blocks, commentService: found.service(bytes))
    var discussion = DiscussionMerger(authors: authors)
    discussion.add(found.comments, from: .page)
    return ExtractedPage(
      article: article, comments: discussion.comments(keepingRepeats: true),
      published: published, updated: metadata.updated, image: metadata.image, excerpt: metadata.excerpt,
      commentsFeed: metadata.commentsFeed, encoding: encoding, warnings: warnings)
  }

  /// Where byline and date are looked for: the article with three levels of what surrounds it.
  private func scope(around roots: [Int]) -> Range<Int> {
    guard let first = roots.first else { return 0..<page.tree.nodes.count }
    var place = first
    for ancestor in page.tree.ancestors(of: first).prefix(3) {
      if ["body", "html"].contains(page.tree[ancestor].name) { break }
      place = ancestor
    }
    return place..<page.tree[place].end
  }

  private func articleBlocks(_ roots: [Int], title: String?, authors: [String]) -> [FlowBlock] {
    var blocks: [FlowBlock] = []
    for root in roots {
      let regions = RegionRoles(page, below: root)
      var part = BlockFlow.blocks(page, of: root, excluding: found.regions)
      for index in part.indices { part[index].role = regions.role(of: part[index].node) }
      blocks += part
    }
    blocks = ArticleEdges.trimmed(blocks, title: title, authors: authors)
    blocks = BlockRoles.assign(blocks, title: title, authors: authors)
    if let body = metadata.data.articleBody, isBetter(body, than: blocks) { return structured(body) }
    return blocks
  }

  /// Structured data are taken only where the page shows hardly anything of them.
  private func isBetter(_ body: String, than blocks: [FlowBlock]) -> Bool {
    let words = countWords(body)
    let shown = blocks.reduce(0) { $0 + ($1.role == nil ? $1.wordCount : 0) }
    return words >= 80 && shown * 3 < words
  }

  private func structured(_ body: String) -> [FlowBlock] {
    if body.utf8.contains(UInt8(ascii: "<")), body.contains("</p>") || body.contains("<br") {
      let inner = PageIndex(HTMLDocument.parse(body))
      return BlockRoles.assign(BlockFlow.blocks(inner, of: 0))
    }
    let paragraphs = body.split { $0.isNewline }.map { foldedWhiteSpace(String($0)) }.filter { !$0.isEmpty }
    return BlockRoles.assign(paragraphs.map { FlowBlock(kind: .paragraph, text: $0, node: 0) })
  }
}
