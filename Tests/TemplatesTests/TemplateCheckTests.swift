import Testing

@testable import Templates

@Suite("Templates are checked when they are loaded")
struct TemplateCheckTests {
  /// The message for a page that holds only `template`; `nil` if it is taken.
  private func complaint(_ template: String, partials: [TemplateFile] = []) -> String? {
    let page = TemplateFile(name: "digest.html.mustache", text: template)
    return TemplateSet.problems(in: [page] + partials).first?.description
  }

  @Test("The built-in template has no problem")
  func builtIn() throws {
    #expect(TemplateSet.problems(in: []).isEmpty)
    _ = try TemplateSet.builtIn()
  }

  @Test("Every embedded file has a role, and together they stay under 60 kB")
  func embedded() {
    #expect(TemplateSet.builtInFiles.allSatisfy { $0.role != .other && !$0.text.isEmpty })
    #expect(TemplateSet.builtInFiles.reduce(0) { $0 + $1.text.utf8.count } < 60_000)
  }

  @Test(
    "A mistake is named with its place and a hint",
    arguments: [
      ("a\nb {{subjct}}", "digest.html.mustache:2:3: unknown key \"subjct\" (did you mean \"subject\"?)"),
      (
        "{{publication.titel}}",
        "digest.html.mustache:1:1: unknown key \"publication.titel\" (did you mean \"publication.title\"?)"
      ),
      (
        "{{theme.papr}}",
        "digest.html.mustache:1:1: unknown key \"theme.papr\" (did you mean \"theme.paper\"?)"
      ),
      ("é {{> crad}}", "digest.html.mustache:1:3: unknown partial \"crad\" (did you mean \"card\"?)"),
      ("{{qqqqqqqq}}", "digest.html.mustache:1:1: unknown key \"qqqqqqqq\""),
      ("{{#sections}}", "digest.html.mustache:1:1: {{#sections}} is never closed: write {{/sections}}"),
      (
        "{{#sections}}\n{{#items}}{{/sections}}",
        "digest.html.mustache:2:11: {{/sections}} stands where {{/items}} must close line 2"
      ),
      ("{{/items}}", "digest.html.mustache:1:1: {{/items}} closes a section that was not opened"),
      ("{{subject", "digest.html.mustache:1:1: the tag \"subject\" is not closed: write }} after the name"),
      ("{{! never", "digest.html.mustache:1:1: a comment is opened here and never closed: write }} after it"),
      (
        "{{{subject}}}",
        "digest.html.mustache:1:1: \"subject\" is plain text and must be escaped: write {{subject}}"
      ),
      (
        "{{#sections}}{{#items}}{{byline}}{{/items}}{{/sections}}",
        "digest.html.mustache:1:24: \"byline\" is ready HTML: write {{{byline}}}"
      ),
      (
        "{{sections}}",
        "digest.html.mustache:1:1: \"sections\" is a list and cannot be printed: open it with {{#sections}}"
      ),
      (
        "<a href={{subject}}>",
        "digest.html.mustache:1:9: put the attribute's value into quotation marks: =\"{{subject}}\""
      ),
      ("{{=<% %>=}}", "digest.html.mustache:1:1: other delimiters than {{ and }} are not allowed"),
      (
        "{{< page}}",
        "digest.html.mustache:1:1: template inheritance is not allowed; use a partial: {{> name}}"
      ),
      (
        "{{% CONTENT_TYPE:TEXT}}",
        "digest.html.mustache:1:1: pragmas are not allowed; escaping follows from the file's name"
      ),
      (
        "{{uppercased(subject)}}", "digest.html.mustache:1:1: functions such as uppercased(…) are not allowed"
      ),
      (
        "{{> ../../etc/passwd}}",
        "digest.html.mustache:1:1: a name has no path: partials lie in the template's folder itself"
      ),
      ("{{> *subject}}", "digest.html.mustache:1:1: a partial cannot be named by a value"),
      (
        "{{#sections}}{{#sections}}{{/sections}}{{/sections}}",
        "digest.html.mustache:1:14: \"sections\" would print once more for each element of the list that is open here"
      ),
    ])
  func mistakes(template: String, expected: String) {
    #expect(complaint(template) == expected)
  }

