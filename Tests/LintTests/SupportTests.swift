import Testing

@testable import Lint

@Suite("Lint knows what mail programs support")
struct SupportTests {
  @Test("Every row of the table has a letter for each program, and only known letters and words")
  func table() {
    let lines = String(decoding: PackageResources.mail_support_txt, as: UTF8.self).split(separator: "\n")
    let rows = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }
    #expect(rows.count > 150)
    #expect(SupportTable.shared.count == rows.count)
    for row in rows {
      #expect(Feature.Kind(rawValue: String(row[0])) != nil, "\(row)")
      #expect(row[2].count == MailProgram.allCases.count, "\(row)")
      #expect(row[2].allSatisfy { "ynpcox-".contains($0) }, "\(row)")
      for word in row.dropFirst(3) {
        let isFallback =
          word.hasPrefix("else:") && SupportTable.Fallback(rawValue: String(word.dropFirst(5))) != nil
        #expect(isFallback || word.hasPrefix("if:") || word.hasPrefix("outlook:"), "\(row)")
      }
    }
  }

  @Test("What is taken from others carries its licence")
  func licence() {
    let text = String(decoding: PackageResources.mail_support_txt, as: UTF8.self)
    #expect(text.contains("MIT License"))
    #expect(text.contains("Permission is hereby granted"))
  }

  private func gaps(_ style: String, on element: String = "td") -> [String: [MailProgram]] {
    let html = "<body><table><tr><\(element) style=\"\(style)\">x</\(element)></table>"
    let document = HTMLTreeBuilder(Array(html.utf8)).document
    let score = SupportScore(FeatureUse(document, Cascade(document, StyleSheet())))
    return Dictionary(uniqueKeysWithValues: score.gaps.map { ($0.feature.name, $0.without + $0.partly) })
  }

  @Test(
    "What a program lacks counts only where it is missed",
    arguments: [
      ("padding:3px", "td", "padding", false), ("padding:3px", "div", "padding", true),
      ("padding:0", "div", "padding", false),
      ("margin:3px", "p", "margin", false), ("margin:-3px", "p", "margin", true),
      ("margin:0 auto", "p", "margin", true),
      ("line-height:20px;mso-line-height-rule:exactly", "td", "line-height", false),
      ("line-height:20px", "td", "line-height", true),
      ("max-width:9px", "div", "max-width", true), ("font-weight:bold", "b", "font-weight", false),
      ("font-weight:600", "b", "font-weight", true), ("border:9px solid", "td", "border", true),
      ("border:1px solid", "td", "border", false),
      ("border-top-left-radius:3px", "td", "border-radius", true),
      ("row-gap:3px", "td", "gap", true), ("-webkit-x:y;mso-z:a", "td", "x", false),
    ])
  func facts(style: String, element: String, feature: String, isMissed: Bool) {
    #expect((gaps(style, on: element)[feature] != nil) == isMissed, "\(gaps(style, on: element))")
  }

  @Test("Units and functions count, inside of words they do not")
  func values() {
    let html = "<body><p style=\"width:calc(1em - 2vw);color:#1em;font-family:h1px,clamp\">x"
    let document = HTMLTreeBuilder(Array(html.utf8)).document
    let use = FeatureUse(document, Cascade(document, StyleSheet()))
    let names = Set(use.uses.keys.filter { $0.kind == .value }.map(\.name))
    #expect(names == ["unit-calc", "unit-em", "unit-vw"])
  }

  @Test("A page of nothing special is known to all; the score falls with what is not")
  func score() {
    func percent(_ html: String) -> Double {
      let document = HTMLTreeBuilder(Array(html.utf8)).document
      return SupportScore(FeatureUse(document, Cascade(document, StyleSheet()))).percent
    }
    #expect(percent("<body><p style=\"color:red\">x") == 100)
    #expect(percent("<body><p style=\"position:sticky;object-fit:cover\">x") < 75)
    #expect(percent("") == 100)
  }
}
