import Markup

/// A feed that a page points to, or that may be where feeds usually are.
public struct DiscoveredFeed: Hashable, Sendable, Encodable {
  /// How sure it is.
  public enum Evidence: String, Sendable, Encodable {
    /// The page says so (`<link rel="alternate">`).
    case declared
    /// A link on the page looks like it.
    case linked
    /// Nothing on the page says so; many sites have a feed there.
    case usual
  }

  public let url: String
  public let title: String?
  /// Media type, as far as known.
  public let type: String?
  public let evidence: Evidence
}

/// The feeds of an HTML page, best first: those it declares (articles before comments), those it links to,
/// and only
/// if there are none the usual places on its host, for the caller to try.
public func discoverFeeds(in page: [UInt8], url: String) -> [DiscoveredFeed] {
  let (tree, _) = HTMLDocument.parse(page: page)
  var search = FeedSearch(pageURL: WebAddress(url))
  for (index, node) in tree.nodes.enumerated() {
    switch node.name {
    case "base": search.useBase(node["href"])
    case "link": search.addLink(node)
    case "a": search.addAnchor(node, text: tree.lineText(of: index))
    default: break
    }
  }
  return search.result
}

private struct FeedSearch {
  let pageURL: WebAddress?
  private var base: WebAddress?
  private var declared: [DiscoveredFeed] = []
  private var declaredLate: [DiscoveredFeed] = []
  private var linked: [DiscoveredFeed] = []
  private var seen: Set<String> = []

  init(pageURL: WebAddress?) {
    self.pageURL = pageURL
    base = pageURL
  }

  mutating func useBase(_ href: String?) {
    guard let href, let address = WebAddress(href, relativeTo: pageURL), address.isWeb else { return }
    base = address
  }

  mutating func addLink(_ node: HTMLNode) {
    let relations = asciiLowerCased(node["rel"] ?? "").split(separator: " ")
    guard relations.contains("alternate") || relations.contains("feed"), let url = address(node["href"])
    else { return }
    let type = nonEmpty(node["type"]).map { asciiLowerCased(trimmed(String($0.prefix { $0 != ";" }))) }
    let isFeed = type.map { Self.types.contains($0) } ?? (relations.contains("feed") || looksLikeFeed(url))
    // JSON is no feed in itself: WordPress declares its interface so.
    guard isFeed || (type == "application/json" && looksLikeFeed(url)), isNew(url) else { return }
    let feed = DiscoveredFeed(
      url: url, title: nonEmpty(node["title"]).map(foldedWhiteSpace), type: type, evidence: .declared)
    let words = asciiLowerCased(url + " " + (feed.title ?? ""))
    if words.contains("comment") { declaredLate.append(feed) } else { declared.append(feed) }
  }

  mutating func addAnchor(_ node: HTMLNode, text: String) {
    guard let url = address(node["href"]), linked.count < 20, looksLikeFeed(url) || isFeedWord(text),
      isNew(url)
    else { return }
    linked.append(DiscoveredFeed(url: url, title: nonEmpty(text), type: nil, evidence: .linked))
  }

  var result: [DiscoveredFeed] {
    let found =
      declared + declaredLate + linked.filter { looksLikeFeed($0.url) }
      + linked.filter { !looksLikeFeed($0.url) }
    guard found.isEmpty, let pageURL else { return found }
    return Self.usualPaths.compactMap { path in
      WebAddress(path, relativeTo: pageURL).map {
        DiscoveredFeed(url: $0.string, title: nil, type: nil, evidence: .usual)
      }
    }
  }

  private func address(_ href: String?) -> String? {
    guard let href = nonEmpty(href) else { return nil }
    let text = asciiLowerCased(href).hasPrefix("feed:http") ? String(href.dropFirst(5)) : href
    return WebAddress(text, relativeTo: base).flatMap { $0.isWeb ? $0.withoutFragment.string : nil }
  }

  private mutating func isNew(_ url: String) -> Bool { seen.insert(url).inserted }

  private func isFeedWord(_ text: String) -> Bool {
    ["rss", "atom", "feed", "rss feed", "atom feed", "rss-feed", "json feed"].contains(asciiLowerCased(text))
  }

  private func looksLikeFeed(_ url: String) -> Bool {
    guard let address = WebAddress(url) else { return false }
    var path = asciiLowerCased(address.path)
    if path.hasSuffix("/") { path.removeLast() }
    if ["/feed", "/rss", "/atom", "/feeds", ".rss", ".atom", ".rdf"].contains(where: { path.hasSuffix($0) }) {
      return true
    }
    let isFile = path.hasSuffix(".xml") || path.hasSuffix(".json")
    let name = path.split(separator: "/").last ?? ""
    if isFile, ["rss", "atom", "feed", "index.xml"].contains(where: { name.contains($0) }) { return true }
    let query = asciiLowerCased(address.query ?? "")
    return query.contains("feed=") || query.contains("format=rss") || query.contains("alt=rss")
      || address.host == "feeds.feedburner.com"
  }

  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    "application/xml", "text/xml", "application/x-rss+xml", "text/rss+xml", "text/rss", "application/rss",
  ]

  private static let usualPaths = [
    "/feed/", "/rss.xml", "/atom.xml", "/index.xml", "/feed.xml", "/rss", "/blog/feed/", "/feed.json",
  ]
}
