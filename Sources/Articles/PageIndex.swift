import Markup

/// A tree with what the extractors ask of every node again and again, computed once.
///
/// Since the descendants of a node are a range, sums over subtrees are differences of running totals.
struct PageIndex {
  let tree: HTMLTree
  /// Class tokens of all elements, lower case, in document order.
  private let classes: [String]
  /// For each node the place of its first token in `classes`, and one more.
  private let classStarts: [Int32]
  /// Lower case; empty without one.
  private let ids: [String]
  private let textTotals: [Int]
  private let linkTotals: [Int]
  private let commaTotals: [Int]
  private let paragraphTotals: [Int]
  private let headingTotals: [Int]
  private let linkedHeadingTotals: [Int]
  private let imageTotals: [Int]
  private let hiddenNodes: [Bool]
  /// BCP 47 tag of the text where no element says otherwise.
  private let language: String?
  /// What relative addresses are resolved against.
  private let base: WebAddress?
  /// Host of the page's address without "www."; empty if the address is not known.
  private let host: String

  init(
    _ tree: HTMLTree, address: WebAddress? = nil, base: WebAddress? = nil, language: String? = nil
  ) {
    self.tree = tree
    self.language = language
    self.base = PageIndex.base(of: tree, base ?? address)
    host = PageIndex.withoutWWW(address?.host ?? "")
    let count = tree.nodes.count
    var classes: [String] = []
    var classStarts: [Int32] = [0]
    var ids = [String](repeating: "", count: count)
    var text = [0]
    var links = [0]
    var commas = [0]
    var paragraphs = [0]
    var headings = [0]
    var hidden = [Bool](repeating: false, count: count)
    classStarts.reserveCapacity(count + 1)
    text.reserveCapacity(count + 1)
    links.reserveCapacity(count + 1)
    commas.reserveCapacity(count + 1)
    paragraphs.reserveCapacity(count + 1)
    headings.reserveCapacity(count + 1)
    var linkEnd = 0
    var silentEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      var length = 0
      var commaCount = 0
      if node.isText {
        if index >= silentEnd {
          (length, commaCount) = PageIndex.measure(node.text)
        }
      } else {
        for attribute in node.attributes {
          if attribute.name == "class" {
            PageIndex.append(tokensOf: attribute.value, to: &classes)
          } else if attribute.name == "id" {
            ids[index] = asciiLowered(attribute.value)
          }
        }
        if node.name == "a" { linkEnd = max(linkEnd, node.end) }
        if silent.contains(node.name) { silentEnd = max(silentEnd, node.end) }
        hidden[index] = PageIndex.isHidden(node)
      }
      classStarts.append(Int32(clamping: classes.count))
      text.append(text[index] + length)
      links.append(links[index] + (index < linkEnd ? length : 0))
      commas.append(commas[index] + commaCount)
      paragraphs.append(paragraphs[index] + (node.name == "p" ? 1 : 0))
      headings.append(headings[index] + (headingLevel(node.name) != nil ? 1 : 0))
    }
    self.classes = classes
    self.classStarts = classStarts
    self.ids = ids
    textTotals = text
    linkTotals = links
    commaTotals = commas
    paragraphTotals = paragraphs
    headingTotals = headings
    for index in HeadingMarks.find(tree, length: { text[tree[$0].end] - text[$0] }) { hidden[index] = true }
    for index in ShareLinks.find(tree) { hidden[index] = true }
    for dialog in OpenDialogs.find(tree, length: { text[tree[$0].end] - text[$0] }) {
      hidden[dialog.node] = dialog.isHidden
    }
    hiddenNodes = hidden
    var linked = [0]
    linked.reserveCapacity(tree.nodes.count + 1)
    var images = [0]
    images.reserveCapacity(tree.nodes.count + 1)
    for (index, node) in tree.nodes.enumerated() {
      var count = 0
      if headingLevel(node.name) != nil {
        let all = text[node.end] - text[index]
        let inside = links[node.end] - links[index]
        count = all > 0 && inside * 5 >= all * 4 ? 1 : 0
      }
      linked.append(linked[index] + count)
      images.append(
        images[index] + (node.name == "img" || node.name == "picture" || node.name == "video" ? 1 : 0))
    }
    linkedHeadingTotals = linked
    imageTotals = images
  }

  /// The language of an element, by the nearest `lang` around it.
  func language(of index: Int) -> String? {
    if let own = tree[index]["lang"], !own.isEmpty { return own }
    for ancestor in tree.ancestors(of: index) {
      if let tag = tree[ancestor]["lang"], !tag.isEmpty { return tag }
    }
    return language
  }

  /// Bytes of text between two nodes that is not white space.
  func textLength(_ range: Range<Int>) -> Int { textTotals[range.upperBound] - textTotals[range.lowerBound] }

  /// Bytes of text that is not white space, scripts left out.
  func textLength(_ index: Int) -> Int { textTotals[tree[index].end] - textTotals[index] }

  /// Those of them inside links.
  func linkLength(_ index: Int) -> Int { linkTotals[tree[index].end] - linkTotals[index] }

  func commaCount(_ index: Int) -> Int { commaTotals[tree[index].end] - commaTotals[index] }
  func paragraphCount(_ index: Int) -> Int { paragraphTotals[tree[index].end] - paragraphTotals[index] }
  func headingCount(_ index: Int) -> Int { headingTotals[tree[index].end] - headingTotals[index] }

  /// Whether a link leads to another site.
  func leadsOutward(_ link: String) -> Bool {
    guard !host.isEmpty, link.utf8.contains(UInt8(ascii: "/")), let target = WebAddress(link)?.host else {
      return false
    }
    let other = PageIndex.withoutWWW(target)
    return other != host && !other.hasSuffix("." + host) && !host.hasSuffix("." + other)
  }

  /// A link's target as an absolute address of the schemes http, https or mailto; `nil` for others, and for places of the
  /// same page.
  func address(of link: String) -> String? {
    guard let first = link.utf8.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#"),
      let target = WebAddress(link, relativeTo: base)
    else { return nil }
    switch target.scheme {
    case "http", "https": return target.host == nil || target.host == "" ? nil : target.string
    case "mailto": return target.string
    default: return nil
    }
  }

  /// The page's address, or what its first `<base href>` says (HTML §4.2.3).
  private static func base(of tree: HTMLTree, _ address: WebAddress?) -> WebAddress? {
    for node in tree.nodes.prefix(400) where node.name == "base" {
      if let href = node["href"] { return WebAddress(href, relativeTo: address) ?? address }
    }
    return address
  }

  private static func withoutWWW(_ host: String) -> String {
    host.utf8.starts(with: "www.".utf8) ? String(host.dropFirst(4)) : host
  }

  /// Headings that are links.
  func linkedHeadingCount(_ index: Int) -> Int {
    linkedHeadingTotals[tree[index].end] - linkedHeadingTotals[index]
  }

  func imageCount(_ index: Int) -> Int { imageTotals[tree[index].end] - imageTotals[index] }

  func linkDensity(_ index: Int) -> Double {
    let length = textLength(index)
    return length == 0 ? 0 : Double(linkLength(index)) / Double(length)
  }

  func classTokens(_ index: Int) -> ArraySlice<String> {
    classes[Int(classStarts[index])..<Int(classStarts[index + 1])]
  }

  func hasClass(_ index: Int, _ token: String) -> Bool {
    var place = Int(classStarts[index])
    let end = Int(classStarts[index + 1])
    while place < end {
      if classes[place] == token { return true }
      place += 1
    }
    return false
  }

  func hasClass(_ index: Int, in tokens: [String]) -> Bool {
    var place = Int(classStarts[index])
    let end = Int(classStarts[index + 1])
    while place < end {
      if tokens.contains(classes[place]) { return true }
      place += 1
    }
    return false
  }

  func hasClass(_ index: Int, in tokens: NameSet) -> Bool {
    var place = Int(classStarts[index])
    let end = Int(classStarts[index + 1])
    while place < end {
      if tokens.contains(classes[place]) { return true }
      place += 1
    }
    return false
  }

  func id(_ index: Int) -> String { ids[index] }

  /// Not shown by its own attributes (not by style sheets).
  func isHidden(_ index: Int) -> Bool { hiddenNodes[index] }

  /// Whether the element holds no reading matter: controls, scripts, pictures. A form round half of the
  /// page is one that some content management systems put round everything.
  func isUnread(_ index: Int, _ node: HTMLNode) -> Bool {
    guard unread.contains(node.name) else { return false }
    guard node.name == "form" else { return true }
    return textLength(index) * 2 < textLength(0) || paragraphCount(index) < 3
  }

  private static func isHidden(_ node: HTMLNode) -> Bool {
    for attribute in node.attributes {
      switch attribute.name {
      case "hidden": return true
      case "style":
        guard attribute.value.utf8.contains(where: { $0 == 0x3A }) else { continue }
        let style = attribute.value.utf8.filter { $0 > 0x20 }.map(lowered)
        if ["display:none", "visibility:hidden", "mso-hide:all"].contains(where: { style.span.holds($0) }) {
          return true
        }
      case "aria-hidden" where attribute.value == "true":
        let classes = node["class"] ?? ""
        if !classes.contains("fallback-image") { return true }
      default: continue
      }
    }
    return false
  }

  private static func append(tokensOf value: String, to tokens: inout [String]) {
    let bytes = value.utf8.span
    var start = 0
    while start < bytes.count {
      if bytes[start] <= 0x20 {
        start += 1
        continue
      }
      var end = start + 1
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      let token =
        end - start == bytes.count ? value : String(Substring(value.utf8.prefix(end).dropFirst(start)))
      tokens.append(asciiLowered(token))
      start = end
    }
  }

  private static func measure(_ text: String) -> (length: Int, commas: Int) {
    let bytes = text.utf8.span
    var length = 0
    var commas = 0
    for index in bytes.indices {
      let byte = bytes[index]
      // Continuation bytes do not count, so that scripts are on a par.
      length += byte > 0x20 && byte & 0xC0 != 0x80 ? 1 : 0
      commas += byte == UInt8(ascii: ",") ? 1 : 0
    }
    return (length, commas)
  }
}

