public import Model

/// What `digest.yaml` says, checked and completed with defaults.
///
/// Relative paths are relative to the folder of the configuration file.
public struct Settings: Hashable, Sendable {
  /// Stands for the sender until the configuration names one; mail to it goes nowhere (RFC 2606).
  public static let placeholderAddress = "digest@sender.invalid"

  /// Names of the built-in themes, the usual one first.
  public static let themes = ["default", "bright", "bold"]

  /// IANA name of the zone in which weeks begin and end.
  public let timeZone: String
  public let publication: Publication
  /// OPML files, in order.
  public let feedLists: [String]
  /// Folder into which editions are written.
  public let editionsFolder: String
  /// Path of the database.
  public let storePath: String
  /// Folder of a template; `nil` for the built-in one.
  public let templateFolder: String?
  /// Name of a built-in theme; a template's own settings are laid over it.
  public let theme: String
  public let edition: EditionSettings
  public let fetch: FetchSettings
  /// What holds for single feeds, by their ids.
  public let feedSettings: [FeedSource.ID: FeedSettings]
  /// What the editor weighs otherwise.
  public let weights: PickingWeights

  public init(
    timeZone: String, publication: Publication, feedLists: [String], editionsFolder: String = "Digests",
    storePath: String = ".digest/store.sqlite", templateFolder: String? = nil,
    theme: String = Settings.themes[0], edition: EditionSettings = EditionSettings(),
    fetch: FetchSettings = FetchSettings(),
    feedSettings: [FeedSource.ID: FeedSettings] = [:], weights: PickingWeights = PickingWeights()
  ) {
    self.timeZone = timeZone
    self.publication = publication
    self.feedLists = feedLists
    self.editionsFolder = editionsFolder
    self.storePath = storePath
    self.templateFolder = templateFolder
    self.theme = theme
    self.edition = edition
    self.fetch = fetch
    self.feedSettings = feedSettings
    self.weights = weights
  }
}

/// How much goes into an edition.
public struct EditionSettings: Hashable, Sendable {
  /// Articles with their paragraphs, at most.
  public let articles: Int
  /// Further articles that are only named, at most.
  public let named: Int
  /// Key paragraphs an article, at most.
  public let paragraphs: Int
  /// Words quoted of one article, at most.
  public let quotedWords: Int
  /// Share of an article that may be quoted, above 0 and up to 1.
  public let quotedShare: Double
  /// Discussions an article, at most.
  public let threads: Int
  /// Words of one comment, at most.
  public let commentWords: Int
  /// Whether articles are printed with their pictures.
  public let printsImages: Bool
  /// The editor's standing note, printed in every edition; `nil` for none.
  public let note: String?

  public init(
    articles: Int = 6, named: Int = 12, paragraphs: Int = 3,
    quotedWords: Int = QuotationLimits.standard.words,
    quotedShare: Double = QuotationLimits.standard.share, threads: Int = 2, commentWords: Int = 90,
    printsImages: Bool = false, note: String? = nil
  ) {
    self.articles = articles
    self.named = named
    self.paragraphs = paragraphs
    self.quotedWords = quotedWords
    self.quotedShare = quotedShare
    self.threads = threads
    self.commentWords = commentWords
    self.printsImages = printsImages
    self.note = note
  }
}

/// How feeds are fetched.
public struct FetchSettings: Hashable, Sendable {
  /// A page or address by which a site's owner can reach us; part of the User-Agent.
  public let contact: String?
  /// Pages and comments are read for entries at most this many days old.
  public let days: Int
  /// Requests under way at once, over all hosts.
  public let concurrency: Int
  /// Seconds between two requests to one host.
  public let secondsPerHost: Double
  /// `host:port` (port `*` for any) that may be dialled although their address is private.
  public let allowedHosts: [String]
  /// Days for which superseded answers, revisions and visits are kept.
  public let keepDays: Int
  /// Whether comments that a comment feed no longer shows are asked of WordPress' interface (`/wp-json/`) rather than
  /// looked for in the page.
  public let usesWordPressREST: Bool

  public init(
    contact: String? = nil, days: Int = 21, concurrency: Int = 16, secondsPerHost: Double = 0.5,
    allowedHosts: [String] = [], keepDays: Int = 90, usesWordPressREST: Bool = false
  ) {
    self.contact = contact
    self.days = days
    self.concurrency = concurrency
    self.secondsPerHost = secondsPerHost
    self.allowedHosts = allowedHosts
    self.keepDays = keepDays
    self.usesWordPressREST = usesWordPressREST
  }
}

/// What holds for one feed. Secrets are never in the configuration, only where they are to be found.
public struct FeedSettings: Hashable, Sendable {
  /// Where a secret is.
  public enum SecretPlace: Hashable, Sendable {
    /// A file that only its owner may read.
    case file(String)
    /// A variable of the environment.
    case variable(String)
  }

  /// Whether the feed is asked at all.
  public let isEnabled: Bool
  /// Sent instead of our own name.
  public let userAgent: String?
  /// Value of a `Cookie` field.
  public let cookie: SecretPlace?
  /// `name:password`, for HTTP's basic authentication.
  public let login: SecretPlace?
  /// The feed is not asked again before that many seconds; `nil` to go by what the feed and its server say.
  public let intervalSeconds: Int?
  /// Whether article pages are read when the feed carries only a teaser; `nil` for what the feed list says.
  public let readsPages: Bool?
  /// Whether readers' comments are collected; `nil` for what the feed list says.
  public let readsComments: Bool?
  /// `host:port` (port `*` for any) that may be dialled for this feed although their address is private.
  public let allowedHosts: [String]

  public init(
    isEnabled: Bool = true, userAgent: String? = nil, cookie: SecretPlace? = nil, login: SecretPlace? = nil,
    intervalSeconds: Int? = nil, readsPages: Bool? = nil, readsComments: Bool? = nil,
    allowedHosts: [String] = []
  ) {
    self.isEnabled = isEnabled
    self.userAgent = userAgent
    self.cookie = cookie
    self.login = login
    self.intervalSeconds = intervalSeconds
    self.readsPages = readsPages
    self.readsComments = readsComments
    self.allowedHosts = allowedHosts
  }
}
