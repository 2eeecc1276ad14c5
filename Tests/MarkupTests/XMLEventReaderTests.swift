import Markup
import Testing

@Suite("XML events")
struct XMLEventReaderTests {
  @Test("A well-formed document gives its elements, attributes and text, and no note")
  func wellFormed() {
    let (events, notes) = read("<a x='1 &amp; 2'><b>t &lt; <![CDATA[<u>&amp;]]></b><c/></a>")
    #expect(events == ["<a x=1 & 2>", "<b>", "t < <u>&amp;", "</b>", "<c>", "</c>", "</a>"])
    #expect(notes.isEmpty)
  }

  @Test(
    "CDATA sections keep their text and place, whatever stands around them",
    arguments: [
      ("<a><![CDATA[x]]></a>", "<a>|x|</a>"), ("<a><![CDATA[]]></a>", "<a>|</a>"),
      ("<a>1<![CDATA[2]]>3<b/><![CDATA[4]]]]><![CDATA[>5]]></a>", "<a>|123|<b>|</b>|4]]>5|</a>"),
      ("<!-- <![CDATA[ --><a><b/><!-- ]]> --><![CDATA[x]]></a>", "<a>|<b>|</b>|x|</a>"),
      ("<?x <![CDATA[ ?><a><![CDATA[y]]></a>", "<a>|y|</a>"),
      ("<a><!-- < --><![CDATA[<!-- x]]><![CDATA[ -->]]></a>", "<a>|<!-- x -->|</a>"),
      ("<a>\r\n<![CDATA[1\r\n2é漢]]></a>", "<a>|\n1\r\n2é漢|</a>"),
    ])
  func sections(document: String, expected: String) {
    let (events, notes) = read(document)
    #expect(events.joined(separator: "|") == expected)
    #expect(notes.isEmpty)
  }

  @Test(
    "A character that XML forbids is found in a CDATA section, too",
    arguments: ["\u{0B}", "12345678\u{01}", "\u{FFFE}", "漢\u{FFFF}", "\n\n\n\u{00}\n\n\n\n"])
  func forbiddenInSection(text: String) {
    let (events, notes) = read("<a><![CDATA[\(text)]]><b/></a>")
    #expect(notes.contains { $0.breaksWellFormedness })
    #expect(events.suffix(3) == ["<b>", "</b>", "</a>"])
    let bad: Set<Unicode.Scalar> = ["\u{0B}", "\u{01}", "\u{FFFE}", "\u{FFFF}", "\u{00}"]
    #expect(!events.joined().unicodeScalars.contains { bad.contains($0) })
  }

  @Test("Nesting beyond the limit is cut, attributes and all, and what follows is read")
  func depthWithAttributes() {
    let depth = 2000
    let document =
      "<a>" + String(repeating: "<b c='a text that is longer than a word'>", count: depth)
      + String(repeating: "</b>", count: depth) + "<d/></a>"
    let (events, notes) = read(document)
    #expect(notes.contains { $0.code == .limitExceeded })
    #expect(events.suffix(3) == ["<d>", "</d>", "</a>"])
  }

  @Test("More namespaces than anybody needs end the reading")
  func namespaceFlood() {
    let declarations = (0..<200).map { " xmlns:n\($0)='urn:\($0)'" }.joined()
    let document =
      String(repeating: "<a\(declarations)>", count: 100) + "<b n1:x='1'/>"
      + String(repeating: "</a>", count: 100)
    let (events, notes) = read(document)
    #expect(notes.contains { $0.code == .limitExceeded })
    #expect(events.filter { $0.hasPrefix("<a") }.count < 10)
    #expect(events.filter { $0.hasPrefix("</") }.count == events.filter { !$0.hasPrefix("</") }.count)
  }

  @Test("Lines are counted through CDATA sections")
  func linesAfterSections() {
    var log = LineLog()
    let document = "<a>\n<![CDATA[\n\n x \n 12345678\n]]>\n<b/><![CDATA[\n]]><c/>\n<d/></a>"
    _ = XMLEventReader().read(CharsetDecoder(.xml).decode(Array(document.utf8)), with: &log)
    #expect(log.lines == [1, 7, 8, 9])
  }

  @Test("Names carry the namespace, also under another prefix")
  func namespaces() {
    let (events, _) = read("<q:a xmlns:q='urn:x'><b xmlns='urn:y'/></q:a>", namespaces: true)
    #expect(events == ["<{urn:x}a>", "<{urn:y}b>", "</>", "</>"])
  }

  @Test("An undeclared prefix is kept and noted")
  func undeclaredPrefix() {
    let (events, notes) = read("<a><dc:b>x</dc:b></a>")
    #expect(events == ["<a>", "<dc:b>", "x", "</dc:b>", "</a>"])
    #expect(notes.map(\.code) == [.prefixUndeclared])
  }

