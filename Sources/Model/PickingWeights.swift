/// What an editor weighs otherwise than the program does when paragraphs and comments are picked, by the names of the
/// terms.
public struct PickingWeights: Hashable, Sendable, Codable {
  public var paragraphs: [String: Double]
  public var comments: [String: Double]

  public init(paragraphs: [String: Double] = [:], comments: [String: Double] = [:]) {
    self.paragraphs = paragraphs
    self.comments = comments
  }

  /// Every term of a paragraph's score.
  public static let paragraphNames = [
    "size",
    "claims",
    "abstract",
    "topic",
    "early",
    "rank",
    "section",
    "pulled",
    "emphasis",
    "last_third",
    "pointer",
    "asking",
    "elsewhere",
    "announced",
    "list",
  ]

  /// Every term of a comment's score.
  public static let commentNames = [
    "length",
    "outcome",
    "experience",
    "reply",
    "author_answered",
    "votes",
    "promotion",
    "condescension",
    "echo",
    "business_name",
    "praise",
    "thanks_only",
    "insult",
    "certainty",
    "maxim",
    "meta",
    "tip_list",
    "generic",
    "wordy",
    "windy",
    "drift",
    "rambling",
    "vague",
    "impersonal",
    "no_report",
    "shout",
    "thin",
    "off_topic",
    "other_language",
    "again",
  ]
}
