import Model

/// Tells what can never be printed from what can: the rules that look at one block at a time.
struct JunkFilter {
  let titleWords: Set<String>
  /// Least number of words of a paragraph.
  let leastWords: Int
  let language: TextLanguage

  /// Running text of any language that has a list holds well over a quarter of stop words; code, tables and lists of names do
  /// not.
  private static let leastStopWordShare = 0.15

  /// What the block is, if it can not be printed whatever stands around it.
  func junk(_ passage: Passage) -> RejectionRule? {
    let block = passage.block
    switch block.kind {
    case .heading, .figure, .code, .table: return .kind
    case .paragraph, .quote, .list: break
    }
    let tokens = passage.tokens
    let count = tokens.count
    if NoteForm.isNote(passage) { return .note }
    guard count >= 5 else { return .tooShort }
    if count < 60, isFurniture(passage) { return .furniture }
    if count < 75, isBiography(tokens) { return .biography }
    let cues = FurnitureLexicon.anywhere.counts(in: tokens)
    if count < 70, cues[.promotion] > 0, count < 40 || isMuchPromotion(tokens) { return .promotion }
    if count < 20 {
      let opening = FurnitureLexicon.openings.opening(of: tokens[...])
      if opening.contains(where: { $0.cue == .date || $0.cue == .updated }) { return .date }
    }
    if let rule = Appeals(tokens).rejection { return rule }
    if cues[.label] >= 3 || isLegend(tokens) { return .specification }
    if codeMarks(in: block.text) >= max(2, count / 12) { return .code }
    let named = tokens.filter { !$0.isNumber }
    if named.count >= 8, named.count(where: \.isCapitalised) * 10 > named.count * 6 { return .names }
    if isNotProse(named) { return .notProse }
    guard block.kind != .list else { return nil }
    if LinkRuns.isMostlyLinks(passage) || LinkRuns.isChain(passage) { return .links }
    if LinkRuns.isLabelled(passage) { return .specification }
    return isUntellable(block.text) ? .untellable : nil
  }

  /// The further rules for paragraphs and quotations of the body; `junk` is what ``junk(_:)`` said of it, `next` and `previous` are
  /// the blocks around it.
  func rejection(
    of passage: Passage, junk: RejectionRule?, next: Passage?, previous: Passage? = nil
  ) -> RejectionRule? {
    if passage.count < leastWords { return .tooShort }
    if let junk { return junk }
    let ending = Ending(of: passage.block.text)
    let count = passage.count
    if ending.isIntroducing { return .introduces }
    if ending.isQuestion, count < 45 { return .question }
    if opensWithBullet(passage.block.text) { return .bullet }
    if passage.block.kind == .quote, count < 30 { return .shortQuotation }
    if count < 45, !ending.isStopped { return .unfinished }
    if count < 45, let next, FurnitureLexicon.openings.opens(next.tokens, with: .picture), next.count < 30 {
      return .caption
    }
    if let previous, isBox(passage, about: previous) { return .biography }
    return repeatsTitle(passage) ? .headline : nil
  }

  /// "About Example" above, and a text that begins with the same name.
  private func isBox(_ passage: Passage, about previous: Passage) -> Bool {
    guard previous.count <= 6, passage.count < 75,
      let about = FurnitureLexicon.openings.opening(of: previous.tokens[...]).first(where: {
        $0.cue == .about
      })
    else { return false }
    let name = previous.tokens.dropFirst(about.length)
    guard let first = name.first, first.isCapitalised else { return false }
    return passage.tokens.starts(with: name, by: { $0.word == $1.word })
  }

  /// Whether a passage of few different words has nearly all of them from the title.
  private func repeatsTitle(_ passage: Passage) -> Bool {
    var distinct: Set<String> = []
    for token in passage.tokens {
      distinct.insert(token.word)
      if distinct.count >= 25 { return false }
    }
    return titleWords.intersection(distinct).count * 10 > distinct.count * 7
  }

  private func isNotProse(_ words: [Token]) -> Bool {
    let stopWords = StopWords.of(language)
    guard words.count >= 18, language != .other else { return false }
    var missing = Int((JunkFilter.leastStopWordShare * Double(words.count)).rounded(.up))
    for word in words {
      guard stopWords.contains(word) || stopWords.containsBase(of: word) else { continue }
      missing -= 1
      if missing <= 0 { return false }
    }
    return true
  }

  /// Whether a quarter of the words stand in sentences that promote: a polite last line does not cost a paragraph.
  private func isMuchPromotion(_ tokens: [Token]) -> Bool {
    var words = 0
    for sentence in roughSentences(tokens)
    where FurnitureLexicon.anywhere.counts(in: tokens[sentence])[.promotion] > 0 {
      words += sentence.count
    }
    return words * 4 >= tokens.count
  }