  @Test(
    "A broken document is repaired and nothing after the break is lost",
    arguments: [
      ("<a>x & y<b/></a>", "<a>|x & y|<b>|</b>|</a>", MarkupNote.Code.notWellFormed),
      ("<a>1 < 2<b/></a>", "<a>|1 < 2|<b>|</b>|</a>", .notWellFormed),
      ("<a href='?x=1&copy=2'/>", "<a href=?x=1&copy=2>|</a>", .notWellFormed),
      ("<a>x\u{0B}y&#8;z</a>", "<a>|xyz|</a>", .illegalCharacter),
      ("<a>caf&eacute;&nbsp;x</a>", "<a>|café\u{A0}x|</a>", .entityUndefined),
      ("<a>&unheard;</a>", "<a>|&unheard;|</a>", .entityUndefined),
      ("<a><b>x</i></b></a>", "<a>|<b>|x|</b>|</a>", .notWellFormed),
      ("<a><b><i>x</b><c/></a>", "<a>|<b>|<i>|x|</i>|</b>|<c>|</c>|</a>", .notWellFormed),
      ("<a b=1 c d='2' d='3'/>", "<a b=1 c=c d=2>|</a>", .notWellFormed),
      ("<a><b>x", "<a>|<b>|x|</b>|</a>", .truncated),
      ("<a><b>x</b", "<a>|<b>|x|</b>|</a>", .notWellFormed),
      ("<a><b><![CDATA[x & y", "<a>|<b>|x & y|</b>|</a>", .truncated),
      ("junk <a>x</a>", "<a>|x|</a>", .notWellFormed),
      ("<a>x</a> junk <b/>", "<a>|x|</a>", .notWellFormed),
      (
        "<rss><item><t>1<item><t>2</t></item></rss>",
        "<rss>|<item>|<t>|1|</t>|</item>|<item>|<t>|2|</t>|</item>|</rss>", .notWellFormed
      ),
      ("<rss><item/></rss><item/>", "<rss>|<item>|</item>|<item>|</item>|</rss>", .notWellFormed),
      ("<br>Warning</b><rss><item/></rss>", "<rss>|<item>|</item>|</rss>", .notWellFormed),
    ])
  func repair(document: String, expected: String, code: MarkupNote.Code) {
    let (events, notes) = read(document)
    #expect(events.joined(separator: "|") == expected)
    #expect(notes.contains { $0.code == code })
    #expect(notes.contains { $0.breaksWellFormedness })
  }

  @Test("A DTD is not used, but its short entities are; files and bombs stand for nothing")
  func documentType() {
    let (events, notes) = read(
      """
      <!DOCTYPE a SYSTEM "http://x.example/a.dtd" [
      <!ENTITY brand "Acme &amp; Sons"><!ENTITY file SYSTEM "file:///etc/passwd">
      <!ENTITY b1 "&brand;&brand;"> <!ENTITY % p "x"> %p; ]>
      <a t="&brand;">&brand;|&file;|&b1;|&eacute;</a>
      """)
    #expect(events == ["<a t=Acme & Sons>", "Acme & Sons|||é", "</a>"])
    #expect(notes.map(\.code) == [.dtdIgnored])
    #expect(!notes.contains { $0.breaksWellFormedness })
  }

  @Test("Depth is cut, and what comes after is still read")
  func depth() {
    let deep = String(repeating: "<b>", count: 20_000) + "x" + String(repeating: "</b>", count: 20_000)
    let (events, notes) = read("<a>\(deep)<c/></a>")
    #expect(events.count < 1000)
    #expect(events.suffix(3) == ["<c>", "</c>", "</a>"])
    #expect(notes.contains { $0.code == .limitExceeded })
  }

  @Test("A tag with too many attributes is cut, and what comes after is still read")
  func attributes() {
    let many = (0..<5000).map { "a\($0)='1'" }.joined(separator: " ")
    let (events, notes) = read("<a><b \(many)/><c/></a>")
    #expect(events.contains("<c>"))
    #expect(notes.contains { $0.code == .limitExceeded })
  }

  @Test("Input made to be searched again and again is read in linear time")
  func noQuadraticSearch() {
    for piece in ["<a b=\"", "<!--", "<![CDATA[", "<?x", "<!DOCTYPE ", "&", "</a", "<a ", "<a b='<"] {
      let (_, notes) = read("<r>" + String(repeating: piece, count: 20_000))
      #expect(!notes.isEmpty)
    }
  }

  @Test("Notes say line and column of the original")
  func place() {
    let (_, notes) = read("<a>\n<b>x</b>\n  y & z</a>")
    #expect(notes.first?.line == 3)
    #expect(notes.first?.column == 5)
  }

  @Test("No element, no events", arguments: ["", " ", "hello", "<", "<!-- x -->", "&amp;"])
  func nothing(document: String) {
    let (events, notes) = read(document)
    #expect(events.isEmpty)
    #expect(notes.contains { $0.code == .emptyDocument })
  }

  // MARK: -

  private func read(_ document: String, namespaces: Bool = false) -> (events: [String], notes: [MarkupNote]) {
    var log = EventLog(showsNamespaces: namespaces)
    let notes = XMLEventReader().read(CharsetDecoder(.xml).decode(Array(document.utf8)), with: &log)
    return (log.events, notes)
  }
}

private struct LineLog: XMLEventHandler {
  var lines: [Int] = []

  mutating func start(_ tag: XMLStartTag) { lines.append(tag.line) }
  mutating func end() {}
  mutating func text(_ piece: UTF8Span) {}
}

private struct EventLog: XMLEventHandler {
  let showsNamespaces: Bool
  var events: [String] = []
  var open: [String] = []
  var isInText = false

  init(showsNamespaces: Bool) {
    self.showsNamespaces = showsNamespaces
  }

  mutating func start(_ tag: XMLStartTag) {
    isInText = false
    if showsNamespaces {
      events.append("<{\(tag.name.namespace ?? "")}\(tag.name.local)>")
      open.append("")
    } else {
      let attributes = tag.attributes.map { " \($0.name.qualified)=\($0.value)" }.joined()
      events.append("<\(tag.name.qualified)\(attributes)>")
      open.append(tag.name.qualified)
    }
  }

  mutating func end() {
    isInText = false
    events.append("</\(open.popLast() ?? "?")>")
  }

  /// Pieces of one text are one event.
  mutating func text(_ piece: UTF8Span) {
    if isInText {
      events[events.count - 1] += String(copying: piece)
    } else {
      events.append(String(copying: piece))
    }
    isInText = true
  }
}
