import Markup
public import Model

/// The article as the feed carries it: its content, or else its summary, read from the markup as it came, the way a page is
/// read. A teaser's words if that is all there is; no blocks if the feed carries nothing.
public func carriedArticle(of entry: Entry) -> Article {
  func blocks(_ html: String?) -> [Block] {
    guard let html else { return [] }
    return readBlocks(
      fromHTML: html, title: entry.title, authors: entry.authors, url: entry.url, base: entry.base,
      language: entry.language)
  }
  var found = blocks(entry.contentHTML)
  if found.isEmpty { found = blocks(entry.summaryHTML) }
  return Article(
    title: entry.title, authors: entry.authors, published: entry.published, language: entry.language,
    canonicalURL: entry.url, blocks: found)
}

/// The readable blocks of HTML that a feed carries as an entry's content.
///
/// The feed's own additions ("appeared first on", share links) and what does not belong to the text (photo
/// credit, call to comment, words about the author) stay, each with its role.
///
/// - Parameters:
///   - html: the content; it need not be safe or well-formed: nothing but text comes out of it.
///   - title: the entry's title: a first heading that repeats it is left out.
///   - authors: names by which words about the author are recognised.
///   - url: address of the article's page: by it links to other sites are told from those within the site.
///   - base: address against which links are resolved, if it is not `url`.
///   - language: BCP 47 tag of the text where its markup says nothing.
public func readBlocks(
  fromHTML html: String, title: String? = nil, authors: [String] = [], url: String? = nil,
  base: String? = nil, language: String? = nil
) -> [Block] {
  let page = PageIndex(
    HTMLDocument.parse(html), address: url.flatMap { WebAddress($0) },
    base: base.flatMap { WebAddress($0) }, language: language)
  let regions = RegionRoles(page, below: 0, cards: CardLists.find(page))
  var blocks = BlockFlow.blocks(page, of: 0)
  for index in blocks.indices where blocks[index].role == nil {
    blocks[index].role = regions.role(of: blocks[index].node)
  }
  return judged(blocks, title: title, authors: authors).blocks
}

/// Says of each block what it is for, by its words and its place: the same for a page and for what a feed carries.
func judged(_ blocks: [FlowBlock], title: String?, authors: [String]) -> [FlowBlock] {
  var blocks = ArticleEdges.trimmed(blocks, title: title, authors: authors)
  blocks = BlockRoles.assign(blocks, title: title, authors: authors)
  // Now it is known which headings are left with nothing to head.
  blocks = ArticleEdges.endTrimmed(LinkSections.marked(blocks))
  // In a few words there is nothing to tell apart.
  if !blocks.contains(where: { $0.role == nil }), blocks.reduce(0, { $0 + $1.wordCount }) <= 60 {
    for index in blocks.indices where blocks[index].kind != .figure { blocks[index].role = nil }
  }
  return blocks
}

/// Letters and digits in lower case, for the comparison of titles and names.
func lettersOnly(_ text: String) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: result.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: result.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case 0..<0x80: continue
    default:
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }
  return String(decoding: result, as: UTF8.self)
}
