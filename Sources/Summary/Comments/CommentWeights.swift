/// How much each feature of a comment counts; every feature lies between 0 and 1.
///
/// The reasons are an editor's, in whole and half numbers; nothing is fitted. A comment of some length in
/// which nothing is wrong stays above the floor of 1.5; each fault that disqualifies takes it below.
public struct CommentWeights: Hashable, Sendable {
  // What somebody did, and what came of it, is worth as much as saying anything at all.
  public var length = 3.0
  public var outcome = 2.0
  public var experience = 2.0
  // Exchanges: who answers has read both; the author's answer is printed with what it answers anyway.
  public var reply = 1.5
  public var authorAnswered = 1.0
  public var votes = 1.5
  // Two kinds of sign outweigh any merit, one kind most.
  public var promotion = -6.0
  public var condescension = -6.0
  public var echo = -6.0
  // Outweighs all but the best.
  public var businessName = -4.0
  public var praise = -4.0
  public var thanksOnly = -4.0
  public var insult = -4.0
  public var certainty = -4.0
  public var maxim = -4.0
  public var meta = -4.0
  public var tipList = -4.0
  public var generic = -4.0
  // Manner: takes away what length gave.
  public var wordy = -2.0
  public var windy = -2.0
  public var drift = -3.0
  public var rambling = -2.0
  public var vague = -2.0
  public var impersonal = -2.0
  public var noReport = -1.5
  public var shout = -2.0
  public var thin = -2.0
  public var offTopic = -2.0
  public var otherLanguage = -2.0
  /// Another comment of somebody who has a better one.
  public var again = -1.0
  /// For what must never be shown: pingbacks, copies.
  public var excluded = -20.0

  public init() {}

  /// The given weights by name, all others as they are.
  public init(_ given: [String: Double]) {
    for (name, place) in CommentWeights.byName {
      if let value = given[name] { self[keyPath: place] = value }
    }
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
