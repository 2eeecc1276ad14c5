import Markup

/// The names by which a page calls its site: in its `meta` elements, in links to the front page, in the names of its feeds.
struct SiteNames {
  /// Letters and digits only.
  private let names: Set<String>
  /// What the page states in so many words.
  private let stated: String
  private let host: String

  init(_ page: PageIndex, stated: String?, publisher: String?, address: WebAddress?) {
    self.stated = stated.map(lettersOnly) ?? ""
    host =
      (address?.host).map { lettersOnly($0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0) } ?? ""
    var names: Set<String> = []
    func add(_ text: String) {
      let letters = lettersOnly(text)
      if (3...80).contains(letters.utf8.count), !SiteNames.isGeneric(text) { names.insert(letters) }
    }
    if let publisher { add(publisher) }
    for (index, node) in page.tree.nodes.enumerated() where !node.isText && names.count < 40 {
      if node.name == "link", let name = SiteNames.name(ofFeed: node) {
        add(name)
      } else if (3...60).contains(page.textLength(index)),
        page.hasClass(index, in: SiteNames.classes)
          || node.name == "a" && SiteNames.isFrontPage(node["href"], of: address)
      {
        add(page.tree.lineText(of: index))
      }
    }
    self.names = names
  }

  /// Whether a part of a title is the site's name, or as much of it as says nothing else.
  func contains(_ text: some StringProtocol) -> Bool {
    let letters = lettersOnly(String(text))
    guard letters.utf8.count > 2 else { return true }
    if letters == stated || names.contains(letters) || host.hasPrefix(letters) { return true }
    return !stated.isEmpty && (stated.hasPrefix(letters) || letters.hasPrefix(stated))
  }

  /// Whether the text is the site's whole name.
  func isWhole(_ text: some StringProtocol) -> Bool {
    let letters = lettersOnly(String(text))
    return letters.utf8.count > 2 && (letters == stated || names.contains(letters) || letters == host)
  }

  /// Whether a link leads to the page that a site begins with, or to the beginning of its blog.
  static func isFrontPage(_ href: String?, of address: WebAddress?) -> Bool {
    guard let href, !href.isEmpty, href.utf8.first != UInt8(ascii: "#"), href.utf8.count <= 100,
      href.utf8.count(where: { $0 == UInt8(ascii: "/") }) <= 4
    else { return false }
    guard let address else { return href == "/" }
    guard let link = WebAddress(href, relativeTo: address), link.isWeb, link.host == address.host,
      !link.string.utf8.contains(UInt8(ascii: "?"))
    else { return false }
    let path = link.path.utf8.split(separator: UInt8(ascii: "/"))
    let own = address.path.utf8.split(separator: UInt8(ascii: "/"))
    if own.isEmpty { return false }
    return path.isEmpty || path.count == 1 && own.count > 1 && path[0].elementsEqual(own[0])
  }

  /// "Ward Notes » Feed", "Ward Notes - RSS".
  private static func name(ofFeed node: HTMLNode) -> String? {
    guard node["rel"].map(asciiLowered) == "alternate", let title = node["title"], title.utf8.count <= 120,
      let type = node["type"], type.holds("rss") || type.holds("atom")
    else { return nil }
    for separator in [" » ", " › ", " - ", " – ", " — ", " | ", ": "] {
      let parts = title.split(separator: separator)
      if parts.count == 2, feedWords.contains(CueText(String(parts[1])).string) { return String(parts[0]) }
    }
    for ending in [" RSS Feed", " Atom Feed", " Feed", " RSS", " Atom"]
    where title.utf8.count > ending.utf8.count
      && title.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    {
      return String(title.dropLast(ending.count))
    }
    return nil
  }

  private static let feedWords: NameSet = [
    "feed", "rss", "atom", "rss feed", "atom feed", "rss 2.0", "rss2", "flux",
  ]

  private static let classes: NameSet = [
    "site-title", "site-name", "sitename", "sitetitle", "blog-title", "blogtitle", "navbar-brand", "logo",
    "site-logo", "brand", "site-header__title", "header__logo",
  ]

  /// Names that every site has for a page, and that say nothing of an article.
  static func isGeneric(_ text: some StringProtocol) -> Bool {
    generic.contains(CueText(String(text)).string)
  }

  private static let generic: NameSet = [
    "home", "homepage", "home page", "startseite", "start", "accueil", "inicio", "início", "index",
    "untitled",
    "untitled document", "untitled page", "untitled post", "welcome", "willkommen", "bienvenue",
    "bienvenidos",
    "benvenuti", "blog", "blog archive", "blog archives", "blog archiv", "archive", "archives", "article",
    "articles", "artikel",
    "post", "posts", "page", "document", "loading", "loading...", "new page", "news", "ohne titel",
    "sans titre",
    "sin título", "senza titolo", "pagina iniziale", "página inicial", "página principal", "strona główna",
    "hjem", "hem", "ホーム", "トップページ", "首页", "主页", "無題", "홈",
  ]
}
