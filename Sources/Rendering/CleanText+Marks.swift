import Model

extension CleanText {
  /// One line, with its marks moved along. Links that may not be printed are left out.
  static func line(_ text: String, marks: [TextMark]) -> MarkedText {
    guard !marks.isEmpty else { return MarkedText(line(text)) }
    return marked(text.unicodeScalars[...], offset: 0, marks)
  }

  /// Paragraphs, each with its lines, with their marks.
  static func paragraphs(_ text: String, marks: [TextMark]) -> [[MarkedText]] {
    guard !marks.isEmpty else { return paragraphs(text).map { $0.map { MarkedText($0) } } }
    var paragraphs: [[MarkedText]] = [[]]
    for slice in split(text) {
      let line = marked(slice, offset: text.utf8.distance(from: text.startIndex, to: slice.startIndex), marks)
      if !line.text.isEmpty {
        paragraphs[paragraphs.count - 1].append(line)
      } else if paragraphs.last?.isEmpty == false {
        paragraphs.append([])
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  /// The line that `scalars` make, `offset` bytes behind the start of the text that `marks` are of.
  private static func marked(
    _ scalars: Substring.UnicodeScalarView, offset: Int, _ marks: [TextMark]
  ) -> MarkedText {
    let length = scalars.reduce(0) { $0 + UTF8.width($1) }
    let own = marks.inside(TextRange(start: offset, end: offset + length)).compactMap {
      mark -> (TextMark, WebLink?)? in
      guard mark.kind == .link else { return (mark, nil) }
      return WebLink(quoted: mark.url).map { (mark, $0) }
    }
    guard !own.isEmpty else { return MarkedText(folded(scalars)) }
    // Cut where marks begin and end, so that each piece can be cleaned by itself and its place be known.
    let places = Set(own.flatMap { [$0.0.range.start, $0.0.range.end] } + [0, length]).sorted()
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    var text = ""
    var index = scalars.startIndex
    var read = 0
    var hasPendingSpace = false
    for (start, end) in zip(places, places.dropFirst()) {
      let first = index
      while index < scalars.endIndex, read < end {
        read += UTF8.width(scalars[index])
        index = scalars.index(after: index)
      }
      let piece = scalars[first..<index]
      let cleaned = folded(piece)
      if piece.first.map(isSpace) == true, !text.isEmpty { hasPendingSpace = true }
      if !cleaned.isEmpty {
        if hasPendingSpace { text += " " }
        hasPendingSpace = false
        starts[start] = text.utf8.count
        text += cleaned
      }
      ends[end] = text.utf8.count
      if piece.last.map(isSpace) == true, !text.isEmpty { hasPendingSpace = true }
    }
    func position(of start: Int) -> Int {
      // A mark may begin with what was dropped: then with what comes next.
      places.first { $0 >= start && starts[$0] != nil }.flatMap { starts[$0] } ?? text.utf8.count
    }
    return MarkedText(
      text,
      marks: own.compactMap { mark, link in
        let start = position(of: mark.range.start)
        let end = ends[mark.range.end] ?? start
        return start < end ? MarkedText.Mark(kind: mark.kind, range: start..<end, link: link) : nil
      })
  }
}
