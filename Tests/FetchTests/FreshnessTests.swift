import Fetch
import Model
import Testing
import Transport

@Suite("When to ask again")
struct FreshnessTests {
  /// A Sunday.
  private let now = instant("2026-11-22T12:00:00Z")

  private func fields(_ lines: [String]) -> [HTTPField] {
    lines.map { line in
      let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
      return HTTPField(name: parts[0], value: parts.count > 1 ? parts[1] : "")
    }
  }

  private func wait(_ freshness: Freshness) -> Int? {
    freshness.nextVisit(after: now).map { Int($0.secondsSince1970 - now.secondsSince1970) }
  }

  @Test(
    "What the server says of its answer counts, a day at most (RFC 9111 section 4.2)",
    arguments: [
      ([], nil), (["Cache-Control: max-age=3600"], 3600), (["cache-control: public,MAX-AGE = 60"], 60),
      (["Cache-Control: max-age=\"600\""], 600), (["Cache-Control: max-age=0"], nil),
      (["Cache-Control: max-age=-5"], nil), (["Cache-Control: max-age=soon"], nil),
      (["Cache-Control: max-age"], nil),
      (["Cache-Control: max-age=1.5"], nil), (["Cache-Control: max-age=99999999999999999999"], 86_400),
      (["Cache-Control: max-age=604800"], 86_400), (["Cache-Control: s-maxage=300"], 300),
      (["Cache-Control: max-age=60, s-maxage=300"], 60),
      (["Cache-Control: max-age=60", "Cache-Control: max-age=90"], 60),
      (["Cache-Control: no-cache, max-age=60"], nil),
      (["Cache-Control: max-age=60", "Cache-Control: no-store"], nil),
      (["Cache-Control: no-cache=\"Set-Cookie\", max-age=60"], 60),
      (["Cache-Control: max-age=600", "Age: 100"], 500), (["Cache-Control: max-age=600", "Age: 700"], nil),
      (["Cache-Control: max-age=600", "Age: -3"], 600),
      (["Cache-Control: max-age=604800", "Age: 100000"], 86_400),
      (["Expires: Sun, 22 Nov 2026 13:00:00 GMT"], 3600),
      (["Expires: Sun, 22 Nov 2026 13:00:00 GMT", "Date: Sun, 22 Nov 2026 12:30:00 GMT"], 1800),
      (["Expires: Sun, 22 Nov 2026 13:00:00 GMT", "Date: Sun, 22 Nov 2026 12:30:00 GMT", "Age: 60"], 1740),
      (["Expires: Sun, 22 Nov 2026 13:00:00 GMT", "Date: yesterday"], 3600),
      (["Expires: Sun, 22 Nov 2026 11:00:00 GMT"], nil), (["Expires: 0"], nil), (["Expires: -1"], nil),
      (["Expires: Wed, 21 Oct 2099 07:28:00 GMT"], 86_400),
      (["Expires: Sun, 22 Nov 2026 13:00:00 GMT", "Cache-Control: max-age=60"], 60),
      (["Expires: Sun, 22 Nov 2026 13:00:00 GMT", "Cache-Control: no-cache"], nil),
    ] as [([String], Int?)])
  func server(lines: [String], seconds: Int?) {
    #expect(wait(Freshness(of: fields(lines))) == seconds)
  }

  @Test(
    "What the feed says counts where it asks for more, a day at most",
    arguments: [
      (30, 600, 1800), (5, 600, 600), (0, nil, nil), (-10, nil, nil), (60, nil, 3600), (100_000, nil, 86_400),
      (.max, nil, 86_400), (.min, 60, 60),
    ] as [(Int, Int?, Int?)])
  func timeToLive(minutes: Int, maxAge: Int?, seconds: Int?) {
    let lines = maxAge.map { ["Cache-Control: max-age=\($0)"] } ?? []
    #expect(wait(Freshness(of: fields(lines), ttlMinutes: minutes)) == seconds)
  }

  @Test(
    "An interval of the reader's own counts in place of both, however long",
    arguments: [(60, 60), (0, nil), (-1, 7200), (604_800, 604_800), (.max, 36_525 * 86_400)] as [(Int, Int?)])
  func interval(configured: Int, seconds: Int?) {
    let freshness = Freshness(
      of: fields(["Cache-Control: max-age=3600"]), ttlMinutes: 120, configuredInterval: configured)
    #expect(wait(freshness) == seconds)
  }

  @Test(
    "Hours and days to skip are skipped, also by who has an interval of their own",
    arguments: [
      ([12], [], nil, "2026-11-22T13:00:00Z"), ([12, 13, 15], [], nil, "2026-11-22T14:00:00Z"),
      ([13], [], 3600, "2026-11-22T14:00:00Z"), ([14], [], 3600, "2026-11-22T13:00:00Z"),
      ([], ["Sunday"], nil, "2026-11-23T00:00:00Z"),
      ([], [" sunday ", "MONDAY"], 60, "2026-11-24T00:00:00Z"),
      ([0, 1], ["Sunday"], nil, "2026-11-23T02:00:00Z"),
      ([23], ["Monday"], 11 * 3600, "2026-11-24T00:00:00Z"),
      ([], ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], nil, "2026-11-28T00:00:00Z"),
      (Array(13...23), ["Monday"], 3600, "2026-11-24T00:00:00Z"),
    ] as [([Int], [String], Int?, String)])
  func skipped(hours: [Int], days: [String], interval: Int?, next: String) {
    let freshness = Freshness(
      of: [], skippedHours: hours, skippedDays: days, configuredInterval: interval)
    #expect(freshness.nextVisit(after: now) == instant(next))
  }

  @Test(
    "Nonsense says nothing",
    arguments: [
      (Array(0...23), []), ([-1, 24, 99], []), ([], ["Funday", "", "Sun"]),
      ([], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
      ([11, 13], ["Saturday"]),
    ] as [([Int], [String])])
  func nonsense(hours: [Int], days: [String]) {
    #expect(wait(Freshness(of: [], skippedHours: hours, skippedDays: days)) == nil)
  }
}

private func instant(_ text: String) -> Instant {
  Instant(rfc3339: text) ?? Instant(secondsSince1970: 0)
}
