import Markup

/// A tree with what the extractors ask of every node again and again, computed once.
///
/// Since the descendants of a node are a range, sums over subtrees are differences of running totals.
struct PageIndex {
  let tree: HTMLTree
  /// Class tokens, lower case.
  private let classes: [Int: [String]]
  private let textTotals: [Int]
  private let linkTotals: [Int]
  private let commaTotals: [Int]
  private let paragraphTotals: [Int]
  private let headingTotals: [Int]
  private let linkedHeadingTotals: [Int]
  private let imageTotals: [Int]
  private let hiddenNodes: Set<Int>

  init(_ tree: HTMLTree) {
    self.tree = tree
    var classes: [Int: [String]] = [:]
    var text = [0]
    var links = [0]
    var commas = [0]
    var paragraphs = [0]
    var headings = [0]
    var hidden: Set<Int> = []
    text.reserveCapacity(tree.nodes.count + 1)
    links.reserveCapacity(tree.nodes.count + 1)
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
        if let value = node["class"] {
          classes[index] = value.utf8.split { $0 <= 0x20 }.map {
            String(decoding: $0.map(lowered), as: UTF8.self)
          }
        }
        if node.name == "a" { linkEnd = max(linkEnd, node.end) }
        if silent.contains(node.name) { silentEnd = max(silentEnd, node.end) }
        if PageIndex.isHidden(node) { hidden.insert(index) }
      }
      text.append(text[index] + length)
      links.append(links[index] + (index < linkEnd ? length : 0))
      commas.append(commas[index] + commaCount)
      paragraphs.append(paragraphs[index] + (node.name == "p" ? 1 : 0))
      headings.append(headings[index] + (headingLevel(node.name) != nil ? 1 : 0))
    }
    self.classes = classes
    textTotals = text
    linkTotals = links
    commaTotals = commas
    paragraphTotals = paragraphs
    headingTotals = headings
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

  /// Bytes of text that is not white space, scripts left out.
  func textLength(_ index: Int) -> Int { textTotals[tree[index].end] - textTotals[index] }

  /// Those of them inside links.
  func linkLength(_ index: Int) -> Int { linkTotals[tree[index].end] - linkTotals[index] }

  func commaCount(_ index: Int) -> Int { commaTotals[tree[index].end] - commaTotals[index] }
  func paragraphCount(_ index: Int) -> Int { paragraphTotals[tree[index].end] - paragraphTotals[index] }
  func headingCount(_ index: Int) -> Int { headingTotals[tree[index].end] - headingTotals[index] }

  /// Headings that are links.
  func linkedHeadingCount(_ index: Int) -> Int {
    linkedHeadingTotals[tree[index].end] - linkedHeadingTotals[index]
  }

  func imageCount(_ index: Int) -> Int { imageTotals[tree[index].end] - imageTotals[index] }

  func linkDensity(_ index: Int) -> Double {
    let length = textLength(index)
    return length == 0 ? 0 : Double(linkLength(index)) / Double(length)
  }

  func classTokens(_ index: Int) -> [String] { classes[index] ?? [] }

  func hasClass(_ index: Int, _ token: String) -> Bool { classes[index]?.contains(token) == true }

  func hasClass(_ index: Int, in tokens: Set<String>) -> Bool {
    classes[index]?.contains(where: tokens.contains) == true
  }

  func id(_ index: Int) -> String { tree[index]["id"].map(asciiLowered) ?? "" }

  /// Not shown by its own attributes (not by style sheets).
  func isHidden(_ index: Int) -> Bool { hiddenNodes.contains(index) }

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
        let style = attribute.value.utf8.filter { $0 > 0x20 }.map(lowered)
        let text = String(decoding: style, as: UTF8.self)
        if text.contains("display:none") || text.contains("visibility:hidden") { return true }
      case "aria-hidden" where attribute.value == "true":
        let classes = node["class"] ?? ""
        if !classes.contains("fallback-image") { return true }
      default: continue
      }
    }
    return false
  }

  private static func measure(_ text: String) -> (length: Int, commas: Int) {
    var length = 0
    var commas = 0
    for byte in text.utf8 where byte > 0x20 {
      // Continuation bytes do not count, so that scripts are on a par.
      if byte & 0xC0 != 0x80 { length += 1 }
      if byte == UInt8(ascii: ",") { commas += 1 }
    }
    return (length, commas)
  }
}

/// Elements whose text readers never see.
let silent: Set<String> = [
  "script", "style", "template", "select", "textarea", "option", "svg", "title", "iframe",
]

func headingLevel(_ name: String) -> Int? {
  let bytes = Array(name.utf8)
  guard bytes.count == 2, bytes[0] == UInt8(ascii: "h"), bytes[1] >= 0x31, bytes[1] <= 0x36 else {
    return nil
  }
  return Int(bytes[1] - 0x30)
}

func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

func asciiLowered(_ text: String) -> String { String(decoding: text.utf8.map(lowered), as: UTF8.self) }

/// The parts of a name between hyphens and underscores.
func nameParts(_ token: String) -> [String] {
  token.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    .map { String(decoding: Array($0), as: UTF8.self) }
}
