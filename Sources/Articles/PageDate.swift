public import Model

/// A date as a page gives it: some say the time, others only the day.
public struct PageDate: Hashable, Sendable {
  public let instant: Instant
  public let hasTime: Bool

  public init(instant: Instant, hasTime: Bool) {
    self.instant = instant
    self.hasTime = hasTime
  }

  /// RFC 3339, or the day alone where no time was given.
  public var text: String { hasTime ? instant.description : instant.day().description }

  /// Reads a date wherever it stands in a short text: ISO 8601, `Thu, 06 Jun 2013 15:14:00 +0000`,
  /// `June 6, 2013 at 3:14 pm`, `6. Juni 2013 um 15:14 Uhr`, `06/06/2013`.
  ///
  /// A time without a zone is taken as UTC. `nil` if there is none, and for "two days ago".
  public init?(reading text: String, monthFirst: Bool = true) {
    let bytes = text.utf8.prefix(300)
    guard bytes.contains(where: isDigit) else { return nil }
    let tokens = DateToken.tokens(String(decoding: Array(bytes), as: UTF8.self))
    for index in tokens.indices {
      guard let (day, next) = PageDate.day(tokens, at: index, monthFirst: monthFirst) else { continue }
      let time = PageDate.time(tokens, around: index, next)
      instant = Instant(
        day: day, hour: time?.hour ?? 0, minute: time?.minute ?? 0, second: time?.second ?? 0,
        offsetSeconds: time?.offset ?? 0)
      hasTime = time != nil
      return
    }
    return nil
  }

  /// Whether the word names a month.
  static func isMonth(_ word: Substring) -> Bool { monthNumber(asciiLowered(String(word))) != nil }

  /// A day that begins at `index`, and the index after it.
  private static func day(_ tokens: [DateToken], at index: Int, monthFirst: Bool) -> (Day, Int)? {
    func number(_ place: Int, _ range: ClosedRange<Int>) -> Int? {
      guard tokens.indices.contains(place), case .number(let value, _) = tokens[place], range.contains(value)
      else {
        return nil
      }
      return value
    }
    func digits(_ place: Int) -> Int {
      guard tokens.indices.contains(place), case .number(_, let count) = tokens[place] else { return 0 }
      return count
    }
    func sign(_ place: Int) -> Unicode.Scalar? {
      guard tokens.indices.contains(place), case .sign(let scalar) = tokens[place] else { return nil }
      return scalar
    }
    func month(_ place: Int) -> Int? {
      guard tokens.indices.contains(place), case .word(let word) = tokens[place] else { return nil }
      return monthNumber(word)
    }
    // Skips "of", "de", commas, stops and ordinal endings between the parts.
    func skip(_ place: Int) -> Int {
      var place = place
      var steps = 0
      while steps < 3, tokens.indices.contains(place) {
        switch tokens[place] {
        case .sign(let scalar) where [",", ".", "-", "/", "'", "’", "\u{B7}"].contains(scalar): break
        case .word(let word) where joints.contains(word): break
        default: return place
        }
        place += 1
        steps += 1
      }
      return place
    }
    // 2013-06-06, 2013/06/06, 20130606
    if digits(index) == 4, let year = number(index, 1970...2100), let mark = sign(index + 1),
      ["-", "/", "."].contains(mark), let monthOfYear = number(index + 2, 1...12), sign(index + 3) == mark,
      let day = number(index + 4, 1...31), let found = Day(year: year, month: monthOfYear, day: day)
    {
      return (found, index + 5)
    }
    if digits(index) == 8, let all = number(index, 19_700_101...21_001_231) {
      return Day(year: all / 10_000, month: all / 100 % 100, day: all % 100).map { ($0, index + 1) }
    }
    // 06.06.2013, 06/06/13
    if digits(index) <= 2, let first = number(index, 1...31), let mark = sign(index + 1),
      ["-", "/", "."].contains(mark), let second = number(index + 2, 1...31), sign(index + 3) == mark,
      let year = yearNumber(number(index + 4, 0...2100), digits(index + 4))
    {
      let isMonthFirst =
        mark == "." ? first > 12 ? false : second > 12 : second > 12 || (monthFirst && first <= 12)
      let found =
        isMonthFirst ? Day(year: year, month: first, day: second) : Day(year: year, month: second, day: first)
      return found.map { ($0, index + 5) }
    }
    // 6 June 2013, 6th of June 2013, 06-Jun-13
    if digits(index) <= 2, let day = number(index, 1...31) {
      let monthPlace = skip(index + 1)
      if let monthOfYear = month(monthPlace) {
        let yearPlace = skip(monthPlace + 1)
        if let year = yearNumber(number(yearPlace, 0...2100), digits(yearPlace)) {
          return Day(year: year, month: monthOfYear, day: day).map { ($0, yearPlace + 1) }
        }
      }
    }
    // June 6, 2013
    if let monthOfYear = month(index) {
      let dayPlace = skip(index + 1)
      if digits(dayPlace) <= 2, let day = number(dayPlace, 1...31) {
        let yearPlace = skip(dayPlace + 1)
        if digits(yearPlace) == 4, let year = number(yearPlace, 1970...2100) {
          return Day(year: year, month: monthOfYear, day: day).map { ($0, yearPlace + 1) }
        }
      }
    }
    return nil
  }

