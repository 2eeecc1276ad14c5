/// How strict the lint is.
public struct LintRules: Sendable {
  /// An edition that was just made, by the program itself: what the words of articles or settings that are still to be made
  /// bring about (template tags that are quoted, no address to unsubscribe) is a warning and not an error.
  public var isDraft: Bool
  /// Articles show template tags, so that `{{` is no trace of a template.
  public var allowsBraces: Bool

  public init(isDraft: Bool = false, allowsBraces: Bool = false) {
    self.isDraft = isDraft
    self.allowsBraces = allowsBraces
  }
}
