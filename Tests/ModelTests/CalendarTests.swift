import Model
import Testing

@Suite("Days, weeks and instants")
struct CalendarTests {
  @Test(
    "A day knows its weekday and its place on the time line",
    arguments: [
      ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2026-11-22", 20_779, 7), ("1969-12-31", -1, 3),
      ("1900-03-01", -25_508, 4),
    ])
  func days(text: String, daysSince1970: Int, weekday: Int) throws {
    let day = try #require(Day(iso8601: text))
    #expect(day.daysSince1970 == daysSince1970)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test("Every day of four centuries comes back from its number")
  func everyDay() throws {
    let first = try #require(Day(year: 1800, month: 1, day: 1))
    for offset in 0..<146_097 {
      let day = first.advanced(byDays: offset)
      let (year, month, dayOfMonth) = day.components
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
    }
  }

  @Test(
    "What the calendar does not have is no day",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "20261122", "2026-1-1", "", "２０２６-11-22",
    ])
  func noDays(text: String) {
    #expect(Day(iso8601: text) == nil)
  }

  @Test(
    "ISO weeks at the turn of the year",
    arguments: [
      ("2026-01-01", "2026-W01"), ("2025-12-29", "2026-W01"), ("2021-01-03", "2020-W53"),
      ("2027-01-03", "2026-W53"), ("2026-11-22", "2026-W47"), ("2026-11-23", "2026-W48"),
    ])
  func weeks(day: String, week: String) throws {
    let found = Week(containing: try #require(Day(iso8601: day)))
    #expect(found.description == week)
    #expect(Week(week) == found)
  }

  @Test("A week runs from Monday to Sunday")
  func weekDays() throws {
    let week = try #require(Week("2026-W47"))
    #expect(week.firstDay.description == "2026-11-16")
    #expect(week.lastDay.description == "2026-11-22")
    #expect(week.previous.description == "2026-W46")
  }

  @Test(
    "What is no week is refused",
    arguments: ["2025-W53", "2026-W00", "2026-W54", "2026-47", "W47", "2026-W4", "2026-W047", "２０２６-W47"])
  func noWeeks(text: String) {
    #expect(Week(text) == nil)
  }

  @Test(
    "RFC 3339 is read to the second and printed in UTC",
    arguments: [
      ("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z"),
      ("2003-12-31t10:14:55.25+01:00", "2003-12-31T09:14:55Z"),
      ("2026-11-22T23:30:00-05:30", "2026-11-23T05:00:00Z"),
      ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ])
  func instants(text: String, utc: String) throws {
    #expect(try #require(Instant(rfc3339: text)).description == utc)
  }

  @Test(
    "What is no RFC 3339 time is refused",
    arguments: [
      "2026-11-22", "2026-11-22T24:00:00Z", "2026-11-22T10:00:00", "2026-11-22T10:00:00+0100",
      "2026-11-22T10:00:00.Z", "2026-11-22T10:00:00Zx", "x",
    ])
  func noInstants(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("The day of an instant is that of the clock on the wall")
  func localDay() throws {
    let instant = try #require(Instant(rfc3339: "2026-11-22T23:30:00Z"))
    #expect(instant.day().description == "2026-11-22")
    #expect(instant.day(offsetSeconds: 3600).description == "2026-11-23")
    #expect(instant.secondOfDay(offsetSeconds: 3600) == 1800)
  }

  @Test("A period holds its first instant and not its end")
  func period() throws {
    let week = try #require(Week("2026-W47"))
    let start = Instant(day: week.firstDay, offsetSeconds: 3600)
    let end = Instant(day: week.lastDay.advanced(byDays: 1), offsetSeconds: 3600)
    let period = Period(
      firstDay: week.firstDay, lastDay: week.lastDay, start: start, end: end, timeZone: "Europe/Berlin",
      offsetSeconds: 3600)
    #expect(period.contains(start))
    #expect(!period.contains(end))
    #expect(period.contains(end.advanced(bySeconds: -1)))
    #expect(start.description == "2026-11-15T23:00:00Z")
  }
}
