import DigestTesting
import Markup
import Testing

@Suite("Whatever HTML is made safe")
struct SafeHTMLPropertyTests {
  private let base = WebAddress("https://quay.example/post/")

  @Test("It is safe, and making it safe again changes nothing", arguments: 0..<60)
  func safe(seed: UInt64) {
    var author = HostileAuthor(seed: seed)
    for _ in 0..<20 {
      let html = author.fragment()
      let once = SafeHTML(sanitising: html, base: base)
      let twice = SafeHTML(sanitising: once.html, base: base)
      #expect(twice.html == once.html, "\(html)")
      #expect(twice.text == once.text, "\(html)")
      for fault in faults(in: once.html) { Issue.record("\(fault) in \(once.html)\nof \(html)") }
    }
  }

  @Test("The judge of this suite finds what it must find")
  func judge() {
    for bad in [
      "<script>", "<p onclick=\"x\"></p>", "<a title=\"a\" onclick=\"x\"></a>",
      "<a href=\"javascript:x\"></a>",
      "<a title=\"\" href=\"&#106;avascript:x\"></a>", "<iframe></iframe>",
      "<p style=\"top:expression(1)\"></p>",
      "<!-- x -->", "<b>", "</b>", "<b></i></b>", "a\u{1}", "<b", "<img srcset=\"/x\">",
    ] {
      #expect(!faults(in: bad).isEmpty, "\(bad)")
    }
    for good in [
      "<p title=\"go on=now\">a</p>", "a &lt;script&gt;",
      "<br>b<img alt=\"javascript:\" src=\"https://a.example/\">", "",
    ] {
      #expect(faults(in: good).isEmpty, "\(good)")
    }
  }

  /// What of `html`, which our writer wrote, is not as it must be. In what it writes a `>` always ends a tag.
  private func faults(in html: String) -> [String] {
    var faults: [String] = []
    var open: [String] = []
    if html.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) {
      faults.append("a control character")
    }
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: ">") else {
        faults.append("a tag without end")
        continue
      }
      let tag = piece[..<end]
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) { faults.append("a stray end tag") }
        continue
      }
      let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
      let name = String(parts[0].prefix { $0 != " " })
      if name.isEmpty || !name.utf8.allSatisfy({ isLetterOrDigit($0) }) { faults.append("a tag \"\(name)\"") }
      if Self.forbidden.contains(name) { faults.append("an element \"\(name)\"") }
      if !Self.void.contains(name) { open.append(name) }
      for (label, value) in zip(parts, parts.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(
        \.element)
      {
        if let fault = fault(of: label.dropLast().split(separator: " ").last ?? "", value) {
          faults.append(fault)
        }
      }
    }
    if !open.isEmpty { faults.append("\(open) without end") }
    return faults
  }

  private func fault(of attribute: Substring, _ value: Substring) -> String? {
    if attribute.hasPrefix("on") { return "an event attribute" }
    let plain = value.filter { $0 > " " }.lowercased()
    switch attribute {
    case "href", "src", "cite", "poster", "xlink:href":
      let isHarmless = ["https:", "http:", "mailto:", "data:image/png;"].contains { plain.hasPrefix($0) }
      return isHarmless || plain.isEmpty ? nil : "an address \(value)"
    case "style": return plain.contains("expression") || plain.contains("url") ? "a style \(value)" : nil
    case "action", "formaction", "srcset", "srcdoc", "class", "id": return "an attribute \(attribute)"
    default: return nil
    }
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static let void: Set<String> = ["br", "hr", "img", "wbr", "col", "source", "area"]
  private static let forbidden: Set<String> = [
    "script", "style", "iframe", "object", "embed", "applet", "link", "meta", "base", "form", "input",
    "frame",
    "frameset", "noscript", "template", "textarea", "xmp", "plaintext",
  ]
}

/// Writes fragments of tags, attributes and text without any order, the same for the same seed.
private struct HostileAuthor {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func fragment() -> String {
    (0...random.below(24)).map { _ in
      switch random.below(5) {
      case 0, 1:
        "<\(random.one(of: Self.names))\(attributes())\(random.one(of: ["", "", "", "/", " /", "\n"]))>"
      case 2: "</\(random.one(of: Self.names))>"
      case 3: random.one(of: Self.texts)
      default: random.one(of: Self.traps)
      }
    }.joined()
  }

  private mutating func attributes() -> String {
    (0..<random.below(3)).map { _ in
      let quote = random.one(of: ["\"", "'", "", "\""])
      return " \(random.one(of: Self.attributeNames))=\(quote)\(random.one(of: Self.values))\(quote)"
    }.joined()
  }

  private static let names = [
    "p", "div", "b", "i", "a", "A", "span", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "blockquote",
    "pre",
    "table", "tr", "td", "th", "tbody", "caption", "img", "br", "hr", "font", "center", "svg", "math", "mi",
    "circle", "text", "title", "script", "SCRIPT", "style", "iframe", "object", "embed", "form", "input",
    "select", "option", "button", "textarea", "noscript", "template", "video", "audio", "source", "picture",
    "base", "link", "meta", "details", "summary", "ruby", "rt", "x-y", "marquee", "body", "html", "head",
    "xmp",
    "figure", "figcaption", "dir", "address", "foreignObject", "annotation-xml", "frameset", "nobr", "label",
  ]
  private static let attributeNames = [
    "href", "src", "title", "alt", "style", "onclick", "ONLOAD", "on\u{0}click", "class", "id", "width",
    "height",
    "xlink:href", "cite", "poster", "srcset", "lang", "data-x", "action", "formaction", "xmlns", "d", "fill",
  ]
  private static let values = [
    "/x", "javascript:alert(1)", " JaVa\tScRiPt:x", "&#106;avascript:x", "java&#10;script:x",
    "&#x1;javascript:x",
    "javascript&colon;x", "vbscript:x", "data:text/html,x", "data:image/png;base64,AA==",
    "data:image/svg+xml,x",
    "http://a.example/?q=1&b=2", "//b.example/", "mailto:a@b.example", "x y", "\u{200B}javascript:x", "a`b",
    "1",
    "300", "color:red;position:fixed", "width:expression(alert(1))", "background:url(javascript:x)", "a>b",
    "feed:javascript:x", "http://u:p@h.example/", "\u{301}", "on=1", "http://ä.example/ö", "",
  ]
  private static let texts = [
    "word", " ", "two words", "\n", "&amp;", "&lt;script&gt;", "&#60;b>", "&nbsp;", "é", "\u{1F600}", "\u{0}",
    "\u{1}",
    "\u{7F}", "\r\n", "<", ">", "& ", "&", "\"", "'", "a < b", "&copy", "&#0;", "&#x110000;", "\u{2028}",
    "]]>",
  ]
  private static let traps = [
    "<!--", "-->", "<!-- x -->", "<!--><b>", "<![CDATA[", "<?php x ?>", "<!DOCTYPE x>", "</", "<a", "<b x=\"",
    "<script>x</script>", "<style>p{}</style>", "<svg><script>x</script></svg>", "<scr<script>ipt>", "<<b>",
    "<svg><p>x</p></svg>", "<math><mi><img src=x onerror=y></mi></math>", "<table><p>x",
    "<title><b>x</title>",
    "<noscript><p title=\"</noscript><img src=x onerror=y>\">", "<textarea></textarea><b>", "<xmp><b></xmp>",
    "<a href=\"/x\"><a href=\"/y\">", "<svg><style><img src=x></style></svg>", "</p>", "</br>", "<plaintext>",
  ]
}
