/// A selector of a rule, as far as mail uses them: elements, classes, ids, attributes, `*`, `:root`, and the four ways to
/// stand beside each other.
///
/// Anything else, such as `:hover`, matches nothing here: it does not show when a message is opened.
struct StyleSelector {
  /// What one element must have.
  private struct Compound {
    var name: String?
    var classes: [String] = []
    var ids: [String] = []
    var attributes: [(name: String, value: String?)] = []
    var isRoot = false
  }

  private enum Combinator { case inside, childOf, directlyAfter, after }

  /// From the element itself outwards: each with how it stands to the one before it.
  private var steps: [(compound: Compound, combinator: Combinator)] = []
  private(set) var canMatch = true
  /// Ids, then classes and attributes, then names.
  let weight: Weight

  struct Weight: Comparable {
    let ids: Int
    let classes: Int
    let names: Int

    static func < (left: Weight, right: Weight) -> Bool {
      (left.ids, left.classes, left.names) < (right.ids, right.classes, right.names)
    }
  }

  init(_ text: String) {
    var reader = SelectorReader(text)
    var combinator = Combinator.inside
    var found: [(compound: Compound, combinator: Combinator)] = []
    var matches = true
    while !reader.isAtEnd {
      var compound = Compound()
      let isRead = reader.readCompound { part in
        switch part {
        case .name(let name): compound.name = name
        case .anything: compound.name = nil
        case .aClass(let name): compound.classes.append(name)
        case .id(let name): compound.ids.append(name)
        case .attribute(let name, let value): compound.attributes.append((name, value))
        case .root: compound.isRoot = true
        case .never: matches = false
        }
      }
      guard isRead else {
        matches = false
        break
      }
      found.append((compound, combinator))
      switch reader.readCombinator() {
      case UInt8(ascii: ">"): combinator = .childOf
      case UInt8(ascii: "+"): combinator = .directlyAfter
      case UInt8(ascii: "~"): combinator = .after
      default: combinator = .inside
      }
    }
    canMatch = matches && !found.isEmpty
    weight = Weight(
      ids: found.reduce(0) { $0 + $1.compound.ids.count },
      classes: found.reduce(0) {
        $0 + $1.compound.classes.count + $1.compound.attributes.count + ($1.compound.isRoot ? 1 : 0)
      },
      names: found.reduce(0) { $0 + ($1.compound.name == nil ? 0 : 1) })
    steps = found.reversed()
  }

  /// A name that an element must have to match, for a quick look before a long one.
  var key: (kind: Key, name: String) {
    guard let last = steps.first?.compound else { return (.any, "") }
    if let name = last.ids.first { return (.id, name) }
    if let name = last.classes.first { return (.aClass, name) }
    if let name = last.name { return (.name, name) }
    return (.any, "")
  }

  enum Key { case id, aClass, name, any }

  /// - Parameter budget: how many elements may still be looked at; a match is not found when it is used up.
  func matches(_ index: Int, in document: HTMLDocument, budget: inout Int) -> Bool {
    guard canMatch, let first = steps.first, isMatch(first.compound, index, document) else { return false }
    var place = index
    for (step, next) in zip(steps, steps.dropFirst()) {
      guard let found = find(next.compound, step.combinator, from: place, document, &budget) else {
        return false
      }
      place = found
    }
    return true
  }

  private func find(
    _ compound: Compound, _ combinator: Combinator, from index: Int, _ document: HTMLDocument,
    _ budget: inout Int
  ) -> Int? {
    var place = index
    while budget > 0 {
      budget -= 1
      switch combinator {
      case .inside, .childOf:
        let parent = document.nodes[place].parent
        guard parent != place else { return nil }
        place = parent
      case .after, .directlyAfter:
        guard let before = elementBefore(place, document, &budget) else { return nil }
        place = before
      }
      if isMatch(compound, place, document) { return place }
      if combinator == .childOf || combinator == .directlyAfter { return nil }
    }
    return nil
  }

  private func elementBefore(_ index: Int, _ document: HTMLDocument, _ budget: inout Int) -> Int? {
    let parent = document.nodes[index].parent
    var place = index - 1
    while place > parent, budget > 0 {
      budget -= 1
      let node = document.nodes[place]
      if node.parent == parent {
        if node.tag != nil { return place }
        place -= 1
      } else {
        place = node.parent
      }
    }
    return nil
  }

  private func isMatch(_ compound: Compound, _ index: Int, _ document: HTMLDocument) -> Bool {
    let node = document.nodes[index]
    if let name = compound.name, name != node.name { return false }
    if compound.isRoot, index != 0 { return false }
    if !compound.ids.isEmpty {
      guard let id = node["id"], compound.ids.allSatisfy({ $0 == id }) else { return false }
    }
    if !compound.classes.isEmpty {
      let names = classNames(node["class"])
      guard compound.classes.allSatisfy(names.contains) else { return false }
    }
    return compound.attributes.allSatisfy { wanted in
      guard let value = node[wanted.name] else { return false }
      return wanted.value.map { $0 == value } ?? true
    }
  }
}

func classNames(_ value: String?) -> [String] {
  value?.utf8.split(whereSeparator: isBlank).map { String($0) ?? "" } ?? []
}
