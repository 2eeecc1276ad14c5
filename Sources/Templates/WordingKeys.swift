/// The keys of `strings.LANGUAGE.yaml`.
enum WordingKeys {
  /// Words that templates print as `{{words.KEY}}`.
  static let plain = [
    "allIssues", "alsoThisWeek", "authorAsks", "authorBadge", "contents", "conversation", "links",
    "readInBrowser", "stillTalking", "unsubscribe",
  ]

  /// Sentences that are filled before a template sees them, with the names of what they may hold.
  static let patterns: [String: Set<String>] = {
    var patterns: [String: Set<String>] = [
      "aboutTime": ["time"], "anonymous": [], "answers": ["name"], "authorMark": [], "cut": [],
      "date": ["day", "month", "year"], "day": ["day", "month"], "issue": ["id"],
      "namesLast": ["names", "name"], "namesNext": ["names", "name"],
      "periodInMonth": ["firstDay", "lastDay", "month", "year"], "periodInYear": ["first", "last", "year"],
      "otherSide": ["title"], "periodOther": ["first", "last"], "readOn": ["source"],
      "readOnPlain": [], "readers": ["publication"],
      "readingTime": ["count"], "reason": ["publication"], "sameStory": ["title"],
      "size": ["articles", "time"],
      "startConversation": [], "untitled": [],
      "writtenBy": ["names"], "writtenByIn": ["names", "source"],
    ]
    for month in 1...12 { patterns["month.\(month)"] = [] }
    return patterns
  }()

  /// Phrases with a number: each has one entry a plural category of the language; `{count}` is the number.
  static let counted = [
    "articles", "authorReplies", "comments", "join", "minutes", "moreInArchive", "moreItems", "newComments",
    "people",
  ]

  /// Entries that only some languages have: the ten digits in ascending order, and the name of a month's first day.
  static let optional = ["digits", "dayOfMonth.1"]

  /// Entries that the complete file of a language has, sorted.
  static func required(in language: String) -> [String] {
    let categories = PluralCategory.needed(in: language)
    return
      (plain + patterns.keys
      + counted.flatMap { key in categories.map { "\(key).\($0.rawValue)" } }).sorted()
  }

  /// What an entry may hold in braces; `nil` for a name that no entry has.
  static func arguments(of name: String) -> Set<String>? {
    if let arguments = patterns[name] { return arguments }
    if plain.contains(name) || optional.contains(name) { return [] }
    return countedNames.contains(name) ? ["count"] : nil
  }

  /// Every name, for hints.
  static let all = plain + patterns.keys + countedNames + optional

  private static let countedNames = Set(
    counted.flatMap { key in PluralCategory.allCases.map { "\(key).\($0.rawValue)" } })
}
