import Markup
public import Model

/// The article as the feed carries it: its content, or else its summary, read from the markup as it came, the way a page is
/// read. A teaser's words if that is all there is; no blocks if the feed carries nothing.
public func carriedArticle(of entry: Entry) -> Article {
  func blocks(_ html: String?) -> [Block] {
    guard let html else { return [] }
    return readBlocks(
      fromHTML: html, title: entry.title, authors: entry.authors, url: entry.url, base: entry.base)
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
public func readBlocks(
  fromHTML html: String, title: String? = nil, authors: [String] = [], url: String? = nil,
  base: String? = nil
) -> [Block] {
  let page = PageIndex(
    HTMLDocument.parse(html), address: url.flatMap { WebAddress($0) },
    base: base.flatMap { WebAddress($0) })
  let regions = RegionRoles(page, below: 0)
  var blocks = BlockFlow.blocks(page, of: 0)
  for index in blocks.indices { blocks[index].role = regions.role(of: blocks[index].node) }
  blocks = withoutTitle(blocks, title)
  blocks = BlockRoles.assign(blocks, title: title, authors: authors)
  return ArticleEdges.endTrimmed(LinkSections.marked(blocks)).blocks
}

/// Leaves out a heading at the top that repeats the title.
func withoutTitle(_ blocks: [FlowBlock], _ title: String?) -> [FlowBlock] {
  guard let title = title.map({ lettersOnly($0) }), !title.isEmpty else { return blocks }
  var result = blocks
  for index in result.indices.prefix(4).reversed() {
    let block = result[index]
    guard block.kind == .heading || block.kind == .paragraph, lettersOnly(block.text) == title else {
      continue
    }
    result.remove(at: index)
  }
  return result
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