/// Elements whose text readers never see.
let silent: NameSet = [
  "script", "style", "template", "select", "textarea", "option", "svg", "title", "iframe",
]

func headingLevel(_ name: String) -> Int? {
  guard name.utf8.count == 2, name.utf8.first == UInt8(ascii: "h"), let digit = name.utf8.last,
    digit >= 0x31, digit <= 0x36
  else { return nil }
  return Int(digit - 0x30)
}

func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

func asciiLowered(_ text: String) -> String {
  let bytes = text.utf8.span
  for index in bytes.indices where bytes[index] >= 0x41 && bytes[index] <= 0x5A {
    return String(decoding: text.utf8.map(lowered), as: UTF8.self)
  }
  return text
}

extension String {
  /// Whether the bytes of `text` stand somewhere in these.
  func holds(_ text: String) -> Bool { utf8.span.position(of: text) != nil }
}

extension Span<UInt8> {
  /// Where the bytes of `text` stand first.
  func position(of text: String) -> Int? {
    let wanted = text.utf8.span
    guard wanted.count > 0, wanted.count <= count else { return nil }
    for start in 0...(count - wanted.count) where self[start] == wanted[0] {
      var offset = 1
      while offset < wanted.count, self[start + offset] == wanted[offset] { offset += 1 }
      if offset == wanted.count { return start }
    }
    return nil
  }

  func holds(_ text: String) -> Bool { position(of: text) != nil }

  /// Whether the bytes of `text` stand at `start`.
  func holds(_ text: String, at start: Int) -> Bool {
    let wanted = text.utf8.span
    guard start + wanted.count <= count else { return false }
    for offset in wanted.indices where self[start + offset] != wanted[offset] { return false }
    return true
  }
}

/// The parts of a name between hyphens and underscores.
func nameParts(_ token: String) -> [String] {
  token.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    .map { String(decoding: Array($0), as: UTF8.self) }
}
