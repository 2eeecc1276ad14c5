/// How much each feature of a comment counts; every feature lies between 0 and 1. `Data/weights.txt` says how much, and why.
public struct CommentWeights: Hashable, Sendable, FiledWeights {
  public var length = 0.0
  public var outcome = 0.0
  public var experience = 0.0
  public var reply = 0.0
  public var authorAnswered = 0.0
  public var votes = 0.0
  public var promotion = 0.0
  public var condescension = 0.0
  public var echo = 0.0
  public var businessName = 0.0
  public var praise = 0.0
  public var thanksOnly = 0.0
  public var insult = 0.0
  public var certainty = 0.0
  public var maxim = 0.0
  public var meta = 0.0
  public var tipList = 0.0
  public var generic = 0.0
  public var wordy = 0.0
  public var windy = 0.0
  public var drift = 0.0
  public var rambling = 0.0
  public var vague = 0.0
  public var impersonal = 0.0
  public var noReport = 0.0
  public var shout = 0.0
  public var thin = 0.0
  public var offTopic = 0.0
  public var otherLanguage = 0.0
  /// Another comment of somebody who has a better one.
  public var again = 0.0
  /// For what must never be shown: pingbacks, copies.
  public var excluded = 0.0

  /// What the files say for most languages.
  public init() { self.init([:]) }

  /// The given weights by name, all others as the files have them.
  public init(_ given: [String: Double]) { self.init(given, family: .other) }

  init(_ given: [String: Double], family: LanguageFamily) {
    self = CommentWeights.byFamily[family] ?? CommentWeights(blank: ())
    take(given, fields: CommentWeights.byName)
  }

  private init(blank: Void) {}

  private static let byFamily = filed(CommentWeights(blank: ()))

  static let list = "comments"

  static var fields: [(name: String, place: WritableKeyPath<CommentWeights, Double>)] {
    byName + [("excluded", \.excluded)]
  }

  /// How `digest.yaml` calls the weights. What must never be shown stays so.
  static var byName: [(name: String, place: WritableKeyPath<CommentWeights, Double>)] {
    [
      ("length", \.length),
      ("outcome", \.outcome),
      ("experience", \.experience),
      ("reply", \.reply),
      ("author_answered", \.authorAnswered),
      ("votes", \.votes),
      ("promotion", \.promotion),
      ("condescension", \.condescension),
      ("echo", \.echo),
      ("business_name", \.businessName),
      ("praise", \.praise),
      ("thanks_only", \.thanksOnly),
      ("insult", \.insult),
      ("certainty", \.certainty),
      ("maxim", \.maxim),
      ("meta", \.meta),
      ("tip_list", \.tipList),
      ("generic", \.generic),
      ("wordy", \.wordy),
      ("windy", \.windy),
      ("drift", \.drift),
      ("rambling", \.rambling),
      ("vague", \.vague),
      ("impersonal", \.impersonal),
      ("no_report", \.noReport),
      ("shout", \.shout),
      ("thin", \.thin),
      ("off_topic", \.offTopic),
      ("other_language", \.otherLanguage),
      ("again", \.again),
    ]
  }
}
