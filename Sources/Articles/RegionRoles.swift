import Markup
import Model

/// Parts of a page that its markup names as something else than the article: share bars, related posts,
/// author boxes.
struct RegionRoles {
  private let regions: [(range: Range<Int>, role: Block.Role)]

  /// Finds the regions below `root`. One that holds a third of the root's text is no furniture, whatever
  /// its name, unless only plugins and services give such names.
  init(_ page: PageIndex, below root: Int, cards: Set<Int> = []) {
    let length = page.textLength(root)
    let limit = max(length / 3, 40)
    let certainLimit = max(length * 9 / 10, 40)
    var found: [(range: Range<Int>, role: Block.Role)] = []
    var names = TokenRoles()
    var index = root + 1
    let end = page.tree[root].end
    while index < end {
      let node = page.tree[index]
      if !node.isText,
        let role = cards.contains(index) ? .boilerplate : RegionRoles.role(of: index, in: page, &names),
        page.textLength(index) <= (RegionRoles.isCertain(index, in: page) ? certainLimit : limit)
      {
        found.append((index..<node.end, role))
        index = node.end
      } else {
        index += 1
      }
    }
    // A name that would take most of the text away says something else here.
    let captions = found.filter { $0.role == .caption }.reduce(0) { sum, region in
      sum + page.textLength(region.range.lowerBound)
    }
    if captions * 3 > length * 2 { found.removeAll { $0.role == .caption } }
    regions = found
  }

