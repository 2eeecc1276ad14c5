import Model
import Templates

/// Cleaned text with what its author emphasised and linked in it.
struct MarkedText: Hashable, Sendable {
  struct Mark: Hashable, Sendable {
    let kind: TextMark.Kind
    /// UTF-8 bytes of the text, never empty.
    let range: Range<Int>
    /// For links.
    let link: WebLink?
  }

  let text: String
  /// In the order of their starts.
  let marks: [Mark]

  init(_ text: String, marks: [Mark] = []) {
    self.text = text
    self.marks = marks
  }

  /// With signs of the program's own around it.
  func between(_ before: String, _ after: String) -> MarkedText {
    guard !before.isEmpty || !after.isEmpty else { return self }
    let offset = before.utf8.count
    return MarkedText(
      before + text + after,
      marks: marks.map {
        Mark(
          kind: $0.kind, range: ($0.range.lowerBound + offset)..<($0.range.upperBound + offset), link: $0.link
        )
      })
  }

  // MARK: - Both forms

  /// How links look in the HTML form.
  struct LinkLook {
    /// Attributes of `a` besides its address, with the space before them.
    let attributes: String
    /// Whether the script has italics; bold type stands in for them otherwise.
    let hasItalics: Bool
  }

  /// The text as HTML: `a` around `strong` around `em`, each run closed before the next.
  func html(_ look: LinkLook) -> EscapedHTML {
    guard !marks.isEmpty else { return EscapedHTML(escaping: text) }
    let bytes = Array(text.utf8)
    var html = ""
    var open: Style = Style()
    for run in runs {
      let style = run.style
      if style.link != open.link || style.isStrong != open.isStrong || style.isEmphasised != open.isEmphasised
      {
        html += open.endTags(look, before: style) + style.startTags(look, after: open)
        open = style
      }
      html += EscapedHTML(escaping: String(decoding: bytes[run.range], as: UTF8.self)).rawValue
    }
    return EscapedHTML(markup: html + open.endTags(look, before: Style()))
  }

  /// The text with a sign behind each link: ` [3]`.
  func text(_ reference: (WebLink) -> String) -> String {
    let links = marks.filter { $0.link != nil }
    guard !links.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    for mark in links.sorted(by: { $0.range.upperBound < $1.range.upperBound }) {
      guard let link = mark.link else { continue }
      result += bytes[start..<mark.range.upperBound]
      result += reference(link).utf8
      start = mark.range.upperBound
    }
    return String(decoding: result + bytes[start...], as: UTF8.self)
  }

  private struct Style: Hashable {
    var link: WebLink?
    var isStrong = false
    var isEmphasised = false

    func startTags(_ look: LinkLook, after open: Style) -> String {
      let keepsLink = link == open.link
      let keepsStrong = keepsLink && isStrong == open.isStrong
      var tags = ""
      if !keepsLink, let link {
        tags += "<a href=\"" + EscapedHTML(escaping: link.address).rawValue + "\"" + look.attributes + ">"
      }
      if !keepsStrong, isStrong { tags += "<strong>" }
      if !(keepsStrong && isEmphasised == open.isEmphasised), isEmphasised {
        tags += look.hasItalics ? "<em>" : "<b>"
      }
      return tags
    }

    func endTags(_ look: LinkLook, before next: Style) -> String {
      let keepsLink = link == next.link
      let keepsStrong = keepsLink && isStrong == next.isStrong
      var tags = ""
      if !(keepsStrong && isEmphasised == next.isEmphasised), isEmphasised {
        tags += look.hasItalics ? "</em>" : "</b>"
      }
      if !keepsStrong, isStrong { tags += "</strong>" }
      if !keepsLink, link != nil { tags += "</a>" }
      return tags
    }
  }

  /// The text cut at the ends of all marks.
  private var runs: [(range: Range<Int>, style: Style)] {
    let end = text.utf8.count
    var places: Set<Int> = [0, end]
    for mark in marks {
      places.insert(mark.range.lowerBound)
      places.insert(mark.range.upperBound)
    }
    let sorted = places.sorted()
    return zip(sorted, sorted.dropFirst()).map { start, end in
      var style = Style()
      for mark in marks where mark.range.lowerBound <= start && mark.range.upperBound >= end {
        switch mark.kind {
        case .link: style.link = style.link ?? mark.link
        case .strong: style.isStrong = true
        case .emphasis: style.isEmphasised = true
        }
      }
      return (start..<end, style)
    }
  }
}
