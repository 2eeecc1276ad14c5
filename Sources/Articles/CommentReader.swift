import Markup
import Model

/// Reads author, date and words of one comment out of its place in a page.
struct CommentReader {
  let page: PageIndex
  let item: CommentItem
  let address: WebAddress?
  let monthFirst: Bool
  /// The items directly inside this one.
  let children: Set<Int>
  /// Elements of the comment, without those of its answers.
  let scope: [Int]
  /// The element that names the author, and the name.
  private(set) var author: Author?
  /// The element that holds the words, if markup names one.
  private(set) var body: Int?
  /// True if the markup is beyond doubt that of a comment, wherever it stands.
  var isCertain: Bool {
    if item.key != nil || item.kind != .comment { return true }
    guard let author else { return false }
    if item.isListed { return author.isNamed || published() != nil }
    return author.isNamed && (certainBody() != nil || published() != nil)
  }

  struct Author {
    let node: Int
    let name: String
    /// True if a word beside the name says so.
    var isByArticleAuthor = false
    /// True if markup names the element as that of the author.
    var isNamed = false
  }

  init(
    _ page: PageIndex, _ item: CommentItem, children: Set<Int>, address: WebAddress?, monthFirst: Bool
  ) {
    self.page = page
    self.item = item
    self.children = children
    self.address = address
    self.monthFirst = monthFirst
    var scope: [Int] = []
    for range in item.ranges {
      var index = range.lowerBound
      while index < range.upperBound {
        if index != item.node, children.contains(index) {
          index = page.tree[index].end
          continue
        }
        scope.append(index)
        index += 1
      }
    }
    self.scope = scope
    author = findAuthor(outside: certainBody())
    body = findBody()
  }

  /// Whether a place is among the commenter's own words.
  func isInBody(_ place: Int) -> Bool { body.map { page.tree.contains(place, in: $0) } ?? false }

  // MARK: - Body

  /// An element that only words of comments are in.
  private func certainBody() -> Int? {
    scope.first { place in
      place != item.node && page.textLength(place) > 0
        && page.hasClass(place, in: CommentMarkup.certainBodies)
        && isPart(place) && !page.tree.descendants(of: place).contains(where: isNameOrPart)
    }
  }

  /// What has no business among the words.
  private func isNameOrPart(_ place: Int) -> Bool {
    page.classTokens(place).contains { token in
      CommentMarkup.authorTokens.contains(token) || CommentMarkup.ends(token, CommentMarkup.authorEndings)
        || CommentMarkup.ownParts.contains(token) && !CommentMarkup.certainBodies.contains(token)
    }
  }

  private func isPart(_ place: Int) -> Bool {
    !["a", "img", "input", "button", "form", "time"].contains(page.tree[place].name)
  }

  private func findBody() -> Int? {
    for place in scope {
      guard let property = page.tree[place]["itemprop"] ?? page.tree[place]["property"] else { continue }
      if ["text", "commentText", "schema:text", "content:encoded"].contains(where: { property.contains($0) }),
        isBlockElement(page.tree[place].name) || page.tree[place].name == "span"
      {
        return place
      }
    }
    var best: (rank: Int, node: Int)?
    for place in scope where place != item.node && !page.tree[place].isText && isPart(place) {
      for token in page.classTokens(place) {
        guard let rank = rank(ofBody: token), rank < best?.rank ?? Int.max else { continue }
        // A wrapper that holds the author too is no body.
        if let author, page.tree.contains(author.node, in: place) { continue }
        if page.textLength(place) == 0 { continue }
        best = (rank, place)
      }
    }
    if best == nil, item.ranges.count > 1 { return item.ranges[1].lowerBound }
    return best?.node
  }

  private func rank(ofBody token: String) -> Int? {
    CommentReader.bodyRanks[token]
      ?? (CommentMarkup.ends(token, CommentMarkup.bodyEndings) ? CommentMarkup.bodies.count : nil)
  }

  private static let bodyRanks: [String: Int] = ranks(CommentMarkup.bodies)

