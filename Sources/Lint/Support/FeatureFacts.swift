/// Where a declaration stands.
struct FeaturePlace {
  let node: HTMLDocument.Node
  let index: Int
  let document: HTMLDocument
  /// Names of all properties of the same style.
  let neighbours: Set<String>
}

/// How a property is used, in the words of `mail-support.txt`: the facts that decide whether what a program lacks is missed.
func facts(_ property: String, _ value: String, _ place: FeaturePlace) -> [String] {
  var facts: [String] = []
  func note(_ fact: String, if holds: Bool) { if holds { facts.append(fact) } }
  let element = place.node.name
  let words = value.split(separator: " ")
  let isNonzero = value.utf8.contains { (0x31...0x39).contains($0) }
  switch property {
  case "margin":
    note("negative", if: words.contains { $0.hasBytePrefix("-") })
    note(
      "automatic", if: words.contains("auto") && element != "table" && place.node["align"] == nil)
    note("on-inline", if: element == "span" || element == "body" && isNonzero)
    let hasBackground = place.neighbours.contains { $0.hasBytePrefix("background") }
    note("beside-background", if: hasBackground && isNonzero && element != "body" && element != "table")
  case "padding": note("outside-cell", if: isNonzero && !["td", "th", "body"].contains(element))
  case "max-width": note("outside-table", if: element != "table")
  case "width", "height":
    let isSized = ["body", "span", "div", "p"].contains(element) && value != "auto" && value != "100%"
    note("outside-table", if: isSized || element == "img" && pixels(place.node[property]) == nil)
  case "display":
    let known: Set<String> = ["none", "block", "inline", "table-cell", "table-row", "table"]
    note("unusual", if: !known.contains(String(words.first ?? "")))
    let modern: Set<String> = [
      "flex", "inline-flex", "grid", "inline-grid", "contents", "flow-root", "initial", "revert", "unset",
    ]
    note("modern", if: modern.contains(String(words.first ?? "")))
  case "border":
    note("thick", if: words.contains { $0.hasByteSuffix("px") && (length(String($0), of: 16) ?? 0) > 8 })
    note("on-paragraph", if: (element == "p" || element == "div") && isNonzero)
  case "font-size":
    note(
      "relative",
      if: value.hasByteSuffix("rem") || value.hasByteSuffix("%") || value == "smaller" || value == "larger")
  case "font-weight":
    note("numeric", if: value.utf8.allSatisfy(isDigit) && value != "400" && value != "700")
  case "line-height":
    let hasUnit = (value.hasByteSuffix("px") || value.hasByteSuffix("em")) && value != "0px" && value != "1px"
    note("inexact", if: hasUnit && !place.neighbours.contains("mso-line-height-rule"))
  case "background": note("image", if: value.containsBytes("url(") || value.containsBytes("gradient"))
  case "text-align": note("by-flow", if: ["start", "end", "match-parent"].contains(value))
  case "text-decoration": note("several", if: words.count > 1 || value.containsBytes("overline"))
  case "letter-spacing": note("negative-or-em", if: value.hasBytePrefix("-") || value.hasByteSuffix("em"))
  case "text-transform": note("lowercase", if: value == "lowercase")
  case "white-space": note("pre", if: value == "pre")
  default: break
  }
  return facts
}

/// Outlook on Windows shows tables and images in what is hidden, unless it is told not to.
func hidingFacts(_ place: FeaturePlace) -> [String] {
  guard !place.neighbours.contains("mso-hide") else { return [] }
  let content = place.document.nodes[place.index..<place.node.end].dropFirst().prefix(5000)
  return place.node.name == "img" || content.contains { $0.name == "table" } ? ["still-shown"] : []
}

func attributeFacts(_ attribute: HTMLTag.Attribute, of node: HTMLDocument.Node) -> [String] {
  let value = attribute.value.lowercased()
  return switch (attribute.name, node.name) {
  case ("width", "img"), ("height", "img"): value.hasByteSuffix("%") ? ["image-percent"] : []
  case ("role", let name) where name != "table": ["not-on-table"]
  case ("lang", "td"): ["on-cell"]
  case ("dir", "a"): ["on-link"]
  case ("align", "table"): value == "left" || value == "right" ? ["table-beside-text"] : []
  default: []
  }
}
