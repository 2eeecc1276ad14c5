import Markup
import Model

extension PageMetadata {
  /// Address of the next part of an article that is cut into several pages, if the page marks it so.
  ///
  /// A part is marked by `rel="next"` or by a link in a row of page numbers, and its address is the page's own
  /// with the next number: `…/trust/2/`, `…/trust?page=2`, `…/trust-2.html`. A `rel="next"`
  /// that leads anywhere else is the next article.
  ///
  /// - Parameter part: which part this page is. A first part has no number in its address: one that has is an
  ///   article with a number for a name.
  func nextPart(after part: Int) -> String? {
    guard let address else { return nil }
    let own = PartAddress(address.string)
    guard own.number == part else { return nil }
    for (index, node) in page.tree.nodes.enumerated() where node.name == "link" || node.name == "a" {
      guard let href = node["href"], isMarked(index, node), let link = WebAddress(href, relativeTo: address),
        link.isWeb
      else { continue }
      let next = PartAddress(link.string)
      if next.stem == own.stem, next.number == part + 1 { return link.string }
    }
    return nil
  }

  private func isMarked(_ index: Int, _ node: HTMLNode) -> Bool {
    if let rel = node["rel"],
      asciiLowered(rel).utf8.split(separator: 0x20).contains(where: { $0.elementsEqual("next".utf8) })
    {
      return true
    }
    guard node.name == "a" else { return false }
    return page.tree.ancestors(of: index).prefix(3).contains { page.hasClass($0, in: PageMetadata.partRows) }
  }

  private static let partRows: NameSet = [
    "page-links", "post-page-numbers", "post-pagination", "article-pagination", "pagelink", "page-link",
    "pagelinks",
    "multipage", "article-pages", "link-pages", "wp-link-pages",
  ]
}

/// An address without the number of a part in it, and the number: 1 if there is none.
struct PartAddress: Equatable {
  let stem: [UInt8]
  let number: Int

  init(_ address: String) {
    var bytes = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") })
    var number = 1
    var ending: ArraySlice<UInt8> = []
    let isQuery = bytes.contains(UInt8(ascii: "?"))
    if !isQuery {
      for suffix in [".html", ".htm", ".php"] where bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
      {
        ending = bytes.suffix(suffix.utf8.count)
        bytes.removeLast(suffix.utf8.count)
      }
      PartAddress.trimSlashes(&bytes)
    }
    let digits = bytes.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    // No year and no id is below 100.
    if (1...2).contains(digits), let value = Int(String(decoding: bytes.suffix(digits), as: UTF8.self)),
      value > 1
    {
      let before = bytes.dropLast(digits)
      let marks =
        isQuery
        ? ["?page=", "&page=", "?seite=", "&seite="] : ending.isEmpty ? ["/"] : ["-", "_", "/"]
      if let mark = marks.first(where: { before.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
        number = value
        bytes = Array(before.dropLast(mark.utf8.count))
      }
    }
    PartAddress.trimSlashes(&bytes)
    stem = bytes + ending
    self.number = number
  }

  private static func trimSlashes(_ bytes: inout [UInt8]) {
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
  }
}

extension ExtractedPage {
  /// One article of several parts: this page with what the others add to it.
  ///
  /// What every part repeats is kept once. Comments are those of all parts.
  public func joined(with parts: [ExtractedPage]) -> ExtractedPage {
    guard !parts.isEmpty else { return self }
    var blocks = article.blocks
    var known = Set(blocks.filter { $0.text.utf8.count > 40 }.map { lettersOnly($0.text) })
    var comments = self.comments
    for part in parts {
      for block in part.article.blocks
      where known.insert(lettersOnly(block.text)).inserted || block.text.utf8.count <= 40 {
        blocks.append(block)
      }
      comments += part.comments.filter { comment in !comments.contains { $0.id == comment.id } }
    }
    let numbered = blocks.enumerated().map { index, block in block.with(index: index, role: block.role) }
    return ExtractedPage(
      article: Article(
        title: article.title, byline: article.byline, authors: article.authors, siteName: article.siteName,
        published: article.published, language: article.language, canonicalURL: article.canonicalURL,
        image: article.image, blocks: numbered, commentService: article.commentService),
      comments: comments, published: published, updated: updated, image: image, excerpt: excerpt,
      commentsFeed: commentsFeed ?? parts.lazy.compactMap(\.commentsFeed).first,
      nextPart: parts.last?.nextPart, showsTitle: showsTitle,
      encoding: encoding, warnings: warnings.filter { $0.code != "more-parts" } + parts.flatMap(\.warnings))
  }
}
