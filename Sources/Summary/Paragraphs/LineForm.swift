import Model

/// What the form of a block tells, in any language: addresses, time marks and chains of key words are no sentences.
struct LineForm {
  private(set) var addresses = 0
  private(set) var timeMarks = 0
  private(set) var dividers = 0
  private let words: Int
  private let linkedShare: Double

  init(_ passage: Passage) {
    let scalars = passage.scalars.scalars
    words = passage.count
    linkedShare = Summary.linkedShare(of: passage.block)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == ":", index + 2 < scalars.count, scalars[index + 1] == "/", scalars[index + 2] == "/" {
        addresses += 1
        index += 3
      } else if scalar.isDigit, index == 0 || !scalars[index - 1].isWordPart {
        index = readTime(scalars, index)
      } else {
        if isDivider(scalar), index > 0, index + 1 < scalars.count, scalars[index - 1].isSpace,
          scalars[index + 1].isSpace
        {
          dividers += 1
        }
        index += 1
      }
    }
  }

  /// More addresses or links than sentences.
  var isLinks: Bool {
    addresses >= 2 && addresses * 15 >= words || addresses > 0 && words < 12 * addresses + 4
      || linkedShare > 0.6 && words < 60
  }

  /// Time marks of a recording, or key words parted by dashes.
  var isShowNotes: Bool {
    timeMarks >= 2 && timeMarks * 30 >= words || timeMarks > 0 && addresses > 0
      || dividers >= 5 && dividers * 10 >= words
  }

  /// `12:30` in brackets or at the start of a line; a time of day stands in a sentence.
  private mutating func readTime(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    var colons = 0
    while end < scalars.count, scalars[end].isDigit || scalars[end] == ":" {
      if scalars[end] == ":" { colons += 1 }
      end += 1
    }
    guard (1...2).contains(colons), end - start <= 8, scalars[end - 1].isDigit else {
      return max(end, start + 1)
    }
    let before = start > 0 ? scalars[start - 1] : "\n"
    let after = end < scalars.count ? scalars[end] : "\n"
    let isBracketed = (before == "(" || before == "[") && (after == ")" || after == "]")
    if isBracketed || before == "\n" { timeMarks += 1 }
    return end
  }

  private func isDivider(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "—", "–", "|", "·", "•", "/", "►", "→", "»", "‖": true
    default: false
    }
  }
}

/// Share of a text that is links.
func linkedShare(of block: Block) -> Double {
  let linked = block.marks.reduce(0) { $1.kind == .link ? $0 + $1.range.end - $1.range.start : $0 }
  return Double(linked) / Double(max(1, block.text.utf8.count))
}

/// Whether all of a short paragraph is set in emphasised type.
func isAllEmphasised(_ block: Block) -> Bool {
  let covered = block.emphasis.reduce(0) { $0 + $1.end - $1.start }
  return covered > 0 && covered * 20 >= block.text.utf8.count * 19
}
