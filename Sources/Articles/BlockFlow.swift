import Markup
import Model

/// Reads a subtree as a sequence of blocks: paragraphs, headings, lists, quotes, code, figures, tables.
///
/// Text that stands bare in a `div` and text parted by two line breaks are paragraphs too. Nested lists
/// become one list; lists and tables that only lay out a page are read as what they hold. One loop over the
/// subtree, no recursion.
struct BlockFlow {
  let page: PageIndex
  private let excluded: Set<Int>
  private var blocks: [FlowBlock] = []
  private var inline = InlineText()
  private var open: [Container] = []
  private var items: [InlineText.Line] = []
  /// The item to which the last of `items` belongs.
  private var itemNode: Int?
  private var listDepth = 0
  private var quoteDepth = 0
  /// Of the quotations we are in, how many blocks there were before each, and what address it names.
  private var quotes: [(first: Int, cite: String?)] = []
  /// Quotation marks that `q` elements around us have.
  private var quotationDepth = 0
  /// Footnotes and lists of references around us.
  private var noteDepth = 0
  /// Whether the running text begins with the mark of a note.
  private var isNoteStart = false
  /// Items of the list that are notes.
  private var noteItems = 0
  /// Boxes of services around us: their parts are parted by style sheets alone.
  private var boxDepth = 0
  /// Notes that stand in the running text without belonging to it.
  private var asides: [Int] = []
  private let noteMarks: NoteMarks

  /// An element that does something when it ends.
  private struct Container {
    enum Effect: Equatable {
      case block, mark(TextMark.Kind), link, list(isOrdered: Bool), item, quote, heading(Int), caption
      case signature, note, box
      /// Text that follows the element's own.
      case suffix(String), quotation(String)
    }
    let node: Int
    let end: Int
    let effect: Effect
  }

  /// - Parameter excluded: subtrees to leave out.
  init(_ page: PageIndex, excluding excluded: Set<Int> = []) {
    self.page = page
    self.excluded = excluded
    noteMarks = NoteMarks(page: page)
  }

  static func blocks(_ page: PageIndex, of root: Int, excluding excluded: Set<Int> = []) -> [FlowBlock] {
    Attributions.completed(markedLists(plainBlocks(page, of: root, excluding: excluded)))
  }

  /// The same without looking for lists typed by hand.
  static func plainBlocks(_ page: PageIndex, of root: Int, excluding excluded: Set<Int> = []) -> [FlowBlock] {
    var flow = BlockFlow(page, excluding: excluded)
    flow.walk(root)
    return flow.blocks
  }

  private mutating func walk(_ root: Int) {
    let tree = page.tree
    let end = tree[root].end
    var index = root
    while index < end {
      close(upTo: index)
      let node = tree[index]
      if node.isText {
        inline.append(node.text)
        index += 1
      } else if index != root && isSkipped(index, node) {
        index = node.end
      } else {
        index = enter(index, node)
      }
    }
    close(upTo: end)
    flush(at: root)
  }

  private func isSkipped(_ index: Int, _ node: HTMLNode) -> Bool {
    if page.isUnread(index, node) || excluded.contains(index) || page.isHidden(index) { return true }
    if page.hasClass(index, in: BlockFlow.forScreenReaders) { return true }
    return isStruckOut(index, node)
  }

  /// Words that their author took back. What is struck out by the page is a mistake of the page.
  private func isStruckOut(_ index: Int, _ node: HTMLNode) -> Bool {
    switch node.name {
    case "del", "s", "strike": return page.paragraphCount(index) < 3
    case "span", "font", "p", "div":
      guard let style = node["style"], style.holds("line-through") else { return false }
      return page.paragraphCount(index) < 3
    default: return false
    }
  }

  private static let forScreenReaders: NameSet = [
    "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "skip-link", "element-invisible",
    "assistive-text", "hidden-visually", "u-hidden-visually", "screenreader-only", "a11y-hidden",
  ]

