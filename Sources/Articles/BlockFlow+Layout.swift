import Markup
import Model

extension BlockFlow {
  // MARK: - Layout or content

  /// A list that only lays out: items that hold headings or several paragraphs.
  func isLayout(list index: Int) -> Bool {
    let tree = page.tree
    let items = tree.children(of: index).filter { ["li", "dd", "dt"].contains(tree[$0].name) }
    if items.isEmpty { return true }
    if page.headingCount(index) > 0 { return true }
    if page.paragraphCount(index) > items.count + items.count / 2 { return true }
    return page.textLength(index) > 700 * items.count
  }

  /// A table that holds data: several rows and columns of short cells, no blocks inside.
  func isData(table index: Int) -> Bool {
    let tree = page.tree
    var rows = 0
    var cells = 0
    for place in tree.descendants(of: index) {
      switch tree[place].name {
      case "tr": rows += 1
      case "td", "th": cells += 1
      case "table", "h1", "h2", "h3", "h4", "article", "section", "form", "blockquote": return false
      default: continue
      }
    }
    guard rows > 1, cells >= rows * 2 else { return false }
    return page.textLength(index) <= cells * 250 && page.paragraphCount(index) <= cells
  }

  // MARK: - Lines of a paragraph

  /// First lines in strong type that a single `<br>` parts from the text below: headings, or who asks and what.
  func boldHeadings(of lines: [InlineText.Line]) -> [InlineText.Line] {
    let headings = Array(lines.prefix(while: isStrong))
    let text = lines.dropFirst(headings.count)
    guard let last = headings.last, let first = text.first, headings.count <= 3,
      headings.allSatisfy({ $0.bytes.count <= 240 }),
      first.bytes.count >= 80 || text.reduce(0, { $0 + $1.bytes.count }) >= 160
    else { return [] }
    let isQuestion = last.bytes.last == UInt8(ascii: "?")
    guard isQuestion || headings.allSatisfy({ countWords($0.text) <= 14 && !endsSentence($0.text) }) else {
      return []
    }
    // "Note:" runs on.
    let isLabel = Attributions.introduces(last.text) && countWords(last.text) == 1
    return isLabel && lines.count == 2 ? [] : headings
  }

  func isStrong(_ line: InlineText.Line) -> Bool {
    line.marks.contains { $0.kind == .strong && $0.range.start == 0 && $0.range.end == line.bytes.count }
  }

  /// Whole paragraphs that a single `<br>` parts: each ends like a sentence and is long.
  func partedProse(_ lines: [InlineText.Line]) -> [[InlineText.Line]] {
    guard lines.count > 1, lines.allSatisfy({ $0.bytes.count >= 140 && endsSentence($0.text) }) else {
      return [lines]
    }
    return lines.map { [$0] }
  }
}
