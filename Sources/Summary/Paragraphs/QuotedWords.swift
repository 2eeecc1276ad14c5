import Model

/// Somebody else's words in an article: printed only with the sentence that introduces them and with whose they are.
struct QuotedWords {
  /// The sentence of the author's directly before them, if it leads to them.
  let stem: RankedBlock.Stem?

  /// - Returns: `nil` with the rule if the block may not be printed.
  static func reading(at index: Int, passages: [Passage], language: TextLanguage)
    -> (words: QuotedWords?, rule: RejectionRule?)
  {
    let block = passages[index].block
    if isEmbedded(block) { return (nil, .embedded) }
    if index + 1 < passages.count, rebuts(passages[index + 1]) { return (nil, .rebutted) }
    let leadIn = index > 0 ? LeadIn(passages[index - 1], language: language) : nil
    if let leadIn, leadIn.rebuts { return (nil, .rebutted) }
    let stem = leadIn.flatMap { leadIn in
      leadIn.leads ? RankedBlock.Stem(position: index - 1, range: leadIn.range) : nil
    }
    guard block.attribution != nil || stem != nil && leadIn?.names == true else {
      return (nil, .withoutSource)
    }
    return (QuotedWords(stem: stem), nil)
  }

  /// Whether the author goes on to deny what was quoted: "No.", "This is wrong", "But that is".
  private static func rebuts(_ next: Passage) -> Bool {
    guard next.block.kind == .paragraph || next.block.kind == .heading else { return false }
    return RebuttalLexicon.cues.opens(next.tokens, with: .rebuttal)
  }

  /// A post of a social network that stands in the article: an exhibit, not its text.
  static func isEmbedded(_ block: Block) -> Bool {
    guard block.kind == .quote, let url = block.attribution?.url else { return false }
    return isPost(url)
  }

  private static func isPost(_ url: String) -> Bool {
    let parts = url.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
    guard parts.count >= 2, parts[0].elementsEqual("https:".utf8) || parts[0].elementsEqual("http:".utf8)
    else {
      return false
    }
    let host = String(Substring(parts[1])).lowercased()
    let path = parts.count > 2 ? String(Substring(parts[2])) : ""
    // Mastodon and its kin stand on hosts of all names: /@name/123, /users/name/statuses/123, /notes/id.
    if path.hasPrefix("@") || path.utf8.count > 8 && path.hasPrefix("users/") && path.contains("/status") {
      return true
    }
    return postHosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  private static let postHosts = [
    "twitter.com", "x.com", "bsky.app", "threads.net", "threads.com", "facebook.com", "instagram.com",
    "linkedin.com", "reddit.com", "youtube.com", "youtu.be", "tiktok.com", "t.me", "tumblr.com",
    "truthsocial.com", "mastodon.social", "vimeo.com", "weibo.com", "vk.com", "pinterest.com",
  ]
}

/// The last sentence before a quotation.
private struct LeadIn {
  let range: TextRange
  /// Ends in a colon, or says or links whose words follow.
  let leads: Bool
  /// Names or links somebody.
  let names: Bool
  /// "They wrongly claim:".
  let rebuts: Bool

  init?(_ passage: Passage, language: TextLanguage) {
    let block = passage.block
    guard block.kind == .paragraph, block.role == nil, !block.isNote, passage.count > 0,
      let last = sentenceRanges(of: block.text, language: language).last,
      let text = last.slice(of: block.text), !text.unicodeScalars.contains(Block.gap)
    else { return nil }
    let tokens = passage.tokens[...].drop { $0.start < last.start }
    let isLinked = block.marks.contains {
      $0.kind == .link && $0.range.start < last.end && $0.range.end > last.start
    }
    let introduces = Ending(of: text).isIntroducing
    let namesSomebody = tokens.enumerated().contains { place, token in
      token.isCapitalised && token.word != "i" && (place > 0 || tokens.count <= 4) && !token.isNumber
    }
    range = last
    leads = introduces || isLinked
    names = isLinked || namesSomebody
    rebuts = RebuttalLexicon.cues.counts(in: tokens)[.doubt] > 0
  }
}

/// How an author turns against what was quoted.
enum RebuttalCue: Int, CaseIterable, Hashable, Sendable {
  /// Opens what follows a quotation that the author denies.
  case rebuttal
  /// Tells before a quotation that it is wrong.
  case doubt

  /// Name of its list in the files of words.
  var listName: String { self == .rebuttal ? "opens rebuttal" : "doubt phrases" }
}

enum RebuttalLexicon {
  static let cues = Lexicon<RebuttalCue>(ofAllLanguages: \.listName)
}
