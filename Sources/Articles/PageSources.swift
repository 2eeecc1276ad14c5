import Markup
import Model

/// Which places of a page say what was read of it, for people who wonder where a title or a date came from.
public struct PageSources: Hashable, Sendable {
  /// A fact and the places that state it, most telling first; none if it was concluded from something else.
  public struct Fact: Hashable, Sendable {
    /// `title`, `byline`, `published`, `site` or `language`.
    public let name: String
    public let value: String
    public let places: [String]
  }

  /// Only what the page has.
  public let facts: [Fact]

  /// - Parameters:
  ///   - bytes: the page that `page` was read from.
  ///   - url: the page's address, as it was given when reading it.
  public init(_ page: ExtractedPage, bytes: [UInt8], url: String? = nil) {
    let tree = HTMLDocument.parse(page: bytes).tree
    let stated = StatedFacts(PageMetadata(PageIndex(tree), address: url.flatMap { WebAddress($0) }))
    let article = page.article
    let known: [(name: String, value: String?, places: (String) -> [String])] = [
      ("title", article.title, stated.titles), ("byline", article.byline, stated.bylines),
      ("published", page.published?.text, { _ in stated.dates(page.published) }),
      ("site", article.siteName, stated.sites), ("language", article.language, stated.languages),
    ]
    facts = known.compactMap { fact in
      fact.value.map { Fact(name: fact.name, value: $0, places: fact.places($0)) }
    }
  }
}

/// Looks through all that a page states for a value.
private struct StatedFacts {
  private let metadata: PageMetadata
  private var page: PageIndex { metadata.page }

  init(_ metadata: PageMetadata) { self.metadata = metadata }

  func titles(_ title: String) -> [String] {
    let wanted = lettersOnly(title)
    var places = elements(["h1", "h2"]) { lettersOnly(page.tree.lineText(of: $0)) == wanted }
    places += json("headline") { lettersOnly($0) == wanted }
    places += metas(["og:title", "twitter:title", "dc.title", "title"]) { lettersOnly($0).hasPrefix(wanted) }
    places += elements(["title"]) { lettersOnly(page.tree.rawText(of: $0)).holds(wanted) }
    return places
  }

  func bylines(_ byline: String) -> [String] {
    let wanted = lettersOnly(byline)
    var places: [String] = []
    let names = metadata.data.names(metadata.data.article?["author"]).joined(separator: ", ")
    if lettersOnly(names) == wanted { places.append("JSON-LD author") }
    places += metas(["author", "article:author", "dc.creator", "byl", "parsely-author"]) {
      lettersOnly($0) == wanted
    }
    // The innermost element that holds the names and little else.
    let holders = page.tree.nodes.indices.filter { index in
      !page.tree[index].isText && index > 0 && page.textLength(index) <= wanted.unicodeScalars.count + 40
        && lettersOnly(page.tree.lineText(of: index)).holds(wanted)
    }
    if let first = holders.first {
      let innermost = holders.prefix { page.tree.contains($0, in: first) }.last ?? first
      places.append(tag(innermost))
    }
    return places
  }

  func dates(_ date: PageDate?) -> [String] {
    guard let date else { return [] }
    func isSame(_ text: String) -> Bool {
      PageDate(reading: text, monthFirst: metadata.isMonthFirst)?.instant.day() == date.instant.day()
    }
    var places = json("datePublished", isSame)
    places += metas(
      ["article:published_time", "og:article:published_time", "date", "dc.date", "pubdate"], isSame)
    places += elements(["time"]) { isSame(page.tree[$0]["datetime"] ?? page.tree.lineText(of: $0)) }
    if places.isEmpty {
      let text = page.tree.nodes.first { $0.isText && $0.text.utf8.count <= 200 && isSame($0.text) }
      if let text { places.append(tag(text.parent)) }
    }
    if places.isEmpty { places.append("the address") }
    return places
  }

  func sites(_ site: String) -> [String] {
    metas(["og:site_name", "application-name", "al:android:app_name", "dc.publisher", "twitter:site"]) {
      $0 == site
    }
      + (metadata.data.name(metadata.data.article?["publisher"]) == site ? ["JSON-LD publisher"] : [])
  }

  func languages(_ language: String) -> [String] {
    func isSame(_ text: String) -> Bool { lettersOnly(text).hasPrefix(lettersOnly(language)) }
    let roots = page.tree.nodes.first { $0.name == "html" }.flatMap { $0["lang"] ?? $0["xml:lang"] }.map(
      isSame)
    return (roots == true ? ["<html lang>"] : [])
      + metas(["content-language", "og:locale", "dc.language", "language"], isSame)
      + json("inLanguage", isSame)
  }

  private func elements(_ names: [String], where fits: (Int) -> Bool) -> [String] {
    let found = page.tree.nodes.indices.first { names.contains(page.tree[$0].name) && fits($0) }
    return found.map { [tag($0)] } ?? []
  }

  private func metas(_ keys: [String], _ fits: (String) -> Bool) -> [String] {
    keys.filter { key in metadata.meta(key).map(fits) == true }.map { "meta " + $0 }
  }

  private func json(_ member: String, _ fits: (String) -> Bool) -> [String] {
    metadata.data.article?[member]?.string.map(fits) == true ? ["JSON-LD " + member] : []
  }

  /// `<p class="byline">`, with the first class only.
  private func tag(_ index: Int) -> String {
    let node = page.tree[index]
    if let name = page.classTokens(index).first { return "<\(node.name) class=\"\(name)\">" }
    if let relation = node["rel"] ?? node["itemprop"] { return "<\(node.name) \(relation)>" }
    return "<\(node.name)>"
  }
}
