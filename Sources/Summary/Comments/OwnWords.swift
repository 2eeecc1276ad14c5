import Model

/// Which parts of a comment its writer wrote: lines that begin with ">" quote somebody else, as they do in mail.
struct OwnWords {
  /// Runs of whole lines, in bytes; all of the text if nothing else is left.
  let runs: [TextRange]
  private let length: Int

  init(_ text: String) {
    let bytes = text.utf8.span
    length = bytes.count
    var runs: [TextRange] = []
    var start = 0
    var hasQuotes = false
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var first = start
      while first < end, bytes[first] <= 0x20 { first += 1 }
      if first < end, bytes[first] == UInt8(ascii: ">") {
        hasQuotes = true
      } else if first < end {
        if let last = runs.last, hasQuotes == false || !OwnWords.isParted(bytes, last.end, start) {
          runs[runs.count - 1] = TextRange(start: last.start, end: end)
        } else {
          runs.append(TextRange(start: start, end: end))
        }
      }
      start = end + 1
    }
    self.runs = hasQuotes && !runs.isEmpty ? runs : [TextRange(start: 0, end: bytes.count)]
  }

  /// Whether anything but white space stands between.
  private static func isParted(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      if bytes[index] > 0x20 { return true }
      index += 1
    }
    return false
  }

  /// The longest run.
  var longest: TextRange {
    runs.max { ($0.end - $0.start, $1.start) < ($1.end - $1.start, $0.start) }
      ?? TextRange(start: 0, end: length)
  }

  /// The text with white space for what is quoted, so that places in it stay what they are.
  func blanked(_ text: String) -> String {
    guard runs.count > 1 || runs.first.map({ $0.end - $0.start < length }) == true else { return text }
    var bytes = [UInt8](repeating: 0x20, count: length)
    let all = text.utf8.span
    for index in all.indices where all[index] == 0x0A { bytes[index] = 0x0A }
    for run in runs {
      for index in run.start..<run.end { bytes[index] = all[index] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Comment {
  /// The same comment without what it quotes of others; places in its text stay what they are.
  var inOwnWords: Comment {
    guard text.utf8.contains(UInt8(ascii: ">")) else { return self }
    let own = OwnWords(text).blanked(text)
    guard own != text else { return self }
    return Comment(
      id: id, parentID: parentID, isParentInferred: isParentInferred, author: author, authorURL: authorURL,
      published: published, text: own, votes: votes, permalink: permalink,
      isByArticleAuthor: isByArticleAuthor,
      kind: kind)
  }
}