  static func ranks(_ tokens: [String]) -> [String: Int] {
    Dictionary(tokens.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
  }

  // MARK: - Address and votes

  /// A link to the comment itself: by its fragment, by its class, or round the date.
  func permalink() -> String? {
    var second: String?
    for place in scope where page.tree[place].name == "a" && !isInBody(place) {
      guard let href = page.tree[place]["href"], let link = WebAddress(href, relativeTo: address) else {
        continue
      }
      if let key = CommentKey.ofLink(href) {
        if key == item.key { return CommentLink.shown(link) }
        if item.key != nil { continue }
      }
      guard second == nil, !href.utf8.starts(with: "#".utf8), place != author?.node else { continue }
      let isMarked =
        page.hasClass(place, in: CommentReader.permalinkTokens) || page.tree[place]["rel"] == "bookmark"
      let isRoundTime =
        page.tree[page.tree[place].parent].name == "time"
        || page.tree.descendants(of: place).contains { page.tree[$0].name == "time" }
      guard isMarked || isRoundTime || isDate(place), let shown = CommentLink.shown(link),
        shown != authorURL()
      else { continue }
      second = shown
    }
    return second
  }

  private func isDate(_ place: Int) -> Bool {
    guard page.textLength(place) <= 40 else { return false }
    let text = page.tree.lineText(of: place)
    return text.hasSuffix(" ago") || CommentDate.reading(text) != nil
  }

  private static let permalinkTokens: NameSet = [
    "permalink", "comment-permalink", "u-url", "bylink", "comment-link", "isso-permalink",
  ]

  /// Up-votes minus down-votes.
  func votes() -> Int? {
    var up: Int?
    var down: Int?
    for place in scope
    where !page.tree[place].isText && !isInBody(place) || page.hasClass(place, in: CommentReader.votesInBody)
    {
      let node = page.tree[place]
      switch node["itemprop"] {
      case "upvoteCount": up = up ?? number(node["content"] ?? page.tree.lineText(of: place))
      case "downvoteCount": down = down ?? number(node["content"] ?? page.tree.lineText(of: place)).map(abs)
      default: break
      }
      guard page.textLength(place) <= 24 else { continue }
      let tokens = page.classTokens(place)
      // Reddit writes what the score would be after a vote as well.
      if tokens.contains("score"), tokens.contains("likes") || tokens.contains("dislikes") { continue }
      for token in tokens {
        if up == nil, token == "rating", CueText(page.tree.lineText(of: place)).holds("votes") {
          up = number(page.tree.lineText(of: place))
        }
        if up == nil, CommentReader.upTokens.contains(token) { up = number(page.tree.lineText(of: place)) }
        if down == nil, CommentReader.downTokens.contains(token) {
          down = number(page.tree.lineText(of: place)).map(abs)
        }
      }
    }
    guard up != nil || down != nil else { return nil }
    return (up ?? 0) - (down ?? 0)
  }

  /// "+3", "3 Likes", "1,024 points", "Rating: 36 Votes"; `nil` for other words.
  private func number(_ text: String) -> Int? {
    var words = text.split(separator: " ")[...]
    if let first = words.first, first.hasSuffix(":"), words.count == 3 { words = words.dropFirst() }
    guard let first = words.first, words.count <= 3 else { return nil }
    var digits = first.utf8.filter { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "+") }[...]
    let isNegative = digits.first == UInt8(ascii: "-") || first.unicodeScalars.first == "−"
    if isNegative { digits = digits.drop { $0 < 0x30 || $0 > 0x39 } }
    guard (1...7).contains(digits.count), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let value = Int(String(decoding: Array(digits), as: UTF8.self))
    else { return nil }
    return isNegative ? -value : value
  }

  /// Put by plug-ins below the words, in the same element.
  private static let votesInBody: NameSet = ["cld-like-count-wrap", "cld-dislike-count-wrap"]

  private static let upTokens: NameSet = [
    "wpd-vote-result", "wc-vote-result", "wc-vote-result-like", "wpd-vote-result-like", "isso-votes",
    "unvoted",
    "post-likes", "vote-good", "cld-like-count-wrap", "likes", "upvoter", "upvotes", "vote-count",
    "votes-count",
    "like-count", "likes-count", "comment-like-count", "comment-likes-count", "vote-up-count", "karma",
    "comment-score", "score", "ulike-count", "count-box", "comment-votes", "reactionsbar-count", "vote-up",
    "votes", "comment__likes", "comment__votes", "js-reaction-count", "wp_ulike_counter",
  ]

  private static let downTokens: NameSet = [
    "wc-vote-result-dislike", "wpd-vote-result-dislike", "vote-poor", "cld-dislike-count-wrap", "downvotes",
    "dislikes-count", "dislike-count", "vote-down-count", "vote-down",
  ]
}

extension String {
  /// Index after the first occurrence of an ASCII text.
  func range(ofASCII text: String) -> String.Index? {
    let wanted = Array(text.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return utf8.index(utf8.startIndex, offsetBy: start + wanted.count)
    }
    return nil
  }
}
