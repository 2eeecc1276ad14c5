import Markup
import Model

/// Where the article stands on a page: the found roots, widened to what belongs to them.
///
/// Content management systems cut articles into boxes: a lead above the picture, one box a chapter. What was
/// found by name or by density may be one of these boxes. So the blocks of the whole page are looked at once
/// more: an ancestor is taken instead where it adds much prose and little else.
struct ArticlePlace {
  let page: PageIndex
  /// All blocks of the page, in order.
  let blocks: [FlowBlock]
  private let cards: Set<Int>
  private let isSkipped: (Int) -> Bool
  /// Running totals by node: words of prose, and a measure of everything else.
  private let proseTotals: [Int]
  private let junkTotals: [Int]

  /// - Parameters:
  ///   - blocks: all blocks of the page, in order.
  ///   - cards: boxes that lead elsewhere.
  ///   - isSkipped: whether a node stands in a part of the page that is named as something else.
  init(_ page: PageIndex, blocks: [FlowBlock], cards: Set<Int>, isSkipped: @escaping (Int) -> Bool) {
    self.page = page
    self.blocks = blocks
    self.isSkipped = isSkipped
    self.cards = cards
    var prose = [Int](repeating: 0, count: page.tree.nodes.count + 1)
    var junk = prose
    for block in blocks {
      let size = block.size
      if isSkipped(block.node) || ArticlePlace.isInCard(block.node, cards, page) {
        junk[block.node + 1] += 4 + min(size, 30)
      } else if block.isProse {
        prose[block.node + 1] += size
      } else if block.kind != .figure {
        junk[block.node + 1] += block.linkDensity > 0.5 ? 3 + size : min(size, 4)
      }
    }
    for index in 1..<max(1, prose.count) {
      prose[index] += prose[index - 1]
      junk[index] += junk[index - 1]
    }
    proseTotals = prose
    junkTotals = junk
  }

  /// Whether the block stands in a part of the page that is something else.
  func isElsewhere(_ block: FlowBlock) -> Bool {
    isSkipped(block.node) || ArticlePlace.isInCard(block.node, cards, page)
  }

  private static func isInCard(_ node: Int, _ cards: Set<Int>, _ page: PageIndex) -> Bool {
    guard !cards.isEmpty else { return false }
    return cards.contains(node) || page.tree.ancestors(of: node).contains(where: cards.contains)
  }

  private func range(of node: Int) -> Range<Int> { node..<page.tree[node].end }
  private func prose(_ range: Range<Int>) -> Int {
    proseTotals[range.upperBound] - proseTotals[range.lowerBound]
  }
  private func junk(_ range: Range<Int>) -> Int {
    junkTotals[range.upperBound] - junkTotals[range.lowerBound]
  }

  /// The roots, or the ancestor that holds the whole article.
  ///
  /// An ancestor must add a fifth of the prose that is held already, and at most a quarter as much of anything
  /// else.
  func widened(_ roots: [Int]) -> [Int] {
    let roots = roots.map(holdingBlocks)
    guard let first = roots.first, let last = roots.last else { return roots }
    var held = roots.reduce(0) { $0 + prose(range(of: $1)) }
    var heldJunk = roots.reduce(0) { $0 + junk(range(of: $1)) }
    var best: Int?
    for ancestor in page.tree.ancestors(of: first) where page.tree.contains(last, in: ancestor) {
      if page.tree[ancestor].name == "html" { break }
      let gain = prose(range(of: ancestor)) - held
      let cost = junk(range(of: ancestor)) - heldJunk
      if gain >= max(30, held / 5), cost * 4 <= gain {
        best = ancestor
        held += gain
        heldJunk += cost
      }
    }
    return best.map { [$0] } ?? roots
  }

  /// The root, or what holds the list or table that it is a part of.
  private func holdingBlocks(_ root: Int) -> Int {
    var place = root
    while place > 0, !holdsBlock(range(of: place)) { place = page.tree[place].parent }
    return max(place, 0)
  }

  private func holdsBlock(_ range: Range<Int>) -> Bool {
    // Blocks of nested elements need not stand in the order of their nodes, but nearly do.
    blocks.contains { range.contains($0.node) }
  }

  /// The blocks of the roots with the roles that the names of their boxes give them.
  ///
  /// - Parameter core: the roots before they were widened. What was added leaves out all that is named as
  ///   something else.
  func blocks(of roots: [Int], core: [Int]) -> [FlowBlock] {
    var found: [FlowBlock] = []
    for root in roots {
      let inside = range(of: root)
      let regions = RegionRoles(page, below: root, cards: cards)
      for var block in blocks where inside.contains(block.node) {
        if isSkipped(block.node), !core.contains(where: { range(of: $0).contains(block.node) }) { continue }
        block.role = block.role ?? regions.role(of: block.node)
        found.append(block)
      }
    }
    return found
  }
}
