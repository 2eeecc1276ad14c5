import Markup

/// Finds the elements that hold an article: containers known by name, or the place where prose is densest.
struct ContentFinder {
  private let page: PageIndex
  /// Running total of characters of prose: in paragraphs and the like, outside links and excluded parts.
  private let proseTotals: [Int]
  private let skipped: [Bool]

  /// - Parameter excluded: comments and their form.
  init(_ page: PageIndex, excluding excluded: Set<Int>) {
    self.page = page
    // First without regard to names, so that no name can hide what holds a quarter of the page's prose.
    let all = ContentFinder.survey(page) { index, node in
      excluded.contains(index) || page.isHidden(index) || page.isUnread(index, node)
    }
    let limit = all.totals[page.tree.nodes.count] / 4
    let named = ContentFinder.survey(page) { index, node in
      if excluded.contains(index) || page.isHidden(index) || page.isUnread(index, node) { return true }
      return ContentFinder.isElsewhere(page, index, node)
        && all.totals[node.end] - all.totals[index] <= limit
    }
    let isFound = named.totals[page.tree.nodes.count] * 5 > all.totals[page.tree.nodes.count]
    proseTotals = isFound ? named.totals : all.totals
    skipped = isFound ? named.skipped : all.skipped
  }

  private static func survey(
    _ page: PageIndex, skipping isSkipped: (Int, HTMLNode) -> Bool
  ) -> (totals: [Int], skipped: [Bool]) {
    let nodes = page.tree.nodes
    var totals = [0]
    totals.reserveCapacity(nodes.count + 1)
    var skipped = [Bool](repeating: false, count: nodes.count)
    var skipEnd = 0
    var linkEnd = 0
    for (index, node) in nodes.enumerated() {
      if index >= skipEnd, index > 0, !node.isText, isSkipped(index, node) { skipEnd = node.end }
      skipped[index] = index < skipEnd
      if node.name == "a" { linkEnd = max(linkEnd, node.end) }
      var length = 0
      if node.isText, index >= skipEnd, index >= linkEnd {
        length = node.text.utf8.count { $0 > 0x20 && $0 & 0xC0 != 0x80 }
        // Crumbs of navigation are short and bare.
        if length < 25, !ContentFinder.isInProse(page, node.parent) { length = 0 }
      }
      totals.append(totals[index] + length)
    }
    return (totals, skipped)
  }

  func isSkipped(_ index: Int) -> Bool { skipped[index] }

  func prose(_ index: Int) -> Int { proseTotals[page.tree[index].end] - proseTotals[index] }

  /// The roots of the article, in document order; empty if the page has no prose.
  func roots() -> [Int] {
    let all = prose(0)
    guard all > 0 else { return smallPage() }
    let dense = densest()
    let denseProse = dense.map { prose($0) } ?? 0
    for selector in ContentFinder.selectors {
      let found = outermost(
        page.tree.nodes.indices.filter { index in
          // Whatever they are called, these hold the whole page.
          !skipped[index] && page.tree[index].name != "body" && page.tree[index].name != "html"
            && selector(index, page)
        })
      guard let best = found.max(by: { prose($0) < prose($1) }) else { continue }
      let amount = prose(best)
      guard amount >= 140, amount * 2 >= denseProse || amount * 3 >= all else { continue }
      // Sections of one article stand side by side.
      let siblings = found.filter {
        page.tree[$0].parent == page.tree[best].parent && prose($0) * 8 >= amount
          && page.tree[$0].name != "article"
      }
      let total = siblings.reduce(0) { $0 + prose($1) }
      if siblings.count > 1, siblings.count <= 12, !isListOfPosts(siblings), total * 2 >= denseProse {
        return siblings
      }
      return [best]
    }
    return dense.map { [$0] } ?? smallPage()
  }

  /// A page with a few words only: all of it that is not named as something else.
  private func smallPage() -> [Int] {
    for name in ["article", "main", "body"] {
      if let found = page.tree.nodes.indices.first(where: {
        page.tree[$0].name == name && !skipped[$0] && page.textLength($0) > 0
      }) {
        return [found]
      }
    }
    return []
  }

  /// Named like `article-content`, `post_body`, `story-text-inner`.
  private static func isContent(_ page: PageIndex, _ index: Int) -> Bool {
    guard ["div", "section", "article", "td", "main"].contains(page.tree[index].name) else { return false }
    for token in page.classTokens(index) + [page.id(index)] where token.utf8.count > 8 {
      let parts = nameParts(token)
      if parts.contains(where: articleParts.contains), parts.contains(where: contentParts.contains),
        !parts.contains(where: otherParts.contains)
      {
        return true
      }
    }
    return false
  }

