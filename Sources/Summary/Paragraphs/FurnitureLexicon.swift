/// Openings of what stands around an article.
enum FurnitureCue: Int, CaseIterable, Hashable, Sendable {
  /// Opens a line that is no part of the article: credits, notes, requests to share or subscribe.
  case furniture
  /// Opens with "want to" or "want more": furniture if a question follows.
  case teaser
  /// Begins the comments.
  case commentsBegin
  /// Begins what follows an article: related posts, author, newsletter.
  case afterword
  /// A button or header line of the comments.
  case commentLine
  case date
  case updated
  /// A photo or credit line.
  case picture
  /// Opens what is said about a picture.
  case caption
  /// Says where in a picture to look: a caption if a comma or colon follows.
  case captionPlace
  /// Stands before the names of those who wrote it.
  case byline
  /// What stands after the name in an author box.
  case bio
  /// Opens a further sentence of an author box: "she lives in".
  case moreBio
  /// Opens the heading of a box about somebody: "About".
  case about
  /// The heading of notes, sources and lists of references.
  case notes

  /// Name of its list in the files of words.
  var listName: String {
    switch self {
    case .furniture: "opens furniture"
    case .teaser: "opens teaser"
    case .commentsBegin: "opens comments"
    case .afterword: "opens afterword"
    case .commentLine: "opens comment line"
    case .date: "opens date"
    case .updated: "opens update"
    case .picture: "opens picture"
    case .caption: "opens caption"
    case .captionPlace: "opens caption place"
    case .byline: "opens byline"
    case .bio: "opens biography"
    case .moreBio: "goes on biography"
    case .about: "opens about"
    case .notes: "opens notes"
    }
  }
}

/// Cues that count wherever they stand.
enum PromotionCue: Int, CaseIterable, Hashable, Sendable {
  case promotion
  /// Labels of a specification box.
  case label

  /// Name of its list in the files of words.
  var listName: String { "\(self) phrases" }
}

/// Cues that count at the end of a line.
enum LineEndCue: Int, CaseIterable, Hashable, Sendable {
  /// "Ann says", "3 likes".
  case commentLine

  /// Name of its list in the files of words.
  var listName: String { "ends comment line" }
}

enum FurnitureLexicon {
  static let openings = Lexicon<FurnitureCue>(ofAllLanguages: \.listName)
  static let anywhere = Lexicon<PromotionCue>(ofAllLanguages: \.listName)

  /// Whether a line ends as the head or the buttons of a comment do.
  static func endsCommentLine(_ tokens: [Token]) -> Bool {
    lineEnds.counts(in: tokens.suffix(3))[.commentLine] > 0
  }

  /// Whether a title says that the post is paid for: `Sponsor: …`, `[Sponsored] …`, `Anzeige: …`.
  static func opensSponsorTitle(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first, sponsorTitles.contains(first.word) else { return false }
    return first.following == ":" || first.preceding == "[" || first.preceding == "("
      || first.following == "]"
  }

  private static let sponsorTitles: Set<String> = [
    "sponsor", "sponsored", "advertisement", "ad", "anzeige", "werbung", "publicité", "sponsorisé",
    "patrocinado",
    "patrocinador", "publicidad", "sponsorizzato", "pubblicità", "advertentie", "gesponsord", "publicidade",
  ]

  private static let lineEnds = Lexicon<LineEndCue>(ofAllLanguages: \.listName)
}
