import Markup
public import Model

extension ParsedFeed {
  /// The comments on `article`, out of a feed that was named as its comment feed.
  ///
  /// Redirects and plug-ins lead to other feeds: one of all comments on a site gives those that are on this article, one of
  /// articles gives none.
  ///
  /// - Parameter siteFeed: the feed in which the article stands.
  /// - Returns: `nil` if the entries are articles.
  public func comments(on article: Entry, in siteFeed: String? = nil, from url: String? = nil) -> [Comment]? {
    let scope = CommentScope(self, article: article)
    if !isCommentFeed {
      let isSiteFeed = siteFeed.flatMap(comparableLink).map { $0 == url.flatMap(comparableLink) } ?? false
      guard !isSiteFeed, !scope.holdsArticles else { return nil }
    }
    return comments(where: scope.holds)
  }
}

/// Which of a feed's comments are on one article.
struct CommentScope {
  private enum Verdict {
    case ours, others, unknown
  }

  private let feed: ParsedFeed
  private let article: Entry
  private let pages: [CommentedPage]
  private let sources: Set<String>
  /// Whether comments that belong elsewhere are left out: not in a feed that calls itself the article's.
  private var isMixed = false

  init(_ feed: ParsedFeed, article: Entry) {
    self.feed = feed
    self.article = article
    pages = [article.url, article.sourceID, article.commentsURL].compactMap {
      $0.flatMap(CommentedPage.init(page:))
    }
    sources = Set(feed.entries.compactMap(\.id))
    isMixed = judgedMixed
  }

  func holds(_ entry: ParsedEntry) -> Bool { !isMixed || verdict(on: entry) != .others }

  private var judgedMixed: Bool {
    let channel = feed.channel.link.flatMap(CommentedPage.init(page:))
    if let channel, !channel.isHome, isOurs(channel) { return false }
    if feed.entries.contains(where: { verdict(on: $0) == .ours }) { return true }
    let others = Set(
      feed.entries.compactMap { CommentedPage(comment: $0.link) ?? CommentedPage(comment: $0.id) })
    // What a service elsewhere links to says nothing.
    guard others.contains(where: { other in pages.contains { isSameSite($0.host, other.host) } }) else {
      return false
    }
    // One other page may be this one under another address, unless the feed calls itself that of the site.
    return others.count > 1 || channel.map { !others.contains($0) } ?? false
  }

  private func verdict(on entry: ParsedEntry) -> Verdict {
    var verdict = Verdict.unknown
    if let page = CommentedPage(comment: entry.link) ?? CommentedPage(comment: entry.id) {
      verdict = isOurs(page) ? .ours : .others
    }
    for reply in entry.inReplyTo where verdict != .ours {
      if let ref = reply.ref, ref == article.sourceID { return .ours }
      let targets = [reply.ref, reply.href].compactMap { $0 }
      let pages = targets.compactMap { CommentedPage(comment: $0) ?? CommentedPage(page: $0) }
      if pages.contains(where: isOurs) { return .ours }
      let isAnswer = targets.contains { sources.contains($0) || CommentNumber.find(in: $0) != nil }
      if verdict == .unknown, !isAnswer { verdict = .others }
    }
    return verdict
  }

  private func isOurs(_ page: CommentedPage) -> Bool { pages.contains { page.isPart(of: $0) } }

  // MARK: Articles

  /// Whether the entries are articles: the site's own feed came instead of the comments.
  var holdsArticles: Bool {
    let entries = feed.entries
    if entries.contains(where: { $0.commentsFeed != nil || $0.commentsLink != nil || $0.commentCount != nil })
    {
      return true
    }
    if entries.contains(where: { $0.id != nil && $0.id == article.sourceID }) { return true }
    let link = article.url.flatMap(comparableLink)
    let copies = entries.filter {
      $0.title?.text == article.title && link != nil && $0.link.flatMap(comparableLink) == link
        && $0.inReplyTo.isEmpty
    }
    if !copies.isEmpty, copies.count < entries.count { return true }
    if copies.count == 1, let date = article.published, copies[0].published?.instant == date { return true }
    return !entries.isEmpty && entries.allSatisfy(isOtherArticle)
  }

  /// Whether the entry has a page and a title of its own, on the article's site but not below it.
  private func isOtherArticle(_ entry: ParsedEntry) -> Bool {
    guard entry.inReplyTo.isEmpty, let link = entry.link, let page = CommentedPage(page: link),
      CommentedPage(comment: link) == nil, !isOurs(page),
      pages.contains(where: { isSameSite($0.host, page.host) }),
      !asciiLowerCased(link).contains("comment"), let title = entry.title?.text, !title.isEmpty
    else { return false }
    let opening = asciiLowerCased(String(title.prefix(20)))
    return !["re:", "by ", "by:", "comment"].contains { opening.hasPrefix($0) }
  }
}

/// The page on which a comment stands, so that spellings of one page are equal.
struct CommentedPage: Hashable {
  let host: String
  let path: String
  private let parameters: Set<String>

  var isHome: Bool { path.isEmpty && parameters.isEmpty }

  /// The page at an address; `nil` for what is no web address.
  init?(page url: String) {
    guard isWebAddress(url), let link = comparableLink(url),
      let start = link.firstIndex(where: { "/?".contains($0) })
    else {
      guard isWebAddress(url), let link = comparableLink(url) else { return nil }
      (host, path, parameters) = (link, "", [])
      return
    }
    host = String(link[..<start])
    let parts = link[start...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = Self.withoutPageNumber(parts[0])
    let names = ["cpage", "replytocom", "showcomment"]
    parameters = Set(
      (parts.count > 1 ? parts[1] : "").split(separator: "&").map(String.init).filter { parameter in
        !names.contains { asciiLowerCased(parameter).hasPrefix($0 + "=") }
      })
  }

  /// The page that the address of a comment is on; `nil` if the address names no place on a page.
  init?(comment url: String?) {
    guard let url, let address = WebAddress(url),
      !(address.fragment ?? "").isEmpty || asciiLowerCased(address.query ?? "").contains("showcomment=")
    else { return nil }
    self.init(page: url)
  }

  /// Whether this is `page` or lies below it.
  func isPart(of page: CommentedPage) -> Bool {
    guard host == page.host, page.parameters.isSubset(of: parameters) else { return false }
    return path == page.path || !page.path.isEmpty && path.hasPrefix(page.path + "/")
  }

  /// WordPress parts long discussions: `/2026/11/trust/comment-page-2`.
  private static func withoutPageNumber(_ path: Substring) -> String {
    guard let last = path.split(separator: "/").last, last.hasPrefix("comment-page-") else {
      return String(path)
    }
    return String(path.dropLast(last.count + 1))
  }
}