  @Test("A mistake in a partial is found where the partial is drawn in, and named by the partial's file")
  func partial() {
    let inner = TemplateFile(name: "inner.html.mustache", text: "\n{{title}}")
    #expect(complaint("{{#sections}}{{> inner}}{{/sections}}", partials: [inner]) == nil)
    #expect(
      complaint("{{> inner}}", partials: [inner]) == "inner.html.mustache:2:1: unknown key \"title\"")
  }

  @Test("Partials that draw in themselves, directly or through others, are refused")
  func cycle() {
    let a = TemplateFile(name: "a.html.mustache", text: "{{> b}}")
    let b = TemplateFile(name: "b.html.mustache", text: "{{> a}}")
    #expect(complaint("{{> a}}", partials: [a, b])?.contains("draws in itself") == true)
  }

  @Test("Partials that multiply are refused in bounded time")
  func explosion() {
    let files = (0..<14).map {
      TemplateFile(name: "p\($0).html.mustache", text: String(repeating: "{{> p\($0 + 1)}}", count: 8))
    }
    let last = TemplateFile(name: "p14.html.mustache", text: "x")
    #expect(complaint("{{> p0}}", partials: files + [last])?.contains("nested too deeply") == true)
  }

  @Test("Sections nested without end are refused")
  func depth() {
    let template =
      String(repeating: "{{#subject}}", count: 60) + String(repeating: "{{/subject}}", count: 60)
    #expect(complaint(template)?.contains("more than 32 deep") == true)
  }

  @Test("Both forms are checked, and an unused partial at least for its tags")
  func allFiles() {
    let problems = TemplateSet.problems(in: [
      TemplateFile(name: "digest.html.mustache", text: "{{nothing}}"),
      TemplateFile(name: "digest.txt.mustache", text: "{{nothing}}"),
      TemplateFile(name: "spare.html.mustache", text: "{{broken"),
      TemplateFile(name: "README.md", text: "{{anything"),
    ])
    #expect(
      problems.map(\.file) == ["digest.html.mustache", "spare.html.mustache", "digest.txt.mustache"])
  }

  @Test(
    "Settings are one a line, and a bad one is named with its place",
    arguments: [
      ("theme.yaml", "paper #fff", "theme.yaml:1:1: write NAME: VALUE"),
      ("theme.yaml", "# fine\npaper: #fff", "theme.yaml:2:8: put the value into double quotes"),
      ("theme.yaml", "paper: \"#fff", "theme.yaml:1:8: put the value into double quotes"),
      ("theme.yaml", "paper: a\npaper: b", "theme.yaml:2:1: \"paper\" is set twice"),
      ("theme.yaml", " paper: a", "theme.yaml:1:1: a setting starts at the line's first column"),
      (
        "theme.yaml", "dark.paper: a",
        "theme.yaml:1:1: unknown key \"dark.paper\" (did you mean \"darkPaper\"?)"
      ),
      (
        "strings.de.yaml", "contens: x",
        "strings.de.yaml:1:1: unknown key \"contens\" (did you mean \"contents\"?)"
      ),
    ])
  func settings(name: String, text: String, expected: String) {
    #expect(TemplateSet.problems(in: [TemplateFile(name: name, text: text)]).first?.description == expected)
  }

  @Test("All mistakes of a form are told at once, in the order of the file, each place once")
  func allMistakes() {
    let page = TemplateFile(
      name: "digest.html.mustache",
      text: "{{> part}}{{> part}}\n{{nothing}}\n{{#unheard}}{{of}}{{/unheard}}\n{{subjct}}")
    let part = TemplateFile(name: "part.html.mustache", text: "\n{{bad}}")
    let problems = TemplateSet.problems(in: [page, part])
    #expect(
      problems.map { "\($0.file):\($0.line ?? 0)" } == [
        "part.html.mustache:2", "digest.html.mustache:2", "digest.html.mustache:3", "digest.html.mustache:4",
      ])
  }

  @Test("The keys of both templates are a fixed contract")
  func contract() {
    let paths = TemplateShape.object(DigestKeys.html).paths
    #expect(paths.contains("sections[].items[].conversation.comments[].author"))
    #expect(paths.contains("note.paragraphs[].text"))
    #expect(TemplateShape.object(DigestKeys.text).paths.contains("sections[].items[].quotes[]"))
  }
}
