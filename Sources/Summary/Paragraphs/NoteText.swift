import Model

/// Whether a block has the form of a footnote or of an entry in a list of works.
func isNoteText(_ passage: Passage) -> Bool {
  let scalars = passage.scalars.scalars
  guard let start = scalars.firstIndex(where: { !$0.isSpace }) else { return false }
  let rest = scalars[start...].prefix(40)
  if opensWithNoteMark(Array(rest)) { return true }
  return passage.count < 90 && isCitation(scalars)
}

/// `[1] …`, `¹ …`, `† …`, `•• …`, `^ …`, `↩`.
private func opensWithNoteMark(_ text: [Unicode.Scalar]) -> Bool {
  switch text[0] {
  case "[":
    let digits = text.dropFirst().prefix(while: \.isDigit).count
    return (1...3).contains(digits) && text.count > digits + 2 && text[digits + 1] == "]"
      && (text[digits + 2].isSpace || text[digits + 2] == ":")
  case "†", "‡", "^", "↩", "⁰", "¹", "²", "³", "⁴"..."⁹": return true
  case "*", "•": return text.count > 1 && text[1] == text[0]
  default: return false
  }
}

/// A journal's volume and pages, `2013;169(5):1071`, or a number that libraries give.
private func isCitation(_ scalars: [Unicode.Scalar]) -> Bool {
  var index = 0
  while index < scalars.count {
    guard scalars[index].isDigit else {
      index += 1
      continue
    }
    let start = index
    while index < scalars.count, scalars[index].isDigit { index += 1 }
    guard index - start == 4, index + 2 < scalars.count else { continue }
    // 2013;169 or 2013; 169
    if scalars[index] == ";" {
      var next = index + 1
      if scalars[next] == " " { next += 1 }
      if next < scalars.count, scalars[next].isDigit { return true }
    }
    // "Smith, J. (2013)." within its first words.
    if scalars[index] == ")", start > 0, scalars[start - 1] == "(", start < 90,
      opensWithNames(scalars, until: start)
    {
      return true
    }
  }
  return contains("doi.org/", scalars) || contains("doi:", scalars) || contains("ISBN", scalars)
}

/// Surnames with initials: at least one capital letter with a stop before the year, and hardly a small word.
private func opensWithNames(_ scalars: [Unicode.Scalar], until end: Int) -> Bool {
  let head = scalars[..<end]
  var initials = 0
  var words = 0
  var small = 0
  var previous: Unicode.Scalar = " "
  for (index, scalar) in zip(head.indices, head) {
    let isStart = scalar.isWordPart && !previous.isWordPart
    if isStart {
      words += 1
      if scalar.isLower { small += 1 }
      if scalar.isUpper, index + 1 < end, head[index + 1] == "." { initials += 1 }
    }
    previous = scalar
  }
  return initials > 0 && words <= 14 && small * 3 <= words
}

private func contains(_ text: String, _ scalars: [Unicode.Scalar]) -> Bool {
  let wanted = Array(text.unicodeScalars)
  guard scalars.count >= wanted.count else { return false }
  for start in 0...(scalars.count - wanted.count) where scalars[start] == wanted[0] {
    if scalars[start..<start + wanted.count].elementsEqual(wanted) { return true }
  }
  return false
}

/// Which passages stand under a heading such as "References" behind the article's text.
func notesSections(_ passages: [Passage]) -> Set<Int> {
  var found: Set<Int> = []
  let total = passages.reduce(0) { $0 + $1.count }
  var before = 0
  var level: Int?
  for (index, passage) in passages.enumerated() {
    let block = passage.block
    if block.kind == .heading {
      let own = block.level ?? 2
      if let open = level, own <= open { level = nil }
      if level == nil, passage.count <= 4, before * 3 >= total,
        NotesLexicon.openings.opens(passage.tokens, with: .notes)
      {
        level = own
      }
    } else if level != nil {
      found.insert(index)
    }
    before += passage.count
  }
  return found
}

enum NotesCue: Int, CaseIterable, Hashable, Sendable {
  /// The heading of notes, sources or works.
  case notes

  /// Name of its list in the files of words.
  var listName: String { "opens notes section" }
}

enum NotesLexicon {
  static let openings = Lexicon<NotesCue>(ofAllLanguages: \.listName)
}
