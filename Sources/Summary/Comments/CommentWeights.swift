/// How much each feature of a comment counts; every feature lies between 0 and 1.
public struct CommentWeights: Hashable, Sendable {
  public var length = 3.0
  public var outcome = 2.0
  public var authorAnswered = 2.0
  public var experience = 2.0
  public var reply = 1.0
  public var votes = 1.5
  public var promotion = -6.0
  public var condescension = -6.0
  public var echo = -6.0
  public var businessName = -4.0
  public var praise = -4.0
  public var thanksOnly = -4.0
  public var insult = -4.0
  public var certainty = -4.0
  public var maxim = -4.0
  public var meta = -4.0
  public var tipList = -4.0
  public var generic = -4.0
  public var wordy = -2.0
  public var windy = -2.0
  public var drift = -2.0
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
}
