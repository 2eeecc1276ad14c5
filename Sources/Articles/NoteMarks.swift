import Markup
import Model

/// Marks of footnotes (`1`, `[2]`, `*`) and the notes themselves, as word processors, wikis, blogs and newsletters write them.
///
/// A mark is no word of the sentence in which it stands, and in a digest it would point nowhere.
struct NoteMarks {
  let page: PageIndex

  /// Whether a `sup` is the mark of a note and no exponent, ordinal or chemical sign.
  ///
  /// - Parameter before: the line so far.
  func isMark(superscript index: Int, after before: ArraySlice<UInt8>) -> Bool {
    guard page.textLength(index) <= 16 else { return false }
    let text = page.tree.lineText(of: index)
    guard let shape = Shape(text) else {
      // "[citation needed]" of wikis.
      return text.utf8.first == UInt8(ascii: "[") && text.utf8.last == UInt8(ascii: "]")
        && page.classTokens(index).contains { $0 == "reference" || $0 == "noprint" }
    }
    if shape == .bracketed || shape == .sign { return true }
    if page.tree.descendants(of: index).contains(where: { page.tree[$0].name == "a" && isLocalLink($0) }) {
      return true
    }
    if page.classTokens(index).contains(where: NoteMarks.isNoteName) || page.tree[index]["data-fn"] != nil {
      return true
    }
    return shape == .number && (before.isEmpty || NoteMarks.endsWord(before))
  }

  /// Whether a link is the mark of a note: it leads to a place of the same page that is named as one.
  func isMark(link index: Int) -> Bool {
    guard page.textLength(index) <= 12, let href = page.tree[index]["href"],
      let fragment = NoteMarks.fragment(of: href), Shape(page.tree.lineText(of: index)) != nil
    else { return false }
    return NoteMarks.isNoteName(asciiLowered(fragment)) || NoteMarks.isReturn(asciiLowered(fragment))
      || page.classTokens(index).contains(where: NoteMarks.isNoteName)
  }

  /// Whether a link only leads back from a note to its mark: `↩`.
  func isReturn(link index: Int) -> Bool {
    guard page.textLength(index) <= 4, let href = page.tree[index]["href"],
      NoteMarks.fragment(of: href) != nil
    else { return false }
    let text = page.tree.lineText(of: index)
    return !text.isEmpty && text.unicodeScalars.allSatisfy { NoteMarks.arrows.contains($0) }
  }

  /// Whether an element holds a note or a list of notes, by its name, class or role.
  func isNote(_ index: Int, _ node: HTMLNode) -> Bool {
    guard NoteMarks.holders.contains(node.name) else { return false }
    if let role = node["role"], NoteMarks.roles.contains(role) { return true }
    if page.hasClass(index, in: NoteMarks.containers) { return true }
    let id = page.id(index)
    if NoteMarks.containers.contains(id) { return true }
    return !id.isEmpty && NoteMarks.isNumberedNote(id)
  }

  /// Whether an inline element holds the words of a note or a tooltip, which a browser shows on demand and beside the text.
  func isAside(_ index: Int, _ node: HTMLNode) -> Bool {
    guard node.name == "span" || node.name == "small" || node.name == "div" || node.name == "label" else {
      return false
    }
    if node["role"] == "tooltip" { return true }
    let tokens = page.classTokens(index)
    guard !tokens.isEmpty, node.parent > 0 else { return false }
    for token in tokens {
      if NoteMarks.asides.contains(token) { return true }
      let parts = nameParts(token)
      guard parts.contains(where: NoteMarks.asideParts.contains) else { continue }
      // The word that has a tooltip may bear the same name.
      if parts.contains(where: ["content", "text", "body", "note", "popup"].contains) { return true }
      let around = page.tree[node.parent]
      if page.classTokens(node.parent).contains(where: {
        nameParts($0).contains(where: NoteMarks.asideParts.contains)
      }),
        !isBlockElement(around.name)
      {
        return true
      }
    }
    return false
  }

  // MARK: - What marks look like

  enum Shape {
    case number, bracketed, sign, letter

    /// `nil` for what is no mark.
    init?(_ text: String) {
      var scalars = Array(text.unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{FE0E}" })
      guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
      var isBracketed = false
      if let first = scalars.first, let last = scalars.last, scalars.count > 2,
        first == "[" && last == "]" || first == "(" && last == ")"
      {
        isBracketed = first == "["
        scalars = Array(scalars.dropFirst().dropLast())
      }
      if scalars.allSatisfy({ $0 == "*" || "†‡§¶※".unicodeScalars.contains($0) }), scalars.count <= 3 {
        self = .sign
      } else if scalars.allSatisfy({ "0123456789,;–-".unicodeScalars.contains($0) }),
        scalars.contains(where: { $0.properties.numericType != nil }),
        scalars.split(whereSeparator: { ",;–-".unicodeScalars.contains($0) }).allSatisfy({ $0.count <= 3 })
      {
        self = isBracketed ? .bracketed : .number
      } else if scalars.count <= 2, scalars.allSatisfy({ $0.properties.isLowercase && $0.isASCII }) {
        self = isBracketed ? .bracketed : .letter
      } else if isBracketed, scalars.count <= 6, String(String.UnicodeScalarView(scalars)).hasPrefix("note") {
        self = .bracketed
      } else {
        return nil
      }
    }
  }

