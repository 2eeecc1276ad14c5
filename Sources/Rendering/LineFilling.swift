import International
import Model

/// Fills lines of plain text up to a number of terminal cells.
///
/// Lines break at spaces, after the hyphens and dashes between letters and between East Asian characters, not before closing
/// and not after opening punctuation (after UAX #14); Thai and Lao, which part no words, break before the vowels that begin a
/// syllable. Addresses are never broken; a word longer than a line is broken between grapheme clusters.
struct LineFilling {
  /// One unbreakable piece of a text.
  private struct Piece {
    let text: Substring
    let width: Int
    /// A space stands before it, unless it starts a line.
    let hasSpaceBefore: Bool
    /// It must stay on the line of the piece before it.
    var isGlued = false
  }

  let width: Int

  init(width: Int = 72) {
    self.width = width
  }

  /// - Parameters:
  ///   - first: what the first line starts with.
  ///   - rest: what the other lines start with.
  func lines(_ text: String, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var used = displayWidth(first)
    let indent = displayWidth(rest)
    var isEmpty = true
    func flush() {
      lines.append(line)
      line = rest
      used = indent
      isEmpty = true
    }
    var group: [Piece] = []
    func place() {
      guard let head = group.first else { return }
      let inner =
        group.reduce(0) { $0 + $1.width + ($1.hasSpaceBefore ? 1 : 0) } - (head.hasSpaceBefore ? 1 : 0)
      let gap = !isEmpty && head.hasSpaceBefore ? 1 : 0
      if used + gap + inner > width, !isEmpty { flush() }
      for piece in group {
        let gap = !isEmpty && piece.hasSpaceBefore ? 1 : 0
        if used + gap + piece.width > width, !isEmpty { flush() }
        if !isEmpty, piece.hasSpaceBefore {
          line += " "
          used += 1
        }
        if used + piece.width <= width || isAddress(piece.text) {
          line += piece.text
          used += piece.width
          isEmpty = false
        } else {
          for character in piece.text {
            let cells = displayWidth(of: character)
            if used + cells > width, !isEmpty { flush() }
            line.append(character)
            used += cells
            isEmpty = false
          }
        }
      }
      group = []
    }
    for piece in pieces(of: text) {
      if !piece.isGlued { place() }
      group.append(piece)
    }
    place()
    if !isEmpty || lines.isEmpty { lines.append(line) }
    return closedIsolates(lines.map { withoutTrailingSpace(withPlainSpaces($0)) })
  }

  private func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    for word in text.split(separator: " ") {
      // A word that holds an address and is longer than a line: the address becomes a piece of its own.
      if let range = addressRange(in: word), displayWidth(word) > width / 2 {
        let address = word[range]
        for part in [word[..<range.lowerBound], address, word[range.upperBound...]] where !part.isEmpty {
          let isFirst = part.startIndex == word.startIndex
          pieces.append(
            part == address
              ? Piece(text: part, width: displayWidth(part), hasSpaceBefore: isFirst)
              : piece(part, afterSpace: isFirst, pieces.last))
        }
        continue
      }
      if word.utf8.allSatisfy({ $0 < 0x7F && $0 != UInt8(ascii: "-") }) || isName(word) {
        pieces.append(piece(word, afterSpace: true, pieces.last))
        continue
      }
      var start = word.startIndex
      var isFirst = true
      var index = word.startIndex
      while index < word.endIndex {
        let next = word.index(after: index)
        if next == word.endIndex || mayBreak(between: word[index], and: word[next])
          || (index > start && isHyphen(word[index]) && word[next].isLetter
            && word[word.index(before: index)].isLetter)
        {
          pieces.append(piece(word[start..<next], afterSpace: isFirst, pieces.last))
          isFirst = false
          start = next
        }
        index = next
      }
    }
    return pieces
  }

  private func piece(_ text: Substring, afterSpace: Bool, _ before: Piece?) -> Piece {
    let isGlued =
      text.unicodeScalars.first.map(mustNotStartLine) == true
      || before?.text.unicodeScalars.last.map(mustNotEndLine) == true
    return Piece(
      text: text, width: displayWidth(text), hasSpaceBefore: afterSpace, isGlued: isGlued && before != nil)
  }

  private func mayBreak(between left: Character, and right: Character) -> Bool {
    guard let last = left.unicodeScalars.first, let first = right.unicodeScalars.first else { return false }
    return isIdeographic(last) || isIdeographic(first) || beginsSyllable(first)
  }
}

