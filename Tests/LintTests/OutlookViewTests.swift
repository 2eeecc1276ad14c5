import Model
import Testing

@testable import Lint

@Suite("Lint reads conditional comments as Outlook does")
struct OutlookViewTests {
  @Test(
    "Conditions hold for the versions that they name",
    arguments: [
      ("mso", [true, true, true, true]), ("!mso", [false, false, false, false]),
      ("gte mso 15", [false, false, true, true]),
      ("lt mso 16", [true, true, true, false]), ("mso 14", [false, true, false, false]),
      ("IE", [false, false, false, false]),
      ("mso | IE", [true, true, true, true]), ("(gte mso 9)|(IE)", [true, true, true, true]),
      ("mso & !true", [false, false, false, false]), ("banana", nil), ("gte mso", nil), ("(mso", nil),
      ("", nil),
    ] as [(String, [Bool]?)])
  func conditions(text: String, expected: [Bool]?) {
    let found = OutlookCondition.versions.compactMap { OutlookCondition.holds(text, version: $0) }
    #expect(found == expected ?? [])
  }

  @Test(
    "Comments that do not match are errors",
    arguments: [
      ("<!--[if mso]>x", "mso-unbalanced"), ("x<![endif]-->", "mso-unbalanced"),
      ("<!--[if mso]>a<!--[if mso]>b<![endif]--><![endif]-->", "mso-nested"),
      ("<!--[if banana]>x<![endif]-->", "mso-condition"), ("<!--[if !mso]><!-->x<![endif]-->", "mso-form"),
      ("<!--[if mso]>x<!--<![endif]-->", "mso-form"),
    ])
  func faults(html: String, code: String) {
    #expect(OutlookView(Array(html.utf8)).faults.map(\.code).contains(code))
  }

  @Test(
    "Tags must match in what Outlook sees, too",
    arguments: [
      ("<!--[if mso]><table><tr><td><![endif]-->", "", true),
      ("", "<!--[if mso]></td></tr></table><![endif]-->", true),
      ("<!--[if mso]><table><tr><td><![endif]-->", "<!--[if mso]></td></tr></table><![endif]-->", false),
      ("<!--[if !mso]><!--><div><!--<![endif]-->", "<!--[if !mso]><!--></div><!--<![endif]-->", false),
      ("<!--[if !mso]><!--><div><!--<![endif]-->", "</div>", true),
      (
        "<!--[if lt mso 16]><i><![endif]--><!--[if gte mso 16]><b><![endif]-->",
        "<!--[if lt mso 16]></i><![endif]--><!--[if gte mso 16]></b><![endif]-->", false
      ),
      ("<!--[if lt mso 16]><i><![endif]-->", "<!--[if mso]></i><![endif]-->", true),
    ])
  func balance(before: String, after: String, isError: Bool) {
    let page = Samples.page.replacing("Text of the week", with: "\(before)Text\(after)")
    let found = lintHTML(page).findings.filter { $0.code == "tag-balance" }
    #expect(found.isEmpty != isError, "\(found)")
  }

  @Test("What Outlook does not see is blank, so that places stay")
  func view() {
    let html = "a<!--[if !mso]><!-->b\n<!--<![endif]-->c<!--[if mso]>d<![endif]-->"
    let views = OutlookView(Array(html.utf8)).views.map { String(decoding: $0, as: UTF8.self) }
    #expect(views.count == 1)
    #expect(views[0].utf8.count == html.utf8.count)
    #expect(views[0].split { $0 == " " || $0 == "\n" } == ["a", "c", "d"])
  }
}
