import Markup

extension PageMetadata {
  /// The article's title, without the site's name.
  ///
  /// - Parameter hint: the title that the feed gave.
  func title(hint: String?) -> String? { foundTitle(hint: hint).map(withoutSoftHyphens) }

  private func foundTitle(hint: String?) -> String? {
    let window = windowTitle
    let stated = meta("og:title", "twitter:title", "dc.title", "title").map { withoutSite(decoded($0)) }
    let headline = data.article?["headline"]?.string.map { decoded(foldedWhiteSpace($0)) }
    let headings = self.headings
    // The heading on the page, if any other source agrees; the site's name only if it is said to be the article's.
    let agreed = [hint, hint.map(decoded), headline, stated, rawStated].compactMap { $0 }.map(lettersOnly)
    let shown = [window, window.map(decoded)].compactMap { $0 }.map(lettersOnly)
    for heading in headings where heading.letters.utf8.count > 2 {
      if agreed.contains(heading.letters), !heading.leadsHome || hint != nil { return heading.text }
      if shown.contains(heading.letters), !isSiteName(heading) { return heading.text }
    }
    if let hint, !hint.isEmpty { return hint }
    if let window, let heading = heading(in: decoded(window), headings) { return heading }
    let named = [stated, headline, marked, window.map { withoutSite(decoded($0)) }]
    let usable = named.compactMap { $0 }.first { !SiteNames.isGeneric($0) && !siteNames.isWhole($0) }
    return usable ?? headings.first { !isSiteName($0) && !SiteNames.isGeneric($0.text) }?.text
      ?? named.compactMap { $0 }.first ?? headings.first?.text
  }

  /// Whether the page has the title as a heading.
  func isHeading(_ title: String) -> Bool {
    let letters = Set([title, decoded(title), withoutSite(title)].map(lettersOnly))
    return headings.contains { $0.letters.utf8.count > 2 && letters.contains($0.letters) && !isSiteName($0) }
  }

  private var rawStated: String? { meta("og:title", "twitter:title", "dc.title", "title") }