  private static let articleParts: NameSet = [
    "article", "post", "entry", "story", "blog", "news", "single", "artikel", "beitrag", "articulo",
    "noticia", "nota",
    "blogpost", "detail",
  ]
  private static let contentParts: NameSet = [
    "content", "contents", "body", "text", "copy", "inhalt", "cuerpo", "contenido", "texto", "corps",
    "richtext",
    "bodytext", "maincontent",
  ]
  private static let otherParts: NameSet = [
    "header", "footer", "meta", "title", "image", "related", "list", "teaser", "preview", "excerpt", "nav",
    "sidebar",
    "author", "tags", "share", "comments", "comment", "widget", "lead", "intro", "caption", "bottom", "top",
    "info",
    "teasers", "aside", "promo", "links",
  ]

  /// Each with a heading that links elsewhere: teasers, not sections.
  private func isListOfPosts(_ roots: [Int]) -> Bool {
    roots.allSatisfy { page.headingCount(page.tree[$0].parent) >= roots.count && page.headingCount($0) > 0 }
  }

  private func outermost(_ found: [Int]) -> [Int] {
    var kept: [Int] = []
    var end = 0
    for index in found where index >= end {
      kept.append(index)
      end = page.tree[index].end
    }
    return kept
  }

  // MARK: - Where prose is densest

  /// After the Readability family: paragraphs vote for their ancestors, links count against them.
  private func densest() -> Int? {
    var scores: [Int: Double] = [:]
    let tree = page.tree
    for index in tree.nodes.indices where !skipped[index] && isVoter(index) {
      let length = prose(index)
      guard length >= 25 else { continue }
      let vote = 1 + Double(min(page.commaCount(index), 12)) + min(Double(length) / 100, 4)
      var share = 1.0
      // Bare text makes its box an article of its own; a paragraph does not.
      if !["p", "pre", "blockquote", "span", "font"].contains(tree[index].name) {
        scores[index, default: ContentFinder.weight(page, index)] += vote
      }
      for (level, ancestor) in tree.ancestors(of: index).enumerated() {
        if level > 4 || tree[ancestor].name == "html" { break }
        scores[ancestor, default: ContentFinder.weight(page, ancestor)] += vote * share
        share = level == 0 ? 0.5 : share / 1.7
      }
    }
    var best: (node: Int, score: Double)?
    for index in scores.keys.sorted() {
      let score = (scores[index] ?? 0) * (1 - page.linkDensity(index))
      if best.map({ score > $0.score }) ?? true { best = (index, score) }
    }
    guard var node = best?.node else { return nil }
    // The parent, if it holds much more prose of the same kind: an article cut into several boxes.
    while let parent = tree.ancestors(of: node).first(where: { _ in true }), tree[parent].name != "body",
      tree[parent].name != "html", prose(parent) * 10 >= prose(node) * 14, page.linkDensity(parent) < 0.25
    {
      node = parent
    }
    return node
  }

  private func isVoter(_ index: Int) -> Bool {
    switch page.tree[index].name {
    case "p", "pre", "blockquote", "td": return true
    case "div", "section", "article", "center", "span", "font":
      // Text of its own, parted by line breaks.
      var own = 0
      for child in page.tree.children(of: index) where page.tree[child].isText {
        own += page.tree[child].text.utf8.count { $0 > 0x20 }
        if own > 80 { return true }
      }
      return false
    default: return false
    }
  }

  private static func weight(_ page: PageIndex, _ index: Int) -> Double {
    var weight = 0.0
    switch page.tree[index].name {
    case "article": weight += 8
    case "div", "main", "section": weight += 3
    case "ol", "ul", "dl", "form", "address", "th": weight -= 4
    default: break
    }
    for token in page.classTokens(index) + [page.id(index)] {
      for part in token.utf8.split(whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) {
        let name = String(decoding: Array(part), as: UTF8.self)
        if good.contains(name) { weight += 6 }
        if bad.contains(name) { weight -= 8 }
      }
    }
    return max(-25, min(25, weight))
  }

  private static let good: NameSet = [
    "article", "body", "content", "entry", "main", "page", "post", "text", "blog", "story", "hentry",
    "articlebody",
  ]

