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
    let notes = XMLEventReader().read(Array(document.utf8), with: &log)
    return (log.events, notes)
  }
}

private struct EventLog: XMLEventHandler {
  let showsNamespaces: Bool
  var events: [String] = []
  var open: [String] = []

  init(showsNamespaces: Bool) {
    self.showsNamespaces = showsNamespaces
  }

  mutating func start(_ tag: XMLStartTag) {
    if showsNamespaces {
      events.append("<{\(tag.name.namespace ?? "")}\(tag.name.local)>")
      open.append("")
    } else {
      let attributes = tag.attributes.map { " \($0.name.qualified)=\($0.value)" }.joined()
      events.append("<\(tag.name.qualified)\(attributes)>")
      open.append(tag.name.qualified)
    }
  }

  mutating func end() { events.append("</\(open.popLast() ?? "?")>") }

  mutating func text(_ utf8: [UInt8]) { events.append(String(decoding: utf8, as: UTF8.self)) }
}
