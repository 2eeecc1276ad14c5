import Model

/// Which blocks are the article proper, where a crude extraction left the page's furniture in.
///
/// The article begins after the headline and ends where comments, related posts or the author's box begin.
struct BodySpan {
  let range: Range<Int>

  init(passages: [Passage], junk: [RejectionRule?], titleStems: Set<String>, language: TextLanguage) {
    let isProse = passages.map { $0.block.kind == .paragraph || $0.block.kind == .quote }
    var wordsBefore = [0]
    for (index, passage) in passages.enumerated() {
      let counts = isProse[index] && passage.count >= 15 && junk[index] == nil && passage.block.role == nil
      wordsBefore.append(wordsBefore[index] + (counts ? passage.count : 0))
    }
    let total = max(1, wordsBefore[passages.count])
    let start = BodySpan.start(passages, wordsBefore, titleStems, language)
    let end = BodySpan.end(passages, isProse, from: start, wordsBefore, total)
    range = start..<max(start, end)
  }

  private static func start(
    _ passages: [Passage], _ wordsBefore: [Int], _ titleStems: Set<String>, _ language: TextLanguage
  ) -> Int {
    let total = max(1, wordsBefore[passages.count])
    var start = 0
    var best = 0.55
    for (index, passage) in passages.enumerated() where wordsBefore[index] * 5 <= total {
      guard passage.block.kind == .heading else { continue }
      let stems = Set(passage.stems(language))
      let shared = Double(stems.intersection(titleStems).count)
      let overlap = shared / Double(max(1, stems.union(titleStems).count))
      if overlap > best {
        best = overlap
        start = index + 1
      }
    }
    return start
  }

  private static func end(
    _ passages: [Passage], _ isProse: [Bool], from start: Int, _ wordsBefore: [Int], _ total: Int
  ) -> Int {
    var dates: [Int] = []
    var commentLines: [Int] = []
    let proseAfter = laterProse(passages, isProse)
    for index in passages.indices.dropFirst(start + 1) {
      let passage = passages[index]
      let before = wordsBefore[index] - wordsBefore[start]
      let isShort = passage.count <= 12
      guard isShort || passage.block.kind == .heading && passage.count <= 30, before > 0 else { continue }
      let cues = FurnitureLexicon.openings.opening(of: passage.tokens[...]).map(\.cue)
      if cues.contains(.commentsBegin), before >= 60 { return index }
      guard isShort else { continue }
      if cues.contains(.afterword), before >= 60, before * 20 >= total * 7 {
        let isLate = before * 5 >= total * 4 || !proseAfter[index]
        if isLate || passage.block.kind == .heading && headingsFollow(passages, index) { return index }
      }
      guard passage.count <= 8 else { continue }
      if cues.contains(.date), before > 100 { dates.append(index) }
      if before > 60, cues.contains(.commentLine) || FurnitureLexicon.endsCommentLine(passage.tokens) {
        commentLines.append(index)
      }
    }
    var end = passages.count
    if dates.count >= 2 { end = min(end, dates[0]) }
    if commentLines.count >= 2 { end = min(end, commentLines[0]) }
    return end
  }

  /// For each block whether a longer piece of prose follows.
  private static func laterProse(_ passages: [Passage], _ isProse: [Bool]) -> [Bool] {
    var follows = false
    var result = Array(repeating: false, count: passages.count)
    for index in passages.indices.reversed() {
      result[index] = follows
      if isProse[index], passages[index].count >= 15 { follows = true }
    }
    return result
  }

  /// A list of further articles looks like heading after heading.
  private static func headingsFollow(_ passages: [Passage], _ index: Int) -> Bool {
    passages.dropFirst(index + 1).prefix(8).count { $0.block.kind == .heading || $0.block.kind == .list } >= 3
  }
}

/// A title without the name of the site behind a bar or dash.
func cleanTitle(_ title: String) -> String {
  let words = title.split(separator: " ", omittingEmptySubsequences: true)
  for (index, word) in words.enumerated() where index > 0 && index + 1 < words.count {
    let rest = words[(index + 1)...]
    switch word {
    case "|", "–", "—", "✩", "·", "»": return words[..<index].joined(separator: " ")
    case "-", "--", ":", "::":
      let isName = rest.count <= 4 && rest.allSatisfy { $0.unicodeScalars.first?.isUpper == true }
      if isName { return words[..<index].joined(separator: " ") }
    default: break
    }
  }
  return title
}
