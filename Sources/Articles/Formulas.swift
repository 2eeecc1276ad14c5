import Markup
import Model

/// Formulas in running text, told in letters as far as they can be.
struct Formulas {
  let tree: HTMLTree

  /// The words of a `math` element; ``Block/gap`` if a line of letters cannot tell them.
  func text(ofMath index: Int) -> String {
    var reading = MathReading(tree: tree)
    if let text = reading.read(index), !text.isEmpty { return text }
    let alternative =
      tree[index]["alttext"]
      ?? tree.descendants(of: index).first { tree[$0].name == "annotation" }.map { tree.lineText(of: $0) }
    // Its source in TeX tells nobody what a line could not.
    guard let alternative = alternative.map(Formulas.plain), !alternative.isEmpty,
      !alternative.utf8.contains(UInt8(ascii: "\\"))
    else { return String(Block.gap) }
    return alternative
  }

  /// What stands for a formula that is shown as a picture; `nil` if the picture is none.
  func text(ofImage index: Int) -> String? {
    let node = tree[index]
    guard Formulas.isFormula(image: node) else { return nil }
    let text = (node["alt"] ?? node["title"]).map(Formulas.plain) ?? ""
    return text.isEmpty ? String(Block.gap) : text
  }

  private static func isFormula(image node: HTMLNode) -> Bool {
    let names = asciiLowered(node["class"] ?? "").split(whereSeparator: {
      $0 == " " || $0 == "-" || $0 == "_"
    })
    if names.contains(where: { ["latex", "tex", "math", "mwe", "equation", "formula"].contains(String($0)) })
    {
      return true
    }
    guard let source = node["src"] else { return false }
    return sources.contains { source.holds($0) }
  }

  private static let sources = [
    "latex.php", "latex.codecogs.com", "cht=tx", "/math/render/", "mathtex.cgi", "mimetex.cgi", "/latex?",
    "quicklatex.com",
  ]

  /// TeX without what only says how to set it.
  static func plain(_ source: String) -> String {
    var text = foldedWhiteSpace(source)
    for (opening, closing) in [("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]")]
    where text.utf8.count > opening.utf8.count + closing.utf8.count && text.hasPrefix(opening)
      && text.hasSuffix(closing)
    {
      text = String(text.dropFirst(opening.count).dropLast(closing.count))
      break
    }
    for style in ["\\displaystyle", "\\textstyle"] {
      if text.hasPrefix("{" + style), text.hasSuffix("}") {
        text = String(text.dropFirst(style.count + 1).dropLast())
      } else if text.hasPrefix(style) {
        text = String(text.dropFirst(style.count))
      }
    }
    return foldedWhiteSpace(text)
  }
}

/// Reads MathML as one line: `a/b`, `x^2`, `√(a+b)`.
private struct MathReading {
  let tree: HTMLTree
  /// Elements that are still read: a formula of more is a page of its own.
  private var budget = 400

  init(tree: HTMLTree) { self.tree = tree }

  /// `nil` if the element says something that a line cannot.
  mutating func read(_ index: Int, depth: Int = 0) -> String? {
    budget -= 1
    guard budget > 0, depth < 24 else { return nil }
    let node = tree[index]
    if node.isText { return foldedWhiteSpace(node.text) }
    let parts = tree.children(of: index).filter { !tree[$0].isText }
    switch node.name {
    case "mi", "mn", "mo", "mtext", "ms": return tree.lineText(of: index)
    case "mspace", "none", "mprescripts": return ""
    case "annotation", "annotation-xml", "mphantom": return ""
    case "semantics": return parts.first.flatMap { read($0, depth: depth + 1) }
    case "mfrac":
      guard let (upper, lower) = pair(parts, depth) else { return nil }
      return grouped(upper) + "/" + grouped(lower)
    case "msup":
      guard let (base, power) = pair(parts, depth) else { return nil }
      return superscript(power).map { base + $0 } ?? base + "^" + grouped(power)
    case "msub":
      guard let (base, place) = pair(parts, depth) else { return nil }
      return base + "_" + grouped(place)
    case "msqrt":
      guard let inner = row(parts, depth) else { return nil }
      return "√" + grouped(inner)
    case "mfenced":
      guard let inner = row(parts, depth, separator: node["separators"] ?? ",") else { return nil }
      return (node["open"] ?? "(") + inner + (node["close"] ?? ")")
    case "math", "mrow", "mstyle", "mpadded", "mtd", "menclose", "merror":
      return parts.isEmpty ? tree.lineText(of: index) : row(parts, depth)
    case "mtable", "mover", "munder", "munderover", "msubsup", "mmultiscripts", "mroot", "mtr": return nil
    default: return row(parts, depth)
    }
  }

  private mutating func row(_ parts: [Int], _ depth: Int, separator: String = "") -> String? {
    var texts: [String] = []
    for part in parts {
      guard let text = read(part, depth: depth + 1) else { return nil }
      texts.append(text)
    }
    return texts.joined(separator: separator)
  }

  private mutating func pair(_ parts: [Int], _ depth: Int) -> (String, String)? {
    guard parts.count == 2, let first = read(parts[0], depth: depth + 1),
      let second = read(parts[1], depth: depth + 1)
    else { return nil }
    return (first, second)
  }

  private func grouped(_ text: String) -> String {
    text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "."
    }
      ? text : "(" + text + ")"
  }
}

/// Digits and signs in small type above the line; `nil` if one of the characters has no such form.
func superscript(_ text: String) -> String? {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "1": result.append("¹")
    case "2": result.append("²")
    case "3": result.append("³")
    case "0", "4"..."9": result.append(Unicode.Scalar(0x2070 + scalar.value - 0x30) ?? scalar)
    case "+": result.append("⁺")
    case "-", "−", "–": result.append("⁻")
    case "n": result.append("ⁿ")
    default: return nil
    }
  }
  return result.isEmpty ? nil : String(result)
}
