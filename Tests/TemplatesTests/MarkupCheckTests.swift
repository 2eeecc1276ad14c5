import Testing

@testable import Templates

@Suite("A template cannot do harm with its HTML")
struct MarkupCheckTests {
  private func complaints(_ template: String) -> [String] {
    TemplateSet.problems(in: [TemplateFile(name: "digest.html.mustache", text: template)]).map(\.message)
  }

  @Test(
    "What runs, loads or collects something is refused",
    arguments: [
      ("<script>1</script>", "the element \"script\""), ("<IFRAME src=\"https://a.example\">", "\"iframe\""),
      ("<p onclick=\"x()\">", "the attribute \"onclick\""),
      ("<p\nONLOAD = \"x\">", "the attribute \"onload\""),
      ("<a href=\"javascript:alert(1)\">", "an address begins with https://"),
      ("<a href=\"&#106;avascript:alert(1)\">", "an address begins with https://"),
      ("<img src=\"http://a.example/x.png\">", "an address begins with https://"),
      ("<img src=\"data:image/png;base64,x\">", "an address begins with https://"),
      ("<p style=\"background:url(https://a.example/x)\">", "\"url(\""),
      ("<p style=\"width:e\\78pression(1)\">", "\"\\\""),
      ("<style>@import 'x';</style>", "\"@import\""), ("<form>", "\"form\""),
      ("<link rel=\"x\">", "\"link\""),
      ("<!--[if mso]><script><![endif]-->", "\"script\""), ("<!--x--><base>", "\"base\""),
      ("<p title=\"", "is not closed"), ("<p", "is not closed"),
    ])
  func refused(template: String, expected: String) {
    let isTold = complaints(template).contains { $0.contains(expected) }
    #expect(isTold, "\(complaints(template))")
  }

  @Test(
    "A value stands only where it is safe",
    arguments: [
      ("<a href=\"{{subject}}\">", "is text, not an address"),
      ("<a href='x{{publication.homepage}}'>", "must stand first"),
      ("<img src=\"{{theme.paper}}\">", "not an address"),
      ("<p {{subject}}>", "stands inside a tag"), ("<p title={{subject}}>", "quotation marks"),
      ("<p title=x{{subject}}>", "quotation marks"),
      ("<p style=\"{{subject}}\">", "may not stand in a style"),
      ("<style>{{subject}}</style>", "may not stand in a style"), ("<!-- {{subject}} -->", "in a comment"),
      ("<p title=\"{{> card}}\">", "a partial stands between"),
      ("{{#sections}}{{#items}}<p title=\"{{{byline}}}\">{{/items}}{{/sections}}", "is ready HTML"),
      (
        "{{#sections}}{{#contents.entries}}{{title}}{{/contents.entries}}{{/sections}}",
        "would print once more"
      ),
    ])
  func misplaced(template: String, expected: String) {
    let isTold = complaints(template).contains { $0.contains(expected) }
    #expect(isTold, "\(complaints(template))")
  }

  @Test(
    "What mails are made of is taken",
    arguments: [
      "<a href=\"{{publication.homepage}}\">", "<a href=\"{{edition.url}}#a1\">x</a>",
      "<a href='mailto:a@b.example'>x</a>",
      "<img src=\"{{theme.logo}}\" alt=\"{{subject}}\">",
      "<p style=\"border-{{startSide}}:1px solid {{theme.rule}}\">",
      "<style>.a{color:{{theme.darkInk}}!important}</style>",
      "<!--[if mso]><table width=\"{{theme.width}}\"><![endif]-->",
      "<p{{#direction}} dir=\"{{direction}}\"{{/direction}}>a < b</p>", "<td title='\"{{subject}}\"'>",
      "<!--[if !mso]><!-->{{subject}}<!--<![endif]-->", "<p title=\"\">{{subject}}",
      "<!DOCTYPE html>{{subject}}",
    ])
  func taken(template: String) {
    #expect(complaints(template) == [])
  }

  @Test("Templates that would print without end are stopped by the size of what they print")
  func endless() throws {
    let steps: [TemplateProgram.Step] = [
      .section(.init(outward: 0, names: ["many"]), [.text(Array(repeating: 0x78, count: 100))])
    ]
    let values: [String: TemplateValue] = ["many": .list(Array(repeating: .object([:]), count: 50))]
    #expect(TemplateProgram(steps: steps).render(values, limit: 4_000) == nil)
    #expect(TemplateProgram(steps: steps).render(values, limit: 6_000)?.utf8.count == 5_000)
  }

  @Test("Partials that add up to more than a megabyte are refused in bounded time")
  func size() {
    let part = TemplateFile(name: "big.html.mustache", text: String(repeating: "x", count: 4_000))
    let page = TemplateFile(
      name: "digest.html.mustache", text: String(repeating: "{{> big}}\n", count: 3_000))
    let messages = TemplateSet.problems(in: [page, part]).map(\.message)
    #expect(messages.first == "the template with its partials is over 1 MB")
  }

  @Test(
    "A megabyte in one line is judged in bounded time",
    arguments: [
      String(repeating: "{{subject}}", count: 90_000),
      String(repeating: "{{#sections}}{{/sections}}", count: 38_000),
      String(repeating: "   {{! x }}   ", count: 70_000), String(repeating: "<p a=\"", count: 140_000),
    ])
  func longLine(template: String) {
    let clock = ContinuousClock()
    let start = clock.now
    _ = complaints(template)
    #expect(clock.now - start < .seconds(60))
  }

  @Test("A tag alone on its line takes the line with it; a comment prints nothing")
  func lines() throws {
    let page = "a\n  {{#publication}}\nb {{! said aside }}c\n{{/publication}}\r\n{{! alone }}\nd"
    let set = try TemplateSet(files: [TemplateFile(name: "digest.html.mustache", text: page)])
    #expect(try set.renderHTML(["publication": .object([:])]) == "a\nb c\nd")
    #expect(try set.renderHTML([:]) == "a\nd")
  }
}
