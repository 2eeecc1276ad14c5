/// The features that a document uses outside of its style sheet, how often, and with which facts.
struct FeatureUse {
  struct Use {
    var count = 0
    var facts: Set<String> = []
    /// Where it is used first.
    var line = 0
  }

  private(set) var uses: [Feature: Use] = [:]
  /// Properties that are in no table.
  private(set) var unknownProperties: [String: Int] = [:]

  init(_ document: HTMLDocument, _ cascade: Cascade) {
    for (index, node) in document.nodes.enumerated() where node.tag != nil {
      addElement(node)
      guard let own = cascade.own[index] else { continue }
      let names = Set(own.declarations.map(\.name))
      for declaration in own.declarations {
        add(declaration, on: index, beside: names, document)
      }
    }
  }

  private mutating func add(_ kind: Feature.Kind, _ name: String, _ line: Int, _ facts: [String] = []) {
    let feature = Feature(kind: kind, name: name)
    guard SupportTable.shared[feature] != nil else { return }
    var use = uses[feature] ?? Use(line: line)
    use.count += 1
    use.facts.formUnion(facts)
    uses[feature] = use
  }

  private mutating func addElement(_ node: HTMLDocument.Node) {
    let name = node.name
    let isRenumbered = (name == "ol" && node["reversed"] != nil) || (name == "li" && node["value"] != nil)
    let group = elementGroups[name] ?? (headingLevel(name) == nil ? name : "headings")
    add(.element, group, node.line, isRenumbered ? ["renumbered"] : [])
    for attribute in node.tag?.attributes ?? [] {
      if name == "html", attribute.name == "lang" || attribute.name == "dir" { continue }
      add(.attribute, attribute.name, node.line, attributeFacts(attribute, of: node))
    }
    switch name {
    case "a":
      let address = (node["href"] ?? "").lowercased()
      if address.hasBytePrefix("#") { add(.link, "anchor", node.line) }
      if address.hasBytePrefix("mailto:") || address.hasBytePrefix("tel:") { add(.link, "mailto", node.line) }
    case "img":
      let address = (node["src"] ?? "").lowercased()
      if address.hasBytePrefix("data:") { add(.image, "base64", node.line) }
      let path = address.prefix { $0 != "?" && $0 != "#" }
      if let ending = path.split(separator: ".").last, !ending.contains("/") {
        add(.image, ["jpeg": "jpg", "heic": "heif"][String(ending)] ?? String(ending), node.line)
      }
    default: break
    }
  }

  private mutating func add(
    _ declaration: StyleDeclaration, on index: Int, beside names: Set<String>, _ document: HTMLDocument
  ) {
    let node = document.nodes[index]
    let value = declaration.lowercasedValue
    if declaration.name.hasBytePrefix("--") {
      add(.value, "variables", node.line)
      return
    }
    guard !declaration.name.hasBytePrefix("-"), !declaration.name.hasBytePrefix("mso-") else { return }
    let name = propertyGroup(declaration.name)
    let place = FeaturePlace(node: node, index: index, document: document, neighbours: names)
    if SupportTable.shared[Feature(kind: .property, name: name)] != nil {
      add(.property, name, node.line, facts(name, value, place))
    } else if !safeProperties.contains(declaration.name) {
      unknownProperties[declaration.name, default: 0] += 1
    }
    if declaration.isImportant { add(.value, "important", node.line, ["inline"]) }
    if name == "display" {
      if value.hasBytePrefix("none") { add(.value, "display-none", node.line, hidingFacts(place)) }
      if value.hasByteSuffix("flex") { add(.value, "display-flex", node.line) }
      if value.hasByteSuffix("grid") { add(.value, "display-grid", node.line) }
    }
    addValues(value, node.line)
  }

