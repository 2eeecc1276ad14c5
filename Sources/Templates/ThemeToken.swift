/// A setting that a theme has, and what it may be.
enum ThemeToken {
  enum Kind: Hashable {
    /// `#rrggbb`.
    case colour
    /// Names of fonts, parted by commas, the generic one last, without quotation marks.
    case fonts
    /// Style, weight, size and line height: `bold 28px/35px`.
    case type
    /// Size and line height alone: where the template itself makes some of the words bold.
    case size
    /// A whole number of pixels within a range, without a unit: HTML and CSS both need it.
    case pixels(ClosedRange<Int>)
    /// One of some words; the empty one may be among them.
    case choice([String])
    /// An https address, or nothing.
    case logo
    /// What is not declared here: a setting that the folder's own templates print.
    case own
  }

  /// Every setting of `theme.yaml`.
  static let kinds: [String: Kind] = {
    var kinds: [String: Kind] = [
      "headingFont": .fonts, "bodyFont": .fonts, "labelFont": .fonts, "codeFont": .fonts,
      "titleType": .type, "taglineType": .type, "headlineType": .type, "sectionType": .type,
      "quoteType": .type,
      "noteType": .type, "promptType": .type, "commentType": .type, "contentsType": .type, "linkType": .type,
      "labelType": .size,
      "width": .pixels(400...680), "padding": .pixels(16...64), "bandWidth": .pixels(0...8),
      "ruleWidth": .pixels(0...8),
      "markWidth": .pixels(0...8),
      // Centred or not: what does not stand in the middle stands where lines start.
      "mastheadAlign": .choice(["", "center"]), "sectionAlign": .choice(["", "center"]),
      "footerAlign": .choice(["", "center"]), "labelCase": .choice(["", "uppercase"]),
      "logo": .logo, "logoWidth": .pixels(16...600), "logoHeight": .pixels(16...300),
    ]
    for name in colours { kinds[name] = .colour }
    for name in colours { kinds[dark(name)] = .colour }
    return kinds
  }()

  /// The colours by what they are for; each has a `dark` twin.
  static let colours = [
    // Around the sheet, the sheet, a box on it.
    "page", "paper", "tint",
    // What is read, what stands beside it, what can be followed, lines, the rule beside a quote.
    "ink", "soft", "accent", "rule", "mark",
    // The masthead, the sections' titles and the sign beside the author's name, each with what stands on it.
    "band", "bandInk", "bandSoft", "section", "sectionInk", "badge", "badgeInk",
  ]

  /// What is read on what.
  static let pairs = [
    ("ink", "paper"), ("soft", "paper"), ("accent", "paper"), ("ink", "tint"), ("soft", "tint"),
    ("accent", "tint"), ("soft", "page"), ("accent", "page"), ("bandInk", "band"), ("bandSoft", "band"),
    ("sectionInk", "section"), ("badgeInk", "badge"),
  ]

  static func dark(_ name: String) -> String {
    "dark" + name.prefix(1).uppercased() + name.dropFirst()
  }

  /// What is wrong with `value`; `nil` if it will do.
  static func complaint(about value: String, as kind: Kind) -> String? {
    switch kind {
    case .colour:
      return Colour(value) == nil
        ? "write a colour as # and six hexadecimal digits, such as \"#1f2428\"" : nil
    case .fonts:
      let isPlain = value.utf8.allSatisfy { isLetterOrDigit($0) || " ,-".utf8.contains($0) }
      return isPlain && !value.isEmpty
        ? nil : "write names of fonts with commas between them and without quotation marks"
    case .type:
      return isType(value)
        ? nil
        : "write type as size and line height (12px or more), with bold or italic before it: \"bold 28px/35px\""
    case .size:
      return isType(value) && !value.utf8.contains(0x20)
        ? nil : "write size and line height (12px or more): \"14px/21px\""
    case .pixels(let range):
      return number(value.utf8[...]).map(range.contains) == true
        ? nil
        : "write a whole number of pixels from \(range.lowerBound) to \(range.upperBound), without a unit"
    case .choice(let words):
      let known = words.map { $0.isEmpty ? "\"\"" : $0 }.joined(separator: " or ")
      return words.contains(value) ? nil : "write \(known)"
    case .logo:
      let isAddress =
        value.hasPrefix("https://") && value.utf8.count > 8
        && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}'".utf8.contains($0) }
      return value.isEmpty || isAddress ? nil : "write an address that begins with https://, or \"\" for none"
    case .own:
      let isPlain = value.utf8.allSatisfy {
        isLetterOrDigit($0) || $0 >= 0x80 || " #.,%-/+".utf8.contains($0)
      }
      return isPlain ? nil : "a setting of your own holds letters, digits, blanks and # . , % - / + only"
    }
  }

  private static func isType(_ value: String) -> Bool {
    var words = value.split(separator: " ", omittingEmptySubsequences: false)
    guard let sizes = words.popLast()?.split(separator: "/"), sizes.count == 2,
      sizes.allSatisfy({ $0.hasSuffix("px") }), let size = number(sizes[0].utf8.dropLast(2)),
      let line = number(sizes[1].utf8.dropLast(2)), (12...80).contains(size), line >= size, line <= size * 3
    else { return false }
    let weights = Set(["normal", "bold"] + (1...9).map { "\($0)00" })
    return words.count <= 2 && words.allSatisfy { $0 == "italic" || weights.contains(String($0)) }
  }

  /// `nil` unless there are one to three digits and nothing else.
  private static func number(_ digits: Substring.UTF8View) -> Int? {
    guard (1...3).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}
