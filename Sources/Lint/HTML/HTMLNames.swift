/// Elements that have no content and no end tag.
let voidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
  "wbr",
]

/// Elements of other vocabularies, where `/>` closes.
let foreignElements: Set<String> = ["svg", "math", "path", "rect", "circle", "g", "line", "polygon", "use"]

/// Elements that end a paragraph.
let blockElements: Set<String> = [
  "address", "article", "aside", "blockquote", "center", "details", "dir", "div", "dl", "fieldset",
  "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main",
  "menu", "nav", "ol", "p", "pre", "section", "table", "ul",
]

/// Elements that take words and no blocks.
let wordElements: Set<String> = [
  "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "label", "mark",
  "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
]

/// Active content, and what mail programs strip with all that stands in it.
let forbiddenElements: Set<String> = [
  "script", "form", "iframe", "object", "embed", "applet", "frame", "frameset", "input", "select", "textarea",
  "button", "video", "audio", "canvas", "svg", "math", "dialog", "base", "marquee", "template", "noscript",
  "portal", "slot", "meter", "progress", "picture", "source", "map", "area",
]

/// All elements of HTML, also those that are out of use.
let knownElements: Set<String> = blockElements.union(voidElements).union(forbiddenElements).union(
  foreignElements
).union([
  "a", "abbr", "acronym", "b", "basefont", "bdi", "bdo", "big", "blink", "body", "caption", "cite", "code",
  "colgroup", "data", "datalist", "dd", "del", "dfn", "dt", "em", "font", "head", "hgroup", "html", "i",
  "ins", "kbd", "label", "legend", "li", "listing", "mark", "nobr", "noframes", "optgroup", "option",
  "output", "plaintext", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "search", "small", "span",
  "strike", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
  "time", "title", "tr", "tt", "u", "var", "xmp",
])

/// 1 for `h1` to 6 for `h6`.
func headingLevel(_ name: String) -> Int? {
  let bytes = Array(name.utf8)
  guard bytes.count == 2, bytes[0] == UInt8(ascii: "h"), (0x31...0x36).contains(bytes[1]) else { return nil }
  return Int(bytes[1] - 0x30)
}