  /// Units and functions.
  private mutating func addValues(_ value: String, _ line: Int) {
    let bytes = Array(value.utf8)
    var index = 0
    while index < bytes.count {
      let start = index
      if isDigit(bytes[index]), index == 0 || !(isNameByte(bytes[index - 1]) || bytes[index - 1] == 0x23) {
        while index < bytes.count, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") { index += 1 }
        let unitStart = index
        while index < bytes.count, isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "%") { index += 1 }
        let unit = String(decoding: bytes[unitStart..<index], as: UTF8.self)
        if !unit.isEmpty { add(.value, "unit-" + (unit == "%" ? "percent" : unit), line) }
      } else if isNameByte(bytes[index]) || bytes[index] == 0x23 {
        index += 1
        while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { continue }
        let arguments = bytes[index...].prefix { $0 != UInt8(ascii: ")") }
        addFunction(String(decoding: bytes[start..<index], as: UTF8.self), arguments, line)
      } else {
        index += 1
      }
    }
    if value.containsBytes("system-ui") || value.containsBytes("ui-serif") || value.containsBytes("ui-sans") {
      add(.value, "system-ui", line, value.utf8.contains(UInt8(ascii: ",")) ? [] : ["alone"])
    }
  }

  private mutating func addFunction(_ name: String, _ arguments: ArraySlice<UInt8>, _ line: Int) {
    let feature =
      switch name {
      case "calc": "unit-calc"
      case "var": "variables"
      case "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix": "modern-color"
      case "repeating-linear-gradient": "linear-gradient"
      case "repeating-radial-gradient": "radial-gradient"
      default: name
      }
    add(.value, feature, line, arguments.contains(UInt8(ascii: ",")) ? [] : ["spaces"])
  }
}

/// Elements that stand and fall together.
private let elementGroups: [String: String] = [
  "ul": "lists", "ol": "lists", "li": "lists", "dl": "lists", "dt": "lists", "dd": "lists",
  "article": "semantics", "aside": "semantics", "details": "semantics", "figcaption": "semantics",
  "figure": "semantics", "footer": "semantics", "header": "semantics", "main": "semantics",
  "mark": "semantics", "nav": "semantics", "section": "semantics", "summary": "semantics",
  "time": "semantics",
  "tr": "table", "td": "table", "th": "table", "tbody": "table", "thead": "table", "tfoot": "table",
  "caption": "table", "b": "strong",
]

/// Properties that every program knows, or that do no harm.
private let safeProperties: Set<String> = [
  "color", "font-family", "font-style", "border-style", "font-variant", "text-rendering", "quotes",
  "unicode-bidi", "content", "list-style-image", "supported-color-schemes", "clip", "text-size-adjust",
  "page-break-inside", "page-break-after", "page-break-before", "zoom", "all",
]

/// The row of the table that a property belongs to.
private func propertyGroup(_ name: String) -> String {
  for group in ["margin", "padding"] where name.hasBytePrefix(group) {
    return name.hasBytePrefix(group + "-inline") || name.hasBytePrefix(group + "-block")
      ? group + "-logical" : group
  }
  if name.hasBytePrefix("border") {
    if name.hasByteSuffix("radius") { return "border-radius" }
    if name.hasBytePrefix("border-image") { return "border-image" }
    return name == "border-collapse" || name == "border-spacing" ? name : "border"
  }
  for group in ["overflow", "animation", "transition"] where name.hasBytePrefix(group) {
    return name == "overflow-wrap" ? name : group
  }
  if name.hasBytePrefix("grid") { return name == "grid-gap" ? "gap" : "grid-template" }
  if name.hasBytePrefix("flex") { return name == "flex-wrap" ? name : "flex-direction" }
  if name.hasBytePrefix("outline") { return name == "outline-offset" ? name : "outline" }
  if name.hasBytePrefix("mask") { return "mask-image" }
  return switch name {
  case "top", "left", "right", "bottom": "edges"
  case "row-gap", "column-gap": "gap"
  default: name
  }
}
