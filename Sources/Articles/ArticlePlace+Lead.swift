import Markup
import Model

extension ArticlePlace {
  /// The blocks of a lead that stands above the article's text, under its title.
  ///
  /// A lead is named so by the class of its box or stands in the box of the title.
  ///
  /// - Parameters:
  ///   - root: where the text begins.
  ///   - title: the article's title.
  ///   - text: what is read already, and is not read twice.
  func lead(above root: Int, title: String?, before text: [FlowBlock]) -> [FlowBlock] {
    var outer = root
    for ancestor in page.tree.ancestors(of: root).prefix(6) {
      if ["body", "html"].contains(page.tree[ancestor].name) { break }
      outer = ancestor
    }
    let heading = title.flatMap(headingNode)
    let start = heading.map { page.tree[$0].end }.flatMap { $0 <= root ? $0 : nil } ?? outer
    guard start < root else { return [] }
    var known = Set(text.map { lettersOnly($0.text) })
    if let title { known.insert(lettersOnly(title)) }
    var found: [FlowBlock] = []
    for block in blocks where block.node >= start && block.node < root {
      guard !page.tree.contains(root, in: block.node), !isElsewhere(block), block.size >= 8,
        block.linkDensity < 0.4
      else { continue }
      switch block.kind {
      case .paragraph, .heading, .list, .quote: break
      case .code, .figure, .table: continue
      }
      guard isNamedLead(block.node, outside: root) || heading.map({ stands(block, by: $0) }) == true,
        !known.contains(lettersOnly(block.text))
      else { continue }
      var lead = block
      if lead.kind == .heading { lead.kind = .paragraph }
      lead.level = nil
      lead.isLead = true
      found.append(lead)
    }
    // More than that is no lead but something that we do not understand.
    return found.count <= 4 ? found : []
  }

  private func headingNode(_ title: String) -> Int? {
    let letters = lettersOnly(title)
    for (index, node) in page.tree.nodes.enumerated() where headingLevel(node.name) != nil {
      if lettersOnly(page.tree.lineText(of: index)) == letters { return index }
    }
    return nil
  }

  /// A sentence in the box that holds the heading and hardly anything else.
  private func stands(_ block: FlowBlock, by heading: Int) -> Bool {
    guard block.size >= 14, endsSentence(block.text) else { return false }
    let box = page.tree[heading].parent
    return box > 0 && page.tree.contains(block.node, in: box) && page.tree[box].name != "body"
      && page.textLength(box) <= 900
  }

  private func isNamedLead(_ node: Int, outside root: Int) -> Bool {
    var place = node
    for _ in 0..<4 where place > 0 {
      if page.tree.contains(root, in: place) { return false }
      var names = page.classTokens(place)
      names.append(page.id(place))
      if let property = page.tree[place]["itemprop"] { names.append(asciiLowered(property)) }
      if names.contains(where: { nameParts($0).contains(where: ArticlePlace.leads.contains) }) { return true }
      place = page.tree[place].parent
    }
    return false
  }

  static let leads: NameSet = [
    "lead", "leadtext", "lede", "intro", "introtext", "introduction", "teasertext", "standfirst", "dek",
    "deck",
    "subheadline", "subhead", "subtitle", "chapo", "chapeau", "bajada", "sumario", "epigraph", "summary",
    "excerpt",
    "abstract", "entradilla", "vorspann", "anreisser", "perex", "ingress", "preamble", "description", "hook",
    "teaser",
  ]
}