  /// Some escape their titles twice.
  private func decoded(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "&")) && text.utf8.contains(UInt8(ascii: ";")) ? plainName(text) : text
  }

  private var windowTitle: String? {
    for (index, node) in page.tree.nodes.enumerated() where node.name == "title" {
      // Pictures have titles as well.
      if page.tree.ancestors(of: index).contains(where: { page.tree[$0].name == "svg" }) { continue }
      let text = foldedWhiteSpace(page.tree.rawText(of: index))
      return text.isEmpty ? nil : text
    }
    return nil
  }

  /// A heading that is marked as title.
  private var marked: String? {
    for (index, node) in page.tree.nodes.enumerated() where !node.isText {
      guard node["itemprop"] == "headline" || page.hasClass(index, in: ["entry-title", "post-title"]) else {
        continue
      }
      let text = page.shownText(of: index)
      if !text.isEmpty { return text }
    }
    return nil
  }

  // MARK: - Headings

  /// A heading of the first two levels.
  private struct Heading {
    let text: String
    let letters: String
    /// Whether it is a link to the site's front page, as the names of sites are.
    let leadsHome: Bool
  }

  /// In order; those that are called by a word for a logo or a banner are links home as well.
  private var headings: [Heading] {
    var found: [Heading] = []
    for (index, node) in page.tree.nodes.enumerated() where node.name == "h1" || node.name == "h2" {
      let text = page.shownText(of: index)
      if !text.isEmpty {
        found.append(Heading(text: text, letters: lettersOnly(text), leadsHome: leadsHome(index)))
      }
      if found.count > 40 { break }
    }
    return found
  }

  private func leadsHome(_ index: Int) -> Bool {
    let inner = page.tree.descendants(of: index).first { page.tree[$0].name == "a" }
    let link = inner ?? (page.tree[page.tree[index].parent].name == "a" ? page.tree[index].parent : nil)
    guard let link, page.textLength(link) * 2 > page.textLength(index) else { return false }
    return SiteNames.isFrontPage(page.tree[link]["href"], of: address)
  }

  private func isSiteName(_ heading: Heading) -> Bool {
    heading.leadsHome || siteNames.isWhole(heading.text)
  }

  /// The heading that is a part of the window's title, or what it begins with.
  private func heading(in window: String, _ headings: [Heading]) -> String? {
    let parts = PageMetadata.parts(of: window).filter { !SiteNames.isGeneric($0) }.map {
      lettersOnly(String($0))
    }
    let own = headings.filter { !isSiteName($0) && $0.letters.utf8.count > 2 }
    let whole = lettersOnly(window)
    let fitting = own.filter { heading in
      parts.count > 1 && parts.contains(heading.letters)
        || heading.text.utf8.count > 12 && whole.hasPrefix(heading.letters)
    }
    if let marked, let found = fitting.first(where: { $0.letters == lettersOnly(marked) }) {
      return found.text
    }
    // Guillemets lead from the site to the title, other signs from the title to the site.
    let first = fitting.first { whole.hasPrefix($0.letters) }
    let last = fitting.first { whole.hasSuffix($0.letters) }
    return ((window.holds(" » ") ? last ?? first : first) ?? fitting.first)?.text
  }

  // MARK: - The site's name

  private static let separators = [
    " | ", " » ", " « ", " :: ", " – ", " — ", " - ", " · ", " • ", " / ", " ‹ ", " › ",
  ]

  /// What bars and dashes part.
  private static func parts(of title: String) -> [Substring] {
    separators.reduce([title[...]]) { parts, separator in
      parts.flatMap { $0.utf8.count > separator.utf8.count ? $0.split(separator: separator) : [$0] }
    }
  }

  /// "Title | Site", "Title - Site", "Site » Title", "Site: Title" without the site.
  func withoutSite(_ title: String) -> String {
    let names = siteNames
    for separator in PageMetadata.separators {
      guard title.holds(separator) else { continue }
      let parts = title.split(separator: separator)
      guard parts.count > 1 else { continue }
      let known = parts.enumerated().filter { place, part in
        !SiteNames.isGeneric(part) && !(place > 0 && PageMetadata.isByline(part))
      }.map(\.element)
      let kept = known.filter { !names.contains($0) }
      if !kept.isEmpty, kept.count < known.count || kept.count == 1 {
        return kept.joined(separator: separator)
      }
      // Bars and guillemets part a title from a site even when we do not know the site's name.
      if separator != " – ", separator != " - ", separator != " — ", separator != " / " {
        let longest = (known.isEmpty ? parts : known).max { $0.utf8.count < $1.utf8.count } ?? parts[0]
        return String(longest)
      }
    }
    return withoutPrefix(title)
  }

  /// A title may well have a colon of its own: only the site's whole name goes.
  private func withoutPrefix(_ title: String) -> String {
    for mark in [": ", "："] where title.holds(mark) {
      let parts = title.split(separator: mark, maxSplits: 1)
      guard parts.count == 2, siteNames.isWhole(parts[0]), lettersOnly(String(parts[1])).utf8.count > 2 else {
        continue
      }
      return String(parts[1])
    }
    return title
  }

  /// "by Ann Lee", as some put it between title and site.
  private static func isByline(_ part: Substring) -> Bool {
    part.utf8.starts(with: "by ".utf8) && part.utf8.count <= 50
      && part.dropFirst(3).unicodeScalars.first?.properties.isUppercase == true
  }
}

extension PageIndex {
  /// The text of an element in one line, without what is not shown and what belongs to the page.
  func shownText(of index: Int) -> String {
    var text = ""
    var place = index
    var blockEnd = 0
    while place < tree[index].end {
      let node = tree[place]
      if place > index, !node.isText, isHidden(place) || isUnread(place, node) {
        place = node.end
        continue
      }
      if blockEnd > 0, place >= blockEnd {
        text += " "
        blockEnd = 0
      }
      if node.isText {
        text += node.text
      } else if place > index, node.name == "br" || isBlockElement(node.name) {
        text += " "
        blockEnd = max(blockEnd, node.end)
      }
      place += 1
    }
    let line = foldedWhiteSpace(text)
    return line.isEmpty ? tree.lineText(of: index) : line
  }
}
