import Model
import Testing

@testable import Fetch

@Suite("Retry-After")
struct RetryAfterTests {
  private let now = Instant(rfc3339: "2026-11-22T12:00:00Z") ?? Instant(secondsSince1970: 0)

  @Test(
    "Seconds and dates are read, and nothing waits longer than a day",
    arguments: [
      ("0", 0), ("120", 120), ("86400", 86_400), ("99999999999999999999999", 86_400), ("-5", nil), ("", nil),
      ("tomorrow", nil), ("1.5", nil), (" 7", nil), ("Sun, 22 Nov 2026 12:05:00 GMT", 300),
      ("Sunday, 22-Nov-26 12:05:00 GMT", 300), ("Sun Nov 22 12:05:00 2026", 300),
      ("Sun, 22 Nov 2026 11:00:00 GMT", 0), ("Wed, 21 Oct 2099 07:28:00 GMT", 86_400),
      ("Sun, 31 Feb 2026 12:05:00 GMT", nil), ("Sun, 22 Nov 2026 25:05:00 GMT", nil),
      ("Sun, 22 Nov 99999 12:05:00 GMT", nil),
    ] as [(String, Int?)])
  func reads(field: String, seconds: Int?) {
    #expect(retryAfterSeconds(field, now: now) == seconds)
  }
}
