import Foundation
public import Model

/// Which days an edition covers.
public enum EditionRange: Hashable, Sendable {
  case week(Week)
  /// From the first to the last day, both included.
  case days(Day, Day)

  /// The last week that was over at `now`: what a job that runs every Monday wants.
  public static func lastWholeWeek(before now: Instant, in zone: LocalZone) -> EditionRange {
    .week(Week(containing: zone.day(of: now)).previous)
  }

  /// Names the edition's folder: `2026-W47` or `2026-11-01-to-2026-11-20`.
  public var editionID: Edition.ID {
    switch self {
    case .week(let week): Edition.ID(rawValue: week.description)
    case .days(let first, let last): Edition.ID(rawValue: "\(first)-to-\(last)")
    }
  }

  var firstDay: Day {
    switch self {
    case .week(let week): week.firstDay
    case .days(let first, _): first
    }
  }

  var lastDay: Day {
    switch self {
    case .week(let week): week.lastDay
    case .days(_, let last): last
    }
  }
}

/// A time zone of the machine's database: the only place where zone rules are applied.
public struct LocalZone: Sendable {
  private let zone: TimeZone
  /// IANA name.
  public let name: String

  /// `nil` if this machine knows no such zone.
  public init?(_ name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.zone = zone
    self.name = name
  }

  /// Seconds east of Greenwich at `instant`.
  public func offsetSeconds(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.secondsSince1970)))
  }

  public func day(of instant: Instant) -> Day { instant.day(offsetSeconds: offsetSeconds(at: instant)) }

  /// The first instant of `day`: local midnight, or what follows it where a clock change skips midnight.
  public func startOfDay(_ day: Day) -> Instant {
    var instant = Instant(day: day)
    for _ in 0..<2 {
      instant = Instant(day: day, offsetSeconds: offsetSeconds(at: instant))
    }
    return instant
  }

  public func period(_ range: EditionRange) -> Period {
    let end = startOfDay(range.lastDay.advanced(byDays: 1))
    return Period(
      firstDay: range.firstDay, lastDay: range.lastDay, start: startOfDay(range.firstDay), end: end,
      timeZone: name, offsetSeconds: offsetSeconds(at: end))
  }
}
