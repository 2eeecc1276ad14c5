import Model

/// Notes, sources and references by their form, where no markup tells them from the text.
enum NoteForm {
  static func isNote(_ passage: Passage) -> Bool {
    if passage.block.isNote { return true }
    guard passage.block.kind != .list else { return false }
    let scalars = passage.scalars.scalars
    return opensWithMark(scalars) || timeMarks(scalars) >= 2 || opensWithTimeMark(scalars)
      || isReference(passage)
  }

  /// `[3] See`, `2 “The pole`, `•• Example`, `*We erred`, `¹ Counted`, `†`, `^ a b`.
  private static func opensWithMark(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let start = scalars.firstIndex(where: { !$0.isSpace }) else { return false }
    let rest = scalars[start...]
    let mark = scalars[start]
    switch mark {
    case "¹", "²", "³", "†", "‡", "§", "↑", "※": return true
    case "\u{2070}"..."\u{2079}", "①"..."⑳": return true
    case "•", "*":
      let next = rest.drop { $0 == mark }
      let length = next.startIndex - rest.startIndex
      guard let first = next.first else { return false }
      if length >= 2, mark == "•" { return true }
      return mark == "*" && length <= 3 && !rest.dropFirst(length).contains("*")
        && (first.isSpace || first.isUpper || !first.isASCII)
    case "^": return rest.dropFirst().first?.isSpace == true
    case "[":
      let number = rest.dropFirst().prefix { $0.isDigit }
      let isNumber = !number.isEmpty && number.count <= 3
      return isNumber && rest.dropFirst(1 + number.count).first == "]"
    default:
      guard mark.isDigit else { return false }
      let number = rest.prefix { $0.isDigit }
      let after = rest.dropFirst(number.count)
      return number.count <= 2 && after.first?.isSpace == true
        && after.first(where: { !$0.isSpace }).map { "“\"„«»".unicodeScalars.contains($0) } == true
    }
  }

  // MARK: - Time marks

  private static func opensWithTimeMark(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let start = scalars.firstIndex(where: { !$0.isSpace }) else { return false }
    let isBracketed = scalars[start] == "(" || scalars[start] == "["
    guard isBracketed else { return false }
    return timeMarkEnd(scalars, at: start) != nil
  }

  /// How often `(0:13)`, `[12:30]` or `[1:02:03]` stands there.
  private static func timeMarks(_ scalars: [Unicode.Scalar]) -> Int {
    var count = 0
    for index in scalars.indices where scalars[index] == "(" || scalars[index] == "[" {
      if timeMarkEnd(scalars, at: index) != nil { count += 1 }
    }
    return count
  }

  private static func timeMarkEnd(_ scalars: [Unicode.Scalar], at opening: Int) -> Int? {
    var index = opening + 1
    var parts = 0
    while parts < 3 {
      let first = index
      while index < scalars.count, index - first < 3, scalars[index].isDigit { index += 1 }
      guard index > first, parts == 0 || index - first == 2 else { return nil }
      parts += 1
      guard index < scalars.count else { return nil }
      if scalars[index] == ")" || scalars[index] == "]" { return parts > 1 ? index + 1 : nil }
      guard scalars[index] == ":" else { return nil }
      index += 1
    }
    return nil
  }

  // MARK: - References

  /// Opens with an author as lists of literature write them, or a number, and names a volume, pages or a year in the
  /// manner of such lists.
  private static func isReference(_ passage: Passage) -> Bool {
    guard passage.count >= 5, passage.count < 120 else { return false }
    var tokens = passage.tokens[...]
    if let first = tokens.first, first.isNumber, first.length <= 3,
      first.following == "." || first.following == ")" || first.following == "]"
    {
      tokens = tokens.dropFirst()
    }
    guard opensWithAuthor(tokens) else { return false }
    let scalars = passage.scalars.scalars
    return hasVolume(scalars) || hasYear(tokens.prefix(30)) || namesPublication(tokens)
  }

  /// `Sample S,`, `Sample, S.`, `Sample A, Ode T`, `J. Sample,`.
  private static func opensWithAuthor(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, let second = tokens.dropFirst().first, first.isCapitalised,
      second.isCapitalised
    else { return false }
    func isInitial(_ token: Token) -> Bool {
      token.length <= 2 && token.isCapitalised && (token.following == "." || token.following == ",")
    }
    return first.length > 2 && isInitial(second) && (first.following == "," || first.following == " ")
      || first.length == 1 && first.following == "." && (second.following == "," || second.following == " ")
        && tokens.dropFirst(2).first.map { $0.preceding == "(" || $0.preceding == "“" } == true
  }

  /// `2013;169(5):1071–80`.
  private static func hasVolume(_ scalars: [Unicode.Scalar]) -> Bool {
    for index in scalars.indices.dropFirst(4) where scalars[index] == ";" || scalars[index] == ":" {
      guard scalars[index - 4..<index].allSatisfy(\.isDigit), index + 1 < scalars.count else { continue }
      let next =
        scalars[index + 1] == " " && index + 2 < scalars.count ? scalars[index + 2] : scalars[index + 1]
      if scalars[index] == ";" && next.isDigit { return true }
    }
    return false
  }

  /// `(2013)` or `(2013a)`, `. 2013.`
  private static func hasYear(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { token in
      token.isNumber && (token.length == 4 || token.length == 5)
        && (token.preceding == "(" && (token.following == ")" || token.following == ",")
          || token.length == 4 && token.following == ".")
    }
  }

  private static func namesPublication(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { ["doi", "isbn", "issn", "arxiv", "pp", "vol", "retrieved"].contains($0.word) }
  }
}

/// Blocks of the sections whose heading says that they are notes, sources or references.
///
/// They stand behind the article's text. A section ends where a heading of the same or a higher rank begins another.
func noteSections(_ passages: [Passage]) -> Set<Int> {
  var result: Set<Int> = []
  var level: Int?
  let total = passages.reduce(0) { $0 + $1.count }
  var before = 0
  for (index, passage) in passages.enumerated() {
    defer { before += passage.count }
    let isHeading = passage.block.kind == .heading
    let isLabel =
      passage.block.kind == .paragraph && passage.count <= 4 && !Ending(of: passage.block.text).isStopped
    if isHeading || isLabel, before * 4 >= total,
      FurnitureLexicon.openings.opens(passage.tokens, with: .notes)
    {
      level = passage.block.level ?? 7
      result.insert(index)
    } else if isHeading, let open = level, (passage.block.level ?? 2) <= open {
      level = nil
    } else if level != nil {
      result.insert(index)
    }
  }
  return result
}
