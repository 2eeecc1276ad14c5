import Markup

/// A description without the tags that sites put into it by escaping text once too often. What only looks like a
/// tag, `a < b` or a name in such brackets, stays.
func withoutTags(_ text: String) -> String {
  var text = text
  // Each round may uncover what was escaped twice.
  for _ in 0..<6 where holdsTag(text) { text = HTMLDocument.parse(text).lineText(of: 0) }
  return text
}

private func holdsTag(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
    let rest = bytes[(index + 1)...].drop { $0 == UInt8(ascii: "/") }
    if rest.starts(with: "!--".utf8) { return true }
    let name = rest.prefix { lowered($0) >= 0x61 && lowered($0) <= 0x7A || $0 >= 0x31 && $0 <= 0x36 }
    if elements.contains(String(decoding: name.map(lowered), as: UTF8.self)) { return true }
  }
  return false
}

private let elements: NameSet = [
  "a", "abbr", "article", "audio", "b", "base", "blockquote", "body", "br", "button", "center", "cite",
  "code", "div",
  "em", "embed", "figure", "font", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html",
  "i",
  "iframe", "img", "input", "li", "link", "math", "meta", "object", "ol", "p", "pre", "script", "section",
  "small",
  "span", "strong", "style", "sub", "sup", "svg", "table", "td", "tr", "u", "ul", "video",
]
