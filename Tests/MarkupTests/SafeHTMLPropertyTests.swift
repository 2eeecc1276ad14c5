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
      for fault in safetyFaults(in: once.html) { Issue.record("\(fault) in \(once.html)\nof \(html)") }
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
      #expect(!safetyFaults(in: bad).isEmpty, "\(bad)")
    }
    for good in [
      "<p title=\"go on=now\">a</p>", "a &lt;script&gt;",
      "<br>b<img alt=\"javascript:\" src=\"https://a.example/\">", "",
    ] {
      #expect(safetyFaults(in: good).isEmpty, "\(good)")
    }
  }
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