  /// Handles the start of an element; answers where to go on.
  private mutating func enter(_ index: Int, _ node: HTMLNode) -> Int {
    if noteMarks.isAside(index, node) {
      return note(asideAt: index, node)
    }
    if noteMarks.isNote(index, node), page.textLength(index) * 2 < page.textLength(0) || listDepth > 0 {
      flush(at: index)
      noteDepth += 1
      push(index, node, .note)
    }
    if boxDepth > 0 {
      inline.space()
    } else if page.hasClass(index, in: ServiceNames.all) {
      flush(at: index)
      boxDepth += 1
      push(index, node, .box)
    }
    if node.name == "p" || node.name == "div", Captions.isCaption(paragraph: index, in: page) {
      flush(at: index)
      noteDepth += 1
      push(index, node, .note)
    }
    switch node.name {
    case "br":
      inline.lineBreak()
    case "hr":
      flush(at: index)
    case "img":
      if let text = letters(ofImage: index, node) { inline.append(text) }
    case "math":
      inline.append(Formulas(tree: page.tree).text(ofMath: index))
      return node.end
    case "q":
      let marks = QuotationMarks(language: page.language(of: index), depth: quotationDepth)
      quotationDepth += 1
      let isMarked = opensWithQuotationMark(index)
      if !isMarked { inline.append(marks.opening) }
      push(index, node, .quotation(isMarked ? "" : marks.closing))
    case "sup":
      return superscript(index, node)
    case "rp":
      break
    case "rt":
      // Readings stand above the line; beside it they need brackets.
      guard !holdsBrackets(ruby: node.parent) else { break }
      inline.append("(")
      push(index, node, .suffix(")"))
    case "cite" where quoteDepth > 0 && !isSigning && isLastWord(index, node),
      "footer" where quoteDepth > 0 && !isSigning:
      return enterBlock(index, node, .signature)
    case "strong", "b":
      inline.start(.strong)
      push(index, node, .mark(.strong))
    case "em", "i":
      inline.start(.emphasis)
      push(index, node, .mark(.emphasis))
    case "a":
      if let end = noteEnd(link: index, node) { return end }
      if isShareButton(index, node) { return node.end }
      let href = node["href"]
      inline.startLink(
        isOutward: href.map { page.leadsOutward($0) } ?? false, url: href.flatMap { page.address(of: $0) })
      push(index, node, .link)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      if listDepth > 0 { return enterBlock(index, node, .block) }
      return enterBlock(index, node, .heading(headingLevel(node.name) ?? 2))
    case "ul", "ol", "menu", "dir", "dl":
      if listDepth == 0, isLayout(list: index) { return enterBlock(index, node, .block) }
      flush(at: index)
      listDepth += 1
      push(index, node, .list(isOrdered: node.name == "ol"))
    case "li", "dd", "dt":
      return enterBlock(index, node, listDepth > 0 ? .item : .block)
    case "blockquote":
      return enterQuote(index, node)
    case "pre" where page.hasClass(index, "wp-block-verse") && listDepth == 0:
      flush(at: index)
      verse(index)
      return node.end
    case "pre" where listDepth == 0:
      flush(at: index)
      code(index)
      return node.end
    case "table" where listDepth == 0 && isData(table: index):
      flush(at: index)
      table(index)
      return node.end
    case "figcaption":
      return enterBlock(index, node, signsQuotation(index, node) ? .signature : .caption)
    case "td", "th": return enterBlock(index, node, .block)
    default:
      if page.hasClass(index, "wp-caption-text") { return enterBlock(index, node, .caption) }
      if page.hasClass(index, in: embeddedPosts) { return enterQuote(index, node) }
      if node.name == "mjx-container" || page.hasClass(index, in: BlockFlow.formulas) {
        inline.append(formula(in: index))
        return node.end
      }
      if isBlockElement(node.name) { return enterBlock(index, node, .block) }
    }
    return index + 1
  }

  /// Whether we are in a line that signs a quotation.
  private var isSigning: Bool { open.contains { $0.effect == .signature } }

  private mutating func enterQuote(_ index: Int, _ node: HTMLNode) -> Int {
    flush(at: index)
    quoteDepth += 1
    quotes.append((blocks.count, node["cite"].flatMap { page.address(of: $0) }))
    push(index, node, .quote)
    return index + 1
  }

  /// Gives the quotation that stands last the name that a line below it says.
  private mutating func signQuotation(above node: Int) {
    guard let last = blocks.indices.last, blocks[last].isSignature, last > 0, blocks[last - 1].kind == .quote
    else {
      return
    }
    var first = last - 1
    while first > 0, blocks[first - 1].kind == .quote, blocks[first - 1].attribution == nil { first -= 1 }
    Attributions.sign(&blocks, from: first, cite: nil)
  }

  // MARK: - Notes and small type

  /// Goes past the mark of a note. Where a paragraph begins with one, the paragraph is the note.
  private mutating func noteEnd(link index: Int, _ node: HTMLNode) -> Int? {
    if noteMarks.isReturn(link: index) || isPermalinkMark(index) { return node.end }
    guard noteMarks.isMark(link: index) else { return nil }
    guard inline.isEmpty else { return node.end }
    isNoteStart = true
    return nil
  }

