import Markup

extension PageMetadata {
  /// The article's title, without the site's name.
  ///
  /// - Parameter hint: the title that the feed gave.
  func title(hint: String?) -> String? { foundTitle(hint: hint).map(withoutSoftHyphens) }

  private func foundTitle(hint: String?) -> String? {
    let windowTitle = self.windowTitle
    let stated = meta("og:title", "twitter:title", "dc.title", "title").map(withoutSite)
    let headline = data.article?["headline"]?.string.map(foldedWhiteSpace)
    let wanted = [hint, headline, stated, windowTitle].compactMap { $0 }.map(lettersOnly)
    // The heading on the page, if any other source agrees.
    for heading in headings {
      let letters = lettersOnly(heading)
      guard letters.utf8.count > 2 else { continue }
      if wanted.contains(letters) { return heading }
    }
    if let hint, !hint.isEmpty { return hint }
    if let windowTitle {
      let letters = lettersOnly(windowTitle)
      for heading in headings where heading.utf8.count > 12 && letters.hasPrefix(lettersOnly(heading)) {
        return heading
      }
    }
    return stated ?? headline ?? marked ?? windowTitle.map(withoutSite) ?? headings.first
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
      let text = page.tree.lineText(of: index)
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// Texts of the headings of the first two levels, in order.
  private var headings: [String] {
    var texts: [String] = []
    for (index, node) in page.tree.nodes.enumerated() where node.name == "h1" || node.name == "h2" {
      let text = page.tree.lineText(of: index)
      if !text.isEmpty { texts.append(text) }
      if texts.count > 40 { break }
    }
    return texts
  }

  /// "Title | Site", "Title - Site", "Site » Title" without the site.
  func withoutSite(_ title: String) -> String {
    let site = siteName.map(lettersOnly) ?? ""
    let host =
      (address?.host).map { host in
        lettersOnly(host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
      } ?? ""
    for separator in [" | ", " » ", " « ", " :: ", " – ", " — ", " - ", " · ", " • ", " / ", " ‹ ", " › "] {
      guard title.holds(separator) else { continue }
      let parts = title.split(separator: separator)
      guard parts.count > 1 else { continue }
      func isSite(_ part: Substring) -> Bool {
        let letters = lettersOnly(String(part))
        guard letters.utf8.count > 2 else { return true }
        return letters == site || (!site.isEmpty && site.hasPrefix(letters)) || host.hasPrefix(letters)
          || (!site.isEmpty && letters.hasPrefix(site))
      }
      let kept = parts.filter { !isSite($0) }
      if !kept.isEmpty, kept.count < parts.count {
        return kept.joined(separator: separator)
      }
      // Bars and guillemets part a title from a site even when we do not know the site's name.
      if separator != " – ", separator != " - ", separator != " — ", separator != " / " {
        let longest = parts.max { $0.utf8.count < $1.utf8.count } ?? parts[0]
        return String(longest)
      }
    }
    return title
  }
}
