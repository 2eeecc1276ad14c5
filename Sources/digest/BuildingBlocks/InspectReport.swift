import Articles
import International
import Model

/// A page as `inspect` shows it: lines no wider than the terminal.
struct InspectReport {
  let style: Style
  /// Cells in a line.
  let width: Int

  func text(_ page: ExtractedPage, sources: PageSources, isQuiet: Bool = false) -> String {
    let sections = [
      blocks(page.article.blocks), facts(sources.facts), comments(page.comments, of: page.article),
      isQuiet ? "" : warnings(page.warnings),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: - Sections

  private func blocks(_ blocks: [Block]) -> String {
    let words = blocks.reduce(0) { $0 + ($1.role == nil ? $1.wordCount : 0) }
    let heading = "\(counted(blocks.count, "block")), \(counted(words, "word")) of the article's own"
    let digits = max(2, String(max(0, blocks.count - 1)).utf8.count)
    return style.strong(heading) + "\n"
      + blocks.map { block in
        let start =
          "\(right(String(block.index), digits))  \(left(block.kind.rawValue, 9))  "
          + "\(left(block.role?.rawValue ?? "body", 12))  \(right(String(block.wordCount), 5))  "
        let line = start + shortened(block.text, to: width - start.utf8.count)
        return (block.role == nil ? line : style.faint(line)) + "\n"
      }.joined()
  }

  private func facts(_ facts: [PageSources.Fact]) -> String {
    guard !facts.isEmpty else { return "" }
    return style.strong("Where it came from") + "\n"
      + facts.map { fact in
        let value = shortened(fact.value, to: width - 11)
        let places = fact.places.isEmpty ? "concluded from the page" : fact.places.joined(separator: ", ")
        let room = width - 13 - displayWidth(value)
        // A long value leaves the line to itself.
        return left(fact.name, 9) + "  " + value
          + (room >= 20 ? "  " : "\n" + String(repeating: " ", count: 11))
          + style.faint(shortened(places, to: room >= 20 ? room : width - 11)) + "\n"
      }.joined()
  }

  private func comments(_ comments: [Comment], of article: Article) -> String {
    var text = ""
    if let service = article.commentService {
      text = "comments are kept by \(printable(service)), not in the page\n"
    }
    guard !comments.isEmpty else { return text }
    let lines = CommentReport.reports(comments).map { comment in
      let indent = String(repeating: "  ", count: min(comment.depth, 12))
      let guessed = comment.parentInferred == true ? " (place inferred)" : ""
      let kind = comment.type.map { ", \($0)" } ?? ""
      let owner = comment.byArticleAuthor == true ? ", the author" : ""
      let head =
        shortened(comment.author ?? "nobody", to: 30) + owner + kind
        + (comment.published.map { ", \($0)" } ?? "")
        + guessed
      let room = width - indent.utf8.count - displayWidth(head) - 2
      return indent + head + (room >= 12 ? "  " + style.faint(shortened(comment.text, to: room)) : "") + "\n"
    }
    return style.strong(counted(comments.count, "comment")) + "\n" + lines.joined() + text
  }

  private func warnings(_ warnings: [Diagnostic]) -> String {
    warnings.map { style.warning("! " + shortened($0.message, to: width - 2)) + "\n" }.joined()
  }

  // MARK: - Text

  private func left(_ text: String, _ count: Int) -> String {
    text + String(repeating: " ", count: max(0, count - text.utf8.count))
  }

  private func right(_ text: String, _ count: Int) -> String {
    String(repeating: " ", count: max(0, count - text.utf8.count)) + text
  }

  /// `text` in one line of at most `cells`; what was cut is marked.
  private func shortened(_ text: String, to cells: Int) -> String {
    let line = printable(text)
    guard displayWidth(line) > cells else { return line }
    var kept = ""
    var taken = 0
    for character in line {
      let next = taken + displayWidth(of: character)
      if next > cells - 1 { break }
      kept.append(character)
      taken = next
    }
    return kept + "…"
  }

  /// Without what moves the cursor or turns the direction of reading; line ends become spaces.
  private func printable(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: kept.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
