import Markup
import Model

/// The comments of a page, as values.
struct PageComments {
  let comments: [Comment]
  /// Subtrees that are no part of the article.
  let regions: Set<Int>
  /// Where the comments are held if a script would load them.
  let service: String?

  init(_ page: PageIndex, data: StructuredData, address: WebAddress?, monthFirst: Bool) {
    let finder = CommentFinder(page)
    var regions = finder.regions
    var comments = PageComments.read(finder.items, page, address, monthFirst)
    if comments.isEmpty { comments = PageComments.structured(data.comments, address) }
    if comments.isEmpty {
      let items = GenericComments.items(page)
      comments = PageComments.read(items, page, address, monthFirst)
      regions.formUnion(items.map(\.node))
    }
    self.comments = comments
    self.regions = regions
    service = comments.isEmpty ? PageComments.service(page) : nil
  }

  private static func read(
    _ items: [CommentItem], _ page: PageIndex, _ address: WebAddress?, _ monthFirst: Bool
  ) -> [Comment] {
    let nodes = items.map(\.node)
    var ids: [Comment.ID?] = []
    var comments: [Comment] = []
    for (index, item) in items.enumerated() {
      // Items stand in document order: those inside this one follow it.
      let last = item.ranges.last?.upperBound ?? item.node
      let children = Set(nodes[(index + 1)...].prefix { $0 < last })
      let reader = CommentReader(page, item, children: children, address: address, monthFirst: monthFirst)
      let author = reader.author()
      var text = reader.text(excluding: children, author: author?.node)
      var kind = item.kind
      for (mark, other) in [("Pingback:", Comment.Kind.pingback), ("Trackback:", .trackback)]
      where text.hasPrefix(mark) {
        kind = other
        text = foldedWhiteSpace(String(text.dropFirst(mark.count)))
      }
      let date = reader.published()
      // Counters and teasers are called "comment" too; only an id makes a comment of words without a name.
      let isNameless = item.key == nil && author == nil
      if kind == .comment, author == nil || date == nil, text.contains("[…]") || text.contains("[...]"),
        isExcerpt(text)
      {
        kind = .pingback
      }
      guard !text.isEmpty, !isNameless else {
        ids.append(nil)
        continue
      }
      let id = Comment.ID(rawValue: item.key ?? "c\(index + 1)")
      ids.append(id)
      // An item whose parent has no words is answered by that parent's parent.
      var parent = item.parent
      var steps = 0
      while let place = parent, place < index, ids[place] == nil, steps < items.count {
        parent = items[place].parent
        steps += 1
      }
      let parentID = parent.flatMap {
        $0 < index ? ids[$0] : Comment.ID(rawValue: items[$0].key ?? "c\($0 + 1)")
      }
      comments.append(
        Comment(
          id: id, parentID: parentID, author: author?.name,
          authorURL: author.flatMap { reader.authorURL($0.node) }, published: date?.instant,
          text: text, permalink: reader.permalink(), isByArticleAuthor: item.isByArticleAuthor, kind: kind))
    }
    return comments
  }

  /// What WordPress quotes of a page that links here: cut at both ends.
  private static func isExcerpt(_ text: String) -> Bool {
    let trimmed = text.split { $0.isWhitespace }
    guard let last = trimmed.last else { return false }
    return last.hasSuffix("[…]") || last.hasSuffix("[...]")
  }

  /// Comments in JSON-LD, answers nested or not.
  private static func structured(_ values: [JSONValue], _ address: WebAddress?) -> [Comment] {
    var comments: [Comment] = []
    var waiting: [(value: JSONValue, parent: Comment.ID?)] = values.reversed().map { ($0, nil) }
    while let (value, parent) = waiting.popLast(), comments.count < 5_000 {
      guard let raw = value["text"]?.string ?? value["commentText"]?.string ?? value["description"]?.string
      else { continue }
      let text = plainText(raw)
      guard !text.isEmpty else { continue }
      let named = value["@id"]?.string ?? value["identifier"]?.string ?? value["url"]?.string
      let fragment = named.flatMap { $0.split(separator: "#").last.map(String.init) }
      let key = fragment.flatMap { CommentMarkup.key(ofID: asciiLowered($0))?.key } ?? fragment
      let id = Comment.ID(rawValue: key ?? "c\(comments.count + 1)")
      let author = value["author"]?.elements.first
      let name = (author?["name"]?.string ?? author?.string).flatMap(CommentReader.cleaned)
      let url = (author?["url"]?.string).flatMap { WebAddress($0, relativeTo: address) }
      let date = (value["dateCreated"] ?? value["datePublished"])?.string.flatMap { PageDate(reading: $0) }
      let stated = value["parentItem"]?["@id"]?.string.flatMap { $0.split(separator: "#").last }
      let statedKey = stated.map { CommentMarkup.key(ofID: asciiLowered(String($0)))?.key ?? String($0) }
      let votes = value["upvoteCount"]?.string.flatMap { Int($0) }
      comments.append(
        Comment(
          id: id, parentID: parent ?? statedKey.map { Comment.ID(rawValue: $0) }, author: name,
          authorURL: url.flatMap { $0.isWeb ? $0.string : nil }, published: date?.instant, text: text,
          votes: votes,
          permalink: (value["url"]?.string).flatMap { WebAddress($0, relativeTo: address) }.flatMap {
            $0.isWeb ? $0.string : nil
          }))
      for answer in (value["comment"]?.elements ?? []).reversed() { waiting.append((answer, id)) }
    }
    return comments
  }

  private static func plainText(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&")) else {
      return foldedWhiteSpace(text)
    }
    let page = PageIndex(HTMLDocument.parse(text))
    return BlockFlow.plainBlocks(page, of: 0).map(\.text).joined(separator: "\n\n")
  }

  /// Services that load comments by script, by the empty places that they leave.
  private static func service(_ page: PageIndex) -> String? {
    for (index, node) in page.tree.nodes.enumerated() where !node.isText {
      let id = page.id(index)
      if let name = services[id] { return name }
      for token in page.classTokens(index) {
        if let name = services[token] { return name }
      }
      if node.name == "coral-embed-stream" || node.name == "ghost-comments" { return services[node.name] }
    }
    return nil
  }

  private static let services = NameTable([
    "disqus_thread": "disqus", "fb-comments": "facebook", "fb-root-comments": "facebook",
    "coral_thread": "coral",
    "coral-talk-stream": "coral", "coral_talk_stream": "coral", "coral-embed-stream": "coral",
    "viafoura": "viafoura",
    "viafoura-comments": "viafoura", "vf-comments": "viafoura", "vf-conversations": "viafoura",
    "discourse-comments": "discourse",
    "ghost-comments": "ghost", "gh-comments": "ghost", "ghost-comments-root": "ghost", "livefyre": "livefyre",
    "livefyre-comments": "livefyre", "livefyre-app": "livefyre", "idc-container": "intensedebate",
    "intensedebate-comments": "intensedebate", "commento": "commento", "utterances": "utterances",
    "giscus": "giscus",
    "hyvor-talk-view": "hyvor", "spot-im-frame-inpage": "openweb", "isso-thread": "isso",
    "remark42": "remark42",
    "cusdis_thread": "cusdis", "gitalk-container": "gitalk", "spotim-comments": "openweb",
    "open-web-comments": "openweb",
  ])
}
