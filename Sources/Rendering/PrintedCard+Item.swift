import Model
import Templates

extension PrintedEdition.TitleLine {
  /// - Parameter place: where the article stands in the archive, for one that is not printed whole here.
  init(_ item: Edition.Item, place: WebLink? = nil, _ wording: Wording) {
    self.init(
      title: item.title, url: item.url, place: place, sourceTitle: item.sourceTitle,
      minutes: item.readingMinutes, wording)
  }

  init(_ line: Edition.TitleLine, _ wording: Wording) {
    self.init(
      title: line.title, url: line.url, place: nil, sourceTitle: line.sourceTitle,
      minutes: line.readingMinutes, wording)
  }

  private init(
    title: String, url: String?, place: WebLink?, sourceTitle: String, minutes: Int, _ wording: Wording
  ) {
    let link = WebLink(url)
    self.title = honestName(nonEmpty(CleanText.line(title)) ?? wording("untitled"), link: link)
    self.link = place ?? link
    source = nonEmpty(CleanText.line(sourceTitle)).map { honestName($0, link: link) } ?? link?.host ?? ""
    readingTime = minutes > 0 ? wording("readingTime", ["count": wording.numeral(minutes)]) : nil
  }
}

extension PrintedEdition.Card {
  init(
    _ item: Edition.Item, number: Int, archive: ArchivePlace?, publicationLanguage: String, base: Direction,
    _ wording: Wording
  ) {
    let own = languageTag(item.language)
    let textBase = own.map { Direction(language: $0) } ?? base
    let titleLine = PrintedEdition.TitleLine(item, wording)
    self.number = number
    self.titleLine = titleLine
    anchor = anchorName(item)
    place = archive?.place(of: anchor)
    image = item.image.flatMap(PrintedEdition.Image.init)
    language = own.flatMap { primaryTag($0) == primaryTag(publicationLanguage) ? nil : $0 }
    // A blog that signs with its own name says so once.
    authors = item.authors.map(CleanText.line).filter {
      !$0.isEmpty && $0.lowercased() != titleLine.source.lowercased()
    }
    date = (item.publishedOn ?? item.published?.day()).map(wording.date)
    beside = item.beside.flatMap(PrintedEdition.Neighbour.init)
    quotes = item.paragraphs.compactMap { PrintedEdition.Quote($0, base: textBase, wording) }
    prompt = item.prompt.flatMap { PrintedEdition.Quote($0, base: textBase, wording) }
    conversation = item.conversation.flatMap { PrintedEdition.Conversation($0, base: textBase, wording) }
  }
}

/// `a3` for the third article of an edition.
func anchorName(_ item: Edition.Item) -> String { "a\(item.number)" }

extension PrintedEdition.Neighbour {
  /// `nil` if the other article has no title to be told by.
  init?(_ neighbour: Edition.Neighbour) {
    guard let title = nonEmpty(CleanText.line(neighbour.title)) else { return nil }
    self.title = title
    key =
      switch neighbour.relation {
      case .sameStory: "sameStory"
      case .otherSide: "otherSide"
      }
  }
}

extension PrintedEdition.Image {
  /// The column of the text: a sheet of 640 pixels without its margins.
  private static let widest = 544
  private static let highest = 720

  /// `nil` unless the picture comes over https and its size is known: a mail has to keep its place free. Small ones are
  /// counters and ornaments.
  init?(_ image: Picture) {
    guard let link = WebLink(image.url), link.isSecure, (80...20_000).contains(image.width),
      (40...20_000).contains(image.height)
    else { return nil }
    let width = min(image.width, Self.widest)
    let height = max(1, image.height * width / image.width)
    guard height <= Self.highest else { return nil }
    self.init(link: link, width: width, height: height, alt: shortened(CleanText.line(image.alt), to: 160))
  }
}

