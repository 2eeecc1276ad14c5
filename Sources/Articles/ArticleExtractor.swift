import Markup
public import Model

/// What is known of an article before its page is read: the feed's own words.
public struct ExtractionHints: Hashable, Sendable {
  public let title: String?
  public let author: String?
  /// The article's text as the feed carries it, plain, if the feed carries all of it.
  public let content: String?
  /// Which part of an article of several pages is read, from 1.
  public let part: Int

  public init(title: String? = nil, author: String? = nil, content: String? = nil, part: Int = 1) {
    self.title = title
    self.author = author
    self.content = content
    self.part = part
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
  /// Address of the page on which the article goes on, if the page marks it so.
  public let nextPart: String?
  /// Whether a heading of the page is the title that the feed gave.
  public let showsTitle: Bool
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
    let address = url.flatMap { WebAddress($0) }
    page = PageIndex(tree, address: address)
    metadata = PageMetadata(page, address: address)
    found = PageComments(page, data: metadata.data, address: address, monthFirst: metadata.isMonthFirst)
    self.hints = hints
    self.encoding = encoding
  }

  func extracted() -> ExtractedPage {
    let title = metadata.title(hint: hints.title)
    let flow = BlockFlow.blocks(page, of: 0, excluding: found.regions)
    let cards = CardLists.find(page)
    let finder = ContentFinder(page, excluding: found.regions)
    let place = ArticlePlace(page, blocks: flow, cards: cards, isSkipped: finder.isSkipped)
    let core = finder.roots()
    let roots = place.widened(core)
    let scope = self.scope(around: roots)
    let byline = metadata.byline(
      in: scope, excluding: found.regions.union(cards.filter(isTeaser).subtracting(roots)), roots: roots,
      hint: hints.author)
    let authors = byline?.authors ?? []
    let published = metadata.published(in: scope, excluding: found.regions)
    var blocks = place.blocks(of: roots, core: core)
    if let first = roots.first {
      blocks = place.lead(above: first, title: title, before: blocks) + blocks
    }
    blocks = roles(blocks, title: title, authors: authors)
    let kind = PageKind(page, blocks: blocks, cards: cards.count)
    let nextPart = metadata.nextPart(after: hints.part)
    let article = Article(
      title: title, byline: byline?.text, authors: authors, siteName: metadata.siteName,
      published: published?.instant, language: metadata.language, canonicalURL: metadata.canonicalURL,
      image: metadata.image?.picture, blocks: blocks.blocks, commentService: found.service(bytes))
    var discussion = DiscussionMerger(authors: authors)
    discussion.add(found.comments, from: .page)
    return ExtractedPage(
      article: article, comments: discussion.comments(keepingRepeats: true),
      published: published, updated: metadata.updated, image: metadata.image, excerpt: metadata.excerpt,
      commentsFeed: metadata.commentsFeed, nextPart: nextPart,
      showsTitle: hints.title.map(metadata.isHeading) ?? false, encoding: encoding,
      warnings: PageKind.limitWarnings(page.tree) + kind.warnings + PageKind.partWarnings(nextPart))
  }

  /// Whether a box that leads elsewhere has a heading or as many words as one: lines of dates and names are lists of links
  /// as well.
  private func isTeaser(_ card: Int) -> Bool {
    page.headingCount(card) > 0 || page.textLength(card) >= 80
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

  private func roles(_ blocks: [FlowBlock], title: String?, authors: [String]) -> [FlowBlock] {
    var blocks = judged(blocks, title: title, authors: authors)
    if let body = metadata.data.articleBody {
      if isBetter(body, than: blocks) { return structured(body) }
      blocks = ReferenceText(body).checked(blocks)
    }
    if let content = hints.content { blocks = ReferenceText(content).checked(blocks) }
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
