import Model

/// Collects the parts of a date from left to right.
struct FeedDateScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var dayOfYear: Int?
  private var hour: Int?
  private var minute = 0
  private var second = 0
  private var isMonthNumber = false
  private var isAfternoon: Bool?
  private var zoneMinutes: Int?
  private var epoch: Int64?
  private var isImpossible = false
  private(set) var hasUnknownZone = false

  init(_ text: String) {
    bytes = Array(trimmed(text).utf8)
  }

  /// The instant that the parts make; `nil` if the calendar or the clock has none such.
  var instant: Instant? {
    guard !isImpossible else { return nil }
    if let epoch { return Instant(secondsSince1970: epoch) }
    guard let year, (1...9999).contains(year) else { return nil }
    let date: Day?
    if let dayOfYear {
      guard (1...366).contains(dayOfYear) else { return nil }
      date = Day(year: year, month: 1, day: 1)?.advanced(byDays: dayOfYear - 1)
    } else {
      date = Day(year: year, month: month ?? 1, day: day ?? 1)
    }
    guard let date, month != nil || (hour == nil && day == nil) else { return nil }
    var hour = hour ?? 0
    if let isAfternoon, (1...12).contains(hour) { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    guard hour <= 24, minute < 60, second <= 61, hour < 24 || (minute == 0 && second == 0) else { return nil }
    return Instant(
      day: date, hour: hour, minute: minute, second: second, offsetSeconds: (zoneMinutes ?? 0) * 60)
  }

  mutating func scan() {
    while index < bytes.count, !isImpossible {
      switch bytes[index] {
      case 0x30...0x39: number()
      case UInt8(ascii: "+"), UInt8(ascii: "-"): sign()
      case UInt8(ascii: "("): comment()
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: word()
      default: index += 1
      }
    }
  }

  // MARK: Numbers

  private mutating func digits() -> (value: Int, count: Int) {
    let start = index
    var value = 0
    while index < bytes.count, isDigit(bytes[index]) {
      if index - start < 18 { value = value * 10 + Int(bytes[index] - 0x30) }
      index += 1
    }
    return (value, index - start)
  }

  private mutating func number() {
    let start = index
    let (value, count) = digits()
    let next = byte(0)
    if hour == nil, count <= 2, next == UInt8(ascii: ":") || next == UInt8(ascii: ".") && isTime(after: index)
    {
      return time(hour: value)
    }
    switch count {
    case 14 where year == nil: compact(start, length: 14)
    case 12 where year == nil: compact(start, length: 12)
    case 8 where year == nil: compact(start, length: 8)
    case 6 where year != nil && hour == nil: clock(start, length: 6)
    case 4 where year != nil && hour == nil && month != nil: clock(start, length: 4)
    case 7 where year == nil && start == 0:
      (year, dayOfYear) = (value / 1000, value % 1000)
      month = 1
    case 9...11 where start == 0 && index == bytes.count: epoch = Int64(value)
    case 13 where start == 0 && index == bytes.count: epoch = Int64(value / 1000)
    case 4 where year == nil: yearFirst(value)
    case 3 where year == nil && day != nil && month != nil: year = 1900 + value
    case 1, 2: smallNumber(value)
    default: if year == nil { isImpossible = true }
    }
  }

  /// `20070613`, `20070613200615`.
  private mutating func compact(_ start: Int, length: Int) {
    year = value(start, 4)
    month = value(start + 4, 2)
    day = value(start + 6, 2)
    if length > 8 { clock(start + 8, length: length - 8) }
  }

  /// `2006`, `200615`.
  private mutating func clock(_ start: Int, length: Int) {
    hour = value(start, 2)
    minute = value(start + 2, 2)
    if length > 4 { second = value(start + 4, 2) }
    skipFraction()
  }

  private func value(_ start: Int, _ count: Int) -> Int {
    bytes[start..<min(bytes.count, start + count)].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A year before anything else: `2007-06-13`, `2007/6/13`, `2007-164`, `2007-06`.
  private mutating func yearFirst(_ value: Int) {
    year = value
    guard month == nil, day == nil, let separator = byte(0), [0x2D, 0x2F, 0x2E].contains(separator),
      let next = byte(1), isDigit(next)
    else { return }
    index += 1
    let (second, count) = digits()
    if count == 3, byte(0) != separator {
      dayOfYear = second
      month = 1
      return
    }
    month = second
    if month == 0 { isImpossible = true }
    guard byte(0) == separator, let next = byte(1), isDigit(next) else { return }
    index += 1
    day = digits().value
  }

  /// A day, a month in a date of numbers, or a year of two digits.
  private mutating func smallNumber(_ value: Int) {
    if day == nil, month == nil, year == nil, let separator = byte(0),
      [0x2D, 0x2F, 0x2E].contains(separator),
      let next = byte(1), isDigit(next)
    {
      return numericDate(value, separator: separator)
    }
    if day == nil, month == nil, year != nil, value <= 12 {
      month = value
      isMonthNumber = true
    } else if day == nil {
      day = value
    } else if year == nil, month != nil {
      year = value < 70 ? 2000 + value : 1900 + value
    } else if month == nil {
      month = value
    }
  }

  /// `13.06.2007`, `06/13/2007`, `13-06-07`.
  private mutating func numericDate(_ first: Int, separator: UInt8) {
    index += 1
    let second = digits().value
    let isAmerican = separator == UInt8(ascii: "/") && first <= 12
    (month, day) = isAmerican ? (first, second) : (second, first)
    if isAmerican, second <= 12 || month == nil { month = first }
    guard byte(0) == separator, let next = byte(1), isDigit(next) else { return }
    index += 1
    let (value, count) = digits()
    year = count <= 2 ? (value < 70 ? 2000 + value : 1900 + value) : value
  }

  // MARK: Time of day

  private func isTime(after index: Int) -> Bool {
    day != nil && month != nil && year != nil && index + 2 < bytes.count && isDigit(bytes[index + 1])
      && isDigit(bytes[index + 2])
  }

  private mutating func time(hour value: Int) {
    let separator = byte(0)
    hour = value
    index += 1
    minute = digits().value
    if byte(0) == separator, let next = byte(1), isDigit(next) {
      index += 1
      second = digits().value
    }
    skipFraction()
  }

  private mutating func skipFraction() {
    guard byte(0) == UInt8(ascii: ".") || byte(0) == UInt8(ascii: ","), let next = byte(1), isDigit(next)
    else {
      return
    }
    index += 1
    _ = digits()
  }

  // MARK: Zones

  /// A distance from UTC after a time, else a separator.
  private mutating func sign() {
    let isNegative = bytes[index] == UInt8(ascii: "-")
    index += 1
    guard hour != nil, let next = byte(0), isDigit(next) else { return }
    let (value, count) = digits()
    var minutes = 0
    var hours = value
    if byte(0) == UInt8(ascii: ":"), let next = byte(1), isDigit(next) {
      index += 1
      minutes = digits().value
    } else if count > 2 {
      (hours, minutes) = (value / 100, value % 100)
    }
    guard hours < 24, minutes < 60 else {
      isImpossible = true
      return
    }
    zoneMinutes = (hours * 60 + minutes) * (isNegative ? -1 : 1)
    hasUnknownZone = false
  }

  /// `(UTC)` after an offset says nothing new.
  private mutating func comment() {
    while index < bytes.count, bytes[index] != UInt8(ascii: ")") { index += 1 }
  }

  // MARK: Words

  private mutating func word() {
    let start = index
    while index < bytes.count, isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "/") && hour != nil {
      index += 1
    }
    let name = lowerCasedWord(bytes[start..<index])
    if let found = FeedDateNames.months[name] {
      if isMonthNumber, day == nil {
        // "2007 5 June"
        day = month
        month = found
      }
      if month == nil { month = found }
    } else if let half = FeedDateNames.halves[name] {
      isAfternoon = half
    } else if hour != nil, zoneMinutes == nil {
      if let minutes = FeedDateNames.zones[name] {
        zoneMinutes = minutes
      } else if name.utf8.count > 1 || index == bytes.count, !FeedDateNames.fillers.contains(name) {
        hasUnknownZone = true
      }
    }
  }

  private func lowerCasedWord(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.contains { $0 >= 0x80 } ? text.lowercased() : asciiLowerCased(text)
  }

  private func byte(_ offset: Int) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
