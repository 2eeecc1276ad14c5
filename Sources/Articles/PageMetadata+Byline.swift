import Markup
import Model

extension PageMetadata {
  /// Who wrote the article, by the line on the page, by structured data, by `meta`.
  ///
  /// - Parameters:
  ///   - scope: where to look for a line: the article and what stands around it.
  ///   - excluded: comments and other places where names are not the author's.
  func byline(in scope: Range<Int>, excluding excluded: Set<Int>, hint: String?) -> Byline? {
    let stated =
      data.names(data.article?["author"]).joined(separator: ", ").nonEmpty
      ?? meta(
        "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author",
        "dcterms.creator")
    let candidates = lines(in: scope, excluding: excluded)
    if let hint, let found = Byline(hint, isMarked: true) { return found }
    let structured = stated.flatMap { $0.utf8.starts(with: "http".utf8) ? nil : Byline($0, isMarked: true) }
    if let structured {
      // The name of the house says less than a name on the page.
      if isSite(structured.text), let person = candidates.first(where: { !isSite($0.text) }) { return person }
      // As printed, if the page prints it.
      return candidates.first { lettersOnly($0.text) == lettersOnly(structured.text) } ?? structured
    }
    return candidates.first
  }

  private func isSite(_ name: String) -> Bool {
    let letters = lettersOnly(name)
    let site = siteName.map(lettersOnly) ?? ""
    let host = address?.host.map { lettersOnly($0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0) } ?? ""
    guard letters.utf8.count > 3 else { return false }
    return letters == site || host == letters || host.hasPrefix(letters)
  }

  private func lines(in scope: Range<Int>, excluding excluded: Set<Int>) -> [Byline] {
    var found: [Byline] = []
    var index = scope.lowerBound
    while index < scope.upperBound, found.count < 6 {
      let node = page.tree[index]
      if excluded.contains(index) {
        index = max(node.end, index + 1)
        continue
      }
      if !node.isText, let line = line(at: index, node) { found.append(line) }
      index += 1
    }
    return found
  }

  private func line(at index: Int, _ node: HTMLNode) -> Byline? {
    let length = page.textLength(index)
    guard (2...140).contains(length) else { return nil }
    let rel = node["rel"].map(asciiLowered) ?? ""
    let isMarked =
      rel.split(separator: " ").contains("author") || node["itemprop"] == "author"
      || page.hasClass(
        index,
        in: [
          "byline", "author", "entry-author", "post-author", "article-author", "by-line", "author-name",
          "byauthor",
          "entry-author-name", "post-author-name", "article__author", "byline-name", "authorname", "p-author",
        ])
      || (length <= 70 && isNamedAuthor(index))
    if isMarked { return Byline(page.tree.lineText(of: index), isMarked: true) }
    // A line of its own that begins with "by".
    guard
      ["p", "div", "span", "h2", "h3", "h4", "h5", "h6", "small", "em", "address", "time", "li"].contains(
        node.name)
    else { return nil }
    let text = page.tree.lineText(of: index)
    guard text.utf8.count <= 120 else { return nil }
    let cues = CueText(text)
    guard cues.begins(any: ["by", "written by", "posted by", "von", "par", "por", "geschrieben von", "door"])
    else {
      return nil
    }
    guard countWords(text) <= 14, let line = Byline(text, isMarked: false) else { return nil }
    return line.authors.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase == true } ? line : nil
  }
}

extension PageMetadata {
  /// Called author by a part of its class, and not the box, the picture or the text about the author.
  private func isNamedAuthor(_ index: Int) -> Bool {
    for token in page.classTokens(index) {
      let parts = nameParts(token)
      if parts.contains(where: PageMetadata.authorParts.contains),
        !parts.contains(where: PageMetadata.besides.contains)
      {
        return true
      }
    }
    return false
  }

  private static let authorParts: NameSet = [
    "author", "authors", "byline", "autor", "autoren", "authorname", "contributor", "contributors",
    "redakteur", "verfasser",
  ]

  private static let besides: NameSet = [
    "avatar", "bio", "box", "description", "image", "photo", "social", "related", "posts", "count", "comment",
    "comments",
    "email", "more", "follow", "twitter", "title", "role", "job", "tagline",
  ]
}

extension String {
  /// `nil` for the empty string.
  var nonEmpty: String? { isEmpty ? nil : self }
}