  private static func yearNumber(_ value: Int?, _ digits: Int) -> Int? {
    guard let value else { return nil }
    if digits == 4 { return (1970...2100).contains(value) ? value : nil }
    return digits == 2 ? (value < 70 ? 2000 + value : 1900 + value) : nil
  }

  private static let joints: NameSet = [
    "of", "de", "del", "th", "st", "nd", "rd", "den", "der", "er", "the", "di",
  ]

  /// A time after the day, else before it.
  private static func time(
    _ tokens: [DateToken], around start: Int, _ end: Int
  ) -> (hour: Int, minute: Int, second: Int, offset: Int)? {
    for index in end..<min(tokens.count, end + 6) {
      if let found = time(tokens, at: index) { return found }
    }
    for index in max(0, start - 8)..<max(0, start) {
      if let found = time(tokens, at: index) { return found }
    }
    return nil
  }

  private static func time(
    _ tokens: [DateToken], at index: Int
  ) -> (hour: Int, minute: Int, second: Int, offset: Int)? {
    guard index + 2 < tokens.count, case .number(var hour, let hourDigits) = tokens[index], hourDigits <= 2,
      hour < 24,
      case .number(let minute, 2) = tokens[index + 2], minute < 60
    else { return nil }
    switch tokens[index + 1] {
    case .sign(":"): break
    case .word("h"), .sign("."):
      // "15.14 Uhr"; a stop alone is no sign of a time.
      if case .sign = tokens[index + 1] {
        guard index + 3 < tokens.count, tokens[index + 3] == .word("uhr") else { return nil }
      }
    default: return nil
    }
    var next = index + 3
    var second = 0
    if next + 1 < tokens.count, tokens[next] == .sign(":"), case .number(let value, 2) = tokens[next + 1],
      value < 61
    {
      second = min(value, 59)
      next += 2
      // A fraction of a second.
      if next + 1 < tokens.count, tokens[next] == .sign("."), case .number = tokens[next + 1] { next += 2 }
    }
    if next < tokens.count, case .word(let word) = tokens[next] {
      let isAfternoon = word == "pm" || (word == "p" && next + 1 < tokens.count)
      let isMorning = word == "am" || (word == "a" && next + 1 < tokens.count)
      if isAfternoon, hour < 12 { hour += 12 }
      if isMorning, hour == 12 { hour = 0 }
      if isAfternoon || isMorning { next += 1 }
    }
    return (hour, minute, second, offset(tokens, at: next))
  }

  /// `+0200`, `-05:00`; anything else is UTC.
  private static func offset(_ tokens: [DateToken], at index: Int) -> Int {
    guard index + 1 < tokens.count, case .sign(let sign) = tokens[index], sign == "+" || sign == "-",
      case .number(let value, let digits) = tokens[index + 1]
    else { return 0 }
    var hours = value
    var minutes = 0
    if digits == 4 {
      hours = value / 100
      minutes = value % 100
    } else if digits == 2, index + 3 < tokens.count, tokens[index + 2] == .sign(":"),
      case .number(let rest, 2) = tokens[index + 3]
    {
      minutes = rest
    } else if digits != 2 {
      return 0
    }
    guard hours <= 14, minutes < 60 else { return 0 }
    return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}

/// A number, a word or a sign of a date.
private enum DateToken: Equatable {
  /// The value and how many digits it was written with.
  case number(Int, Int)
  /// Lower case.
  case word(String)
  case sign(Unicode.Scalar)

  static func tokens(_ text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var word = String.UnicodeScalarView()
    var number = 0
    var digits = 0
    func settle() {
      if digits > 0 { tokens.append(.number(number, digits)) }
      if !word.isEmpty { tokens.append(.word(String(word))) }
      word = String.UnicodeScalarView()
      number = 0
      digits = 0
    }
    for scalar in text.unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        if !word.isEmpty || digits >= 9 { settle() }
        number = number * 10 + Int(scalar.value - 0x30)
        digits += 1
      } else if scalar.properties.isAlphabetic {
        if digits > 0 { settle() }
        word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else {
        settle()
        if !scalar.properties.isWhitespace { tokens.append(.sign(scalar)) }
      }
    }
    settle()
    return tokens
  }
}

/// 1 to 12 for a name of a month or its usual short form, in lower case.
private func monthNumber(_ word: String) -> Int? {
  if let known = monthNames[word] { return known }
  return nil
}

private let monthNames: [String: Int] = {
  let rows = [
    "january jan januar jänner janvier janv enero ene gennaio gen januari janeiro",
    "february feb februar feber février fevr févr febrero febbraio februari fevereiro fev",
    "march mar märz mär mrz maerz mars marzo maart mrt março marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag mei maio",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sep sept septembre septiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
  ]
  var names: [String: Int] = [:]
  for (index, row) in rows.enumerated() {
    for name in row.split(separator: " ") { names[String(name)] = index + 1 }
  }
  return names
}()

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
