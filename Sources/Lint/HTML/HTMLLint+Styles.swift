import Model

extension HTMLLint {
  /// Gmail drops a larger block of styles.
  private static let largestStyle = 16 * 1024

  mutating func checkStyles() {
    for (index, node) in document.nodes.enumerated() where node.tag != nil {
      guard let own = cascade.own[index] else { continue }
      for fault in own.faults {
        say(.error, "css-syntax", "this is no declaration: \(excerpt(fault))", "name: value;", at: index)
      }
      for declaration in own.declarations { check(declaration, beside: own, at: index) }
    }
    for index in document.elements("style") {
      let size = document.text(of: index).utf8.count
      measures.styleBytes = max(measures.styleBytes ?? 0, size)
      if size > HTMLLint.largestStyle {
        say(
          .error, "style-size", "<style> has \(size) bytes",
          "Gmail drops blocks over \(HTMLLint.largestStyle)", at: index)
      }
    }
    checkSheet()
  }

  private mutating func check(_ declaration: StyleDeclaration, beside own: StyleDeclarations, at index: Int) {
    let value = declaration.lowercasedValue
    let name = declaration.name
    if forbiddenProperties.contains(name), !["none", "static", "auto", "initial"].contains(value) {
      say(
        .error, "forbidden-css",
        "\(name): \(excerpt(value)) moves the layout where it is known, and only there",
        "use table cells", at: index)
    }
    if name == "display", forbiddenDisplays.contains(value) {
      say(
        .error, "forbidden-css", "display: \(value) falls apart where it is not known", "use table cells",
        at: index)
    }
    checkAddresses(in: value, at: index)
    if name.hasBytePrefix("background"), value.containsBytes("url("), !hasColour(own, at: index) {
      say(
        .warning, "background-image", "an image behind text, and no colour",
        "images are off for many; set a background-color",
        at: index)
    }
  }

  private mutating func checkAddresses(in value: String, at index: Int) {
    let bytes = Array(value.utf8)
    for place in places(of: Array("url(".utf8), in: bytes) {
      let address = bytes[(place + 4)...].drop { isBlank($0) || "\"'".utf8.contains($0) }
      if !address.starts(with: "https://".utf8) {
        let shown = excerpt(String(decoding: address.prefix { $0 != UInt8(ascii: ")") }, as: UTF8.self))
        say(.error, "css-url", "url(\(shown)) is not an https address", "use https", at: index)
      }
    }
  }

  private func hasColour(_ own: StyleDeclarations, at index: Int) -> Bool {
    document.nodes[index]["bgcolor"] != nil || own.has("background-color")
      || own["background"].flatMap(backgroundColour) != nil
  }

  private mutating func checkSheet() {
    for fault in sheet.faults {
      findings.add(
        .error, "css-syntax", "the style sheet holds what is none: \(excerpt(fault))",
        hint: "name { name: value }")
    }
    if sheet.atRules.contains("import") {
      findings.add(
        .error, "css-import", "@import loads a style sheet from outside", hint: "mail programs load none")
    }
    if sheet.atRules.contains("font-face") {
      findings.add(
        .note, "web-font", "@font-face is known to few mail programs",
        hint: "the font behind it must look right, too")
    }
  }

  /// What lays a message out must stand inline, too: some programs drop every `<style>`.
  mutating func checkRepetition() {
    for (index, node) in document.nodes.enumerated()
    where node.tag != nil && node.name != "html" && node.name != "head" {
      for match in cascade.matches[index] ?? [] {
        let rule = sheet.rules[match.rule]
        guard rule.layer == .always, !isForOneProgram(rule.words) else { continue }
        for declaration in rule.declarations.declarations
        where isLayout(declaration.name) && !isRepeated(declaration.name, at: index) {
          say(
            .error, "css-not-inlined",
            "\(excerpt(rule.words)) { \(declaration.name): \(excerpt(declaration.value)) } is not repeated inline",
            "Gmail's apps drop <style> for other accounts", at: index)
        }
      }
    }
  }

