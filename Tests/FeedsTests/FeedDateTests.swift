import Model
import Testing

@testable import Feeds

@Suite("Dates of feeds")
struct FeedDateTests {
  @Test(
    "The short way through the usual forms reads what the long way reads",
    arguments: [
      "Wed, 13 Jun 2007 20:06:15 GMT", "Wed, 3 Jun 2007 20:06:15 +0000", "Sun, 03 May 2026 00:00:00 -0330",
      "Mon, 29 Feb 2024 23:59:59 UT", "Tue, 31 Dec 1996 01:02:03 Z", "Tue, 31 Dec 1996 01:02:03 UTC",
      "2007-06-13T20:06:15Z", "2007-06-13T20:06:15.123456-08:00", "2007-06-13T20:06:15+05:30",
    ])
  func shortWay(text: String) throws {
    let instant = try #require(FeedDate.standard(text))
    var scanner = FeedDateScanner(text)
    scanner.scan()
    #expect(scanner.instant == instant)
  }

  @Test(
    "The short way leaves to the long way what it cannot be sure of",
    arguments: [
      "Wed, 31 Jun 2007 20:06:15 GMT", "May, 13 Jun 2007 20:06:15 GMT", "Wed, 13 Jun 2007 24:06:15 GMT",
      "Wed, 13 Jun 2007 20:06:15 EST", "Wed, 13 Jun 2007 20:06:15 +2500", "Wed, 13 jun 2007 20:06:15 GMT",
      "2007-02-30T20:06:15Z", "2007-06-13T20:06:60Z", "2007-06-13 20:06:15Z", "2007-06-13T20:06:15+0530",
      "2007-06-13T20:06:15", "0000-06-13T20:06:15Z", "2007-06-13T20:06:15.Z x", "20070613T20061512345",
    ])
  func longWay(text: String) {
    #expect(FeedDate.standard(text) == nil)
  }

  @Test(
    "All forms of dates are read",
    arguments: [
      ("Wed, 13 Jun 2007 20:06:15 GMT", "2007-06-13T20:06:15Z"),
      ("13 Jun 2007 20:06 +0200", "2007-06-13T18:06:00Z"),
      ("Wed, 13 Jun 07 20:06:15 EST", "2007-06-14T01:06:15Z"),
      ("Wednesday, 3 June 2007 7:06:15 UT", "2007-06-03T07:06:15Z"),
      ("Wed, 13 Jun 2007 20:06:15 +0000 (UTC)", "2007-06-13T20:06:15Z"),
      ("Wed, 13-Jun-2007 20:06:15 GMT", "2007-06-13T20:06:15Z"),
      ("Wed, 13 Jun 2007 20:06:15 GMT+0200", "2007-06-13T18:06:15Z"),
      ("Wed Jun 13 20:06:15 2007", "2007-06-13T20:06:15Z"),
      ("Sun Jul 15 01:16:00 +0000 2012", "2012-07-15T01:16:00Z"),
      ("Fri, Feb 24 2023 08:18:00 PM", "2023-02-24T20:18:00Z"),
      ("2007-06-13T20:06:15Z", "2007-06-13T20:06:15Z"),
      ("2007-06-13t20:06:15.123456-08:00", "2007-06-14T04:06:15Z"),
      ("2007-06-13T20:06:15+03", "2007-06-13T17:06:15Z"), ("2007-06-13 20:06", "2007-06-13T20:06:00Z"),
      ("20070613T200615Z", "2007-06-13T20:06:15Z"), ("2007-06-13", "2007-06-13T00:00:00Z"),
      ("2007-06", "2007-06-01T00:00:00Z"),
      ("2007", "2007-01-01T00:00:00Z"), ("2007-164", "2007-06-13T00:00:00Z"),
      ("2003-012-31", "2003-12-31T00:00:00Z"),
      ("2007-06-13T24:00:00Z", "2007-06-14T00:00:00Z"), ("2007-06-13T20:06:60Z", "2007-06-13T20:07:00Z"),
      ("2016/6/29 15:07:41", "2016-06-29T15:07:41Z"), ("06/29/2016", "2016-06-29T00:00:00Z"),
      ("29/06/2016", "2016-06-29T00:00:00Z"),
      ("29.06.2016 15:07", "2016-06-29T15:07:00Z"), ("1181765175", "2007-06-13T20:06:15Z"),
      ("May 5, 2026", "2026-05-05T00:00:00Z"),
      ("5 May 2026", "2026-05-05T00:00:00Z"), ("Mi, 13 Dez 2007 20:06:15 +0000", "2007-12-13T20:06:15Z"),
      ("13 mars 2007 20:06:15 GMT", "2007-03-13T20:06:15Z"),
      ("Ср, 13 окт 2007 20:06:15 GMT", "2007-10-13T20:06:15Z"),
      ("Σαβ, 29 Μαΐ 2004 15:48:00 GMT", "2004-05-29T15:48:00Z"),
      ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"),
      ("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17Z"), ("2004년 05월 28일 01:31:15", "2004-05-28T01:31:15Z"),
      ("  Wed,\n 13  Jun 2007 20:06:15  GMT ", "2007-06-13T20:06:15Z"),
    ])
  func forms(text: String, expected: String) {
    #expect(FeedDate.reading(text).instant?.description == expected)
  }

  @Test(
    "What the calendar or the clock does not have is no date",
    arguments: [
      "", "-", "not a date", "32 Foo 2020", "0000-00-00T00:00:00Z", "2007-02-29", "2007-13-01",
      "2007-06-13T25:00:00Z",
      "9999-12-31T23:59:59-99:99", "99999999999999999999", "Mon", "12:30", "soon", "2007-06-13T20:99:15Z",
      "+", "((((", "1e400",
    ])
  func noDates(text: String) {
    #expect(FeedDate.reading(text).instant == nil)
  }

  @Test("An unknown zone is taken for UTC and reported")
  func unknownZone() {
    let reading = FeedDate.reading("Wed, 13 Jun 2007 20:06:15 XYZT")
    #expect(reading.instant?.description == "2007-06-13T20:06:15Z")
    #expect(reading.hasUnknownZone)
    #expect(!FeedDate.reading("Wed, 13 Jun 2007 20:06:15 CEST").hasUnknownZone)
  }
}