  /// `¶`, `#`: the link of a heading to itself.
  private func isPermalinkMark(_ index: Int) -> Bool {
    guard page.textLength(index) <= 2, page.tree[index]["href"]?.holds("#") == true else { return false }
    return ["¶", "#", "§", "🔗", "∞", "⚓"].contains(page.tree.lineText(of: index))
  }

  private mutating func superscript(_ index: Int, _ node: HTMLNode) -> Int {
    if noteMarks.isMark(superscript: index, after: inline.line) {
      if !inline.isEmpty { return node.end }
      isNoteStart = true
    } else if let last = inline.lastByte, last >= 0x30, last <= 0x39 || last == UInt8(ascii: ")"),
      page.textLength(index) <= 4, let power = Articles.superscript(page.tree.lineText(of: index))
    {
      // 10 to the power of 6 is not 106.
      inline.append(power)
      return node.end
    }
    return index + 1
  }

  /// Leaves the words of a note or tooltip out of the running text.
  private mutating func note(asideAt index: Int, _ node: HTMLNode) -> Int {
    asides.append(index)
    return node.end
  }

  private mutating func appendAsides() {
    let notes = asides
    asides = []
    for index in notes {
      let text = page.tree.lineText(of: index)
      guard !text.isEmpty, listDepth == 0 else { continue }
      blocks.append(FlowBlock(kind: .paragraph, text: text, node: index, isNote: true))
    }
  }

  private mutating func enterBlock(_ index: Int, _ node: HTMLNode, _ effect: Container.Effect) -> Int {
    flush(at: index)
    push(index, node, effect)
    return index + 1
  }

  private mutating func push(_ index: Int, _ node: HTMLNode, _ effect: Container.Effect) {
    open.append(Container(node: index, end: node.end, effect: effect))
  }

  private mutating func close(upTo index: Int) {
    while let last = open.last, last.end <= index {
      switch last.effect {
      case .mark(let kind): inline.end(kind)
      case .link: inline.endLink()
      case .list(let isOrdered):
        flush(at: last.node)
        listDepth -= 1
        if listDepth == 0 { endList(last.node, isOrdered: isOrdered) }
      case .quote:
        flush(at: last.node)
        quoteDepth -= 1
        if let quote = quotes.popLast() { Attributions.sign(&blocks, from: quote.first, cite: quote.cite) }
      case .signature:
        flush(at: last.node)
        if quoteDepth == 0 { signQuotation(above: last.node) }
      case .note:
        flush(at: last.node)
        noteDepth -= 1
      case .box:
        flush(at: last.node)
        boxDepth -= 1
      case .quotation(let mark):
        quotationDepth -= 1
        inline.close(with: mark)
      case .suffix(let text): inline.close(with: text)
      default: flush(at: last.node)
      }
      open.removeLast()
    }
  }

  // MARK: - Making blocks

  /// Ends the running text: it becomes paragraphs, or an item of the list we are in.
  private mutating func flush(at node: Int) {
    let lines = inline.take()
    let isNote = noteDepth > 0 || isNoteStart
    defer {
      isNoteStart = false
      appendAsides()
    }
    guard lines.contains(where: { !$0.isEmpty }) else { return }
    if listDepth > 0 {
      if isNote { noteItems += 1 }
      add(item: InlineText.Line.joined(lines, separator: 0x20))
      return
    }
    let first = blocks.count
    defer { for index in first..<blocks.count where isNote { blocks[index].isNote = true } }
    var place = node
    var kind = quoteDepth > 0 ? Block.Kind.quote : .paragraph
    var level: Int?
    for container in open.reversed() {
      switch container.effect {
      case .heading(let number):
        kind = .heading
        level = number
        place = container.node
      case .caption:
        kind = .figure
        place = container.node
      case .mark, .link, .suffix, .quotation: continue
      case .signature:
        place = container.node
        append(kind, InlineText.Line.joined(lines, separator: 0x20), level: nil, at: place)
        if blocks.count > first { blocks[first].isSignature = true }
        return
      default: place = container.node
      }
      break
    }
    if kind == .heading || kind == .figure {
      let line = InlineText.Line.joined(lines, separator: 0x20)
      // Nobody heads a section with sentences: somebody liked large type.
      let isText = kind == .heading && countWords(line.text) >= 20 && endsSentence(line.text)
      append(isText ? .paragraph : kind, line, level: isText ? nil : level, at: place)
      return
    }
    for paragraph in lines.split(whereSeparator: { $0.isEmpty }) {
      var paragraph = Array(paragraph)
      if kind == .paragraph {
        for heading in boldHeadings(of: paragraph) {
          append(.heading, heading, level: 3, at: place)
          paragraph.removeFirst()
        }
      }
      for part in partedProse(paragraph) {
        let isVerse = part.count > 1 && part.allSatisfy { $0.bytes.count <= 80 }
        append(
          kind, InlineText.Line.joined(part, separator: isVerse ? 0x0A : 0x20), level: nil, at: place,
          lines: part.count > 1 ? part : [])
      }
    }
  }

