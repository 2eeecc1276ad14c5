import Foundation
import Model
import Testing
import Workflow

@Suite("Periods")
struct PeriodTests {
  @Test(
    "A week begins and ends at local midnight, also where the clocks change in between",
    arguments: [
      ("UTC", "2026-W47", "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z"),
      ("Europe/Berlin", "2026-W47", "2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z"),
      ("Europe/Berlin", "2026-W43", "2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z"),
      ("America/New_York", "2026-W10", "2026-03-02T05:00:00Z", "2026-03-09T04:00:00Z"),
      ("Pacific/Apia", "2026-W47", "2026-11-15T11:00:00Z", "2026-11-22T11:00:00Z"),
      ("Asia/Kathmandu", "2026-W01", "2025-12-28T18:15:00Z", "2026-01-04T18:15:00Z"),
    ])
  func weeks(zone: String, week: String, start: String, end: String) throws {
    let period = try #require(LocalZone(zone)).period(.week(try #require(Week(week))))
    #expect(period.start.description == start)
    #expect(period.end.description == end)
    #expect(period.timeZone == zone)
  }

  @Test("Without a wish the last whole week is meant, as the clock on the wall counts weeks")
  func lastWholeWeek() throws {
    let berlin = try #require(LocalZone("Europe/Berlin"))
    let late = try #require(Instant(rfc3339: "2026-11-22T22:59:59Z"))
    #expect(EditionRange.lastWholeWeek(before: late, in: berlin).editionID == "2026-W46")
    #expect(
      EditionRange.lastWholeWeek(before: late.advanced(bySeconds: 1), in: berlin).editionID == "2026-W47")
  }

  @Test("A range of days includes its last day and names itself")
  func days() throws {
    let first = try #require(Day(iso8601: "2026-11-01"))
    let last = try #require(Day(iso8601: "2026-11-20"))
    let period = try #require(LocalZone("UTC")).period(.days(first, last))
    #expect(period.end.description == "2026-11-21T00:00:00Z")
    #expect(EditionRange.days(first, last).editionID == "2026-11-01-to-2026-11-20")
  }

  @Test("A zone that does not exist is none")
  func unknownZone() {
    #expect(LocalZone("Mars/Base") == nil)
  }
}
