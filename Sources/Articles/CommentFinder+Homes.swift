import Markup

/// In what an element stands: a list of comments, or a widget or teaser.
extension CommentFinder {
  /// Whether a list of comments holds the element; `nil` if what it stands in speaks against a comment.
  ///
  /// The nearest container decides: a list of comments for it, a widget or teaser against it.
  func home(of index: Int, hasKey: Bool) -> Bool? {
    switch homes[page.tree[index].parent] {
    case .foreign, .ofManyPages: return nil
    case .list: return true
    case .page: break
    }
    if isCommentType(page.tree[index]) { return true }
    if page.classTokens(index).contains(where: {
      CommentMarkup.items.contains($0) && !CommentMarkup.commonItems.contains($0)
    }) {
      return true
    }
    return hasKey || page.tree[index].end - index > 6 ? false : nil
  }

  /// What a node's nearest container is, the node itself included.
  enum Home {
    case page, list, foreign
    /// A list of the newest comments of all pages, whatever else is in it.
    case ofManyPages
  }

  mutating func readHomes() {
    var names: [String: Home] = [:]
    func home(named token: String, _ isTrusted: Bool) -> Home {
      if let known = names[token], isTrusted || known != .list { return known }
      if CommentMarkup.isOfManyPages(token) {
        names[token] = .ofManyPages
      } else if CommentMarkup.foreign.contains(token) {
        names[token] = .foreign
      } else if CommentMarkup.lists.contains(token) {
        return .list
      } else {
        let isList = CommentMarkup.namesList(token)
        names[token] = isList ? .list : .page
        if isList && !isTrusted { return .page }
      }
      return names[token] ?? .page
    }
    homes.reserveCapacity(page.tree.nodes.count)
    for (index, node) in page.tree.nodes.enumerated() {
      let outer = index == 0 ? Home.page : homes[node.parent]
      guard !node.isText, index > 0, outer != .ofManyPages else {
        homes.append(outer)
        continue
      }
      // The whole page may be called after its comments.
      let isTrusted = !["body", "html", "main", "article"].contains(node.name)
      var found = page.classTokens(index).map { home(named: $0, isTrusted) }
      let id = page.id(index)
      if !id.isEmpty { found.append(home(named: id, isTrusted)) }
      if found.contains(.ofManyPages) {
        homes.append(.ofManyPages)
      } else if found.contains(.foreign) || node.name == "nav" || node.name == "noscript" && !isDisqus(index)
      {
        homes.append(.foreign)
      } else {
        homes.append(found.contains(.list) ? .list : outer)
      }
    }
  }

  func isDisqus(_ index: Int) -> Bool {
    page.tree.ancestors(of: index).contains { page.id($0) == "disqus_thread" } || page.textLength(index) > 200
  }
}
