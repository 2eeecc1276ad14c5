import Markup
public import Model

extension ParsedFeed {
  /// Whether the entries are readers' comments rather than articles.
  public var isCommentFeed: Bool {
    let title = asciiLowerCased(channel.title?.text ?? "")
    if ["comments on", "comments for", "comments:"].contains(where: { title.hasPrefix($0) }) { return true }
    guard !entries.isEmpty else { return false }
    return entries.allSatisfy { entry in
      !entry.inReplyTo.isEmpty || CommentNumber.find(in: entry.link) != nil
        || CommentNumber.find(in: entry.id) != nil
    }
  }

  /// The comments in the order of the feed. Nobody's address of e-mail goes with them.
  ///
  /// RSS says nothing of who answers whom; Atom does (RFC 4685), and a reference to the article itself means
  /// the top level.
  public var comments: [Comment] { comments { _ in true } }

  /// Those of the comments whose entries are wanted.
  func comments(where isWanted: (ParsedEntry) -> Bool) -> [Comment] {
    let identified = entries.enumerated().map { (id: commentID(of: $1, at: $0), entry: $1) }
    var idsBySource: [String: Comment.ID] = [:]
    for (id, entry) in identified {
      if let source = entry.id { idsBySource[source] = id }
    }
    let known = Set(identified.map(\.id))
    return identified.compactMap { id, entry in
      guard isWanted(entry) else { return nil }
      return comment(entry, id: id, parent: parent(of: entry, idsBySource, known))
    }
  }

  /// The number that WordPress and others put into addresses, so that feed, page and interface agree; else
  /// the entry's id.
  private func commentID(of entry: ParsedEntry, at index: Int) -> Comment.ID {
    let number = CommentNumber.find(in: entry.id) ?? CommentNumber.find(in: entry.link)
    return Comment.ID(rawValue: number ?? entry.id ?? entry.link ?? "entry-\(index + 1)")
  }

  private func parent(
    of entry: ParsedEntry, _ idsBySource: [String: Comment.ID], _ known: Set<Comment.ID>
  ) -> Comment.ID? {
    for reply in entry.inReplyTo {
      if let ref = reply.ref, let parent = idsBySource[ref] { return parent }
      // A comment that the feed no longer shows is still the parent.
      if let number = CommentNumber.find(in: reply.ref) ?? CommentNumber.find(in: reply.href) {
        return Comment.ID(rawValue: number)
      }
    }
    return nil
  }

  private func comment(_ entry: ParsedEntry, id: Comment.ID, parent: Comment.ID?) -> Comment? {
    let body = entry.content.first { !$0.isEmpty && $0.isText } ?? entry.summary
    guard let body else { return nil }
    let isMarkup = body.isMarkup || body.isText && TextForm.markup(in: Array(body.source.utf8)) != nil
    var text =
      isMarkup ? paragraphText(ofHTML: body.markup, marksQuotes: true) : paragraphText(ofPlain: body.source)
    var parent = parent
    if isMarkup, let reply = ReplyNotice(html: body.markup, text: text) {
      parent = parent ?? Comment.ID(rawValue: reply.number)
      text = reply.rest
    }
    guard !text.isEmpty else { return nil }
    return Comment(
      id: id, parentID: parent == id ? nil : parent, author: author(of: entry),
      authorURL: webAddress(entry.authors.first?.url),
      published: entry.published?.instant ?? entry.updated?.instant,
      text: text, permalink: webAddress(entry.link), kind: kind(text, entry))
  }

  /// The name that the feed gives, else the one in a title such as "By: Ann" or "Comment on Trust by Ann".
  private func author(of entry: ParsedEntry) -> String? {
    if let name = entry.authors.first?.name.map(NameLine.name), !name.isEmpty, !holdsMailAddress(name) {
      return name
    }
    guard let title = entry.title.map({ TitleText.text(of: $0, in: format) }) else { return nil }
    for prefix in ["By: ", "By ", "Von: ", "Par : ", "Par: ", "Por: ", "Di: ", "Door: ", "Av: "]
    where title.hasPrefix(prefix) {
      return nonEmpty(String(title.dropFirst(prefix.count)))
    }
    guard title.hasPrefix("Comment on "), let last = title.split(separator: " ").lastIndex(of: "by") else {
      return nil
    }
    let words = title.split(separator: " ")
    return nonEmpty(words[(last + 1)...].joined(separator: " "))
  }

  /// `(@ann)` is a handle; letters on both sides and a stop after make an address.
  private func holdsMailAddress(_ name: String) -> Bool {
    name.utf8.split(separator: 0x20).contains { word in
      guard let at = word.firstIndex(of: UInt8(ascii: "@")), at > word.startIndex,
        word[word.index(before: at)] != UInt8(ascii: "(")
      else { return false }
      return word[at...].contains(UInt8(ascii: "."))
    }
  }

  /// Pingbacks and trackbacks quote the page that links here: `[…] like this […]`.
  private func kind(_ text: String, _ entry: ParsedEntry) -> Comment.Kind {
    if let type = entry.categories.first(where: {
      ["pingback", "trackback"].contains(asciiLowerCased($0.term))
    }) {
      return asciiLowerCased(type.term) == "trackback" ? .trackback : .pingback
    }
    let marks = ["[…]", "[...]"]
    let begins = marks.contains { text.hasPrefix($0) }
    let ends = marks.contains { text.hasSuffix($0) }
    return begins && ends ? .pingback : .comment
  }

  private func webAddress(_ text: String?) -> String? {
    text.flatMap { WebAddress($0) }.flatMap { $0.isWeb ? $0.string : nil }
  }
}