  /// Whether the bytes end a word of at least three letters, or a sign that ends words: a number that follows in small type
  /// above the line is no exponent then.
  private static func endsWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last else { return false }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return true
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return false
    case 0x80...: break
    case 0x41...0x5A, 0x61...0x7A: break
    default: return false
    }
    let word = bytes.suffix(while: { byte in
      byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    })
    let letters = word.count { $0 & 0xC0 != 0x80 }
    return letters >= 3 && !units.contains(String(decoding: word, as: UTF8.self).lowercased())
      || letters > 0 && last >= 0x80 && letters < 3
  }

  private static let units: NameSet = [
    "feet", "foot", "inch", "inches", "mile", "miles", "yard", "yards", "metre", "metres", "meter", "meters",
    "mol", "sec", "min",
  ]

  private static let arrows = Set("↩↑↵⤴⏎↖^\u{FE0E}\u{FE0F}".unicodeScalars)

  // MARK: - What they are called

  /// The fragment of a link that leads to a place; of a relative or an absolute one: feeds write the article's address before it.
  private static func fragment(of href: String) -> String? {
    guard let place = href.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
    let fragment = href[href.index(after: place)...]
    return fragment.isEmpty ? nil : String(fragment)
  }

  private func isLocalLink(_ index: Int) -> Bool {
    page.tree[index]["href"].flatMap(NoteMarks.fragment) != nil
  }

  /// `fn1`, `_ftn2`, `footnote-3`, `cite_note-4`: a name of notes.
  private static func isNoteName(_ name: String) -> Bool {
    for prefix in namePrefixes where name.utf8.starts(with: prefix.utf8) { return true }
    return name == "reference" || name == "easy-footnote"
  }

  /// `fnref1`, `_ftnref1`: the place of a mark.
  private static func isReturn(_ name: String) -> Bool {
    name.utf8.starts(with: "fnref".utf8) || name.utf8.starts(with: "_ftnref".utf8)
      || name.utf8.starts(with: "cite_ref".utf8)
  }

  /// A name of notes with a number, and not the name of a mark.
  private static func isNumberedNote(_ id: String) -> Bool {
    for prefix in numberedPrefixes where id.utf8.starts(with: prefix.utf8) {
      var rest = id.utf8.dropFirst(prefix.utf8.count)
      if let first = rest.first,
        first == UInt8(ascii: "-") || first == UInt8(ascii: "_") || first == UInt8(ascii: ":")
      {
        rest = rest.dropFirst()
      }
      if let first = rest.first, first >= 0x30, first <= 0x39 { return true }
    }
    return id.utf8.starts(with: "cite_note".utf8)
  }

  private static let namePrefixes = [
    "fn", "_ftn", "ftn", "_edn", "edn", "footnote", "endnote", "cite_note", "cite-note", "easy-footnote",
    "sdfootnote", "modern-footnote", "note-", "sidenote", "mfn", "f:", "r:",
  ]
  private static let numberedPrefixes = [
    "fn", "_ftn", "ftn", "_edn", "edn", "footnote", "endnote", "easy-footnote-bottom", "sdfootnote",
  ]
  private static let holders: NameSet = [
    "li", "p", "div", "aside", "section", "ol", "ul", "dl", "dd", "footer", "td",
  ]
  private static let roles: NameSet = ["doc-endnotes", "doc-footnote", "doc-endnote", "doc-bibliography"]
  private static let containers: NameSet = [
    "footnotes", "footnote", "endnotes", "endnote", "footnote-list", "footnotes-list", "footnote-content",
    "footnote-definition", "wp-block-footnotes", "easy-footnotes-wrapper", "reflist", "references",
    "mw-references-wrap", "reference-list", "bibliography", "csl-bib-body", "footnotes-sep",
    "modern-footnotes-list",
  ]
  private static let asides: NameSet = [
    "tooltiptext", "tooltip-text", "tooltip-content", "sidenote", "marginnote", "footnote_tooltip",
    "footnote-popup",
    "littlefoot", "popover-content", "footnote",
  ]
  private static let asideParts: NameSet = [
    "tooltip", "tooltiptext", "popover", "popup", "sidenote", "marginnote", "footnote", "footnotes",
  ]
}

extension ArraySlice where Element == UInt8 {
  /// The longest end whose bytes all satisfy `condition`.
  fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, condition(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