  /// What the region is for in which the node stands.
  func role(of node: Int) -> Block.Role? {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].range.upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < regions.count && regions[low].range.contains(node) ? regions[low].role : nil
  }

  private static func role(of index: Int, in page: PageIndex, _ names: inout TokenRoles) -> Block.Role? {
    let node = page.tree[index]
    switch node.name {
    case "nav", "form": return .boilerplate
    case "aside" where page.paragraphCount(index) <= 1 || page.linkDensity(index) > 0.4: return .boilerplate
    case "footer" where page.linkDensity(index) > 0.2: return .boilerplate
    default: break
    }
    var tokens = page.classTokens(index)
    let id = page.id(index)
    if !id.isEmpty { tokens.append(id) }
    for token in tokens {
      let roles = names[token]
      if let role = roles.whole { return role }
      // A part of a name says less: only of what is short or mostly links.
      if let role = roles.parts, page.textLength(index) <= 500 || page.linkDensity(index) > 0.3 {
        return role
      }
    }
    if isMedia(index, in: page) { return .caption }
    if node["itemprop"] == "author", isBlockElement(node.name), page.textLength(index) > 60 { return .bio }
    return nil
  }

  /// Whether the region has a name that no author's text has.
  private static func isCertain(_ index: Int, in page: PageIndex) -> Bool {
    page.hasClass(index, in: ServiceNames.all) || ServiceNames.all.contains(page.id(index))
  }

  /// What names say, each looked at once: a page repeats few names a thousand times.
  private struct TokenRoles {
    private var known: [String: (whole: Block.Role?, parts: Block.Role?)] = [:]

    subscript(token: String) -> (whole: Block.Role?, parts: Block.Role?) {
      mutating get {
        if let found = known[token] { return found }
        let roles = (RegionRoles.role(ofToken: token), RegionRoles.role(ofPartsOf: token))
        known[token] = roles
        return roles
      }
    }
  }

  private static func role(ofToken token: String) -> Block.Role? {
    if let role = ServiceNames.role(of: token) { return role }
    if biographies.contains(token) { return .bio }
    if credits.contains(token) { return .credit }
    return furniture.contains(token) ? .boilerplate : nil
  }

  /// A box with a picture and a few words: the words are its caption.
  private static func isMedia(_ index: Int, in page: PageIndex) -> Bool {
    let node = page.tree[index]
    guard ["div", "table", "aside", "section", "figure"].contains(node.name) else { return false }
    let length = page.textLength(index)
    guard length >= 10, page.imageCount(index) > 0, page.headingCount(index) == 0,
      page.linkDensity(index) < 0.6
    else { return false }
    if page.paragraphCount(index) == 0 { return length <= 200 }
    return length <= 320 && page.paragraphCount(index) == 1
      && page.classTokens(index).contains { nameParts($0).contains(where: RegionRoles.pictureParts.contains) }
  }

  private static func role(ofPartsOf token: String) -> Block.Role? {
    if layouts.contains(where: token.hasPrefix) { return nil }
    let parts = nameParts(token)
    if parts.contains("author"),
      parts.contains(where: { ["box", "bio", "about", "info", "profile"].contains($0) })
    {
      return .bio
    }
    if parts.contains("newsletter") || parts.contains("subscribe") || parts.contains("optin") {
      return .callToAction
    }
    if parts.contains(where: captionParts.contains) || token.contains("caption") || token.contains("gallery")
      || token.contains("slideshow")
    {
      return .caption
    }
    if token.contains("newsletter") { return .callToAction }
    if previewParts.contains(where: { pair in parts.contains(pair.0) && parts.contains(pair.1) }) {
      return .boilerplate
    }
    // "teaser-intro" is a lead.
    if let last = parts.last, let first = parts.first,
      furnitureParts.contains(last) || furnitureParts.contains(first),
      !parts.contains(where: leadParts.contains)
    {
      return .boilerplate
    }
    return nil
  }

  /// Cards that show another page.
  private static let previewParts = [
    ("bookmark", "card"), ("bookmark", "container"), ("bookmark", "link"), ("link", "preview"),
    ("link", "card"),
    ("post", "embed"), ("embedded", "post"), ("preview", "card"), ("url", "preview"), ("article", "embed"),
    ("reading", "time"), ("table", "contents"),
  ]

  private static let pictureParts: NameSet = [
    "image", "images", "img", "photo", "photos", "figure", "media", "thumb", "thumbnail", "bild", "foto",
    "picture",
    "gallery", "slide", "carousel", "lightbox",
  ]

  private static let leadParts: NameSet = ["intro", "lead", "text", "standfirst", "introtext"]

  private static let captionParts: NameSet = [
    "caption", "captions", "bildunterschrift", "bildtext", "legende", "bildlegende", "imagecaption",
    "photocaption",
    "gallery",
  ]

  private static let layouts = [
    "elementor", "wp-block-group", "has-", "vc_", "et_", "layout", "col-", "single-", "post-",
  ]

  private static let biographies: NameSet = [
    "author-box", "authorbox", "author-bio", "author_bio", "authorbio", "about-author", "about-the-author",
    "post-author", "saboxplugin-wrap", "abh_box", "entry-author-info", "author-info", "authorinfo",
    "author-description",
    "author-profile", "bio", "biography", "guest-author", "pp-multiple-authors-boxes-wrapper",
    "wp-block-post-author",
    "entry-author", "bottom-author-info", "m-a-box", "ts-fab-wrapper", "post-author-bio", "aboutauthor",
  ]

  private static let credits: NameSet = [
    "credit", "credits", "photo-credit", "image-credit", "wp-media-credit", "media-credit", "caption-credit",
    "photocredit", "imagecredit", "photo-credits",
  ]

  private static let furniture: NameSet = [
    "sharedaddy", "sd-sharing", "jp-relatedposts", "yarpp", "yarpp-related", "addtoany_share_save_container",
    "a2a_kit", "addthis_toolbox", "feedflare", "post-meta", "entry-meta", "postmetadata", "entry-utility",
    "byline",
    "breadcrumb", "breadcrumbs", "navigation", "pagination", "post-navigation", "nav-links", "tags",
    "tag-links",
    "cat-links", "tags-links", "post-tags", "entry-tags", "entry-footer", "post-footer", "printfriendly",
    "sexybookmarks",
    "shr-bookmarks", "wp_rp_wrap", "zemanta-related", "wp-block-post-terms", "jetpack-likes-widget-wrapper",
    "mc4wp-form", "wpcnt", "adsbygoogle", "code-block", "outbrain", "taboola", "ad", "ads", "advertisement",
    "noprint",
    "no-print", "toc", "wp-block-buttons", "tptn_counter", "post-views", "essb_links", "mashsb-container",
    "swp_social_panel",
    "shariff", "heateor_sss_sharing_container", "crp_related", "rp4wp-related-posts", "post-ratings",
    "article-tags",
  ]

  private static let furnitureParts: NameSet = [
    "share", "sharing", "social", "socials", "sharebar", "sharebuttons", "related", "relatedposts",
    "breadcrumb",
    "breadcrumbs", "pagination", "pager", "nav", "navigation", "sidebar", "promo", "advert", "advertisement",
    "ads",
    "adsense", "sponsor", "sponsored", "banner", "cookie", "popup", "modal", "tagcloud", "toolbar",
    "recommended",
    "recommendations", "trending", "teaser", "teasers", "player", "videoplayer", "recirc", "recirculation",
    "readmore",
    "hashtags", "paywall", "print",
  ]
}
