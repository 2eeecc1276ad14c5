import Model

/// A list with the words that introduce it: printed together or not at all.
struct ListUnit {
  /// Index of the list among the passages.
  let list: Int
  /// Index of the passage that holds the introduction.
  let introduction: Int
  /// The introducing sentence, or the whole block if it is short.
  let stem: TextRange
  /// True if the article says that this list is what it has to offer: "here's my list", "seven ways".
  var isAnnounced: Bool

  /// A list may be printed up to this many words and items.
  static let longest = (words: 150, items: 12)

  /// `nil` if nothing introduces the list.
  ///
  /// - Parameter junk: what the rules say of each passage: what a request or a note introduces belongs to it.
  init?(list: Int, passages: [Passage], junk: [RejectionRule?], language: TextLanguage) {
    guard list > 0 else { return nil }
    switch junk[list - 1] {
    case .furniture, .promotion, .biography, .date, .caption, .note: return nil
    default: break
    }
    let before = passages[list - 1]
    guard before.block.kind == .paragraph, before.block.role == nil, before.count > 0 else { return nil }
    let sentences = sentenceRanges(of: before.block.text, language: language)
    guard let last = sentences.last else { return nil }
    let lastTokens = before.tokens[...].drop { $0.start < last.start }
    var announced = AnnouncementLexicon.announces(lastTokens)
    let introduces = Ending(of: before.block.text).isIntroducing
    guard introduces || announced else { return nil }
    stem = before.count <= 20 ? TextRange(start: sentences[0].start, end: last.end) : last
    if !announced, before.count <= 20, list > 1 {
      let earlier = passages[list - 2]
      if earlier.block.role == nil,
        let sentence = sentenceRanges(of: earlier.block.text, language: language).last
      {
        announced = AnnouncementLexicon.announces(earlier.tokens[...].drop { $0.start < sentence.start })
      }
    }
    self.list = list
    introduction = list - 1
    isAnnounced = announced
  }
}

enum AnnouncementCue: Int, CaseIterable, Hashable, Sendable {
  case announcement

  /// Name of its list in the files of words.
  var listName: String { "\(self) phrases" }
}

enum AnnouncementLexicon {
  static func announces(_ tokens: ArraySlice<Token>) -> Bool {
    lexicon.counts(in: tokens)[.announcement] > 0
  }

  private static let lexicon = Lexicon<AnnouncementCue>(ofAllLanguages: \.listName)
}
