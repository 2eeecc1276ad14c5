import Markup
import Model

/// What a page is, if it is no article: a list of articles, a wall in front of one, nothing.
struct PageKind {
  let warnings: [Diagnostic]

  /// - Parameters:
  ///   - blocks: what was read as the article.
  ///   - cards: boxes on the page that lead to other pages.
  init(_ page: PageIndex, blocks: [FlowBlock], cards: Int) {
    let body = blocks.filter { $0.role == nil }
    let words = body.reduce(0) { $0 + ($1.isProse ? $1.wordCount : 0) }
    var warnings: [Diagnostic] = []
    func warn(_ code: String, _ message: String) {
      warnings.append(Diagnostic(severity: .warning, code: code, message: message))
    }
    let linkedHeadings = body.count { $0.kind == .heading && $0.linkDensity > 0.8 }
    if linkedHeadings >= 4, words < linkedHeadings * 90 {
      warn("index-page", "the page lists articles and is none itself")
    } else if body.isEmpty {
      warn(
        cards >= 5 ? "index-page" : "no-article",
        cards >= 5 ? "the page lists articles and is none itself" : "no article text was found")
    }
    if words < 250, PageKind.hasWall(page, blocks) {
      warn(
        "log-in-wall", "the page asks for a log-in or a subscription; the article's text may be a part only")
    }
    self.warnings = warnings
  }

  static func limitWarnings(_ tree: HTMLTree) -> [Diagnostic] {
    guard tree.isIncomplete else { return [] }
    return [
      Diagnostic(
        severity: .warning, code: "limit-exceeded",
        message: "the page is larger or nested deeper than what is read; its end may be missing")
    ]
  }

  static func partWarnings(_ next: String?) -> [Diagnostic] {
    guard let next else { return [] }
    return [Diagnostic(severity: .warning, code: "more-parts", message: "the article goes on at \(next)")]
  }

  /// A box that is named as such, or a line that says it.
  private static func hasWall(_ page: PageIndex, _ blocks: [FlowBlock]) -> Bool {
    if blocks.contains(where: { $0.wordCount <= 60 && CueText($0.text).holds(any: Cues.walls) }) {
      return true
    }
    return page.tree.nodes.indices.contains { index in
      !page.isHidden(index) && !page.tree[index].isText
        && (page.hasClass(index, in: walls) || walls.contains(page.id(index)))
    }
  }

  private static let walls: NameSet = [
    "paywall", "pay-wall", "piano-offer", "paywall-container", "subscription-wall", "regwall",
    "registration-wall",
    "tp-modal", "premium-wall", "login-wall", "members-only", "paywall-overlay", "article-paywall",
  ]
}
