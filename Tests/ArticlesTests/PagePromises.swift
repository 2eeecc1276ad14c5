import Articles
import Markup
import Model

/// What the article and the comments of a page keep to, whatever its bytes are.
///
/// The package that fuzzes reads this file, too.
struct PagePromises {
  private let bytes: [UInt8]
  private let page: ExtractedPage

  /// What is broken of: the same page gives the same; blocks are numbered from 0; answers answer comments of the
  /// same page and never themselves; no text holds what the page does not show, nor a control character.
  static func faults(of bytes: [UInt8], url: String? = "http://a.example/p/") -> [String] {
    let page = extractArticle(bytes: bytes, url: url)
    let promises = PagePromises(bytes: bytes, page: page)
    var faults = promises.numberFaults() + promises.threadFaults() + promises.textFaults()
    if extractArticle(bytes: bytes, url: url) != page { faults.append("another result the second time") }
    return faults
  }

  /// Whether the page shows the text, with or without something in between.
  static func isShown(_ text: String, by bytes: [UInt8]) -> Bool {
    var shown = ShownText(bytes)
    return shown.holds(text)
  }

  private func numberFaults() -> [String] {
    page.article.blocks.map(\.index) == Array(page.article.blocks.indices) ? [] : ["blocks out of order"]
  }

  private func threadFaults() -> [String] {
    var faults: [String] = []
    var parents: [Comment.ID: Comment.ID?] = [:]
    for comment in page.comments {
      if parents.updateValue(comment.parentID, forKey: comment.id) != nil {
        faults.append("two comments \(comment.id)")
      }
    }
    var sound: Set<Comment.ID> = []
    for comment in page.comments {
      var trail: Set<Comment.ID> = []
      var next: Comment.ID? = comment.id
      while let id = next, !sound.contains(id) {
        guard let parent = parents[id] else {
          faults.append("\(comment.id) answers \(id), which is not there")
          break
        }
        guard trail.insert(id).inserted else {
          faults.append("\(comment.id) answers itself")
          break
        }
        next = parent
      }
      sound.formUnion(trail)
    }
    return faults
  }

  /// A comment's text without the marks of quotations.
  static func withoutMarks(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("> ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
  }

  private func textFaults() -> [String] {
    let texts = page.article.blocks.map(\.text) + page.comments.map { PagePromises.withoutMarks($0.text) }
    guard !texts.isEmpty else { return [] }
    var shown = ShownText(bytes)
    return texts.flatMap { text in
      var faults: [String] = []
      if text.isEmpty { faults.append("an empty text") }
      if text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }) {
        faults.append("a control character in \(text.debugDescription)")
      }
      if !shown.holds(text) { faults.append("a text that the page does not show: \(text.debugDescription)") }
      return faults
    }
  }
}

/// All that a page shows or says in its structured data, without white space.
private struct ShownText {
  private let text: [UInt8]
  /// Where the text before was found: the next one mostly follows.
  private var place = 0

  init(_ bytes: [UInt8]) {
    let tree = HTMLDocument.parse(page: bytes).tree
    var text: [UInt8] = []
    var scripts: [UInt8] = []
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if node.name == "script" {
        for place in tree.descendants(of: index) {
          scripts += ShownText.strings(Array(tree[place].text.utf8))
        }
        index = node.end
        continue
      }
      text += ShownText.letters(node.text)
      if let alternative = node["alt"] { text += ShownText.letters(alternative) }
      index += 1
    }
    self.text = text + scripts
  }

  /// Whether the characters of `text` stand in the page in this order: at one place, or with something left out.
  mutating func holds(_ text: String) -> Bool {
    let wanted = ShownText.letters(text)
    guard let found = position(of: wanted, from: place) ?? position(of: wanted, from: 0) else {
      return isSubsequence(wanted)
    }
    place = found + wanted.count
    return true
  }

  private func position(of wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first else { return start }
    var index = start
    while index + wanted.count <= text.count {
      if text[index] == first {
        var offset = 1
        while offset < wanted.count, text[index + offset] == wanted[offset] { offset += 1 }
        if offset == wanted.count { return index }
      }
      index += 1
    }
    return nil
  }

  private func isSubsequence(_ wanted: [UInt8]) -> Bool {
    var next = 0
    for byte in text {
      if next == wanted.count { break }
      if byte == wanted[next] { next += 1 }
    }
    return next == wanted.count
  }

  /// Bytes that are no white space or control, and no bar, which parts the cells of a table.
  private static func letters(_ text: String) -> [UInt8] {
    var letters: [UInt8] = []
    for scalar in text.unicodeScalars
    where scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "|" {
      letters += scalar.utf8
    }
    return letters
  }

  /// What stands between two quotes of JSON, as it is and read as HTML. Where a quote is missing, strings and what
  /// is between them change places.
  private static func strings(_ json: [UInt8]) -> [UInt8] {
    var all: [UInt8] = []
    var start = 0
    while start < json.count {
      var end = start
      while end < json.count, json[end] != UInt8(ascii: "\"") {
        end += json[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      end = min(end, json.count)
      let text = unescaped(json[start..<end])
      all += letters(text)
      if text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
        all += letters(HTMLDocument.parse(text).rawText(of: 0))
      }
      start = end + 1
    }
    return all
  }

  private static func unescaped(_ json: ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    let scalars = Array(String(decoding: json, as: UTF8.self).unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      guard scalar == "\\", index < scalars.count else {
        units += Array(String(scalar).utf16)
        continue
      }
      let escape = scalars[index]
      index += 1
      switch escape {
      case "n", "r", "t", "b", "f": units.append(0x20)
      case "u":
        let digits = String(String.UnicodeScalarView(scalars[index..<min(index + 4, scalars.count)]))
        if digits.unicodeScalars.count == 4, let unit = UInt16(digits, radix: 16) {
          units.append(unit)
          index += 4
        }
      default: units += Array(String(escape).utf16)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
