import Testing

@testable import Templates

@Suite("Templates print values where they belong and nowhere else")
struct TemplateRenderingTests {
  private func html(_ template: String, _ values: [String: TemplateValue], partials: [TemplateFile] = [])
    throws -> String
  {
    let page = TemplateFile(name: "digest.html.mustache", text: template)
    return try TemplateSet(files: [page] + partials).renderHTML(values)
  }

  @Test(
    "Text is escaped by scalar, in attributes and between tags",
    arguments: [
      ("<b> & 'x'", "&lt;b&gt; &amp; &#39;x&#39;"),
      ("x\"\u{301} onmouseover=\"alert(1)", "x&quot;\u{301} onmouseover=&quot;alert(1)"),
      ("<\u{338}script>", "&lt;\u{338}script&gt;"),
      ("&\u{200D}amp;", "&amp;\u{200D}amp;"),
    ])
  func escaping(text: String, expected: String) throws {
    #expect(Array(try html("{{subject}}", ["subject": .text(text)]).utf8) == Array(expected.utf8))
  }

  @Test("A partial escapes as its page does, at any depth")
  func partialEscaping() throws {
    let outer = TemplateFile(name: "outer.html.mustache", text: "<i title=\"{{subject}}\">{{> inner}}")
    let inner = TemplateFile(
      name: "inner.html.mustache", text: "{{#publication}}<b title=\"{{title}}\">{{/publication}}")
    let text = "\"\u{301}<"
    let result = try html(
      "{{> outer}}", ["subject": .text(text), "publication": .object(["title": .text(text)])],
      partials: [outer, inner])
    let escaped = "&quot;\u{301}&lt;"
    #expect(Array(result.utf8) == Array("<i title=\"\(escaped)\"><b title=\"\(escaped)\">".utf8))
  }

  @Test("Plain-text templates print text as it is, braces and all")
  func plainText() throws {
    let page = TemplateFile(name: "digest.txt.mustache", text: "{{title}}|{{> part}}\n")
    let part = TemplateFile(name: "part.txt.mustache", text: "{{edition}}")
    let set = try TemplateSet(files: [page, part])
    #expect(
      try set.renderText(["title": .text("<a> & {{title}}"), "edition": .text("\"é\"")])
        == "<a> & {{title}}|\"é\"\n")
  }

  @Test("A value that is missing further in is not taken from further out")
  func noClimbing() throws {
    let template = "{{#footer}}{{#address}}[{{address}}]{{/address}}{{^address}}none{{/address}}{{/footer}}"
    #expect(try html(template, ["footer": .object([:])]) == "none")
    let section = "{{#sections}}({{title}}{{direction}}){{/sections}}"
    #expect(
      try html(section, ["direction": .text("ltr"), "sections": .list([.object([:])])]) == "()")
  }

  @Test("Sections stay away for absent text, empty text, empty lists and false")
  func absence() throws {
    let template =
      "{{#preheader}}a{{/preheader}}{{^preheader}}b{{/preheader}}{{#sections}}c{{/sections}}{{#note}}d{{/note}}"
    #expect(try html(template, [:]) == "b")
    #expect(try html(template, ["preheader": .text(""), "sections": .list([])]) == "b")
    #expect(try html(template, ["preheader": .text("x"), "note": .object([:])]) == "ad")
  }

  @Test("Values that do not fit their key are a named fault")
  func wrongValues() {
    #expect(throws: TemplateError.self) { try html("", ["subject": .bool(true)]) }
    #expect(throws: TemplateError.self) { try html("", ["unheardOf": .text("x")]) }
  }

  @Test("A folder overrides single settings and partials of the built-in template")
  func overriding() throws {
    let set = try TemplateSet(files: [
      TemplateFile(name: "theme.yaml", text: "paper: \"#fedcba\""),
      TemplateFile(name: "footer.html.mustache", text: "OWN FOOTER"),
    ])
    let page = try set.renderHTML(["subject": .text("s")])
    #expect(page.contains("#fedcba") && page.contains("OWN FOOTER"))
  }

  @Test("Arguments of a phrase are filled in once")
  func arguments() throws {
    let wording = try TemplateSet.builtIn().wording(for: "en")
    #expect(wording("readOn", ["source": "{count} {source}"]) == "Read on in {count} {source}")
    #expect(
      wording.html("answers", ["name": EscapedHTML(escaping: "<&>")]).rawValue == "answers &lt;&amp;&gt;")
  }

  @Test(
    "Plurals follow the language",
    arguments: [
      ("en", 1, "one"), ("en", 0, "other"), ("fr", 0, "one"), ("ja", 1, "other"), ("pl", 22, "few"),
      ("pl", 12, "many"), ("ru", 21, "one"), ("ar", 2, "two"), ("ar", 103, "few"), ("he", 2, "two"),
    ])
  func plurals(language: String, count: Int, expected: String) {
    #expect(PluralCategory(of: count, language: language).rawValue == expected)
  }
}
