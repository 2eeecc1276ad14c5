public import Model

/// An article out of plain text: the title, a blank line, then paragraphs parted by blank lines.
///
/// A paragraph whose lines all begin with a list mark becomes a list; every other paragraph keeps its text
/// as it is. Text without a blank line is one untitled paragraph.
public func textArticle(from text: String) -> Article {
  var paragraphs: [[Substring]] = [[]]
  // By scalars: by characters it took longer than ranking what was read. A carriage return before a line feed is white space
  // at the end of its line.
  let scalars = text.unicodeScalars
  let endsByReturn = !scalars.contains("\n")
  let lines = scalars.split(omittingEmptySubsequences: false) { scalar in
    switch scalar {
    case "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    case "\r": endsByReturn
    default: false
    }
  }
  for line in lines.map({ Substring($0) }) {
    if line.unicodeScalars.allSatisfy(\.isSpace) {
      if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
    } else {
      paragraphs[paragraphs.count - 1].append(line)
    }
  }
  paragraphs.removeAll(where: \.isEmpty)
  let hasTitle = paragraphs.count > 1
  let title = hasTitle ? paragraphs[0].map(trimmed).joined(separator: " ") : nil
  let blocks = paragraphs.dropFirst(hasTitle ? 1 : 0).enumerated().map { index, lines in
    makeBlock(lines.map(trimmed), index: index)
  }
  return Article(title: title, blocks: blocks)
}

private func makeBlock(_ lines: [String], index: Int) -> Block {
  let isList = lines.count > 1 && lines.allSatisfy(isListLine)
  let text = lines.joined(separator: "\n")
  return isList
    ? Block(index: index, kind: .list, text: text, items: lines)
    : Block(index: index, kind: .paragraph, text: text)
}

private func isListLine(_ line: String) -> Bool {
  if opensWithBullet(line) || line.hasPrefix("…") || line.hasPrefix("...") { return true }
  let digits = line.unicodeScalars.prefix(while: \.isDigit).count
  guard (1...2).contains(digits) else { return false }
  let rest = line.unicodeScalars.dropFirst(digits)
  return (rest.first == "." || rest.first == ")") && rest.dropFirst().first?.isSpace == true
}

private func trimmed(_ line: Substring) -> String {
  var scalars = line.unicodeScalars
  while scalars.first?.isSpace == true { scalars.removeFirst() }
  while scalars.last?.isSpace == true { scalars.removeLast() }
  return String(Substring(scalars))
}