  private func isRepeated(_ name: String, at index: Int) -> Bool {
    let own = cascade.own[index]?.declarations ?? []
    let family = name.prefix { $0 != "-" }
    if own.contains(where: { $0.name == name || $0.name == family || $0.name.hasBytePrefix(name + "-") }) {
      return true
    }
    if name == "line-height", own.contains(where: { $0.name == "font" }) { return true }
    let attribute: String? =
      switch name {
      case "width", "height", "background": name == "background" ? "bgcolor" : name
      case "background-color": "bgcolor"
      case "text-align": "align"
      case "vertical-align": "valign"
      case "border-collapse", "border-spacing": "cellspacing"
      default: nil
      }
    return attribute.map { document.nodes[index][$0] != nil } ?? false
  }

  /// One column of 600 to 680 pixels: wider ones are cut off in preview panes.
  mutating func checkContainer() {
    var widths: [Double] = []
    for (index, node) in document.nodes.enumerated() where node.tag != nil {
      for declaration in cascade.own[index]?.declarations ?? []
      where declaration.name == "max-width" && node.name != "img" && !declaration.value.contains("%") {
        length(declaration.lowercasedValue, of: 16).map { widths.append($0) }
      }
      if node.name == "table" || node.name == "td", let width = pixels(node["width"]) {
        widths.append(Double(width))
      }
    }
    for rule in sheet.rules where rule.layer == .always {
      for declaration in rule.declarations.declarations
      where declaration.name == "max-width" || declaration.name == "width" {
        let value = declaration.lowercasedValue
        if value.containsBytes("px") { length(value, of: 16).map { widths.append($0) } }
      }
    }
    guard let widest = widths.filter({ $0 > 400 }).max() else {
      if !isCut {
        findings.add(
          .error, "container", "nothing limits the width of the text",
          hint: "max-width:640px on the table around it")
      }
      return
    }
    measures.container = Int(min(widest, 1e9))
    if widest > 680 {
      findings.add(
        .error, "container", "the widest container has \(Int(min(widest, 1e9))) pixels",
        hint: "600 to 680 fit preview panes")
    } else if widest < 560 {
      findings.add(
        .warning, "container", "the widest container has \(Int(widest)) pixels", hint: "600 to 680 are usual")
    }
  }
}

private func isLayout(_ name: String) -> Bool { layoutProperties.contains { name.hasBytePrefix($0) } }

/// True for selectors that are there for one mail program, whose styles need not be inline.
private func isForOneProgram(_ selector: String) -> Bool {
  selector == "*" || selector.containsBytes("* [") || selector.containsBytes("*[")
    || programSelectors.contains(where: selector.containsBytes)
}

private let programSelectors = [
  "externalclass", "apple-data", "messageviewbody", "u +", "#outlook", "x-apple", "gmail", "readmsgbody",
  "yshortcuts", ".im", "-m_", ":root",
]

private let layoutProperties = [
  "width", "height", "min-", "max-", "margin", "padding", "border", "background", "color", "font",
  "line-height", "text-align", "text-decoration", "vertical-align", "display", "white-space", "list-style",
  "letter-spacing", "table-layout",
]

/// Properties that break the layout of programs that do not know them.
private let forbiddenProperties: Set<String> = [
  "position", "float", "clear", "z-index", "top", "left", "right", "bottom", "inset", "transform",
  "clip-path", "animation", "transition", "gap", "grid", "grid-template", "grid-template-columns", "flex",
  "flex-direction", "justify-content", "align-items", "mix-blend-mode", "filter", "column-count",
  "object-fit", "behavior", "expression",
]

private let forbiddenDisplays: Set<String> = [
  "flex", "inline-flex", "grid", "inline-grid", "contents", "flow-root",
]
