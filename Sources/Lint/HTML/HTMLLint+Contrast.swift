import Model

extension HTMLLint {
  /// The colours that a reader gets.
  private enum Mode: CaseIterable {
    case light
    /// With the document's own colours for the dark.
    case dark
    /// Light grounds and dark letters are turned around by the program (Outlook.com, Gmail on Android).
    case forcedDark
    /// All colours are (Gmail on iOS, Outlook on Windows).
    case inverted
  }

  /// Letters need a contrast of 4.5 to their ground, large ones 3 (WCAG 2.2, 1.4.3).
  mutating func checkContrast() {
    let isDarkDeclared = sheet.rules.contains { $0.layer == .dark }
    if !isDarkDeclared, !isCut {
      findings.add(
        .warning, "dark-mode", "there are no colours for the dark",
        hint: "@media (prefers-color-scheme:dark); without it mail programs guess")
    }
    let light = letters(isDark: false)
    judge(light, .light)
    if isDarkDeclared { judge(letters(isDark: true), .dark) }
    judge(light, .forcedDark)
    judge(light, .inverted)
    let small = light.count { $0.size < 12 }
    if small > 0 {
      findings.add(
        .warning, "small-text", "\(small) pieces of text are smaller than 12 pixels",
        hint: "phones do not enlarge them",
        line: light.first { $0.size < 12 }.map { document.nodes[$0.index].line })
    }
  }

  private mutating func judge(_ runs: [LetterRun], _ mode: Mode) {
    var lowest: Double?
    for run in runs {
      var letters = run.colour
      var ground = run.ground
      switch mode {
      case .light, .dark: break
      case .forcedDark:
        if ground.luminance > 0.18 { ground = ground.inverted }
        if letters.luminance < 0.4 { letters = letters.inverted }
      case .inverted: (letters, ground) = (letters.inverted, ground.inverted)
      }
      let contrast = letters.contrast(with: ground)
      lowest = min(lowest ?? contrast, contrast)
      guard contrast < (run.isLarge ? 3 : 4.5) - 0.005 else { continue }
      say(
        mode == .light || mode == .dark ? .error : .warning, code(mode),
        "contrast \(rounded(contrast, 2)) of \(letters.hexadecimal) on \(ground.hexadecimal): \(excerpt(document.nodes[run.index].text))",
        run.isLarge ? "3 for large letters" : "4.5, or 3 for large letters", at: run.index)
    }
    let shown = lowest.map { rounded($0, 2) }
    switch mode {
    case .light: measures.contrast = shown
    case .dark: measures.contrastDark = shown
    case .forcedDark: measures.contrastForcedDark = shown
    case .inverted: measures.contrastInverted = shown
    }
  }

  private func code(_ mode: Mode) -> String {
    switch mode {
    case .light: "contrast"
    case .dark: "contrast-dark"
    case .forcedDark: "contrast-forced-dark"
    case .inverted: "contrast-inverted"
    }
  }

  /// A piece of text that somebody sees, with its colours.
  private struct LetterRun {
    let index: Int
    let colour: Colour
    let ground: Colour
    let size: Double
    let isLarge: Bool
  }

  private struct Look {
    var colour: Colour
    var ground: Colour
    var size = 16.0
    var weight = 400
    /// An image or a gradient is behind the letters, so their ground is not known.
    var isOverImage = false
    var isHidden = false
  }

  /// One pass in reading order: the look of an element is that of the one around it, with its own changes.
  private func letters(isDark: Bool) -> [LetterRun] {
    guard let body = document.body else { return [] }
    let hasDarkCanvas = isDark && metaColourScheme.containsBytes("dark")
    var looks = [Look](
      repeating: Look(
        colour: hasDarkCanvas ? .white : .black,
        ground: hasDarkCanvas ? Colour(red: 0.07, green: 0.07, blue: 0.07) : .white),
      count: 1)
    looks.reserveCapacity(document.nodes.count)
    var runs: [LetterRun] = []
    for (index, node) in document.nodes.enumerated() {
      var look = looks[index == 0 ? 0 : node.parent]
      if node.tag != nil {
        change(&look, by: cascade.style(of: index, isDark: isDark), node, hasDarkCanvas: hasDarkCanvas)
      } else if document.isIn(index, body), !look.isHidden, !look.isOverImage, look.size > 2,
        holdsLetters(node.text),
        !["style", "script", "title"].contains(document.nodes[node.parent].name)
      {
        runs.append(
          LetterRun(
            index: index, colour: look.colour, ground: look.ground, size: look.size,
            isLarge: look.size >= 24 || look.size >= 18.66 && look.weight >= 700))
      }
      if index == 0 { looks[0] = look } else { looks.append(look) }
    }
    return runs
  }

  private func change(
    _ look: inout Look, by style: ComputedStyle, _ node: HTMLDocument.Node, hasDarkCanvas: Bool
  ) {
    if style.isHidden { look.isHidden = true }
    if let image = style["background-image"], image != "none" { look.isOverImage = true }
    if node["background"] != nil { look.isOverImage = true }
    // Behind an image the colour counts: many readers see no images.
    if let colour = (style["background-color"] ?? node["bgcolor"]).flatMap({ Colour($0) }) {
      look.ground = colour.over(look.ground)
      if colour.alpha > 0 { look.isOverImage = false }
    }
    let inherited = look.colour
    if node.name == "a", node["href"] != nil {
      look.colour =
        hasDarkCanvas ? Colour(red: 0.62, green: 0.62, blue: 1) : Colour(red: 0, green: 0, blue: 0.933)
    }
    if node.name == "font", let colour = node["color"].flatMap({ Colour($0) }) { look.colour = colour }
    if let value = style["color"] {
      look.colour = value == "inherit" ? inherited : Colour(value)?.over(look.ground) ?? look.colour
    }
    changeType(&look, style, node)
  }

  private func changeType(_ look: inout Look, _ style: ComputedStyle, _ node: HTMLDocument.Node) {
    switch node.name {
    case "h1": look.size = 32
    case "h2": look.size = 24
    case "h3": look.size = 18.72
    default: break
    }
    if headingLevel(node.name) != nil || ["b", "strong", "th"].contains(node.name) { look.weight = 700 }
    let around = look.size
    if let size = style["font-size"].flatMap({ length($0, of: around) }) { look.size = size }
    switch style["font-weight"] {
    case nil, "inherit": break
    case "bold", "bolder": look.weight = 700
    case let value?: look.weight = Int(value) ?? 400
    }
  }

  private var metaColourScheme: String {
    document.elements("meta").first { document.nodes[$0]["name"]?.lowercased() == "color-scheme" }
      .flatMap { document.nodes[$0]["content"]?.lowercased() } ?? ""
  }
}

/// False for blanks, dots and dashes, which nobody has to read.
private func holdsLetters(_ text: String) -> Bool {
  text.unicodeScalars.contains { scalar in
    !scalar.properties.isWhitespace
      && !"\u{200C}\u{200B}\u{A0}\u{FEFF}\u{34F}·•|—–-".unicodeScalars.contains(scalar)
  }
}

/// With at most so many digits behind the point.
func rounded(_ value: Double, _ digits: Int) -> Double {
  let factor = digits == 1 ? 10.0 : 100.0
  return (value * factor).rounded() / factor
}