  private mutating func append(
    _ kind: Block.Kind, _ line: InlineText.Line, level: Int?, at node: Int, lines: [InlineText.Line] = []
  ) {
    guard line.bytes.contains(where: { $0 > 0x20 }) else { return }
    let text = line.text
    // A no-break space alone is an empty paragraph that somebody typed; a formula alone on its line says nothing if its
    // words are not known.
    let isFormula = text.unicodeScalars.contains(Block.gap)
    guard
      text.unicodeScalars.contains(where: {
        !$0.properties.isWhitespace && $0.value != 0x200B
          && !(isFormula && ($0 == Block.gap || ".,;:".unicodeScalars.contains($0)))
      })
    else { return }
    blocks.append(
      FlowBlock(
        kind: kind, text: text, level: level, marks: line.marks, linkBytes: line.linkBytes,
        outwardBytes: line.outwardBytes, node: node,
        isParagraphElement: page.tree[node].name == "p" || kind == .heading, lines: lines))
  }

  private mutating func add(item: InlineText.Line) {
    // Further paragraphs of the same item belong to it.
    let start = open.lastIndex { $0.effect == .item }.map { open[$0].node }
    if let start, start == itemNode, !items.isEmpty {
      items[items.count - 1] = InlineText.Line.joined([items[items.count - 1], item], separator: 0x20)
    } else {
      items.append(item)
      itemNode = start
    }
  }

  private mutating func endList(_ node: Int, isOrdered: Bool) {
    defer {
      items = []
      itemNode = nil
      noteItems = 0
    }
    guard !items.isEmpty else { return }
    let line = InlineText.Line.joined(items, separator: 0x0A)
    blocks.append(
      FlowBlock(
        kind: .list, text: line.text, items: items.map(\.text), isOrdered: isOrdered, marks: line.marks,
        linkBytes: line.linkBytes, outwardBytes: line.outwardBytes, node: node,
        isNote: noteItems * 2 >= items.count))
  }

  /// A poem: the lines are its author's.
  private mutating func verse(_ index: Int) {
    let lines = page.tree.rawText(of: index).split(separator: "\n").map { line in
      InlineText.Line(bytes: Array(foldedWhiteSpace(String(line)).utf8))
    }
    append(.paragraph, InlineText.Line.joined(lines, separator: 0x0A), level: nil, at: index, lines: lines)
  }

  private mutating func code(_ index: Int) {
    var text = ""
    var place = index + 1
    while place < page.tree[index].end {
      let node = page.tree[place]
      if !node.isText, isSkipped(place, node) {
        place = node.end
        continue
      }
      if node.isText { text += node.text } else if node.name == "br" { text += "\n" }
      place += 1
    }
    let bytes = Array(text.utf8).filter { $0 != 0x0D }
    guard !isGutter(bytes) else { return }
    let start = bytes.firstIndex { $0 != 0x0A } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? bytes.endIndex
    guard start < end else { return }
    blocks.append(
      FlowBlock(kind: .code, text: String(decoding: bytes[start..<end], as: UTF8.self), node: index))
  }

  /// The numbers of the lines, which many pages set in a column of its own.
  private func isGutter(_ bytes: [UInt8]) -> Bool {
    var next: Int?
    var count = 0
    for part in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      guard part.count <= 5, let number = Int(String(decoding: part, as: UTF8.self)),
        next == nil || number == next
      else { return false }
      next = number + 1
      count += 1
    }
    return count > 1
  }

  private mutating func table(_ index: Int) {
    var rows: [String] = []
    for row in page.tree.descendants(of: index) where page.tree[row].name == "tr" {
      let cells = page.tree.children(of: row).filter { ["td", "th"].contains(page.tree[$0].name) }
        .map { page.tree.lineText(of: $0) }
      if cells.contains(where: { !$0.isEmpty }) { rows.append(cells.joined(separator: " | ")) }
    }
    guard !rows.isEmpty else { return }
    blocks.append(
      FlowBlock(
        kind: .table, text: rows.joined(separator: "\n"), linkBytes: page.linkLength(index), node: index))
  }
}
