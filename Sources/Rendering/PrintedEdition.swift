import Templates

/// An edition ready for print: cleaned text, checked links, finished phrases. Both forms are set from it, so that they say
/// the same.
struct PrintedEdition {
  let wording: Wording
  let language: String
  let direction: Direction
  let title: String
  let tagline: String?
  let homepage: WebLink?
  /// The edition's page on the web.
  let page: WebLink?
  /// All editions.
  let archive: WebLink?
  /// `2026-W47`.
  let id: String
  /// Whether the id is to be printed.
  let isNumbered: Bool
  let period: String
  /// `6 articles, about 34 minutes`.
  let size: String
  let subject: String
  let preheader: String
  /// Paragraphs of the editor's note.
  let note: [String]
  let sections: [Section]
  let stillTalking: [OngoingConversation]
  let alsoPublished: [TitleLine]
  /// Articles that are not even named.
  let omittedCount: Int
  let reason: String
  let unsubscribe: WebLink?
  let address: String?

  struct Section {
    let title: String?
    let cards: [Card]
  }

  /// An article that is only named.
  struct TitleLine {
    let title: String
    let link: WebLink?
    let source: String
    let readingTime: String?
  }

  /// An article of an earlier week with what is new about it.
  struct OngoingConversation {
    let titleLine: TitleLine
    /// `3 new comments`.
    let news: String
    let link: WebLink?
  }

  struct Card {
    /// From 1, as printed.
    let number: Int
    /// `a3`: the number that the edition gives it, wherever it is printed.
    let anchor: String
    /// Where it stands in the archive.
    let place: WebLink?
    let image: Image?
    let titleLine: TitleLine
    /// BCP 47 tag, where it is not the publication's.
    let language: String?
    let authors: [String]
    let date: String?
    let beside: Neighbour?
    let quotes: [Quote]
    let prompt: Quote?
    let conversation: Conversation?
    var title: String { titleLine.title }
    var link: WebLink? { titleLine.link }
    var source: String { titleLine.source }

    /// `Read on in The Gauge`, or less where nobody knows the source.
    func readOn(_ wording: Wording, _ isolate: (String) -> String) -> String {
      source.isEmpty ? wording("readOnPlain") : wording("readOn", ["source": isolate(source)])
    }
  }

  /// The article behind which a card was put.
  struct Neighbour {
    /// What the wording calls the relation.
    let key: String
    let title: String
  }

  /// A picture from elsewhere, as large as it is printed.
  struct Image {
    let link: WebLink
    let width: Int
    let height: Int
    let alt: String
  }

  /// Somebody else's words, with signs where they are cut.
  struct Quote {
    enum Body {
      /// Each with its lines.
      case paragraphs([[MarkedText]])
      /// What the author quotes: set apart, with the sentence that introduces it and who said it.
      case quotation(stem: MarkedText?, paragraphs: [[MarkedText]], source: Source?)
      /// `more` says how many items are not printed.
      case list(stem: String?, items: [MarkedText], isOrdered: Bool, more: String?)
      case code([String])
    }

    /// Who said what an author quotes.
    struct Source {
      let name: String
      let link: WebLink?
    }

    let body: Body
    let direction: Direction
  }

  struct Conversation {
    /// `6 comments · 4 people · 2 replies by the author`; `nil` if nobody has written yet.
    let count: String?
    let comments: [Comment]
    let link: WebLink?
    /// `Join the conversation (6 comments)`, or the invitation to start one.
    let invitation: String
  }

  struct Comment {
    let author: String
    let isByAuthor: Bool
    /// Whom it answers.
    let answers: String?
    /// 0, 1 or 2.
    let depth: Int
    let quote: Quote
  }
}

extension PrintedEdition {
  /// `Issue 2026-W47`, with the id kept in its order where the words run from right to left.
  var label: String? {
    isNumbered
      ? wording("issue", ["id": direction == .rightToLeft ? "\u{2066}\(id)\u{2069}" : id]) : nil
  }

  /// The same for HTML.
  var labelHTML: EscapedHTML? {
    guard isNumbered else { return nil }
    let escaped = EscapedHTML(escaping: id)
    let isolated =
      direction == .rightToLeft
      ? EscapedHTML(markup: "<span dir=\"ltr\">") + escaped + EscapedHTML(markup: "</span>") : escaped
    return wording.html("issue", ["id": isolated])
  }

  var cards: [Card] { sections.flatMap(\.cards) }
}
