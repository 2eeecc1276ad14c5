import Markup
import Model

/// What a page says about its article: in JSON-LD, Open Graph and other `meta` elements, and in its text.
struct PageMetadata {
  let page: PageIndex
  let data: StructuredData
  let address: WebAddress?
  private let meta: [(key: String, value: String)]
  let siteNames: SiteNames

  init(_ page: PageIndex, address: WebAddress?) {
    self.page = page
    self.address = address
    data = StructuredData(page.tree)
    var meta: [(key: String, value: String)] = []
    for node in page.tree.nodes where node.name == "meta" {
      guard let key = node["property"] ?? node["name"] ?? node["itemprop"] ?? node["http-equiv"],
        let content = node["content"]
      else { continue }
      let value = foldedWhiteSpace(content)
      if !value.isEmpty { meta.append((asciiLowered(key), value)) }
    }
    self.meta = meta
    let stated = ["og:site_name", "application-name", "al:android:app_name"].lazy
      .compactMap { key in meta.first { $0.key == key }?.value }.first
    let publisher = data.name(data.article?["publisher"]) ?? data.name(data.page?["isPartOf"])
    siteNames = SiteNames(page, stated: stated ?? publisher, publisher: publisher, address: address)
  }

  /// The first of the named `meta` elements that the page has.
  func meta(_ keys: String...) -> String? {
    for key in keys {
      if let found = meta.first(where: { $0.key == key }) { return found.value }
    }
    return nil
  }

  var siteName: String? {
    meta("og:site_name", "application-name", "al:android:app_name")
      ?? data.name(data.article?["publisher"]) ?? data.name(data.page?["isPartOf"])
      ?? meta("dc.publisher", "twitter:site")
  }

  var language: String? {
    let root = page.tree.nodes.first { $0.name == "html" }
    let stated =
      root?["lang"] ?? root?["xml:lang"] ?? meta("content-language", "og:locale", "dc.language", "language")
      ?? data.article?["inLanguage"]?.string
    guard let stated else { return nil }
    let tag = String(
      decoding: stated.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    let first = tag.split { $0 == "," || $0 == " " }.first.map(String.init) ?? ""
    let isTag = first.utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-")
    }
    return isTag && (2...35).contains(first.utf8.count) ? first : nil
  }

  var excerpt: String? {
    let stated =
      meta("og:description", "description", "twitter:description", "dc.description")
      ?? data.article?["description"]?.string.map(foldedWhiteSpace)
    return stated.map(withoutTags)
  }

  var canonicalURL: String? {
    for node in page.tree.nodes where node.name == "link" {
      guard let rel = node["rel"], asciiLowered(rel) == "canonical", let href = node["href"],
        let link = WebAddress(href, relativeTo: address), link.isWeb
      else { continue }
      return link.string
    }
    return meta("og:url").flatMap { WebAddress($0, relativeTo: address) }.flatMap {
      $0.isWeb ? $0.string : nil
    }
  }

  /// The feed of this article's comments, as WordPress and others announce it.
  var commentsFeed: String? {
    let path = address?.path ?? ""
    for node in page.tree.nodes where node.name == "link" {
      guard let rel = node["rel"], asciiLowered(rel) == "alternate", let type = node["type"],
        type.utf8.count < 40, asciiLowered(type).contains("rss") || asciiLowered(type).contains("atom"),
        let href = node["href"], let link = WebAddress(href, relativeTo: address), link.isWeb
      else { continue }
      if path.utf8.count > 1, link.path.utf8.count > path.utf8.count, link.path.utf8.starts(with: path.utf8) {
        return link.string
      }
    }
    return nil
  }

  var image: ArticleImage? {
    if let url = meta("og:image", "og:image:url", "twitter:image", "twitter:image:src"),
      let link = WebAddress(url, relativeTo: address), link.isWeb
    {
      return ArticleImage(
        url: link.string, width: meta("og:image:width").flatMap { Int($0) },
        height: meta("og:image:height").flatMap { Int($0) }, alt: meta("og:image:alt"))
    }
    let stated = data.article?["image"]?.elements.first
    let url = stated?.string ?? stated?["url"]?.string
    return url.flatMap { WebAddress($0, relativeTo: address) }.flatMap {
      $0.isWeb ? ArticleImage(url: $0.string) : nil
    }
  }
}

/// The picture that a page names for itself.
public struct ArticleImage: Hashable, Sendable, Codable {
  public let url: String
  public let width: Int?
  public let height: Int?
  public let alt: String?

  public init(url: String, width: Int? = nil, height: Int? = nil, alt: String? = nil) {
    self.url = url
    self.width = width
    self.height = height
    self.alt = alt
  }

  /// `nil` if the page does not say how large it is.
  var picture: Picture? {
    guard let width, let height else { return nil }
    return Picture(url: url, width: width, height: height, alt: alt ?? "")
  }
}
