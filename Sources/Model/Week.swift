/// A week of the ISO 8601 calendar: Monday to Sunday, numbered within its week-based year (`2026-W47`).
public struct Week: Hashable, Sendable, Comparable {
  /// The Monday.
  public let firstDay: Day

  /// The week that holds `day`.
  public init(containing day: Day) {
    firstDay = day.advanced(byDays: 1 - day.weekday)
  }

  /// `nil` if the year has no such week (a year has 52 or 53).
  public init?(year: Int, number: Int) {
    guard (1...9999).contains(year), (1...53).contains(number),
      let fourthOfJanuary = Day(year: year, month: 1, day: 4)
    else { return nil }
    self.init(containing: fourthOfJanuary.advanced(byDays: (number - 1) * 7))
    guard self.year == year else { return nil }
  }

  /// Reads `2026-W47` (also `2026W47`, lower case).
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "w") }), mark == 4 || mark == 5,
      mark == 4 || bytes[4] == UInt8(ascii: "-"), bytes.count == mark + 3,
      let year = Model.number(bytes, at: 0, digits: 4),
      let number = Model.number(bytes, at: mark + 1, digits: 2)
    else { return nil }
    self.init(year: year, number: number)
  }

  public static func < (left: Week, right: Week) -> Bool { left.firstDay < right.firstDay }

  /// The Sunday.
  public var lastDay: Day { firstDay.advanced(byDays: 6) }

  public var previous: Week { Week(containing: firstDay.advanced(byDays: -7)) }

  /// The week-based year: that of the week's Thursday.
  public var year: Int { firstDay.advanced(byDays: 3).components.year }

  /// 1 to 53.
  public var number: Int {
    let thursday = firstDay.advanced(byDays: 3)
    let newYear = Day(year: thursday.components.year, month: 1, day: 1) ?? thursday
    return (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
  }
}

extension Week: CustomStringConvertible {
  /// `2026-W47`.
  public var description: String { "\(year)-W\(twoDigits(number))" }
}