  private func isFurniture(_ passage: Passage) -> Bool {
    let tokens = passage.tokens
    let text = passage.block.text
    let start = text.unicodeScalars.drop(while: \.isSpace)
    if start.first == "©" || start.starts(with: "(c)".unicodeScalars) { return true }
    let cues = FurnitureLexicon.openings.opening(of: tokens[...])
    if cues.contains(where: { $0.cue == .furniture }) { return true }
    return cues.contains { $0.cue == .teaser } && text.unicodeScalars.prefix(110).contains("?")
  }

  /// A name, then what the person is; a byline; a caption that says where in the picture to look.
  private func isBiography(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first else { return false }
    let opening = FurnitureLexicon.openings.opening(of: tokens[...])
    let isByline = opening.contains { $0.cue == .byline }
    guard first.isCapitalised else {
      return isByline && tokens.count <= 5 && tokens.dropFirst().allSatisfy(\.isCapitalised)
    }
    if isAuthorBox(tokens) { return true }
    if isByline, tokens.count > 2, tokens[1].isCapitalised, tokens[2].isCapitalised { return true }
    if opening.contains(where: { $0.cue == .caption }) { return true }
    if opening.contains(where: { $0.cue == .captionPlace && isParted(tokens[$0.length - 1]) }) { return true }
    for names in 1...3 where names < tokens.count {
      guard tokens[names - 1].isCapitalised else { return false }
      if FurnitureLexicon.openings.opens(tokens[names...], with: .bio) { return true }
    }
    return false
  }

  /// A full name, "is", and a further sentence such as those boxes have: "she writes", "he lives in".
  private func isAuthorBox(_ tokens: [Token]) -> Bool {
    guard let verb = (2...4).first(where: { $0 < tokens.count && !tokens[$0].isCapitalised }),
      tokens[0].isCapitalised, tokens[1].isCapitalised, JunkFilter.copulas.contains(tokens[verb].word)
    else { return false }
    let further = roughSentences(tokens).dropFirst()
    return !further.isEmpty
      && further.allSatisfy { FurnitureLexicon.openings.opens(tokens[$0], with: .moreBio) }
  }

  private static let copulas: Set<String> = ["is", "ist", "est", "es", "è", "é"]

  /// A comma or colon follows.
  private func isParted(_ token: Token) -> Bool { token.following == "," || token.following == ":" }
}

/// A list of parts inside one sentence, `(1) … (2) … (3) … (4)`: what a drawing's legend is.
func isLegend(_ tokens: [Token]) -> Bool {
  tokens.count { $0.isNumber && $0.preceding == "(" && $0.following == ")" && $0.length <= 2 } >= 4
}

func opensWithBullet(_ text: String) -> Bool {
  var scalars = text.unicodeScalars.drop(while: \.isSpace)
  guard let mark = scalars.popFirst() else { return false }
  return (mark == "-" || mark == "*" || mark == "•" || mark == "–") && scalars.first?.isSpace == true
}

/// How a block ends, quotation marks, brackets and note marks aside.
struct Ending {
  let isIntroducing: Bool
  let isQuestion: Bool
  let isStopped: Bool

  init(of text: String) {
    let scalars = Array(text.unicodeScalars.suffix(40))
    var end = scalars.count
    func drop(_ condition: (Unicode.Scalar) -> Bool) {
      while end > 0, condition(scalars[end - 1]) { end -= 1 }
    }
    drop(\.isSpace)
    let last = end > 0 ? scalars[end - 1] : " "
    isIntroducing = last == ":" || last == "…" || end >= 3 && scalars[end - 3..<end].allSatisfy { $0 == "." }
    drop { $0 == "]" || $0.isDigit || $0 == "[" }
    drop(\.isSpace)
    drop { "\"”’')]*»“›」".unicodeScalars.contains($0) }
    let stop = end > 0 ? scalars[end - 1] : " "
    isQuestion = stop == "?" || stop == "？" || stop == "؟"
    isStopped = isQuestion || ".!…。！｡۔।".unicodeScalars.contains(stop)
  }
}

/// Signs that programs use more than people.
private func codeMarks(in text: String) -> Int {
  var marks = 0
  var previous: UInt8 = 0
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"): marks += 1
    case UInt8(ascii: ")") where previous == UInt8(ascii: "("): marks += 1
    case UInt8(ascii: " ") where previous == UInt8(ascii: ";") || previous == UInt8(ascii: "$"): marks += 1
    case UInt8(ascii: ":") where previous == UInt8(ascii: ":"): marks += 1
    default: break
    }
    previous = byte
  }
  return marks
}
