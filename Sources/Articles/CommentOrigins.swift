import Markup

/// Names of comments that their own markup lacks, and comments that belong to other pages.
extension CommentFinder {
  /// Items without a key take that of the anchor before or in them, else of the link to themselves.
  mutating func nameByLinks() {
    var known = Set(items.compactMap(\.key))
    for index in items.indices where items[index].key == nil {
      guard let key = anchorKey(before: items[index].node) ?? innerKey(of: index), !known.contains(key) else {
        continue
      }
      items[index].key = key
      known.insert(key)
    }
  }

  /// `<a id="comment-12"></a>` as the element before.
  private func anchorKey(before node: Int) -> String? {
    var place = node - 1
    let parent = page.tree[node].parent
    var steps = 0
    while place > parent, steps < 3 {
      let other = page.tree[place]
      if other.name == "a", other.parent == parent, page.textLength(place) == 0 { return ownKey(other) }
      guard other.isText, !other.text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
      place -= 1
      steps += 1
    }
    return nil
  }

  private func innerKey(of index: Int) -> String? {
    var linked: String?
    for place in ownNodes(of: index) {
      let node = page.tree[place]
      if node.isText { continue }
      if page.hasClass(place, in: CommentMarkup.certainBodies) { break }
      if let key = ownKey(node) { return key }
      guard linked == nil, node.name == "a", let href = node["href"], let key = CommentKey.ofLink(href),
        !CueText(page.tree.lineText(of: node.parent)).holds(any: ["reply to", "replied to", "antwort auf"])
      else { continue }
      linked = key
    }
    return linked
  }

  private func ownKey(_ node: HTMLNode) -> String? {
    for name in ["id", "name"] {
      guard let value = node[name].map(asciiLowered), value.utf8.count <= 60 else { continue }
      if name == "name", node.name != "a" { continue }
      if let key = CommentKey.ofID(value)?.key { return key }
      if node.name == "a", CommentKey.isNumber(value, atLeast: 4), value.utf8.count <= 18 { return value }
    }
    return nil
  }

  // MARK: - Other pages

  /// Lists of the newest comments look like comments, but their links lead to other pages.
  ///
  /// A page may well be read under another address than it calls itself by. So links that all lead to one
  /// other page say nothing.
  mutating func dropItems(ofOtherPagesThan address: WebAddress?) {
    guard let address else { return }
    let own = Set([CommentFinder.place(of: address), canonicalPlace(address)].compactMap { $0 })
    let places = items.indices.map { linkedPlace(of: $0, address) }
    let others = Set(places.compactMap { $0 }.filter { !own.contains($0) })
    guard !others.isEmpty else { return }
    let hasOwn = places.contains { $0.map(own.contains) ?? false }
    guard hasOwn || others.count > 1 else { return }
    items = zip(items, places).filter { _, place in place.map(own.contains) ?? true }.map(\.0)
  }

  /// The page that the item's link to itself leads to.
  private func linkedPlace(of index: Int, _ address: WebAddress) -> String? {
    guard let key = items[index].key else { return nil }
    for place in ownNodes(of: index) {
      let node = page.tree[place]
      guard node.name == "a", let href = node["href"], CommentKey.ofLink(href) == key,
        let link = WebAddress(href, relativeTo: address), link.isWeb
      else { continue }
      // Some give each comment an address of its own: `/comment/12#comment-12`.
      return link.path.contains(key) ? nil : CommentFinder.place(of: link)
    }
    return nil
  }

  private func canonicalPlace(_ address: WebAddress) -> String? {
    for node in page.tree.nodes where node.name == "link" && node["rel"].map(asciiLowered) == "canonical" {
      return node["href"].flatMap { WebAddress($0, relativeTo: address) }.map(CommentFinder.place)
    }
    return nil
  }

  /// The path without pages of comments and variants, so that two addresses of one page agree.
  private static func place(of address: WebAddress) -> String {
    asciiLowered(address.path).utf8.split(separator: UInt8(ascii: "/"))
      .map { String(decoding: Array($0), as: UTF8.self) }
      .filter { !$0.hasPrefix("comment-page-") && $0 != "amp" && $0 != "index.html" && $0 != "index.php" }
      .joined(separator: "/")
  }
}
