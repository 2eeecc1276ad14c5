import Markup

/// The web site that a feed belongs to, by which its own pages are told from those that it links to.
struct FeedSite {
  private let hosts: [String]
  private let channelLink: String?
  /// Whether all entries are on one other host: the site moved there, or its pages are served from it.
  private let isElsewhere: Bool

  /// - Parameter base: the address from which the feed came.
  init(_ feed: ParsedFeed, base: WebAddress?) {
    let named = [feed.channel.link, feed.channel.selfLink].compactMap { $0.flatMap { WebAddress($0) } }
    let hosts = (named + (base.map { [$0] } ?? [])).compactMap(\.host).filter { !$0.isEmpty }
    self.hosts = hosts
    channelLink = feed.channel.link.flatMap(comparableLink)
    let linked = feed.entries.prefix(FeedSite.entriesLookedAt).compactMap {
      $0.link.flatMap { WebAddress($0) }?.host
    }
    let first = linked.first ?? ""
    isElsewhere =
      linked.count > 2 && linked.allSatisfy { isSameSite($0, first) }
      && !hosts.contains { isSameSite($0, first) }
  }

  private static let entriesLookedAt = 100

  /// The entry's own page: not the page that a link log's remark is about, where the feed names one of its own as well
  /// (by guid, or by a link called `related`).
  func page(of entry: ParsedEntry, link: String?) -> String? {
    guard let link, !isElsewhere, !hosts.isEmpty, !isOwn(link) else { return link }
    let related = entry.links.filter { $0.rel == "related" || $0.rel == "bookmark" }.map(\.href)
    return ((entry.id.map { [$0] } ?? []) + related).first { isWebAddress($0) && isOwnPage($0) } ?? link
  }

  private func isOwn(_ url: String) -> Bool {
    guard let host = WebAddress(url)?.host else { return false }
    return hosts.contains { isSameSite($0, host) }
  }

  private func isOwnPage(_ url: String) -> Bool {
    guard let address = WebAddress(url), address.path.utf8.count > 1 else { return false }
    return isOwn(url) && comparableLink(url) != channelLink
  }
}

/// Whether two hosts are one site's: equal, or parts of one domain that is no place where many have sites.
public func isSameSite(_ first: String, _ second: String) -> Bool {
  first == second || site(of: first) == site(of: second)
}

/// The name under which a host's owner is known: without parts before the registered name.
private func site(of host: String) -> String {
  let labels = host.split(separator: ".")
  let isNumber = labels.last.map { $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } } ?? true
  guard labels.count > 2, !isNumber, !host.utf8.contains(UInt8(ascii: ":")) else { return host }
  // "example.co.uk", "example.com.au"
  let isSecondLevel = labels[labels.count - 1].utf8.count == 2 && labels[labels.count - 2].utf8.count <= 3
  let name = labels.suffix(isSecondLevel ? 3 : 2).joined(separator: ".")
  return manySites.contains(name) ? host : name
}

/// Domains under which everybody has a site of his own.
private let manySites: Set<String> = [
  "blogspot.com", "wordpress.com", "substack.com", "github.io", "gitlab.io", "medium.com", "tumblr.com",
  "typepad.com", "livejournal.com", "micro.blog", "bearblog.dev", "ghost.io", "hatenablog.com",
  "neocities.org",
  "netlify.app", "pages.dev", "vercel.app", "write.as", "posthaven.com", "squarespace.com", "wixsite.com",
  "weebly.com", "over-blog.com", "canalblog.com", "dreamwidth.org", "svbtle.com", "buttondown.email",
  "beehiiv.com",
]
