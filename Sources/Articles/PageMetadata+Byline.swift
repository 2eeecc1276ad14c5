import Markup
import Model

extension PageMetadata {
  /// Who wrote the article, by the line on the page, by structured data, by `meta`.
  ///
  /// - Parameters:
  ///   - scope: where to look for a line: the article and what stands around it.
  ///   - excluded: comments and other places where names are not the author's.
  func byline(
    in scope: Range<Int>, excluding excluded: Set<Int>, roots: [Int] = [], hint: String?
  ) -> Byline? {
    let stated =
      data.names(data.article?["author"]).joined(separator: ", ").nonEmpty
      ?? meta(
        "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author",
        "dcterms.creator")
    if let hint, let found = Byline(hint, isMarked: true) { return found }
    let candidates = lines(in: scope, excluding: excluded, roots: roots)
    let structured = stated.flatMap { $0.utf8.starts(with: "http".utf8) ? nil : Byline($0, isMarked: true) }
    if let structured {
      // The name of the house says less than a name on the page.
      if isHouse(structured.text), let person = candidates.first(where: { !isHouse($0.text) }) {
        return person
      }
      // As printed, if the page prints it.
      return candidates.first { lettersOnly($0.text) == lettersOnly(structured.text) } ?? structured
    }
    return candidates.first
  }

  /// Whether a name is that of the site or of another organisation.
  private func isHouse(_ name: String) -> Bool {
    let letters = lettersOnly(name)
    let host = address?.host.map { lettersOnly($0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0) } ?? ""
    guard letters.utf8.count > 3 else { return false }
    if siteNames.isWhole(name) || !host.isEmpty && host.hasPrefix(letters) { return true }
    return (data.article?["author"]?.elements ?? []).contains { author in
      StructuredData.isType(author, PageMetadata.organisations)
        && data.name(author).map(lettersOnly) == letters
    }
  }

  private static let organisations: Set<String> = [
    "organization", "newsmediaorganization", "corporation", "educationalorganization", "ngo", "localbusiness",
    "governmentorganization",
  ]

  private func lines(in scope: Range<Int>, excluding excluded: Set<Int>, roots: [Int]) -> [Byline] {
    var found: [Byline] = []
    let article = roots.first.flatMap(enclosingArticle)
    let start = roots.first ?? scope.lowerBound
    var index = scope.lowerBound
    while index < scope.upperBound, found.count < 6 {
      let node = page.tree[index]
      if excluded.contains(index) {
        index = max(node.end, index + 1)
        continue
      }
      // Another article, or what stands under a heading such as "More from ...".
      if node.name == "article", let article, !page.tree.contains(article, in: index), index != article,
        !roots.contains(where: { page.tree.contains($0, in: index) || page.tree.contains(index, in: $0) })
      {
        index = node.end
        continue
      }
      if index > start, headingLevel(node.name) != nil,
        CueText(page.tree.lineText(of: index)).begins(any: Cues.furnitureOpenings)
      {
        let parent = page.tree[index].parent
        let isBox = !roots.contains(parent) && !roots.contains { page.tree.contains($0, in: parent) }
        index = isBox ? page.tree[parent].end : node.end
        continue
      }
      if !node.isText, let line = line(at: index, node) { found.append(line) }
      index += 1
    }
    return found
  }

  private func enclosingArticle(_ index: Int) -> Int? {
    if page.tree[index].name == "article" { return index }
    return page.tree.ancestors(of: index).first { page.tree[$0].name == "article" }
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
    if isMarked { return Byline(nameLine(of: index), isMarked: true) }
    // A line of its own that begins with "by".
    guard
      ["p", "div", "span", "h2", "h3", "h4", "h5", "h6", "small", "em", "address", "time", "li"].contains(
        node.name)
    else { return nil }
    let text = page.tree.lineText(of: index)
    guard text.utf8.count <= 120 else { return nil }
    let cues = CueText(text)
    guard
      cues.begins(any: ["by", "written by", "posted by", "von", "par", "por", "geschrieben von", "door"])
        || cues.begins(any: ["author:", "autor:", "autorin:", "auteur:", "auteur :", "autore:", "著者：", "作者："])
        || ["p", "div", "span", "small", "address", "time", "li"].contains(node.name)
          && BylineParts.afterDate(text) != nil
    else {
      return nil
    }
    guard countWords(text) <= 14, let line = Byline(text, isMarked: false) else { return nil }
    return line.authors.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase == true } ? line : nil
  }

  /// The part of a box that names somebody: an element that is said to be the name, else the first line that has more
  /// than "by" in it. What stands below says what people are.
  private func nameLine(of index: Int) -> String {
    let inner = page.tree.descendants(of: index)
    if let name = inner.first(where: { page.tree[$0]["itemprop"] == "name" && page.textLength($0) > 1 }),
      !inner.contains(where: { $0 > name && page.tree[$0]["itemprop"] == "name" })
    {
      return page.tree.lineText(of: name)
    }
    var line = ""
    var end = Int.max
    for place in inner {
      let node = page.tree[place]
      let parts = place >= end || node.name == "br" || isBlockElement(node.name)
      if parts, isName(line) { break }
      if node.isText {
        line += node.text
      } else if node.name == "br" || isBlockElement(node.name) {
        line += " "
        end = node.end
      }
    }
    let whole = page.tree.lineText(of: index)
    // A list of names has one a line.
    return isName(line) && page.tree[index].name != "ul" && page.tree[index].name != "ol" ? line : whole
  }

  private func isName(_ line: String) -> Bool {
    let folded = foldedWhiteSpace(line)
    return folded.utf8.count > 1 && !Byline.isPreposition(CueText(folded).string)
      && Byline(folded, isMarked: true) != nil
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
