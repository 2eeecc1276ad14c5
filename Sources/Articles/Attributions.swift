import Markup
import Model

/// Finds out who said what an article quotes: by the line that signs it, its `cite`, or the link in the sentence before it.
enum Attributions {
  /// Gives the quotations in `blocks[first...]` the name and address that the element states or that its last block signs with.
  /// The signing line gets a role of its own: it is no words of the quotation.
  ///
  /// - Parameter cite: the address that the quoting element names.
  static func sign(_ blocks: inout [FlowBlock], from first: Int, cite: String?) {
    guard first < blocks.count else { return }
    var name: String?
    var url = cite
    if blocks.count - first > 1, let last = blocks.last, last.isSignature || opensWithDash(last.text) {
      if last.isSignature || last.wordCount <= 25 {
        (name, url) = signature(of: last, cite: cite)
        blocks[blocks.count - 1].role = .byline
        blocks[blocks.count - 1].kind = .paragraph
      }
    }
    guard let attribution = Attribution(name: name, url: url) else { return }
    for index in blocks.indices[first...]
    where blocks[index].attribution == nil && blocks[index].role == nil {
      blocks[index].attribution = attribution
    }
  }

  /// What stands around a quotation: a signing line directly below it, and the link of the sentence that introduces it.
  static func completed(_ blocks: [FlowBlock]) -> [FlowBlock] {
    guard blocks.contains(where: { $0.kind == .quote }) else { return blocks }
    var blocks = blocks
    var index = 0
    while index < blocks.count {
      guard blocks[index].kind == .quote else {
        index += 1
        continue
      }
      var end = index + 1
      while end < blocks.count, blocks[end].kind == .quote { end += 1 }
      var name: String?
      var url: String?
      if end < blocks.count, isSignature(blocks[end]) {
        (name, url) = signature(of: blocks[end], cite: nil)
        blocks[end].role = .byline
      }
      if index > 0, url == nil, blocks[index - 1].kind == .paragraph, introduces(blocks[index - 1].text) {
        url = blocks[index - 1].marks.last { $0.kind == .link }?.url
      }
      for place in index..<end where blocks[place].role == nil {
        let known = blocks[place].attribution
        blocks[place].attribution = Attribution(name: known?.name ?? name, url: known?.url ?? url)
      }
      index = end
    }
    return blocks
  }

  /// A short line below a quotation that begins with a dash: `— Carla Sample`.
  private static func isSignature(_ block: FlowBlock) -> Bool {
    block.kind == .paragraph && block.role == nil && opensWithDash(block.text) && block.wordCount <= 14
      && (block.wordCount <= 6 || !endsSentence(block.text))
  }

  static func introduces(_ text: String) -> Bool {
    let end = text.unicodeScalars.last { !$0.properties.isWhitespace }
    return end == ":" || end == "：" || end == "︰"
  }

  /// `— Bea Sample (@bea) November 3, 2026`: the name, and where the link leads. A link that is only the date is no part of
  /// the name.
  private static func signature(of block: FlowBlock, cite: String?) -> (String?, String?) {
    let link = block.marks.last { $0.kind == .link }
    var text = block.text
    if let link, link.range.end == text.utf8.count, link.range.start > 0,
      let label = link.range.slice(of: text), PageDate(reading: label) != nil
    {
      text = TextRange(start: 0, end: link.range.start).slice(of: text) ?? text
    }
    let name = String(
      String.UnicodeScalarView(
        text.unicodeScalars.drop { isDash($0) || $0.properties.isWhitespace }.reversed()
          .drop { $0 == "," || isDash($0) || $0.properties.isWhitespace }.reversed()))
    return (name.isEmpty || name.utf8.count > 200 ? nil : name, cite ?? link?.url)
  }

  /// A dash, with or without a space; two hyphens. One hyphen may be a list's.
  static func opensWithDash(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return false }
    if first == "-" || first == "~" { return scalars.next() == "-" || first == "~" }
    return isDash(first)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "~", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2E3A}": true
    default: false
    }
  }
}

/// Elements in which a post of somebody else is shown, as the networks' own code for embedding writes them.
let embeddedPosts: NameSet = [
  "twitter-tweet", "twitter-video", "twitter-embed", "tweet", "tweet-embed", "embedded-tweet",
  "bluesky-embed",
  "mastodon-embed", "instagram-media", "tiktok-embed", "fb-post", "fb-xfbml-parse-ignore", "text-post-media",
  "reddit-embed-bq", "reddit-card", "linkedin-embed", "tumblr-post", "imgur-embed-pub", "wp-embedded-content",
  "embedly-card", "vk-post", "gab-embed",
]
