/// The keys of `strings.LANGUAGE.yaml`.
enum WordingKeys {
  /// Words that templates print as `{{words.KEY}}`.
  static let plain = [
    "allIssues", "alsoThisWeek", "authorAsks", "authorBadge", "contents", "conversation", "links",
    "unsubscribe",
  ]

  /// Sentences with arguments, filled before a template sees them.
  static let patterns =
    [
      "aboutTime", "anonymous", "answers", "cut", "date", "day", "issue", "namesLast", "namesNext",
      "periodInMonth", "periodInYear", "periodOther", "readOn", "readOnPlain", "readers", "readingTime",
      "reason",
      "startConversation", "untitled", "writtenBy", "writtenByIn",
    ] + (1...12).map { "month.\($0)" }

  /// Phrases with a number: each has one entry a plural category, `KEY.other` at least.
  static let counted = [
    "articles", "authorReplies", "comments", "join", "minutes", "moreInArchive", "people",
  ]

  /// Entries that a complete file has.
  static let required = plain + patterns + counted.map { $0 + ".other" }

  /// Entries that a file may have.
  static let allowed = Set(
    required + counted.flatMap { key in PluralCategory.allCases.map { "\(key).\($0.rawValue)" } })
}
