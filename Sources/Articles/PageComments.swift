import Markup
import Model

/// The comments of a page, as values.
struct PageComments {
  let comments: [Comment]
  /// Subtrees that are no part of the article.
  let regions: Set<Int>
  /// The service that the page's markup names.
  private let service: String?

  init(_ page: PageIndex, data: StructuredData, address: WebAddress?, monthFirst: Bool) {
    let finder = CommentFinder(page, address: address)
    var regions = finder.regions
    var (comments, nodes) = PageComments.read(finder.items, page, address, monthFirst)
    let structured = StructuredComments.comments(data.comments, address)
    if comments.isEmpty {
      comments = structured
    } else {
      comments = StructuredComments.completed(comments, by: structured)
    }
    if comments.isEmpty {
      let items = GenericComments.items(page)
      (comments, nodes) = PageComments.read(items, page, address, monthFirst)
      if comments.count < 2 { (comments, nodes) = ([], []) }
    }
    regions.formUnion(nodes)
    self.comments = comments
    self.regions = regions
    service = CommentServices.name(in: page)
  }

  /// Where the comments are held if a script would load them.
  ///
  /// - Parameter bytes: the page as it came.
  func service(_ bytes: [UInt8]) -> String? {
    if comments.contains(where: { $0.kind == .comment }) { return nil }
    return service ?? CommentServices.name(inScriptsOf: bytes)
  }

  /// The comments, and the elements that hold them.
  private static func read(
    _ items: [CommentItem], _ page: PageIndex, _ address: WebAddress?, _ monthFirst: Bool
  ) -> (comments: [Comment], nodes: [Int]) {
    let monthFirst = CommentDate.isMonthFirst(page, items) ?? monthFirst
    let submitter = submitter(page)
    var ids: [Comment.ID?] = []
    var comments: [Comment] = []
    var nodes: [Int] = []
    for (index, item) in items.enumerated() {
      let reader = CommentReader(
        page, item, children: children(of: index, in: items), address: address, monthFirst: monthFirst)
      let (text, kind) = PageComments.kind(reader)
      let isCertain = reader.isCertain
      if isCertain || item.isListed { nodes += item.ranges.map(\.lowerBound) }
      // Counters and teasers are called "comment" too; only an id makes a comment of words without a name.
      guard !text.isEmpty, isCertain, kind != .comment || !reader.isOnlyData(text) else {
        ids.append(nil)
        continue
      }
      let id = id(of: index, in: items)
      ids.append(id)
      let (parent, isInferred) = parent(of: index, in: items, ids)
      let name = reader.author?.name
      comments.append(
        Comment(
          id: id, parentID: parent, isParentInferred: isInferred, author: name,
          authorURL: reader.authorURL(), published: reader.published()?.instant, text: text,
          votes: reader.votes(), permalink: reader.permalink(),
          isByArticleAuthor: reader.isByArticleAuthor() || name != nil && name == submitter, kind: kind))
    }
    return (withoutCommonMark(comments), nodes)
  }

  /// What marks everybody as the article's author is a label, such as "Author" before each name.
  private static func withoutCommonMark(_ comments: [Comment]) -> [Comment] {
    guard comments.count > 1, comments.allSatisfy(\.isByArticleAuthor), Set(comments.map(\.author)).count > 1
    else {
      return comments
    }
    return comments.map { $0.markedByArticleAuthor(false) }
  }

  private static func id(of index: Int, in items: [CommentItem]) -> Comment.ID {
    Comment.ID(rawValue: items[index].key ?? "c\(index + 1)")
  }

  /// The items directly inside an item: those inside it follow it.
  private static func children(of index: Int, in items: [CommentItem]) -> Set<Int> {
    var children: Set<Int> = []
    var next = index + 1
    var inner = items[index].node
    while next < items.count, items[next].node < items[index].end {
      if items[next].node >= inner {
        children.insert(items[next].node)
        inner = items[next].end
      }
      next += 1
    }
    return children
  }

  /// An item whose parent has no words is answered by that parent's parent.
  private static func parent(
    of index: Int, in items: [CommentItem], _ ids: [Comment.ID?]
  ) -> (Comment.ID?, isInferred: Bool) {
    var parent = items[index].parent
    var steps = 0
    while let place = parent, place < index, ids[place] == nil, steps < items.count {
      parent = items[place].parent
      steps += 1
    }
    guard let place = parent else { return (nil, false) }
    return (place < index ? ids[place] : id(of: place, in: items), items[index].isParentInferred)
  }

  /// The words, and whether they are a comment or what WordPress quotes of a page that links here.
  private static func kind(_ reader: CommentReader) -> (text: String, Comment.Kind) {
    let text = reader.text()
    for (mark, kind) in [("Pingback:", Comment.Kind.pingback), ("Trackback:", .trackback)]
    where text.utf8.starts(with: mark.utf8) {
      let rest = foldedWhiteSpace(String(text.unicodeScalars.dropFirst(mark.unicodeScalars.count)))
      return (rest.isEmpty ? reader.author?.name ?? "" : rest, kind)
    }
    if reader.item.kind != .comment { return (text, reader.item.kind) }
    return (
      text,
      isExcerpt(text, isNameless: reader.author == nil || reader.published() == nil) ? .pingback : .comment
    )
  }

  /// Cut at both ends: `[…] like this […]`.
  private static func isExcerpt(_ text: String, isNameless: @autoclosure () -> Bool) -> Bool {
    let marks = ["[…]", "[...]"]
    let begins = marks.contains { text.utf8.starts(with: $0.utf8) }
    if begins, (marks + ["…", "..."]).contains(where: { ends(text, $0) }) { return true }
    return (marks + ["…"]).contains { ends(text, $0) } && marks.contains { text.contains($0) } && isNameless()
  }

  private static func ends(_ text: String, _ mark: String) -> Bool {
    text.utf8.suffix(mark.utf8.count).elementsEqual(mark.utf8)
  }

  /// Who sent in the link that a page of Hacker News is about.
  private static func submitter(_ page: PageIndex) -> String? {
    for index in page.tree.nodes.indices where page.hasClass(index, "fatitem") {
      let name = page.tree.descendants(of: index).first { page.hasClass($0, "hnuser") }
      return name.flatMap { CommentName.cleaned(page.tree.lineText(of: $0)) }
    }
    return nil
  }
}