extension PrintedEdition.Conversation {
  /// `nil` if there is neither anything to read nor a place to write.
  init?(_ conversation: Edition.Conversation, base: Direction, _ wording: Wording) {
    let link = WebLink(conversation.url)
    let comments = conversation.threads.flatMap(\.comments).compactMap {
      PrintedEdition.Comment($0, base: base, wording)
    }
    let total = max(conversation.commentCount, comments.count)
    guard total > 0 || link != nil else { return nil }
    self.link = link
    self.comments = comments
    guard total > 0 else {
      count = nil
      invitation = wording("startConversation")
      return
    }
    invitation = wording("join", count: total)
    var parts = [wording("comments", count: total)]
    if conversation.peopleCount > 0 { parts.append(wording("people", count: conversation.peopleCount)) }
    if conversation.authorReplyCount > 0 {
      parts.append(wording("authorReplies", count: conversation.authorReplyCount))
    }
    count = parts.joined(separator: " · ")
  }
}

extension PrintedEdition.Comment {
  init?(_ comment: Edition.QuotedComment, base: Direction, _ wording: Wording) {
    guard let quote = PrintedEdition.Quote(comment.quote, base: base, wording) else { return nil }
    self.quote = quote
    author = nonEmpty(CleanText.line(comment.author ?? "")) ?? wording("anonymous")
    isByAuthor = comment.isByArticleAuthor
    answers = comment.depth > 0 ? comment.answers.flatMap { nonEmpty(CleanText.line($0)) } : nil
    depth = max(0, min(comment.depth, 2))
  }
}

extension PrintedEdition.Quote {
  /// `nil` if no text is left.
  init?(_ quote: Edition.Quote, base: Direction, _ wording: Wording) {
    let before = quote.isCutBefore ? wording("cut") + " " : ""
    let after = quote.isCutAfter ? " " + wording("cut") : ""
    var sample: String
    switch quote.kind {
    case .list:
      var items = PrintedEdition.Quote.items(of: quote)
      guard !items.isEmpty else { return nil }
      items[0] = items[0].between(before, "")
      let more = quote.omittedItems > 0 ? wording("moreItems", count: quote.omittedItems) : nil
      if more == nil { items[items.count - 1] = items[items.count - 1].between("", after) }
      let stem = nonEmpty(CleanText.line(quote.stem ?? ""))
      sample = stem ?? items[0].text
      body = .list(stem: stem, items: items, isOrdered: quote.isOrdered, more: more)
    case .code:
      var lines = CleanText.codeLines(quote.text)
      guard !lines.isEmpty else { return nil }
      sample = ""
      lines[0] = before + lines[0]
      lines[lines.count - 1] += after
      body = .code(lines)
    case .paragraph, .heading, .quote, .figure, .table:
      var paragraphs = CleanText.paragraphs(quote.text, marks: quote.marks)
      guard let last = paragraphs.indices.last, let first = paragraphs[0].first else { return nil }
      sample = first.text
      paragraphs[0][0] = first.between(before, "")
      let end = paragraphs[last].count - 1
      paragraphs[last][end] = paragraphs[last][end].between("", after)
      guard quote.kind == .quote else {
        body = .paragraphs(paragraphs)
        break
      }
      body = .quotation(
        stem: nonEmpty(CleanText.line(quote.stem ?? "")).map { MarkedText($0) }, paragraphs: paragraphs,
        source: quote.attribution.flatMap(Source.init))
    }
    direction = Direction(of: sample, base: sample.isEmpty ? .leftToRight : base)
  }
}

extension PrintedEdition.Quote {
  /// The items that are printed, each with its marks.
  private static func items(of quote: Edition.Quote) -> [MarkedText] {
    var offset = 0
    var items: [MarkedText] = []
    for item in quote.items {
      let length = item.utf8.count
      items.append(
        CleanText.line(item, marks: quote.marks.inside(TextRange(start: offset, end: offset + length))))
      offset += length + 1
    }
    items.removeAll { $0.text.isEmpty }
    return items.isEmpty ? CleanText.paragraphs(quote.text, marks: quote.marks).flatMap { $0 } : items
  }
}

extension PrintedEdition.Quote.Source {
  /// `nil` if there is nothing to print.
  init?(_ attribution: Attribution) {
    link = WebLink(attribution.url)
    guard let name = nonEmpty(shortened(CleanText.line(attribution.name ?? ""), to: 120)) ?? link?.host else {
      return nil
    }
    self.name = name
  }
}

/// `en` of `en-GB`.
func primaryTag(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }
