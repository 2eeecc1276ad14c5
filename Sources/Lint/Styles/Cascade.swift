/// Which declarations reach an element: its own style, and the rules that match it.
struct Cascade {
  struct Match {
    let rule: Int
    let weight: StyleSelector.Weight
  }

  /// Looks at elements outside of the one that is asked about; Gmail reads 16 KB of rules, so honest mail needs far less.
  private static let budget = 1_000_000

  let sheet: StyleSheet
  /// Own styles by element.
  let own: [Int: StyleDeclarations]
  /// Rules by element, in the order of the sheet.
  let matches: [Int: [Match]]

  init(_ document: HTMLDocument, _ sheet: StyleSheet) {
    self.sheet = sheet
    var own: [Int: StyleDeclarations] = [:]
    var matches: [Int: [Match]] = [:]
    var byID: [String: [Int]] = [:]
    var byClass: [String: [Int]] = [:]
    var byName: [String: [Int]] = [:]
    var forAny: [Int] = []
    for (index, rule) in sheet.rules.enumerated() where rule.selector.canMatch {
      let key = rule.selector.key
      switch key.kind {
      case .id: byID[key.name, default: []].append(index)
      case .aClass: byClass[key.name, default: []].append(index)
      case .name: byName[key.name, default: []].append(index)
      case .any: forAny.append(index)
      }
    }
    var budget = Cascade.budget
    for (index, node) in document.nodes.enumerated() where node.tag != nil {
      if let style = node["style"] { own[index] = StyleDeclarations(style) }
      var candidates = forAny + (byName[node.name] ?? [])
      if let id = node["id"] { candidates += byID[id] ?? [] }
      if !byClass.isEmpty { for name in Set(classNames(node["class"])) { candidates += byClass[name] ?? [] } }
      guard !candidates.isEmpty, budget > 0 else { continue }
      budget -= candidates.count
      let found = candidates.sorted().filter {
        sheet.rules[$0].selector.matches(index, in: document, budget: &budget)
      }
      if !found.isEmpty {
        matches[index] = found.map { Match(rule: $0, weight: sheet.rules[$0].selector.weight) }
      }
    }
    self.own = own
    self.matches = matches
  }

  /// The value of each property that is set on an element; the shorthands `background` and `font` set what they stand for, too.
  func style(of index: Int, isDark: Bool) -> ComputedStyle {
    var style = ComputedStyle()
    for match in matches[index] ?? [] {
      let rule = sheet.rules[match.rule]
      guard rule.layer == .always || isDark && rule.layer == .dark else { continue }
      for declaration in rule.declarations.declarations {
        style.set(declaration, isOwn: false, weight: match.weight)
      }
    }
    let none = StyleSelector.Weight(ids: 0, classes: 0, names: 0)
    for declaration in own[index]?.declarations ?? [] { style.set(declaration, isOwn: true, weight: none) }
    return style
  }
}

/// The values that won, by property.
struct ComputedStyle {
  private struct Winner {
    let value: String
    let isImportant: Bool
    let isOwn: Bool
    let weight: StyleSelector.Weight
  }

  private var winners: [String: Winner] = [:]

  subscript(name: String) -> String? { winners[name]?.value }

  /// Declarations come in the order of their rules, so that the later of two equals wins.
  mutating func set(_ declaration: StyleDeclaration, isOwn: Bool, weight: StyleSelector.Weight) {
    func put(_ name: String, _ value: String) {
      let new = Winner(value: value, isImportant: declaration.isImportant, isOwn: isOwn, weight: weight)
      if let old = winners[name] {
        let isStronger =
          (new.isImportant ? 1 : 0, new.isOwn ? 1 : 0) != (old.isImportant ? 1 : 0, old.isOwn ? 1 : 0)
          ? (new.isImportant ? 1 : 0, new.isOwn ? 1 : 0) > (old.isImportant ? 1 : 0, old.isOwn ? 1 : 0)
          : new.weight >= old.weight
        guard isStronger else { return }
      }
      winners[name] = new
    }
    let value = declaration.lowercasedValue
    put(declaration.name, value)
    switch declaration.name {
    case "background":
      put("background-color", backgroundColour(value) ?? "transparent")
      put("background-image", value.containsBytes("url(") || value.containsBytes("gradient") ? value : "none")
    case "font":
      let parts = FontShorthand(value)
      put("font-weight", parts.weight)
      put("font-size", parts.size)
    default: break
    }
  }

  /// True if nobody sees the element.
  var isHidden: Bool {
    self["display"]?.hasBytePrefix("none") == true || self["visibility"]?.hasBytePrefix("hidden") == true
      || isNothing(self["max-height"]) && self["overflow"]?.containsBytes("hidden") == true
  }

  private func isNothing(_ value: String?) -> Bool {
    guard let value else { return false }
    return value.hasBytePrefix("0") && (length(value, of: 0) ?? 0) == 0
  }
}

/// `italic bold 18px/26px Georgia`.
struct FontShorthand {
  var weight = "normal"
  var size = "medium"

  init(_ value: String) {
    for word in value.split(separator: " ") {
      let bytes = word.utf8
      if word == "bold" || word == "bolder" || word == "lighter" {
        weight = String(word)
      } else if bytes.count == 3, bytes.allSatisfy(isDigit) {
        weight = String(word)
      } else if let first = bytes.first, isDigit(first) || first == UInt8(ascii: ".") {
        size = String(word.prefix { $0 != "/" })
        return
      }
    }
  }
}

/// The colour in the shorthand `background`.
func backgroundColour(_ value: String) -> String? {
  pieces(Array(value.utf8), at: 0x20).map { String(decoding: $0, as: UTF8.self) }.first { Colour($0) != nil }
}
