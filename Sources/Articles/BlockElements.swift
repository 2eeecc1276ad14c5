/// Elements that are no reading matter.
let unread: NameSet = [
  "script", "style", "template", "iframe", "object", "embed", "form", "input", "select", "option", "textarea",
  "button",
  "svg", "canvas", "audio", "video", "nav", "noscript", "title", "meta", "link", "map", "applet",
  "dialog",
]

func isBlockElement(_ name: String) -> Bool { blockElements.contains(name) }

private let blockElements: NameSet = [
  "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "dt", "dd",
  "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
  "hgroup", "hr",
  "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot",
  "tr",
  "td", "th", "caption", "ul", "body", "html", "legend", "picture",
]

/// Whether a text ends with the end of a sentence, closing quotes and brackets aside.
func endsSentence(_ text: String) -> Bool {
  for scalar in text.unicodeScalars.reversed() {
    switch scalar.value {
    case 0x21, 0x2E, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F: return true
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2018...0x201F, 0x20, 0xA0: continue
    default: return false
    }
  }
  return false
}
