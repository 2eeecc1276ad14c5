import Model

/// Reads dates as feeds write them: RFC 822 and 2822, ISO 8601 and RFC 3339, asctime, seconds since 1970,
/// American,
/// and those with month names in a dozen languages.
///
/// A scanner over bytes; no formatter, no locale, no regular expression. What is missing is midnight and UTC.
/// A weekday is
/// never believed.
enum FeedDate {
  struct Reading: Hashable {
    var instant: Instant?
    /// True if a time zone was given that is not known; the time was then taken as UTC.
    var hasUnknownZone = false

    /// What is to be said about `text`, which was read; `nil` if nothing is.
    func warning(about text: String) -> (code: String, message: String)? {
      if instant == nil { return ("date-unreadable", "\"\(text.prefix(60))\" is no date") }
      guard hasUnknownZone else { return nil }
      return ("date-zone-unknown", "the time zone of \"\(text.prefix(60))\" is not known; read as UTC")
    }
  }

  static func reading(_ text: String) -> Reading {
    guard text.utf8.count <= 120 else { return Reading() }
    if let instant = standard(text) { return Reading(instant: instant) }
    var scanner = FeedDateScanner(text)
    scanner.scan()
    return Reading(instant: scanner.instant, hasUnknownZone: scanner.hasUnknownZone)
  }
}