private func isAddress(_ text: Substring) -> Bool {
  ["https://", "http://"].contains { text.utf8.starts(with: $0.utf8) }
}

/// A word that means something as it stands: an address of any kind, a path.
private func isName(_ word: Substring) -> Bool {
  word.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "@") }
}

/// Hyphens and dashes after which a word may be broken (classes HY, BA and B2 of UAX #14).
private func isHyphen(_ character: Character) -> Bool {
  let scalars = character.unicodeScalars
  return scalars.count == 1
    && scalars.allSatisfy { "-\u{2010}\u{2012}\u{2013}\u{2014}".unicodeScalars.contains($0) }
}

/// Vowels of Thai and Lao that are written before their consonant: nothing of the syllable stands before them.
private func beginsSyllable(_ scalar: Unicode.Scalar) -> Bool {
  (0x0E40...0x0E44).contains(scalar.value) || (0x0EC0...0x0EC4).contains(scalar.value)
}

/// The first address of a word: up to its end, a quotation mark, an angle bracket or a letter outside ASCII.
private func addressRange(in word: Substring) -> Range<Substring.Index>? {
  let bytes = word.utf8
  var from = bytes.startIndex
  while let colon = bytes[from...].firstIndex(of: UInt8(ascii: ":")) {
    let scheme = ["https", "http"].first { bytes[..<colon].suffix($0.utf8.count).elementsEqual($0.utf8) }
    if let scheme, bytes[colon...].starts(with: "://".utf8) {
      let start = bytes.index(colon, offsetBy: -scheme.utf8.count)
      let end = bytes[colon...].firstIndex { $0 >= 0x80 || "<>\"".utf8.contains($0) } ?? bytes.endIndex
      return start..<end
    }
    from = bytes.index(after: colon)
  }
  return nil
}

/// No-break spaces have done their work when lines are filled.
private func withPlainSpaces(_ line: String) -> String {
  guard line.unicodeScalars.contains("\u{A0}") else { return line }
  return String(String.UnicodeScalarView(line.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
}

private func withoutTrailingSpace(_ line: String) -> String {
  line.utf8.last == 0x20 ? String(line.reversed().drop { $0 == " " }.reversed()) : line
}

/// An isolate that runs over the end of a line is closed there and opened again on the next.
private func closedIsolates(_ lines: [String]) -> [String] {
  guard lines.count > 1 else { return lines }
  var open = 0
  return lines.map { line in
    let carried = open
    for scalar in line.unicodeScalars {
      if scalar == "\u{2068}" { open += 1 } else if scalar == "\u{2069}" { open = max(0, open - 1) }
    }
    guard carried > 0 || open > 0 else { return line }
    let start = line.firstIndex { !" >|".contains($0) } ?? line.endIndex
    return line[..<start] + String(repeating: "\u{2068}", count: carried) + line[start...]
      + String(repeating: "\u{2069}", count: open)
  }
}

/// Han, Kana, Hangul syllables and full-width forms: a line may break on either side.
private func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2E80...0x303F, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE4F, 0xFF00...0xFF65, 0x20000...0x3FFFD:
    true
  default: false
  }
}

private let closers = Set(
  ("、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】｠〗〙〟‥…‼⁇⁈⁉ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ" + ",.!?;:)]}»›%،؟؛۔।॥").unicodeScalars)
private let openers = Set("‘“（〔［｛〈《「『【｟〖〘〝([{«‹¿¡".unicodeScalars)

private func mustNotStartLine(_ scalar: Unicode.Scalar) -> Bool { closers.contains(scalar) }
private func mustNotEndLine(_ scalar: Unicode.Scalar) -> Bool { openers.contains(scalar) }
