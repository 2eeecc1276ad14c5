/// A date of a header, `Mon, 23 Nov 2026 00:00:00 +0100` (RFC 5322 section 3.3).
struct MessageDate {
  let year: Int
  let hasNumericZone: Bool
  /// `nil` if no weekday is written.
  let isWeekdayRight: Bool?

  init?(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    if let comment = words.last, comment.hasBytePrefix("("), comment.hasByteSuffix(")") { words.removeLast() }
    var weekday: Int?
    if let first = words.first, first.hasByteSuffix(",") {
      guard let index = weekdayNames.firstIndex(of: String(first.dropLast())) else { return nil }
      weekday = index
      words.removeFirst()
    }
    guard words.count == 5, words[0].utf8.count <= 2, let day = Int(words[0]),
      let month = monthNames.firstIndex(of: words[1]), words[2].utf8.count == 4, let year = Int(words[2]),
      (1...daysOf(month: month + 1, year: year)).contains(day), isClock(words[3])
    else { return nil }
    let zone = Array(words[4].utf8)
    hasNumericZone =
      zone.count == 5 && (zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"))
      && zone.dropFirst().allSatisfy(isDigit)
    guard hasNumericZone || ["GMT", "UT", "UTC"].contains(words[4]) else { return nil }
    self.year = year
    isWeekdayRight = weekday.map { $0 == weekdayOf(day: day, month: month + 1, year: year) }
  }
}

private let weekdayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

private let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

private func isClock(_ text: String) -> Bool {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2 || parts.count == 3 else { return false }
  return zip(parts, [23, 59, 60]).allSatisfy { part, most in
    part.utf8.count == 2 && part.utf8.allSatisfy(isDigit) && (Int(part) ?? 99) <= most
  }
}

private func daysOf(month: Int, year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// From 0 for Sunday (Zeller's congruence).
private func weekdayOf(day: Int, month: Int, year: Int) -> Int {
  let shifted = month < 3 ? month + 12 : month
  let around = month < 3 ? year - 1 : year
  let sum = day + 13 * (shifted + 1) / 5 + around + around / 4 - around / 100 + around / 400
  return (sum % 7 + 6) % 7
}