  private static let bad: NameSet = [
    "comment", "comments", "footer", "footnote", "masthead", "media", "meta", "outbrain", "promo", "related",
    "scroll",
    "share", "shoutbox", "sidebar", "sponsor", "shopping", "tags", "tool", "widget", "nav", "menu", "banner",
    "teaser",
  ]

  // MARK: - Known containers

  private static let selectors: [@Sendable (Int, PageIndex) -> Bool] =
    [{ $1.tree[$0]["itemprop"]?.split(separator: " ").contains("articleBody") == true }]
    + [
      ["entry-content", "wp-block-post-content"],
      ["post-content", "postcontent", "post_content", "single-content"],
      [
        "article-body", "articlebody", "article__body", "article-content", "article_body", "article__content",
        "articlecontent",
        "article-text", "articletext", "article_content", "article-main",
      ],
      [
        "post-body", "postbody", "post-text", "post-entry", "postentry", "entry-body", "entrytext",
        "entry-text",
      ],
      [
        "story-body", "storybody", "story-content", "td-post-content", "blog-post-content", "blog-content",
        "content-body",
        "field-name-body", "field--name-body", "story__content", "rich-text", "theme-post-content",
        "elementor-widget-theme-post-content", "blogpost", "blog-post", "single-post-content", "body-copy",
        "news-content",
        "e-content",
      ],
    ].map { names in
      let set = NameSet(names)
      return { index, page in page.hasClass(index, in: set) || set.contains(page.id(index)) }
    }
    + [
      { isContent($1, $0) },
      { $1.hasClass($0, in: ["entry", "post", "hentry", "h-entry", "article"]) && $1.tree[$0].name != "a" },
      { $1.tree[$0].name == "article" },
      { $1.tree[$0].name == "main" || $1.tree[$0]["role"] == "main" },
    ]

  // MARK: - What is no article

  private static func isElsewhere(_ page: PageIndex, _ index: Int, _ node: HTMLNode) -> Bool {
    switch node.name {
    case "footer", "aside":
      return !page.tree.ancestors(of: index).contains { page.tree[$0].name == "blockquote" }
    case "body", "html", "article", "main": return false
    default: break
    }
    if let role = node["role"],
      ["navigation", "complementary", "banner", "contentinfo", "menu", "dialog", "search"].contains(role)
    {
      return true
    }
    for token in page.classTokens(index) + [page.id(index)] where !token.isEmpty {
      if elsewhere.contains(token) { return true }
      let parts = nameParts(token)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if elsewhereParts.contains(first) || elsewhereParts.contains(last) { return true }
    }
    return false
  }

  private static let elsewhereParts: NameSet = [
    "footer", "sidebar", "navbar", "masthead", "breadcrumb", "breadcrumbs",
  ]

  private static let elsewhere: NameSet = [
    "rodape", "footerwrapper", "fusszeile", "pied", "pie",
    "sidebar", "side-bar", "footer", "site-footer", "header", "site-header", "masthead", "navigation", "nav",
    "menu", "navbar",
    "widget", "widget-area", "secondary", "tertiary", "breadcrumb", "breadcrumbs", "related", "related-posts",
    "relatedposts",
    "jp-relatedposts", "social", "share", "sharedaddy", "newsletter", "subscribe", "cookie", "cookie-notice",
    "cookie-banner",
    "cookie-consent", "popup", "modal", "advertisement", "ads", "ad", "adsbygoogle", "promo", "teaser",
    "teasers", "recommended",
    "trending", "most-read", "most-popular", "pagination", "pager", "post-navigation", "topbar", "top-bar",
    "toolbar", "colophon",
    "blogroll", "tagcloud", "author-box", "author-bio", "about-author", "yarpp-related", "respond",
    "comment-respond", "search",
    "copyright", "disclaimer", "skip-link", "login", "signup", "gdpr", "screen-reader-text", "disqus_thread",
    "rail", "right-rail",
    "rightcol", "right-column", "leftcol", "outbrain", "taboola", "related-articles", "more-stories",
    "read-more", "readmore",
  ]

  private static func isInProse(_ page: PageIndex, _ index: Int) -> Bool {
    var place = index
    var steps = 0
    while place > 0, steps < 6 {
      switch page.tree[place].name {
      case "p", "blockquote", "pre": return true
      case "div", "td", "section", "article", "body", "ul", "ol", "table": return false
      default: break
      }
      place = page.tree[place].parent
      steps += 1
    }
    return false
  }
}
