/// What a sentence that serves the author or the site rather than the article's subject says.
enum AppealCue: Int, CaseIterable, Hashable, Sendable {
  /// Sells or asks for something by itself: "buy me a coffee", "wherever you get your podcasts".
  case plug
  /// Says how the text came about or under which terms: "a version of this article appeared in".
  case notice
  /// What is sold or asked for; it takes an ``ask`` and somebody's ``own`` thing to make a plea.
  case offer

  /// Name of its list in the files of words.
  var listName: String { "\(self) phrases" }
}

/// How a sentence asks the reader for something.
enum AskingCue: Int, CaseIterable, Hashable, Sendable {
  /// Opens with a request: "join", "please order".
  case asks
  /// The request is the author's own affair: "our", "here".
  case own

  /// Name of its list in the files of words.
  var listName: String { "\(self) phrases" }
}

/// How much of a passage are pleas and notices.
///
/// A plea within a long paragraph is the paragraph's author being polite; it counts where it makes most of what is said,
/// where it opens a short paragraph, and in a paragraph of few words.
struct Appeals {
  /// Words of the sentences that plead, and of those that give notice.
  private(set) var pleading = 0
  private(set) var noticing = 0
  private(set) var opensWithOne = false
  private let count: Int

  /// Longer paragraphs are the article's own text, whatever they say.
  private static let mostWords = 150

  init(_ tokens: [Token]) {
    count = tokens.count
    guard count <= Appeals.mostWords else { return }
    let all = Appeals.said.counts(in: tokens)
    guard all.kinds(of: AppealCue.allCases) > 0 else { return }
    for sentence in roughSentences(tokens) {
      let cues = Appeals.said.counts(in: tokens[sentence])
      if cues[.notice] > cues[.plug] {
        noticing += sentence.count
      } else if cues[.plug] > 0 || cues[.offer] > 0 && Appeals.asks(tokens[sentence]) {
        pleading += sentence.count
      } else {
        continue
      }
      if sentence.lowerBound == 0 { opensWithOne = true }
    }
  }

  var rejection: RejectionRule? {
    let words = pleading + noticing
    guard words > 0 else { return nil }
    let isMost = words * 2 >= count
    let isShort = count < 40 && words * 3 >= count
    guard isMost || isShort || opensWithOne && count < 60 else { return nil }
    return noticing > pleading ? .furniture : .promotion
  }

  private static let said = Lexicon<AppealCue>(ofAllLanguages: \.listName)
  private static let asking = Lexicon<AskingCue>(ofAllLanguages: \.listName)

  private static func asks(_ sentence: ArraySlice<Token>) -> Bool {
    asking.opens(sentence, with: .asks) && asking.counts(in: sentence)[.own] > 0
  }
}

/// The sentences of a text by its words alone: a stop, then a space. Where it errs, a sentence is shorter than it should be.
func roughSentences(_ tokens: [Token]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var start = 0
  for index in tokens.indices {
    let isLast = index + 1 == tokens.count
    let isStopped = tokens[index].following.map { ".!?…".unicodeScalars.contains($0) } ?? true
    guard isLast || isStopped && tokens[index + 1].start >= tokens[index].end + 2 else { continue }
    result.append(start..<index + 1)
    start = index + 1
  }
  return result
}
