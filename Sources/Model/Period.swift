/// The stretch of time that an edition covers: from the first instant of its first day up to, not including, the first
/// instant after its last day, in the zone of the publication.
///
/// The zone's rules are applied by whoever makes the period; afterwards only these values count.
public struct Period: Hashable, Sendable, Codable {
  /// First day, as the publication's zone counts days.
  public let firstDay: Day
  /// Last day, included.
  public let lastDay: Day
  /// First instant that belongs to the period.
  public let start: Instant
  /// First instant that no longer does.
  public let end: Instant
  /// IANA name of the zone, such as `Europe/Berlin`; for display.
  public let timeZone: String
  /// The zone's distance from UTC in seconds (east positive) at ``end``.
  public let offsetSeconds: Int

  public init(
    firstDay: Day, lastDay: Day, start: Instant, end: Instant, timeZone: String, offsetSeconds: Int
  ) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.start = start
    self.end = end
    self.timeZone = timeZone
    self.offsetSeconds = offsetSeconds
  }

  public func contains(_ instant: Instant) -> Bool { instant >= start && instant < end }
}
