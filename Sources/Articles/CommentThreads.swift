import Markup

/// Who answers whom, by what the markup says: a number in an attribute, nesting, a wrapper of answers,
/// depth, a link or a form field, and at last the words "reply to #1".
extension CommentFinder {
  mutating func link() {
    var byKey: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      if let key = item.key { byKey[key] = index }
    }
    if items.allSatisfy({ $0.depth == nil }) { readIndents() }
    var open: [Int] = []
    var levels: [(depth: Int, index: Int)] = []
    var siblings = Siblings()
    for index in items.indices {
      let item = items[index]
      while let last = open.last, items[last].end <= item.node { open.removeLast() }
      while let last = levels.last, last.depth >= item.depth ?? Int.max { levels.removeLast() }
      if let key = item.parentKey, let parent = byKey[key], parent != index {
        items[index].parent = parent
      } else if let last = open.last {
        items[index].parent = last
      } else if let parent = answered(byWrapperOf: index, siblings, byKey) {
        items[index].parent = parent
      } else if item.depth != nil, let level = levels.last {
        items[index].parent = level.index
      } else if let key = linkedKey(of: index), let parent = byKey[key], parent < index {
        items[index].parent = parent
      }
      if let depth = item.depth { levels.append((depth, index)) }
      siblings.add(index, at: item.node, in: page.tree)
      open.append(index)
    }
    if items.allSatisfy({ $0.parent == nil }) { linkByFields(byKey) }
    if items.allSatisfy({ $0.parent == nil }) { linkByWords() }
  }

  /// The last item that stands directly, or in a wrapper of its own, in an element.
  private struct Siblings {
    var direct: [Int: Int] = [:]
    var wrapped: [Int: Int] = [:]

    mutating func add(_ index: Int, at node: Int, in tree: HTMLTree) {
      let parent = tree[node].parent
      direct[parent] = index
      if parent > 0 { wrapped[tree[parent].parent] = index }
    }
  }

  /// Drupal, JComments, Lobsters: answers stand in an element of their own after what they answer.
  private func answered(byWrapperOf index: Int, _ siblings: Siblings, _ byKey: [String: Int]) -> Int? {
    for wrapper in page.tree.ancestors(of: items[index].node).prefix(6) {
      let parent = page.tree[wrapper].parent
      let isNamed = page.hasClass(wrapper, in: CommentMarkup.replies)
      let isPlainList = ["ol", "ul", "dl"].contains(page.tree[wrapper].name)
      if let key = CommentKey.ofID(trailing(page.id(wrapper)))?.key, let place = byKey[key], place < index {
        return place
      }
      let before = siblings.direct[parent] ?? (isNamed ? siblings.wrapped[parent] : nil)
      guard isNamed || isPlainList, let before, items[before].end <= wrapper else { continue }
      return before
    }
    return nil
  }

  /// `comments-list-12` and `replies-12` as if they were ids of the comment itself.
  private func trailing(_ id: String) -> String {
    for prefix in [
      "comments-list-", "replies-", "comment-replies-", "children-", "comment-children-", "replies_",
    ]
    where id.hasPrefix(prefix) {
      return "comment-" + id.dropFirst(prefix.count)
    }
    return ""
  }

  // MARK: - Indentation

  /// Depth by `td.ind[indent]` (Hacker News) or by margins in the style attribute.
  private mutating func readIndents() {
    let indents = items.map { indent(of: $0.node) }
    guard Set(indents.map { $0 ?? 0 }).count > 1 else { return }
    for index in items.indices { items[index].depth = indents[index] ?? 0 }
  }

  private func indent(of node: Int) -> Int? {
    if page.hasClass(node, "comtr") {
      let end = page.tree[node].end
      for place in node..<min(end, node + 40) where page.hasClass(place, "ind") {
        if let value = page.tree[place]["indent"].flatMap({ Int($0) }) { return value }
        for inner in page.tree.descendants(of: place) {
          if let width = page.tree[inner]["width"].flatMap({ Int($0) }) { return width }
        }
      }
      return nil
    }
    return page.tree[node]["style"].flatMap(CommentFinder.margin)
  }

  /// Hundredths of the left margin or padding, whatever their unit.
  static func margin(_ style: String) -> Int? {
    for part in asciiLowered(style).utf8.split(separator: UInt8(ascii: ";")) {
      let sides = part.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard sides.count == 2 else { continue }
      let name = String(decoding: sides[0].filter { $0 > 0x20 }, as: UTF8.self)
      guard name == "margin-left" || name == "padding-left" else { continue }
      let value = sides[1].drop { $0 <= 0x20 }
      let whole = value.prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard (1...5).contains(whole.count), let number = Int(String(decoding: Array(whole), as: UTF8.self))
      else { return nil }
      var fraction = 0
      let rest = value.dropFirst(whole.count)
      if rest.first == UInt8(ascii: "."), let digit = rest.dropFirst().first, digit >= 0x30, digit <= 0x39 {
        fraction = Int(digit - 0x30) * 10
      }
      return number * 100 + fraction
    }
    return nil
  }

  // MARK: - Links, fields, words

  /// Nodes of the item without those of items inside it.
  func ownNodes(of index: Int) -> [Int] {
    var nodes: [Int] = []
    var next = index + 1
    for range in items[index].ranges {
      var place = range.lowerBound
      while place < range.upperBound {
        while next < items.count, items[next].node < place { next += 1 }
        if next < items.count, items[next].node == place {
          place = max(items[next].end, place + 1)
          continue
        }
        nodes.append(place)
        place += 1
      }
    }
    return nodes
  }

  /// "In reply to" with a link to the comment that is answered.
  private func linkedKey(of index: Int) -> String? {
    for place in ownNodes(of: index) {
      let node = page.tree[place]
      guard node.name == "a", let href = node["href"], let key = CommentKey.ofLink(href),
        key != items[index].key
      else { continue }
      if page.hasClass(node.parent, in: CommentFinder.answerMarks)
        || page.hasClass(place, in: CommentFinder.answerMarks)
      {
        return key
      }
      let cues = CueText(textBefore(place))
      if cues.holds(any: CommentFinder.answerCues) { return key }
    }
    return nil
  }

  /// Up to a line of text before a node and the node's own, within the node's parent.
  private func textBefore(_ place: Int) -> String {
    let parent = page.tree[place].parent
    var text = ""
    for before in max(parent + 1, place - 24)..<place where page.tree[before].isText {
      text += page.tree[before].text
    }
    return String(decoding: text.utf8.suffix(48), as: UTF8.self) + " " + page.tree.lineText(of: place)
  }

  /// Hidden fields: the parent's number beside the comment's own.
  private mutating func linkByFields(_ byKey: [String: Int]) {
    var byKey = byKey
    var parents: [Int: String] = [:]
    for index in items.indices {
      for place in ownNodes(of: index) where page.tree[place].name == "input" {
        let node = page.tree[place]
        guard let name = node["name"].map(asciiLowered), let value = node["value"], !value.isEmpty,
          value != "0"
        else { continue }
        if name.contains("parent") {
          parents[index] = value
        } else if items[index].key == nil, ["cid", "comment_id", "commentid", "id", "comment"].contains(name)
        {
          byKey[value] = index
        }
      }
    }
    // A form that answers the comment holds that comment's number as the parent of the answer.
    let isTarget = parents.contains { index, value in
      byKey[value].map { $0 >= index } ?? (items[index].key == value)
    }
    guard !isTarget else { return }
    for (index, value) in parents { items[index].parent = byKey[value] }
  }

  /// "reply to #3": the third comment, or the one that calls itself #3.
  private mutating func linkByWords() {
    var numbered: [Int: Int] = [:]
    var wanted: [(index: Int, number: Int)] = []
    for index in items.indices {
      var line = ""
      for place in ownNodes(of: index) where page.tree[place].isText {
        line += page.tree[place].text + " "
        if line.utf8.count > 160 { break }
      }
      let bytes = Array(CueText(line).string.utf8.prefix(160))
      var mark = 0
      while let hash = bytes[mark...].firstIndex(of: UInt8(ascii: "#")) {
        mark = hash + 1
        let digits = bytes[mark...].prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard (1...5).contains(digits.count), let number = Int(String(decoding: Array(digits), as: UTF8.self))
        else { continue }
        let before = CueText(String(decoding: bytes[max(0, hash - 24)..<hash], as: UTF8.self))
        if before.holds(any: CommentFinder.answerCues) {
          wanted.append((index, number))
          break
        } else if hash < 4, numbered[number] == nil {
          numbered[number] = index
        }
      }
    }
    for (index, number) in wanted {
      let parent = numbered.isEmpty ? number - 1 : numbered[number] ?? index
      guard parent >= 0, parent < index else { continue }
      items[index].parent = parent
      items[index].isParentInferred = true
    }
  }

  private static let answerMarks: NameSet = [
    "wpd-reply-to", "wc-reply-to", "comment__parent", "in-reply-to", "comment-parent", "comment-parent-link",
    "comment_source_replyto", "reply-to", "replied-to", "comment-reply-to", "u-in-reply-to",
  ]

  private static let answerCues = [
    "in reply to", "replying to", "replied to", "in response to", "reply to", "replies to", "answer to",
    "antwort auf", "antwortet auf", "antwort an", "als antwort auf", "en réponse à", "réponse à",
    "en respuesta a", "respondiendo a", "in risposta a", "em resposta a", "als reactie op", "in antwoord op",
  ]
}
